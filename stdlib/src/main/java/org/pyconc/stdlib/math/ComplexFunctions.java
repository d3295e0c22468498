package org.pyconc.stdlib.math;

import org.pyconc.objects.PyComplex;

/**
 * The functions of {@code cmath}, by W. Kahan, "Branch cuts for complex elementary functions", with
 * care for arguments whose intermediate results would overflow or vanish.
 */
final class ComplexFunctions {
  private static final double LN_2 = 0.693147180559945309417;
  private static final double LN_10 = 2.30258509299404568402;
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double SQRT_LARGE = Math.sqrt(LARGE);
  private static final double LOG_LARGE = Math.log(LARGE);
  private static final double SQRT_MIN = Math.sqrt(Double.MIN_NORMAL);
  private static final int SCALE_UP = 53;
  private static final int SCALE_DOWN = -27;

  /** Between these magnitudes the logarithm of the magnitude is small. */
  private static final double NEAR_ONE_FROM = 0.71;

  private static final double NEAR_ONE_TO = 1.73;

  private ComplexFunctions() {}

  static PyComplex sqrt(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.SQRT, re, im);
    if (special != null) {
      return special;
    }
    if (re == 0 && im == 0) {
      return new PyComplex(0, im);
    }
    double x = Math.abs(re);
    double y = Math.abs(im);
    double s;
    if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
      x = Math.scalb(x, SCALE_UP);
      s = Math.scalb(Math.sqrt(x + Math.hypot(x, Math.scalb(y, SCALE_UP))), SCALE_DOWN);
    } else {
      x /= 8;
      s = 2 * Math.sqrt(x + Math.hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return re >= 0
        ? new PyComplex(s, Math.copySign(d, im))
        : new PyComplex(d, Math.copySign(s, im));
  }

  private static boolean isLarge(double re, double im) {
    return Math.abs(re) > LARGE || Math.abs(im) > LARGE;
  }

  private static double logOfTwiceLarge(double re, double im) {
    return Math.log(Math.hypot(re / 2, im / 2)) + LN_2 * 2;
  }

  static PyComplex acos(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.ACOS, re, im);
    if (special != null) {
      return special;
    }
    if (isLarge(re, im)) {
      double log = logOfTwiceLarge(re, im);
      return new PyComplex(
          Math.atan2(Math.abs(im), re), re < 0 ? -Math.copySign(log, im) : Math.copySign(log, -im));
    }
    PyComplex a = sqrt(new PyComplex(1 - re, -im));
    PyComplex b = sqrt(new PyComplex(1 + re, im));
    return new PyComplex(
        2 * Math.atan2(a.real(), b.real()),
        Hyperbolic.asinh(b.real() * a.imaginary() - b.imaginary() * a.real()));
  }

  static PyComplex acosh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.ACOSH, re, im);
    if (special != null) {
      return special;
    }
    if (isLarge(re, im)) {
      return new PyComplex(logOfTwiceLarge(re, im), Math.atan2(im, re));
    }
    PyComplex a = sqrt(new PyComplex(re - 1, im));
    PyComplex b = sqrt(new PyComplex(re + 1, im));
    return new PyComplex(
        Hyperbolic.asinh(a.real() * b.real() + a.imaginary() * b.imaginary()),
        2 * Math.atan2(a.imaginary(), b.real()));
  }

  static PyComplex asin(PyComplex z) {
    return turnBack(asinh(turn(z)));
  }

  static PyComplex asinh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.ASINH, re, im);
    if (special != null) {
      return special;
    }
    if (isLarge(re, im)) {
      double log = logOfTwiceLarge(re, im);
      return new PyComplex(
          Math.copySign(1, im) > 0 ? Math.copySign(log, re) : -Math.copySign(log, -re),
          Math.atan2(im, Math.abs(re)));
    }
    PyComplex a = sqrt(new PyComplex(1 + im, -re));
    PyComplex b = sqrt(new PyComplex(1 - im, re));
    return new PyComplex(
        Hyperbolic.asinh(a.real() * b.imaginary() - b.real() * a.imaginary()),
        Math.atan2(im, a.real() * b.real() - a.imaginary() * b.imaginary()));
  }

  static PyComplex atan(PyComplex z) {
    return turnBack(atanh(turn(z)));
  }

  static PyComplex atanh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.ATANH, re, im);
    if (special != null) {
      return special;
    }
    if (Math.copySign(1, re) < 0) {
      PyComplex other = atanh(new PyComplex(-re, -im));
      return new PyComplex(-other.real(), -other.imaginary());
    }
    double y = Math.abs(im);
    if (re > SQRT_LARGE || y > SQRT_LARGE) {
      double h = Math.hypot(re / 2, im / 2);
      return new PyComplex(re / 4 / h / h, -Math.copySign(Math.PI / 2, -im));
    }
    if (re == 1 && y < SQRT_MIN) {
      if (y == 0) {
        throw MathModule.domainError();
      }
      return new PyComplex(
          -Math.log(Math.sqrt(y) / Math.sqrt(Math.hypot(y, 2))),
          Math.copySign(Math.atan2(2, -y) / 2, im));
    }
    return new PyComplex(
        Math.log1p(4 * re / ((1 - re) * (1 - re) + y * y)) / 4,
        -Math.atan2(-2 * im, (1 - re) * (1 + re) - y * y) / 2);
  }

  /** i times z. */
  private static PyComplex turn(PyComplex z) {
    return new PyComplex(-z.imaginary(), z.real());
  }

  /** -i times z. */
  private static PyComplex turnBack(PyComplex z) {
    return new PyComplex(z.imaginary(), -z.real());
  }

  static PyComplex cos(PyComplex z) {
    return cosh(turn(z));
  }

  static PyComplex sin(PyComplex z) {
    return turnBack(sinh(turn(z)));
  }

  static PyComplex tan(PyComplex z) {
    return turnBack(tanh(turn(z)));
  }

  static PyComplex cosh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.COSH, re, im);
    if (special != null) {
      return special;
    }
    if (Double.isInfinite(re)) {
      return new PyComplex(
          Math.copySign(Double.POSITIVE_INFINITY, Math.cos(im)),
          Math.copySign(re, re * Math.sin(im)));
    }
    if (Math.abs(re) > LOG_LARGE) {
      double less = re - Math.copySign(1, re);
      return checked(
          Math.cos(im) * Hyperbolic.cosh(less) * Math.E, Math.sin(im) * Math.sinh(less) * Math.E);
    }
    return checked(Math.cos(im) * Hyperbolic.cosh(re), Math.sin(im) * Math.sinh(re));
  }

  static PyComplex sinh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.SINH, re, im);
    if (special != null) {
      return special;
    }
    if (Double.isInfinite(re)) {
      return new PyComplex(
          Math.copySign(re, re * Math.cos(im)),
          Math.copySign(Double.POSITIVE_INFINITY, Math.sin(im)));
    }
    if (Math.abs(re) > LOG_LARGE) {
      double less = re - Math.copySign(1, re);
      return checked(
          Math.cos(im) * Math.sinh(less) * Math.E, Math.sin(im) * Hyperbolic.cosh(less) * Math.E);
    }
    return checked(Math.cos(im) * Math.sinh(re), Math.sin(im) * Hyperbolic.cosh(re));
  }

  static PyComplex tanh(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.TANH, re, im);
    if (special != null) {
      return special;
    }
    if (Double.isInfinite(re)) {
      return new PyComplex(Math.copySign(1, re), Math.copySign(0, 2 * Math.sin(im) * Math.cos(im)));
    }
    if (Math.abs(re) > LOG_LARGE) {
      return new PyComplex(
          Math.copySign(1, re), 4 * Math.sin(im) * Math.cos(im) * Math.exp(-2 * Math.abs(re)));
    }
    double tx = StrictMath.tanh(re);
    double ty = Math.tan(im);
    double cx = 1 / Hyperbolic.cosh(re);
    double product = tx * ty;
    double denominator = 1 + product * product;
    return new PyComplex(tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx);
  }

  static PyComplex exp(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.EXP, re, im);
    if (special != null) {
      return special;
    }
    if (Double.isInfinite(re)) {
      double size = re > 0 ? re : 0;
      return new PyComplex(Math.copySign(size, Math.cos(im)), Math.copySign(size, Math.sin(im)));
    }
    if (re > LOG_LARGE) {
      double l = Math.exp(re - 1);
      return checked(l * Math.cos(im) * Math.E, l * Math.sin(im) * Math.E);
    }
    double l = Math.exp(re);
    return checked(l * Math.cos(im), l * Math.sin(im));
  }

  static PyComplex log(PyComplex z) {
    double re = z.real();
    double im = z.imaginary();
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.LOG, re, im);
    return special != null ? special : new PyComplex(logOfMagnitude(re, im), Math.atan2(im, re));
  }

  private static double logOfMagnitude(double re, double im) {
    double x = Math.abs(re);
    double y = Math.abs(im);
    if (x > LARGE || y > LARGE) {
      return Math.log(Math.hypot(x / 2, y / 2)) + LN_2;
    }
    if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
      if (x == 0 && y == 0) {
        throw MathModule.domainError();
      }
      return Math.log(Math.hypot(Math.scalb(x, SCALE_UP), Math.scalb(y, SCALE_UP)))
          - SCALE_UP * LN_2;
    }
    double h = Math.hypot(x, y);
    if (h < NEAR_ONE_FROM || h > NEAR_ONE_TO) {
      return Math.log(h);
    }
    double more = Math.max(x, y);
    double less = Math.min(x, y);
    return Math.log1p((more - 1) * (more + 1) + less * less) / 2;
  }

  static PyComplex log10(PyComplex z) {
    PyComplex log = log(z);
    return new PyComplex(log.real() / LN_10, log.imaginary() / LN_10);
  }

  static PyComplex rect(double r, double phi) {
    PyComplex special = ComplexSpecialValues.find(ComplexSpecialValues.RECT, r, phi);
    if (special != null) {
      return special;
    }
    if (Double.isInfinite(r)) {
      return new PyComplex(
          Math.copySign(r, r * Math.cos(phi)), Math.copySign(r, r * Math.sin(phi)));
    }
    // Not by cos and sin: the result keeps the sign of a zero.
    return phi == 0
        ? new PyComplex(r, r * phi)
        : new PyComplex(r * Math.cos(phi), r * Math.sin(phi));
  }

  private static PyComplex checked(double re, double im) {
    if (Double.isInfinite(re) || Double.isInfinite(im)) {
      throw MathModule.rangeError();
    }
    return new PyComplex(re, im);
  }
}
