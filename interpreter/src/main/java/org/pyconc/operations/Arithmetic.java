package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;

/**
 * The binary and unary operators: fast paths for small integers, floats and strs, the methods of
 * the operands' classes for all others.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html#emulating-numeric-types">
 *     Emulating numeric types</a>
 */
public final class Arithmetic {
  private Arithmetic() {}

  /** {@code a op b}. */
  public static Object binary(BinaryOp op, Object a, Object b) {
    return switch (op) {
      case ADD -> add(a, b);
      case SUB -> subtract(a, b);
      case MUL -> multiply(a, b);
      case TRUEDIV -> divide(a, b);
      case FLOORDIV -> floorDivide(a, b);
      case MOD -> modulo(a, b);
      case AND -> a instanceof Long x && b instanceof Long y ? (Object) (x & y) : slow(op, a, b);
      case OR -> a instanceof Long x && b instanceof Long y ? (Object) (x | y) : slow(op, a, b);
      case XOR -> a instanceof Long x && b instanceof Long y ? (Object) (x ^ y) : slow(op, a, b);
      default -> slow(op, a, b);
    };
  }

  // The fast ways are methods of their own: HotSpot inlines small ones into the generated code.

  /** {@code a + b}. */
  public static Object add(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long r = x + y;
      if (((x ^ r) & (y ^ r)) >= 0) {
        return r;
      }
    }
    return addOther(a, b);
  }

  private static Object addOther(Object a, Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x + y;
      }
      if (b instanceof Long y) {
        return x + y;
      }
    } else if (a instanceof String x) {
      if (b instanceof String y) {
        return x.concat(y);
      }
    } else if (a instanceof Long x) {
      if (b instanceof Double y) {
        return x + y;
      }
      if (b instanceof Long y) {
        return BigInteger.valueOf(x).add(BigInteger.valueOf(y));
      }
    }
    return slow(BinaryOp.ADD, a, b);
  }

  /** {@code a - b}. */
  public static Object subtract(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long r = x - y;
      if (((x ^ y) & (x ^ r)) >= 0) {
        return r;
      }
    }
    return subtractOther(a, b);
  }

  private static Object subtractOther(Object a, Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x - y;
      }
      if (b instanceof Long y) {
        return x - y;
      }
    } else if (a instanceof Long x) {
      if (b instanceof Double y) {
        return x - y;
      }
      if (b instanceof Long y) {
        return BigInteger.valueOf(x).subtract(BigInteger.valueOf(y));
      }
    }
    return slow(BinaryOp.SUB, a, b);
  }

  /** {@code a * b}. */
  public static Object multiply(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      long high = Math.multiplyHigh(x, y);
      long low = x * y;
      if (high == low >> 63) {
        return low;
      }
    }
    return multiplyOther(a, b);
  }

  private static Object multiplyOther(Object a, Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x * y;
      }
      if (b instanceof Long y) {
        return x * y;
      }
    } else if (a instanceof Long x) {
      if (b instanceof Double y) {
        return x * y;
      }
      if (b instanceof Long y) {
        return BigInteger.valueOf(x).multiply(BigInteger.valueOf(y));
      }
    }
    return slow(BinaryOp.MUL, a, b);
  }

  /** {@code a / b}. */
  public static Object divide(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y && y != 0) {
      return x / y;
    }
    if (a instanceof Long x
        && b instanceof Long y
        && y != 0
        && Math.abs(x) <= 1L << 53
        && Math.abs(y) <= 1L << 53) {
      return (double) x / (double) y;
    }
    return slow(BinaryOp.TRUEDIV, a, b);
  }

  /** {@code a // b}. */
  public static Object floorDivide(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y != 0 && (y != -1 || x != Long.MIN_VALUE)) {
      return Math.floorDiv(x, y);
    }
    return slow(BinaryOp.FLOORDIV, a, b);
  }

  /** {@code a % b}. */
  public static Object modulo(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y != 0) {
      return Math.floorMod(x, y);
    }
    return slow(BinaryOp.MOD, a, b);
  }

  private static Object slow(BinaryOp op, Object a, Object b) {
    Object result = ofNumbers(op, a, b);
    if (result != null) {
      return result;
    }
    result = byMethods(op, a, b);
    if (result == null) {
      throw unsupported(op, a, b, op.symbol());
    }
    return result;
  }

  /** The result for plain ints and floats, or null for other operands. */
  private static @Nullable Object ofNumbers(BinaryOp op, Object a, Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return ofFloats(op, x, y);
      }
      return b instanceof Long y ? ofFloats(op, x, y) : null;
    }
    if (a instanceof Long || a instanceof BigInteger) {
      if (b instanceof Long || b instanceof BigInteger) {
        return ofInts(op, a, b);
      }
      return a instanceof Long x && b instanceof Double y ? ofFloats(op, x, y) : null;
    }
    return null;
  }

  private static @Nullable Object ofInts(BinaryOp op, Object a, Object b) {
    return switch (op) {
      case ADD -> IntegerArithmetic.add(a, b);
      case SUB -> IntegerArithmetic.subtract(a, b);
      case MUL -> IntegerArithmetic.multiply(a, b);
      case TRUEDIV -> IntegerArithmetic.divide(a, b);
      case FLOORDIV -> IntegerArithmetic.floorDivide(a, b);
      case MOD -> IntegerArithmetic.modulo(a, b);
      case POW -> IntegerArithmetic.power(a, b);
      case LSHIFT -> IntegerArithmetic.shiftLeft(a, b);
      case RSHIFT -> IntegerArithmetic.shiftRight(a, b);
      case AND -> IntegerArithmetic.and(a, b);
      case OR -> IntegerArithmetic.or(a, b);
      case XOR -> IntegerArithmetic.xor(a, b);
      case MATMUL -> null;
    };
  }

  private static @Nullable Object ofFloats(BinaryOp op, double a, double b) {
    return switch (op) {
      case TRUEDIV -> FloatArithmetic.divide(a, b);
      case FLOORDIV -> FloatArithmetic.floorDivide(a, b);
      case MOD -> FloatArithmetic.modulo(a, b);
      case POW -> FloatArithmetic.power(a, b);
      default -> null;
    };
  }

  /** The result of the operands' methods, or null if none of them knows the other operand. */
  private static @Nullable Object byMethods(BinaryOp op, Object a, Object b) {
    return byMethods(op.method(), op.reflected(), a, b);
  }

  private static @Nullable Object byMethods(String name, String reflected, Object a, Object b) {
    PyType left = PyType.of(a);
    PyType right = PyType.of(b);
    Object leftMethod = left.lookup(name);
    Object rightMethod = left == right ? null : right.lookup(reflected);
    if (rightMethod != null
        && (right.isSubtypeOf(left)
            ? rightMethod != left.lookup(reflected)
            : isRepetition(leftMethod, a) && !(rightMethod instanceof NativeMethod))) {
      Object result = Calls.callUnbound(rightMethod, b, a);
      if (result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
      rightMethod = null;
    }
    if (leftMethod != null) {
      Object result = Calls.callUnbound(leftMethod, a, b);
      if (result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    if (rightMethod != null) {
      Object result = Calls.callUnbound(rightMethod, b, a);
      if (result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return null;
  }

  /** {@code divmod(a, b)}. */
  public static Object divmod(Object a, Object b) {
    Object result = byMethods("__divmod__", "__rdivmod__", a, b);
    if (result == null) {
      throw Errors.typeError(
          "unsupported operand type(s) for divmod(): '"
              + PyType.of(a).name()
              + "' and '"
              + PyType.of(b).name()
              + "'");
    }
    return result;
  }

  /** {@code pow(a, b, modulus)}. */
  public static Object power(Object a, Object b, Object modulus) {
    Object result = Calls.special(a, "__pow__", b, modulus);
    if (result != null && result != PySingleton.NOT_IMPLEMENTED) {
      return result;
    }
    if (isFloatWithReal(a, b, modulus)) {
      throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    throw Errors.typeError(
        "unsupported operand type(s) for ** or pow(): '"
            + PyType.of(a).name()
            + "', '"
            + PyType.of(b).name()
            + "', '"
            + PyType.of(modulus).name()
            + "'");
  }

  private static boolean isFloatWithReal(Object a, Object b, Object modulus) {
    return Integers.isInt(a)
        && (PyPayloadInstance.unwrap(b) instanceof Double
            || (Integers.isInt(b) && PyPayloadInstance.unwrap(modulus) instanceof Double));
  }

  /** {@code a op= b}: the value to assign. */
  public static Object inPlace(BinaryOp op, Object a, Object b) {
    if (!(a instanceof Long || a instanceof Double || a instanceof String)) {
      Object result = Calls.special(a, op.inPlace(), b);
      if (result != null && result != PySingleton.NOT_IMPLEMENTED) {
        return result;
      }
      result = byMethods(op, a, b);
      if (result == null) {
        throw unsupported(op, a, b, op == BinaryOp.POW ? "**=" : op.symbol() + "=");
      }
      return result;
    }
    if (a instanceof String
        ? op == BinaryOp.ADD && b instanceof String
        : b instanceof Long || b instanceof Double) {
      Object quick = quick(op, a, b);
      if (quick != null) {
        return quick;
      }
    }
    Object result = byMethods(op, a, b);
    if (result == null) {
      throw unsupported(op, a, b, op == BinaryOp.POW ? "**=" : op.symbol() + "=");
    }
    return result;
  }

  /** What is quicker without looking for methods, or null. */
  private static @Nullable Object quick(BinaryOp op, Object a, Object b) {
    return switch (op) {
      case ADD, SUB, MUL, TRUEDIV, FLOORDIV, MOD -> binary(op, a, b);
      default -> a instanceof Long && b instanceof Long ? binary(op, a, b) : null;
    };
  }

  private static PyException unsupported(BinaryOp op, Object a, Object b, String symbol) {
    PyType left = PyType.of(a);
    PyType right = PyType.of(b);
    Object x = PyPayloadInstance.unwrap(a);
    Object y = PyPayloadInstance.unwrap(b);
    if (op == BinaryOp.ADD && isSequence(x)) {
      if (x instanceof PyBytes || x instanceof PyByteArray) {
        return Errors.typeError("can't concat " + right.name() + " to " + left.name());
      }
      String name = x instanceof PyList ? "list" : x instanceof PyTuple ? "tuple" : "str";
      return Errors.typeError(
          "can only concatenate " + name + " (not \"" + right.name() + "\") to " + name);
    }
    if (op == BinaryOp.MUL && (isSequence(x) || isSequence(y))) {
      return Errors.typeError(
          "can't multiply sequence by non-int of type '"
              + (isSequence(x) ? right.name() : left.name())
              + "'");
    }
    boolean isOldPrint =
        symbol.equals(">>") && x instanceof NativeFunction f && f.name().equals("print");
    return Errors.typeError(
        "unsupported operand type(s) for "
            + symbol
            + ": '"
            + left.name()
            + "' and '"
            + right.name()
            + (isOldPrint ? "'. Did you mean \"print(<message>, file=<output_stream>)\"?" : "'"));
  }

  /** Concatenation and repetition of builtin sequences come after what numbers know. */
  private static boolean isRepetition(@Nullable Object method, Object a) {
    return method instanceof NativeMethod m
        && (m.name().equals("__add__") || m.name().equals("__mul__"))
        && isSequence(PyPayloadInstance.unwrap(a));
  }

  private static boolean isSequence(Object value) {
    return value instanceof String
        || value instanceof WideString
        || value instanceof PyList
        || value instanceof PyTuple
        || value instanceof PyBytes
        || value instanceof PyByteArray;
  }

  /** {@code -a}. */
  public static Object negate(Object a) {
    if (a instanceof Long x && x != Long.MIN_VALUE) {
      return -x;
    }
    if (a instanceof Double x) {
      return -x;
    }
    return unary("__neg__", "-", a);
  }

  /** {@code +a}. */
  public static Object plus(Object a) {
    return a instanceof Long || a instanceof Double ? a : unary("__pos__", "+", a);
  }

  /** {@code ~a}. */
  public static Object invert(Object a) {
    return a instanceof Long x ? ~x : unary("__invert__", "~", a);
  }

  private static Object unary(String method, String symbol, Object a) {
    Object result = Calls.special(a, method);
    if (result == null) {
      throw Errors.typeError(
          "bad operand type for unary " + symbol + ": '" + PyType.of(a).name() + "'");
    }
    return result;
  }
}
