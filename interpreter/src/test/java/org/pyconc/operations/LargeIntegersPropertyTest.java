package org.pyconc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is computed in pieces is what the JDK computes at once. */
class LargeIntegersPropertyTest {
  /** Bits; small, so that small numbers are divided. */
  private static final int PIECE = 200;

  private static BigInteger number(Random random, int bits, boolean isNegative) {
    BigInteger magnitude = new BigInteger(bits, random).setBit(bits);
    return isNegative ? magnitude.negate() : magnitude;
  }

  @Property(tries = 300)
  void products(
      @ForAll @IntRange(max = 4000) int bits,
      @ForAll @IntRange(max = 4000) int otherBits,
      @ForAll boolean isNegative,
      @ForAll boolean isOtherNegative,
      @ForAll long seed) {
    Random random = new Random(seed);
    BigInteger a = number(random, bits, isNegative);
    BigInteger b = number(random, otherBits, isOtherNegative);
    assertThat(LargeIntegers.multiply(a, b, PIECE)).isEqualTo(a.multiply(b));
    assertThat(LargeIntegers.multiply(a, a, PIECE)).isEqualTo(a.multiply(a));
    assertThat(LargeIntegers.multiply(a, a.negate(), PIECE)).isEqualTo(a.multiply(a).negate());
  }

  @Property(tries = 200)
  void powers(@ForAll long base, @ForAll @IntRange(max = 60) int exponent) {
    BigInteger b = BigInteger.valueOf(base);
    assertThat(LargeIntegers.power(b, exponent, PIECE)).isEqualTo(b.pow(exponent));
  }

  @Property(tries = 100)
  void powersOfNumbersWithFactorsOfTwo(
      @ForAll @IntRange(min = -2, max = 2) int odd,
      @ForAll @IntRange(max = 100) int twos,
      @ForAll @IntRange(max = 60) int exponent) {
    BigInteger base = BigInteger.valueOf(2L * odd + 1).shiftLeft(twos);
    assertThat(LargeIntegers.power(base, exponent, PIECE)).isEqualTo(base.pow(exponent));
  }
}
