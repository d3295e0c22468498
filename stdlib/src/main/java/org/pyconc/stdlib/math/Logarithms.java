package org.pyconc.stdlib.math;

/** Logarithms to the bases 2 and 10; exact for powers of the base. */
final class Logarithms {
  /** {@code 1 / ln(2)} in two parts. */
  private static final double INVERSE_LN_2 = 0x1.71547652b82fep0;

  private static final double INVERSE_LN_2_LOW = 0x1.777d0ffda0d24p-56;

  private static final double INVERSE_LN_10 = 4.34294481903251816668e-01;
  private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
  private static final double LOG10_2_LOW = 3.69423907715893078616e-13;

  private Logarithms() {}

  static double log2(double x) {
    if (!(x < Double.POSITIVE_INFINITY)) {
      return x;
    }
    boolean isSubnormal = x < Double.MIN_NORMAL;
    double normal = isSubnormal ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal);
    double mantissa = Math.scalb(normal, -exponent);
    if (mantissa > 1.4142135623730951) {
      mantissa *= 0.5;
      exponent++;
    }
    exponent -= isSubnormal ? 54 : 0;
    if (mantissa == 1) {
      return exponent;
    }
    // ln(m) = 2 atanh(s), s = (m - 1) / (m + 1), with s, s**3 / 3 and s**5 / 5 in two parts each.
    DoubleDouble s = DoubleDouble.quotient(mantissa - 1, mantissa + 1, rest(mantissa));
    DoubleDouble square = s.times(s);
    DoubleDouble sum = DoubleDouble.of(tail(square.high()));
    for (int k = 9; k >= 1; k -= 2) {
      sum = sum.times(square).plus(DoubleDouble.of(1).dividedBy(k));
    }
    DoubleDouble log = sum.times(s).times(2);
    DoubleDouble result = log.times(new DoubleDouble(INVERSE_LN_2, INVERSE_LN_2_LOW));
    return result.plus(DoubleDouble.of(exponent)).high();
  }

  /** What {@code m + 1} loses by rounding. */
  private static double rest(double m) {
    double sum = m + 1;
    return m - (sum - 1);
  }

  /** {@code 1/11 + q/13 + q**2/15 + ...} */
  private static double tail(double q) {
    double sum = 0;
    for (int k = 29; k >= 11; k -= 2) {
      sum = sum * q + 1.0 / k;
    }
    return sum;
  }

  static double log10(double x) {
    if (!(x < Double.POSITIVE_INFINITY)) {
      return x;
    }
    boolean isSubnormal = x < Double.MIN_NORMAL;
    double normal = isSubnormal ? x * 0x1p54 : x;
    int k = Math.getExponent(normal);
    int i = k - (isSubnormal ? 54 : 0) < 0 ? 1 : 0;
    double mantissa = Math.scalb(normal, -k - i);
    double y = k - (isSubnormal ? 54 : 0) + i;
    return y * LOG10_2_LOW + INVERSE_LN_10 * Math.log(mantissa) + y * LOG10_2_HIGH;
  }
}
