package org.pyconc.stdlib.math;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyComplex;

/**
 * What the functions of {@code cmath} return for arguments that are not finite (Annex G of C99).
 *
 * <p>A table has a row for each kind of real part and a column for each kind of imaginary part:
 * -inf, negative, -0, 0, positive, inf, NaN. A cell has a letter for each part of the result; a
 * capital letter is positive: Infinity, Pi, Half of pi, Quarter of pi, Three quarters of pi, 1 (m
 * for -1), 0 (o for -0). {@code ..} is computed, {@code EE} is an error.
 */
final class ComplexSpecialValues {
  static final String ACOS =
      "TI PI PI Pi Pi Ti NI HI .. .. .. .. Hi NN HI .. .. .. .. Hi HN HI .. .. .. .. Hi HN "
          + "HI .. .. .. .. Hi NN QI 0I 0I 0i 0i Qi NI NI NN NN NN NN Ni NN";
  static final String ACOSH =
      "It Ip Ip IP IP IT IN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN "
          + "Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN NN NN NN IN NN";
  static final String ASINH =
      "iq io io i0 i0 iQ iN ih .. .. .. .. iH NN ih .. .. .. .. iH NN Ih .. .. .. .. IH NN "
          + "Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN No N0 NN IN NN";
  static final String ATANH =
      "oh oh oh oH oH oH oN oh .. .. .. .. oH NN oh .. .. .. .. oH oN 0h .. .. .. .. 0H 0N "
          + "0h .. .. .. .. 0H NN 0h 0h 0h 0H 0H 0H 0N 0h NN NN NN NN 0H NN";
  static final String COSH =
      "EE .. I0 Io .. EE IN EE .. .. .. .. EE NN EE .. .. .. .. EE N0 EE .. .. .. .. EE N0 "
          + "EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN N0 N0 NN NN NN";
  static final String EXP =
      "00 .. 0o 00 .. 00 00 EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN "
          + "EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN No N0 NN NN NN";
  static final String LOG =
      "It Ip Ip IP IP IT IN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN Ih .. .. .. .. IH NN "
          + "Ih .. .. .. .. IH NN Iq Io Io I0 I0 IQ IN IN NN NN NN NN IN NN";
  static final String SINH =
      "EE .. io i0 .. EE IN EE .. .. .. .. EE NN EE .. .. .. .. EE 0N EE .. .. .. .. EE 0N "
          + "EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN No N0 NN NN NN";
  static final String SQRT =
      "Ii 0i 0i 0I 0I II NI Ii .. .. .. .. II NN Ii .. .. .. .. II NN Ii .. .. .. .. II NN "
          + "Ii .. .. .. .. II NN Ii Io Io I0 I0 II IN Ii NN NN NN NN II NN";
  static final String TANH =
      "m0 .. mo m0 .. m0 m0 EE .. .. .. .. EE NN EE .. .. .. .. EE NN EE .. .. .. .. EE NN "
          + "EE .. .. .. .. EE NN 10 .. 1o 10 .. 10 10 NN NN No N0 NN NN NN";
  static final String RECT =
      "EE .. i0 io .. EE IN EE .. .. .. .. EE NN 00 .. .. .. .. 00 00 00 .. .. .. .. 00 00 "
          + "EE .. .. .. .. EE NN EE .. Io I0 .. EE IN NN NN N0 N0 NN NN NN";

  private static final int KINDS = 7;
  private static final int CELL = 3;

  private ComplexSpecialValues() {}

  /** The result for that argument, or null if it has to be computed. */
  static @Nullable PyComplex find(String table, double real, double imaginary) {
    if (isFinite(real) && isFinite(imaginary)) {
      return null;
    }
    int at = (kind(real) * KINDS + kind(imaginary)) * CELL;
    char first = table.charAt(at);
    if (first == '.') {
      return null;
    }
    if (first == 'E') {
      throw MathModule.domainError();
    }
    return new PyComplex(value(first), value(table.charAt(at + 1)));
  }

  static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }

  private static int kind(double x) {
    if (Double.isNaN(x)) {
      return 6;
    }
    if (Double.isInfinite(x)) {
      return x < 0 ? 0 : 5;
    }
    if (x == 0) {
      return Math.copySign(1, x) < 0 ? 2 : 3;
    }
    return x < 0 ? 1 : 4;
  }

  private static double value(char letter) {
    return switch (letter) {
      case 'I' -> Double.POSITIVE_INFINITY;
      case 'i' -> Double.NEGATIVE_INFINITY;
      case 'P' -> Math.PI;
      case 'p' -> -Math.PI;
      case 'H' -> Math.PI / 2;
      case 'h' -> -Math.PI / 2;
      case 'Q' -> Math.PI / 4;
      case 'q' -> -Math.PI / 4;
      case 'T' -> 3 * (Math.PI / 4);
      case 't' -> -3 * (Math.PI / 4);
      case '1' -> 1;
      case 'm' -> -1;
      case '0' -> 0.0;
      case 'o' -> -0.0;
      default -> Double.NaN;
    };
  }
}
