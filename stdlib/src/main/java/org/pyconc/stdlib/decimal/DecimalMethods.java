package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Text;

/** The named methods of {@code Decimal}. */
final class DecimalMethods {
  private DecimalMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "Construct a new Decimal object. 'value' can be an integer, string, tuple,\n"
            + "or another Decimal object. If no value is given, return Decimal('0').\n"
            + "The context does not affect the conversion and is only passed to determine\n"
            + "if the InvalidOperation trap is active.\n");
    b.staticMethod(
        "__new__(cls, /, value='0', context=None)",
        "Create and return a new object.",
        a -> {
          PyType cls = (PyType) a[0];
          if (cls == DecimalObject.TYPE && a[1] instanceof DecimalObject d && d.type() == cls) {
            return d;
          }
          DecimalContext context = DecimalContext.argument(a[2]);
          return new DecimalObject(cls, Conversion.exactly(a[1], context));
        });
    b.classMethod(
        "from_float(cls, f, /)",
        "Class method that converts a float to a decimal number, exactly.",
        a -> fromFloat((PyType) a[0], a[1]));
    operations(b);
    shape(b);
    text(b);
  }

  private static Object fromFloat(PyType cls, Object given) {
    Object plain = PyPayloadInstance.unwrap(given);
    Object integer = Integers.orNull(plain);
    DecimalValue v;
    if (integer != null) {
      v = DecimalValue.of(Integers.big(integer));
    } else if (plain instanceof Double d) {
      v = Conversion.ofDouble(d);
    } else {
      throw Errors.typeError("argument must be int or float");
    }
    DecimalObject made = new DecimalObject(v);
    return cls == DecimalObject.TYPE ? made : Calls.call1(cls, made);
  }

  private static DecimalValue value(Object self) {
    return ((DecimalObject) self).value();
  }

  private static void operations(TypeBuilder b) {
    for (Operations.Unary each : Operations.UNARY) {
      b.method(
          each.name() + "(self, /, context=None)",
          each.doc(),
          (a, context) -> {
            DecimalContext c = DecimalContext.argument(context);
            return c.end(each.body().apply(c.begin(), value(a)));
          });
    }
    for (Operations.Binary each : Operations.BINARY) {
      b.method(
          each.name() + "(self, /, other, context=None)",
          each.doc(),
          (a, other, context) -> {
            DecimalContext c = DecimalContext.argument(context);
            return c.end(each.body().apply(c.begin(), value(a), Conversion.of(other)));
          });
    }
    for (Operations.Test each : Operations.TESTS) {
      if (each.hasContext()) {
        b.method(
            each.name() + "(self, /, context=None)",
            each.doc(),
            (a, context) -> each.body().ask(DecimalContext.argument(context).rules(), value(a)));
      } else {
        b.method(
            each.name() + "(self, /)",
            each.doc(),
            a -> each.body().ask(DecimalContext.current().rules(), value(a)));
      }
    }
    b.methodN(
        "fma(self, /, other, third, context=None)",
        "Return self*other+third with no rounding of the intermediate product.",
        a -> {
          DecimalContext c = DecimalContext.argument(a[3]);
          return c.end(
              DecimalArithmetic.fma(
                  c.begin(), value(a[0]), Conversion.of(a[1]), Conversion.of(a[2])));
        });
    b.methodN(
        "quantize(self, /, exp, rounding=None, context=None)",
        "Return a value equal to the first operand after rounding, with another exponent.",
        a -> {
          DecimalContext c = DecimalContext.argument(a[3]);
          DecimalValue pattern = Conversion.of(a[1]);
          Rules rules = c.begin();
          Rounding before = rules.rounding;
          DecimalValue result;
          try {
            rules.rounding = rounding(a[2], before);
            result = DecimalShape.quantize(rules, value(a[0]), pattern);
          } finally {
            rules.rounding = before;
          }
          return c.end(result);
        });
    integral(b, "to_integral", false);
    integral(b, "to_integral_value", false);
    integral(b, "to_integral_exact", true);
  }

  private static void integral(TypeBuilder b, String name, boolean isExact) {
    b.methodN(
        name + "(self, /, rounding=None, context=None)",
        "Round to the nearest integer.",
        a -> {
          DecimalContext c = DecimalContext.argument(a[2]);
          Rules rules = c.begin();
          Rounding before = rules.rounding;
          DecimalValue result;
          try {
            rules.rounding = rounding(a[1], before);
            result = DecimalShape.toIntegral(rules, value(a[0]), isExact);
          } finally {
            rules.rounding = before;
          }
          return c.end(result);
        });
  }

  /** A rounding by its name. */
  static Rounding rounding(Object given, Rounding otherwise) {
    if (given == PySingleton.NONE) {
      return otherwise;
    }
    Object name = PyPayloadInstance.unwrap(given);
    if (Text.isText(name)) {
      String text = Text.java(name);
      for (Rounding each : Rounding.values()) {
        if (each.name().equals(text)) {
          return each;
        }
      }
    }
    throw Errors.typeError(
        "valid values for rounding are:\n"
            + "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
            + "   ROUND_05UP]");
  }

  private static void shape(TypeBuilder b) {
    b.method("adjusted(self, /)", "Return the adjusted exponent.", a -> value(a).adjusted());
    b.method("canonical(self, /)", "Return the canonical encoding.", a -> a);
    b.method("conjugate(self, /)", "Return self.", a -> a);
    b.method("radix(self, /)", "Return Decimal(10).", a -> new DecimalObject(DecimalValue.of(10)));
    b.method(
        "copy_abs(self, /)",
        "Return the absolute value.",
        a -> new DecimalObject(value(a).withSign(false)));
    b.method(
        "copy_negate(self, /)", "Return the negation.", a -> new DecimalObject(value(a).negated()));
    b.methodN(
        "copy_sign(self, /, other, context=None)",
        "Return the first operand with the sign of the second.",
        a -> new DecimalObject(value(a[0]).withSign(Conversion.of(a[1]).isNegative())));
    b.methodN(
        "compare_total(self, /, other, context=None)",
        "Compare two operands using their abstract representation.",
        a ->
            new DecimalObject(
                DecimalValue.of(DecimalShape.compareTotal(value(a[0]), Conversion.of(a[1])))));
    b.methodN(
        "compare_total_mag(self, /, other, context=None)",
        "Compare two operands using their abstract representation, without their signs.",
        a ->
            new DecimalObject(
                DecimalValue.of(
                    DecimalShape.compareTotal(
                        value(a[0]).withSign(false), Conversion.of(a[1]).withSign(false)))));
    b.methodN(
        "same_quantum(self, /, other, context=None)",
        "Test whether self and other have the same exponent.",
        a -> sameQuantum(value(a[0]), Conversion.of(a[1])));
    b.method(
        "number_class(self, /, context=None)",
        "Return a string describing the class of the operand.",
        (a, context) ->
            DecimalShape.numberClass(DecimalContext.argument(context).rules(), value(a)));
    b.getter("real", "", a -> a);
    b.getter("imag", "", a -> new DecimalObject(DecimalValue.ZERO));
    b.method(
        "as_integer_ratio(self, /)",
        "Express a finite Decimal as a ratio of ints.",
        a -> ratio(value(a)));
    b.method(
        "as_tuple(self, /)", "Return a tuple representation of the number.", a -> parts(value(a)));
  }

  static boolean sameQuantum(DecimalValue a, DecimalValue b) {
    return a.isFinite() && b.isFinite()
        ? a.exponent() == b.exponent()
        : a.isInfinite() && b.isInfinite() || a.isNan() && b.isNan();
  }

  private static Object ratio(DecimalValue v) {
    if (v.isNan()) {
      throw Errors.valueError("cannot convert NaN to integer ratio");
    }
    if (v.isInfinite()) {
      throw Errors.overflow("cannot convert Infinity to integer ratio");
    }
    if (v.exponent() >= 0) {
      return PyTuple.of(Integers.normalise(v.truncated()), 1L);
    }
    BigInteger denominator = Digits.power(-v.exponent());
    BigInteger common = v.coefficient().gcd(denominator);
    return PyTuple.of(
        Integers.normalise(v.signed().divide(common)),
        Integers.normalise(denominator.divide(common)));
  }

  private static Object parts(DecimalValue v) {
    String digits =
        v.isInfinite()
            ? "0"
            : v.isNan() && v.coefficient().signum() == 0 ? "" : v.coefficient().toString();
    Object[] items = new Object[digits.length()];
    for (int i = 0; i < items.length; i++) {
      items[i] = (long) (digits.charAt(i) - '0');
    }
    Object exponent =
        switch (v.kind()) {
          case FINITE -> v.exponent();
          case INFINITE -> "F";
          case QUIET -> "n";
          case SIGNALING -> "N";
        };
    return DecimalModule.tuple(v.isNegative() ? 1L : 0L, PyTuple.of(items), exponent);
  }

  private static void text(TypeBuilder b) {
    b.method(
        "to_eng_string(self, /, context=None)",
        "Convert to an engineering-type string.",
        (a, context) ->
            WideString.of(
                DecimalText.engineering(
                    value(a), DecimalContext.argument(context).rules().capitals)));
  }
}
