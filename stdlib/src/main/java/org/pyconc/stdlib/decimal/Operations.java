package org.pyconc.stdlib.decimal;

import java.util.List;

/** The operations that both numbers and contexts have as methods. */
final class Operations {
  /** An operation on one number. */
  interface One {
    DecimalValue apply(Rules rules, DecimalValue a);
  }

  /** An operation on two numbers. */
  interface Two {
    DecimalValue apply(Rules rules, DecimalValue a, DecimalValue b);
  }

  /** A question about a number. */
  interface Question {
    boolean ask(Rules rules, DecimalValue a);
  }

  record Unary(String name, String doc, One body) {}

  record Binary(String name, String doc, Two body) {}

  record Test(String name, String doc, boolean hasContext, Question body) {}

  static final List<Unary> UNARY =
      List.of(
          new Unary(
              "exp", "Return the value of the exponential function e**x.", DecimalPowers::exp),
          new Unary("ln", "Return the natural (base e) logarithm.", DecimalPowers::ln),
          new Unary("log10", "Return the base ten logarithm.", DecimalPowers::log10),
          new Unary("logb", "Return the adjusted exponent.", DecimalShape::logb),
          new Unary(
              "logical_invert", "Return the digit-wise inversion.", DecimalShape::logicalInvert),
          new Unary(
              "next_minus", "Return the largest number smaller than x.", DecimalShape::nextMinus),
          new Unary(
              "next_plus", "Return the smallest number larger than x.", DecimalShape::nextPlus),
          new Unary(
              "normalize", "Remove trailing zeros and make zeros equal.", DecimalShape::normalize),
          new Unary("sqrt", "Return the square root to full precision.", DecimalArithmetic::sqrt));

  static final List<Binary> BINARY =
      List.of(
          new Binary("compare", "Compare the values of two numbers.", DecimalShape::compare),
          new Binary(
              "compare_signal",
              "Like compare, except that all NaNs signal.",
              DecimalShape::compareSignal),
          new Binary(
              "logical_and",
              "Return the digit-wise 'and' of two logical operands.",
              (r, a, b) -> DecimalShape.logical(r, a, b, "and")),
          new Binary(
              "logical_or",
              "Return the digit-wise 'or' of two logical operands.",
              (r, a, b) -> DecimalShape.logical(r, a, b, "or")),
          new Binary(
              "logical_xor",
              "Return the digit-wise 'xor' of two logical operands.",
              (r, a, b) -> DecimalShape.logical(r, a, b, "xor")),
          new Binary(
              "max",
              "Return the larger of two numbers.",
              (r, a, b) -> DecimalShape.extreme(r, a, b, true, false)),
          new Binary(
              "max_mag",
              "Return the number with the larger magnitude.",
              (r, a, b) -> DecimalShape.extreme(r, a, b, true, true)),
          new Binary(
              "min",
              "Return the smaller of two numbers.",
              (r, a, b) -> DecimalShape.extreme(r, a, b, false, false)),
          new Binary(
              "min_mag",
              "Return the number with the smaller magnitude.",
              (r, a, b) -> DecimalShape.extreme(r, a, b, false, true)),
          new Binary(
              "next_toward",
              "Return the number next to the first, towards the second.",
              DecimalShape::nextToward),
          new Binary(
              "remainder_near",
              "Return the remainder that is nearest to 0.",
              DecimalArithmetic::remainderNear),
          new Binary("rotate", "Return the number with its digits rotated.", DecimalShape::rotate),
          new Binary(
              "scaleb",
              "Return the first operand with its exponent adjusted by the second.",
              DecimalShape::scaleb),
          new Binary("shift", "Return the number with its digits shifted.", DecimalShape::shift));

  /** Of these, only contexts have methods. */
  static final List<Binary> ARITHMETIC =
      List.of(
          new Binary("add", "Return the sum of x and y.", DecimalArithmetic::add),
          new Binary("divide", "Return x divided by y.", DecimalArithmetic::divide),
          new Binary(
              "divide_int", "Return x divided by y, as integer.", DecimalArithmetic::divideInteger),
          new Binary("multiply", "Return the product of x and y.", DecimalArithmetic::multiply),
          new Binary("remainder", "Return the remainder.", DecimalArithmetic::remainder),
          new Binary(
              "subtract", "Return the difference between x and y.", DecimalArithmetic::subtract));

  static final List<Test> TESTS =
      List.of(
          new Test("is_canonical", "Always true.", false, (r, a) -> true),
          new Test("is_finite", "True if it is finite.", false, (r, a) -> a.isFinite()),
          new Test("is_infinite", "True if it is infinite.", false, (r, a) -> a.isInfinite()),
          new Test("is_nan", "True if it is a NaN.", false, (r, a) -> a.isNan()),
          new Test(
              "is_normal",
              "True if it is a normal number.",
              true,
              (r, a) -> a.isFinite() && !a.isZero() && a.adjusted() >= r.emin),
          new Test(
              "is_qnan",
              "True if it is a quiet NaN.",
              false,
              (r, a) -> a.isNan() && !a.isSignaling()),
          new Test("is_signed", "True if it has a negative sign.", false, (r, a) -> a.isNegative()),
          new Test("is_snan", "True if it is a signaling NaN.", false, (r, a) -> a.isSignaling()),
          new Test(
              "is_subnormal",
              "True if it is subnormal.",
              true,
              (r, a) -> a.isFinite() && !a.isZero() && a.adjusted() < r.emin),
          new Test("is_zero", "True if it is a zero.", false, (r, a) -> a.isZero()));

  private Operations() {}
}
