package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Text;

/** The special methods of {@code Decimal}. */
final class DecimalOperators {
  private static final BigInteger MODULUS = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
  private static final BigInteger INVERSE_OF_TEN = BigInteger.TEN.modInverse(MODULUS);
  private static final long HASH_OF_INFINITY = 314159;

  private DecimalOperators() {}

  static void define(TypeBuilder b) {
    binary(b, "add", "+", DecimalArithmetic::add);
    binary(b, "sub", "-", DecimalArithmetic::subtract);
    binary(b, "mul", "*", DecimalArithmetic::multiply);
    binary(b, "truediv", "/", DecimalArithmetic::divide);
    binary(b, "floordiv", "//", DecimalArithmetic::divideInteger);
    binary(b, "mod", "%", DecimalArithmetic::remainder);
    b.method("__divmod__(self, value, /)", "Return divmod(self, value).", (a, c) -> divmod(a, c));
    b.method("__rdivmod__(self, value, /)", "Return divmod(value, self).", (a, c) -> divmod(c, a));
    b.method(
        "__pow__(self, value, mod=None, /)",
        "Return pow(self, value, mod).",
        (a, c, m) -> power(a, c, m));
    b.method(
        "__rpow__(self, value, mod=None, /)",
        "Return pow(value, self, mod).",
        (a, c, m) -> power(c, a, m));
    unary(b, "__neg__", "-self", DecimalArithmetic::minus);
    unary(b, "__pos__", "+self", DecimalArithmetic::plus);
    unary(b, "__abs__", "abs(self)", DecimalArithmetic::abs);
    b.method("__bool__(self, /)", "True if self else False", a -> !value(a).isZero());
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (a, c) -> compare(op, value(a), c));
    }
    b.method("__hash__(self, /)", "Return hash(self).", DecimalOperators::hash);
    text(b);
    numbers(b);
  }

  static DecimalValue value(Object self) {
    return ((DecimalObject) self).value();
  }

  private static void binary(TypeBuilder b, String name, String symbol, Operations.Two body) {
    b.method(
        "__" + name + "__(self, value, /)",
        "Return self" + symbol + "value.",
        (a, c) -> apply(body, a, c));
    b.method(
        "__r" + name + "__(self, value, /)",
        "Return value" + symbol + "self.",
        (a, c) -> apply(body, c, a));
  }

  private static Object apply(Operations.Two body, Object a, Object c) {
    DecimalValue x = Conversion.orNull(a);
    DecimalValue y = Conversion.orNull(c);
    if (x == null || y == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    DecimalContext context = DecimalContext.current();
    return context.end(body.apply(context.begin(), x, y));
  }

  private static void unary(TypeBuilder b, String name, String doc, Operations.One body) {
    b.method(
        name + "(self, /)",
        doc,
        a -> {
          DecimalContext context = DecimalContext.current();
          return context.end(body.apply(context.begin(), value(a)));
        });
  }

  private static Object divmod(Object a, Object c) {
    DecimalValue x = Conversion.orNull(a);
    DecimalValue y = Conversion.orNull(c);
    if (x == null || y == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    return divmod(DecimalContext.current(), x, y);
  }

  static PyTuple divmod(DecimalContext context, DecimalValue x, DecimalValue y) {
    DecimalValue[] parts = DecimalArithmetic.divmod(context.begin(), x, y);
    context.end();
    return PyTuple.of(new DecimalObject(parts[0]), new DecimalObject(parts[1]));
  }

  private static Object power(Object a, Object c, Object modulus) {
    DecimalValue x = Conversion.orNull(a);
    DecimalValue y = Conversion.orNull(c);
    DecimalValue m = modulus == PySingleton.NONE ? null : Conversion.orNull(modulus);
    if (x == null || y == null || modulus != PySingleton.NONE && m == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    return power(DecimalContext.current(), x, y, m);
  }

  static Object power(
      DecimalContext context, DecimalValue x, DecimalValue y, @Nullable DecimalValue m) {
    Rules rules = context.begin();
    return context.end(
        m == null ? DecimalPowers.power(rules, x, y) : DecimalPowers.powerModulo(rules, x, y, m));
  }

  private static Object compare(Comparison.Operator op, DecimalValue a, Object other) {
    boolean isEquality = op == Comparison.Operator.EQ || op == Comparison.Operator.NE;
    DecimalContext context = DecimalContext.current();
    DecimalValue b = Conversion.orNull(other);
    DecimalValue left = a;
    if (b == null) {
      Object plain = PyPayloadInstance.unwrap(other);
      if (plain instanceof PyComplex z && isEquality) {
        if (z.imaginary() != 0) {
          return op == Comparison.Operator.NE;
        }
        plain = z.real();
      }
      if (plain instanceof Double d) {
        context.flags |= Signal.FLOAT_OPERATION;
        if (!isEquality) {
          context.signal(Signal.FLOAT_OPERATION);
        }
        b = Conversion.ofDouble(d);
      } else {
        DecimalValue[] ratio = rational(other);
        if (ratio == null) {
          return PySingleton.NOT_IMPLEMENTED;
        }
        Rules exact = Rules.wide(a.digits() + (long) ratio[1].digits() + 1);
        left = a.isFinite() ? DecimalArithmetic.multiply(exact, a, ratio[1]) : a;
        b = ratio[0];
      }
    }
    if (left.isNan() || b.isNan()) {
      if (left.isSignaling() || b.isSignaling() || !isEquality) {
        context.signal(Signal.INVALID_OPERATION);
      }
      return op == Comparison.Operator.NE;
    }
    return op.accepts(left.compareTo(b));
  }

  /** Numerator and denominator of a fraction; null for what is none. */
  private static DecimalValue @Nullable [] rational(Object value) {
    PyType type = PyType.of(value);
    if (type.lookup("numerator") == null
        || type.lookup("denominator") == null
        || Text.isText(PyPayloadInstance.unwrap(value))) {
      return null;
    }
    DecimalValue numerator = Conversion.orNull(Attributes.load(value, "numerator"));
    DecimalValue denominator = Conversion.orNull(Attributes.load(value, "denominator"));
    return numerator == null || denominator == null
        ? null
        : new DecimalValue[] {numerator, denominator};
  }

  private static Object hash(Object self) {
    DecimalValue v = value(self);
    if (v.isSignaling()) {
      throw Errors.typeError("Cannot hash a signaling NaN value");
    }
    if (v.isNan()) {
      return Hashing.identity(self);
    }
    if (v.isInfinite()) {
      return v.isNegative() ? -HASH_OF_INFINITY : HASH_OF_INFINITY;
    }
    BigInteger base = v.exponent() >= 0 ? BigInteger.TEN : INVERSE_OF_TEN;
    BigInteger scale = base.modPow(BigInteger.valueOf(Math.abs(v.exponent())), MODULUS);
    long hash = v.coefficient().multiply(scale).mod(MODULUS).longValue();
    hash = v.isNegative() ? -hash : hash;
    return hash == -1 ? -2L : hash;
  }

  private static void text(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a ->
            WideString.of(
                "Decimal('"
                    + DecimalText.scientific(value(a), DecimalContext.current().rules().capitals)
                    + "')"));
    b.method(
        "__str__(self, /)",
        "Return str(self).",
        a ->
            WideString.of(
                DecimalText.scientific(value(a), DecimalContext.current().rules().capitals)));
    b.methodN(
        "__format__(self, fmtarg, override=None, /)",
        "Formats the number.",
        a -> {
          Object spec = PyPayloadInstance.unwrap(a[1]);
          if (!Text.isText(spec)) {
            throw Errors.typeError("format arg must be str");
          }
          return WideString.of(
              DecimalFormat.format(DecimalContext.current().rules(), value(a[0]), Text.java(spec)));
        });
  }

  private static BigInteger integer(DecimalValue v, Rounding rounding) {
    if (v.isNan()) {
      throw Errors.valueError("cannot convert NaN to integer");
    }
    if (v.isInfinite()) {
      throw Errors.overflow("cannot convert Infinity to integer");
    }
    return Rules.rescaled(v, 0, rounding).signed();
  }

  private static Object floating(DecimalValue v) {
    if (v.isNan()) {
      if (v.isSignaling()) {
        throw Errors.valueError("cannot convert signaling NaN to float");
      }
      return Double.NaN;
    }
    return Double.parseDouble(DecimalText.scientific(v, true));
  }

  private static void rounding(TypeBuilder b, String name, String doc, Rounding rounding) {
    b.method(name + "(self, /)", doc, a -> Integers.normalise(integer(value(a), rounding)));
  }

  private static void numbers(TypeBuilder b) {
    rounding(b, "__int__", "int(self)", Rounding.ROUND_DOWN);
    rounding(b, "__trunc__", "The number without its fraction.", Rounding.ROUND_DOWN);
    rounding(b, "__floor__", "The largest int that is not above it.", Rounding.ROUND_FLOOR);
    rounding(b, "__ceil__", "The smallest int that is not below it.", Rounding.ROUND_CEILING);
    b.method("__float__(self, /)", "float(self)", a -> floating(value(a)));
    b.method(
        "__complex__(self, /)",
        "complex(self)",
        a -> new PyComplex(FloatArithmetic.toDouble(floating(value(a))), 0));
    b.methodN("__round__(self, ndigits=None, /)", "round(self, ndigits)", DecimalOperators::round);
    b.method(
        "__reduce__(self, /)",
        "Helper for pickle.",
        a ->
            PyTuple.of(
                PyType.of(a), PyTuple.of(WideString.of(DecimalText.scientific(value(a), true)))));
    b.method("__copy__(self, /)", "", a -> a);
    b.method("__deepcopy__(self, memo, /)", "", (a, memo) -> a);
    b.method("__sizeof__(self, /)", "Size in memory, in bytes.", a -> 104L);
  }

  private static Object round(Object[] a) {
    DecimalValue v = value(a[0]);
    if (a[1] == PySingleton.NONE) {
      return Integers.normalise(integer(v, Rounding.ROUND_HALF_EVEN));
    }
    Object digits = Integers.orNull(a[1]);
    if (digits == null) {
      throw Errors.typeError("optional arg must be an integer");
    }
    DecimalContext context = DecimalContext.current();
    Rules rules = context.begin();
    Rounding before = rules.rounding;
    DecimalValue pattern = DecimalValue.finite(false, BigInteger.ONE, -Integers.saturated(digits));
    rules.rounding = Rounding.ROUND_HALF_EVEN;
    DecimalValue result;
    try {
      result = DecimalShape.quantize(rules, v, pattern);
    } finally {
      rules.rounding = before;
    }
    return context.end(result);
  }
}
