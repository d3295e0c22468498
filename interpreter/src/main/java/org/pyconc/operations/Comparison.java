package org.pyconc.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;

/**
 * Rich comparison.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/expressions.html#comparisons">Comparisons</a>
 */
public final class Comparison {
  private static final String IN_COMPARISON = " in comparison";

  private Comparison() {}

  /** The six comparisons, with the method for each and for its operands exchanged. */
  public enum Operator {
    EQ("__eq__", "__eq__", "=="),
    NE("__ne__", "__ne__", "!="),
    LT("__lt__", "__gt__", "<"),
    LE("__le__", "__ge__", "<="),
    GT("__gt__", "__lt__", ">"),
    GE("__ge__", "__le__", ">=");

    private final String method;
    private final String reflected;
    private final String symbol;

    Operator(String method, String reflected, String symbol) {
      this.method = method;
      this.reflected = reflected;
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /** The special method of the left operand. */
    public String method() {
      return method;
    }

    /** What the operator says of operands whose order is negative, 0 or positive. */
    public boolean accepts(int order) {
      return switch (this) {
        case EQ -> order == 0;
        case NE -> order != 0;
        case LT -> order < 0;
        case LE -> order <= 0;
        case GT -> order > 0;
        case GE -> order >= 0;
      };
    }

    boolean accepts(double a, double b) {
      return switch (this) {
        case EQ -> a == b;
        case NE -> a != b;
        case LT -> a < b;
        case LE -> a <= b;
        case GT -> a > b;
        case GE -> a >= b;
      };
    }
  }

  /** Whether two values are the same object or equal: what containers compare with. */
  public static boolean equal(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (a instanceof String x && b instanceof String y) {
      return x.equals(y);
    }
    if (a instanceof Long x && b instanceof Long y) {
      return (long) x == (long) y;
    }
    if (a instanceof Double x && b instanceof Double y) {
      // Which object a NaN is cannot be told: a container finds the one that was put into it.
      return (double) x == (double) y || (Double.isNaN(x) && Double.isNaN(y));
    }
    if (isNumber(a) && isNumber(b)) {
      return compareNumbers(Operator.EQ, a, b) == Boolean.TRUE;
    }
    return Truth.isTrue(compare(Operator.EQ, a, b));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  /** {@code a < b} as a truth value: what sorting uses. */
  public static boolean less(Object a, Object b) {
    return Truth.isTrue(compare(Operator.LT, a, b));
  }

  /** {@code a op b}; any value can be the result. */
  public static Object compare(Operator op, Object a, Object b) {
    if (a instanceof Long x) {
      if (b instanceof Long y) {
        return op.accepts(Long.compare(x, y));
      }
      if (b instanceof Double y) {
        return compareMixed(op, x, y, false);
      }
    } else if (a instanceof Double x) {
      if (b instanceof Double y) {
        return op.accepts(x, y);
      }
      if (b instanceof Long y) {
        return compareMixed(op, y, x, true);
      }
    } else if (a instanceof PyTuple x && b instanceof PyTuple y) {
      return compareTuples(op, x, y);
    } else if (a instanceof String x && b instanceof String y) {
      return op == Operator.EQ
          ? x.equals(y)
          : op == Operator.NE ? !x.equals(y) : op.accepts(x.compareTo(y));
    }
    Task task = Invocation.descend(IN_COMPARISON);
    try {
      return compareByMethods(op, a, b);
    } finally {
      Invocation.ascend(task);
    }
  }

  private static Object compareTuples(Operator op, PyTuple a, PyTuple b) {
    Task task = Invocation.descend(IN_COMPARISON);
    try {
      return SequenceComparison.compare(op, a, b);
    } finally {
      Invocation.ascend(task);
    }
  }

  /** Compares numbers of the four builtin types; null if one operand is no real number. */
  public static @Nullable Object compareNumbers(Operator op, Object a, Object b) {
    Object x = a instanceof Boolean p ? Long.valueOf(p ? 1 : 0) : a;
    Object y = b instanceof Boolean q ? Long.valueOf(q ? 1 : 0) : b;
    if (x instanceof Long i && y instanceof Long j) {
      return op.accepts(Long.compare(i, j));
    }
    if (x instanceof Double d && y instanceof Double e) {
      return op.accepts(d, e);
    }
    if (x instanceof Double d) {
      BigInteger j = big(y);
      if (j == null) {
        return null;
      }
      return Double.isNaN(d) ? op == Operator.NE : op.accepts(-compareExactly(j, d));
    }
    BigInteger i = big(x);
    if (i == null) {
      return null;
    }
    if (y instanceof Double e) {
      return Double.isNaN(e) ? op == Operator.NE : op.accepts(compareExactly(i, e));
    }
    BigInteger j = big(y);
    return j == null ? null : op.accepts(i.compareTo(j));
  }

  private static @Nullable BigInteger big(Object value) {
    return value instanceof Long l
        ? BigInteger.valueOf(l)
        : value instanceof BigInteger b ? b : null;
  }

  private static Object compareMixed(Operator op, long i, double d, boolean swapped) {
    double asDouble = (double) i;
    if (Math.abs(i) <= 1L << 53 || Double.isNaN(d)) {
      return swapped ? op.accepts(d, asDouble) : op.accepts(asDouble, d);
    }
    int order = compareExactly(BigInteger.valueOf(i), d);
    return op.accepts(swapped ? -order : order);
  }

  /** The order of an integer and a number that is not NaN. */
  private static int compareExactly(BigInteger i, double d) {
    if (Double.isInfinite(d)) {
      return d > 0 ? -1 : 1;
    }
    return new BigDecimal(i).compareTo(new BigDecimal(d));
  }

  private static Object compareByMethods(Operator op, Object a, Object b) {
    PyType left = PyType.of(a);
    PyType right = PyType.of(b);
    boolean rightFirst =
        left != right && right.isSubtypeOf(left) && right.lookup(op.reflected) != null;
    if (rightFirst) {
      Object result = Calls.special(b, op.reflected, a);
      if (result != null && result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    Object result = Calls.special(a, op.method, b);
    if (result != null && result != PySingleton.NOT_IMPLEMENTED) {
      return result;
    }
    if (!rightFirst) {
      result = Calls.special(b, op.reflected, a);
      if (result != null && result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return switch (op) {
      case EQ -> a == b;
      case NE -> a != b;
      default ->
          throw Errors.typeError(
              "'"
                  + op.symbol
                  + "' not supported between instances of '"
                  + left.name()
                  + "' and '"
                  + right.name()
                  + "'");
    };
  }

  /** The order of two strs, or null if one is none. */
  public static @Nullable Integer compareText(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      return x.compareTo(y);
    }
    if ((a instanceof String || a instanceof WideString)
        && (b instanceof String || b instanceof WideString)) {
      return java.util.Arrays.compare(Text.codePoints(a), Text.codePoints(b));
    }
    return null;
  }

  /** {@code a is b}. Small values of Java that are equal and of one type count as the same. */
  public static boolean isSame(Object a, Object b) {
    if (a == b) {
      return true;
    }
    return switch (a) {
      case Long x -> b instanceof Long y && (long) x == (long) y;
      case Boolean x -> b instanceof Boolean y && (boolean) x == (boolean) y;
      case Double x -> b instanceof Double y && x.equals(y);
      case String x -> b instanceof String y && x.equals(y);
      case BigInteger x -> b instanceof BigInteger y && x.equals(y);
      default -> false;
    };
  }
}
