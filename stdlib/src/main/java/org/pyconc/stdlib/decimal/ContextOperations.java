package org.pyconc.stdlib.decimal;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;

/** The operations of {@code Context} on numbers. */
final class ContextOperations {
  private ContextOperations() {}

  private static DecimalContext context(Object self) {
    return (DecimalContext) self;
  }

  static void define(TypeBuilder b) {
    unary(
        b, new Operations.Unary("abs", "Return the absolute value of x.", DecimalArithmetic::abs));
    unary(b, new Operations.Unary("minus", "Return -x.", DecimalArithmetic::minus));
    unary(b, new Operations.Unary("plus", "Return +x.", DecimalArithmetic::plus));
    unary(
        b,
        new Operations.Unary(
            "to_integral_exact",
            "Round to an integer; signals if this is inexact.",
            (r, x) -> DecimalShape.toIntegral(r, x, true)));
    unary(
        b,
        new Operations.Unary(
            "to_integral_value",
            "Round to an integer.",
            (r, x) -> DecimalShape.toIntegral(r, x, false)));
    unary(
        b,
        new Operations.Unary(
            "to_integral", "Round to an integer.", (r, x) -> DecimalShape.toIntegral(r, x, false)));
    Operations.UNARY.forEach(each -> unary(b, each));
    Operations.BINARY.forEach(each -> binary(b, each));
    Operations.ARITHMETIC.forEach(each -> binary(b, each));
    binary(
        b,
        new Operations.Binary(
            "quantize", "Return x with the exponent of y.", DecimalShape::quantize));
    for (Operations.Test each : Operations.TESTS) {
      b.method(
          each.name() + "(self, x, /)",
          each.doc(),
          (self, x) -> each.body().ask(context(self).rules(), strict(each.name(), x)));
    }
    others(b);
    copies(b);
    text(b);
  }

  private static DecimalValue strict(String name, Object x) {
    if (name.equals("is_canonical") && !(x instanceof DecimalObject)) {
      throw Errors.typeError("argument must be a Decimal");
    }
    return Conversion.of(x);
  }

  private static void unary(TypeBuilder b, Operations.Unary each) {
    b.method(
        each.name() + "(self, x, /)",
        each.doc(),
        (self, x) -> {
          DecimalValue v = Conversion.of(x);
          DecimalContext c = context(self);
          return c.end(each.body().apply(c.begin(), v));
        });
  }

  private static void binary(TypeBuilder b, Operations.Binary each) {
    b.method(
        each.name() + "(self, x, y, /)",
        each.doc(),
        (self, x, y) -> {
          DecimalValue v = Conversion.of(x);
          DecimalValue w = Conversion.of(y);
          DecimalContext c = context(self);
          return c.end(each.body().apply(c.begin(), v, w));
        });
  }

  private static void others(TypeBuilder b) {
    b.method(
        "divmod(self, x, y, /)",
        "Return quotient and remainder of the division x / y.",
        (self, x, y) -> DecimalOperators.divmod(context(self), Conversion.of(x), Conversion.of(y)));
    b.methodN(
        "power(self, /, a, b, modulo=None)",
        "Compute a**b. If 'modulo' is given, a**b % modulo.",
        a ->
            DecimalOperators.power(
                context(a[0]),
                Conversion.of(a[1]),
                Conversion.of(a[2]),
                a[3] == PySingleton.NONE ? null : Conversion.of(a[3])));
    b.methodN(
        "fma(self, x, y, z, /)",
        "Return x multiplied by y, plus z.",
        a -> {
          DecimalContext c = context(a[0]);
          return c.end(
              DecimalArithmetic.fma(
                  c.begin(), Conversion.of(a[1]), Conversion.of(a[2]), Conversion.of(a[3])));
        });
    b.method(
        "compare_total(self, x, y, /)",
        "Compare x and y using their abstract representation.",
        (self, x, y) ->
            new DecimalObject(
                DecimalValue.of(DecimalShape.compareTotal(Conversion.of(x), Conversion.of(y)))));
    b.method(
        "compare_total_mag(self, x, y, /)",
        "Compare x and y using their abstract representation, without their signs.",
        (self, x, y) ->
            new DecimalObject(
                DecimalValue.of(
                    DecimalShape.compareTotal(
                        Conversion.of(x).withSign(false), Conversion.of(y).withSign(false)))));
    b.method(
        "same_quantum(self, x, y, /)",
        "Return True if the two operands have the same exponent.",
        (self, x, y) -> DecimalMethods.sameQuantum(Conversion.of(x), Conversion.of(y)));
    b.method(
        "number_class(self, x, /)",
        "Return an indication of the class of x.",
        (self, x) -> DecimalShape.numberClass(context(self).rules(), Conversion.of(x)));
    b.method("radix(self, /)", "Return 10.", self -> new DecimalObject(DecimalValue.of(10)));
  }

  private static void copies(TypeBuilder b) {
    b.method(
        "canonical(self, x, /)",
        "Return a new instance of x.",
        (self, x) -> {
          if (x instanceof DecimalObject) {
            return x;
          }
          throw Errors.typeError("argument must be a Decimal");
        });
    b.method(
        "copy_decimal(self, x, /)",
        "Return a copy of Decimal x.",
        (self, x) -> new DecimalObject(Conversion.of(x)));
    b.method(
        "copy_abs(self, x, /)",
        "Return a copy of x with the sign set to 0.",
        (self, x) -> new DecimalObject(Conversion.of(x).withSign(false)));
    b.method(
        "copy_negate(self, x, /)",
        "Return a copy of x with the sign inverted.",
        (self, x) -> new DecimalObject(Conversion.of(x).negated()));
    b.method(
        "copy_sign(self, x, y, /)",
        "Copy the sign from y to x.",
        (self, x, y) ->
            new DecimalObject(Conversion.of(x).withSign(Conversion.of(y).isNegative())));
    b.methodN(
        "create_decimal(self, num='0', /)",
        "Create a new Decimal instance, rounded as the context has it.",
        a -> {
          DecimalContext c = context(a[0]);
          c.begin();
          DecimalValue v = Conversion.toRound(a[1], c);
          boolean isTooLong = v.isNan() && v.digits() > c.rules().prec - (c.rules().clamp ? 1 : 0);
          if (isTooLong) {
            c.signal(Signal.CONVERSION_SYNTAX);
            return new DecimalObject(DecimalValue.NAN);
          }
          return c.end(c.begin().finish(v));
        });
    b.method(
        "create_decimal_from_float(self, f, /)",
        "Create a new Decimal instance from float f, rounded as the context has it.",
        (self, f) -> {
          Object plain = PyPayloadInstance.unwrap(f);
          DecimalValue exact =
              plain instanceof Double d ? Conversion.ofDouble(d) : Conversion.orNull(f);
          if (exact == null || f instanceof DecimalObject) {
            throw Errors.typeError("argument must be int or float");
          }
          DecimalContext c = context(self);
          return c.end(c.begin().finish(exact));
        });
  }

  private static void text(TypeBuilder b) {
    b.method(
        "to_sci_string(self, x, /)",
        "Convert a number to a string using scientific notation.",
        (self, x) ->
            WideString.of(
                DecimalText.scientific(Conversion.of(x), context(self).rules().capitals)));
    b.method(
        "to_eng_string(self, x, /)",
        "Convert a number to a string, using engineering notation.",
        (self, x) ->
            WideString.of(
                DecimalText.engineering(Conversion.of(x), context(self).rules().capitals)));
  }
}
