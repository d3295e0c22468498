package org.pyconc.stdlib.decimal;

/** What becomes of digits that are dropped. */
enum Rounding {
  ROUND_UP,
  ROUND_DOWN,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_UP,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_05UP;

  /**
   * Whether the last digit that is kept goes up.
   *
   * @param half how the dropped part compares with half a unit
   * @param isZero whether all dropped digits are 0
   * @param lastDigit the last digit that is kept
   */
  boolean goesUp(boolean isNegative, int half, boolean isZero, int lastDigit) {
    if (isZero) {
      return false;
    }
    return switch (this) {
      case ROUND_UP -> true;
      case ROUND_DOWN -> false;
      case ROUND_CEILING -> !isNegative;
      case ROUND_FLOOR -> isNegative;
      case ROUND_HALF_UP -> half >= 0;
      case ROUND_HALF_DOWN -> half > 0;
      case ROUND_HALF_EVEN -> half > 0 || half == 0 && lastDigit % 2 == 1;
      case ROUND_05UP -> lastDigit % 5 == 0;
    };
  }

  /** Whether what is too large becomes infinite; else it is the largest number. */
  boolean overflowsToInfinity(boolean isNegative) {
    return switch (this) {
      case ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN -> true;
      case ROUND_DOWN, ROUND_05UP -> false;
      case ROUND_CEILING -> !isNegative;
      case ROUND_FLOOR -> isNegative;
    };
  }
}
