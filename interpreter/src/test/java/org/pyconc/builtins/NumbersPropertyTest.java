package org.pyconc.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;

/** Laws of numbers. */
class NumbersPropertyTest {
  @Provide
  Arbitrary<Object> ints() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(l -> (Object) l),
        Arbitraries.longs().between(-100, 100).map(l -> (Object) l),
        Arbitraries.bigIntegers()
            .between(BigInteger.TWO.pow(400).negate(), BigInteger.TWO.pow(400))
            .map(Integers::normalise));
  }

  @Property(tries = 300)
  void quotientAndRemainderMakeUpTheNumber(@ForAll("ints") Object a, @ForAll("ints") Object b) {
    Assume.that(Integers.signum(b) != 0);
    Object quotient = Arithmetic.binary(BinaryOp.FLOORDIV, a, b);
    Object rest = Arithmetic.binary(BinaryOp.MOD, a, b);
    assertThat(Arithmetic.add(Arithmetic.multiply(quotient, b), rest)).isEqualTo(a);
    assertThat(Integers.signum(rest)).isIn(0, Integers.signum(b));
    assertThat(((PyTuple) Calls.method(a, "__divmod__", b)).items())
        .containsExactly(quotient, rest);
  }

  @Property(tries = 300)
  void intsReadBack(@ForAll("ints") Object n, @ForAll @IntRange(min = 2, max = 36) int base) {
    assertThat(NumberConversion.toInt(Text.str(n))).isEqualTo(n);
    Object digits = Integers.big(n).toString(base);
    assertThat(NumberConversion.toInt(digits, (long) base)).isEqualTo(n);
    assertThat(NumberConversion.toInt(NumberText.prefixed(n, 16), 0L)).isEqualTo(n);
  }

  @Property(tries = 300)
  void shiftsMultiplyAndDivideByPowersOfTwo(
      @ForAll("ints") Object n, @ForAll @IntRange(max = 200) int count) {
    Object power = IntegerArithmetic.power(2L, (long) count);
    Object shifted = Arithmetic.binary(BinaryOp.LSHIFT, n, (long) count);
    assertThat(shifted).isEqualTo(Arithmetic.multiply(n, power));
    assertThat(Arithmetic.binary(BinaryOp.RSHIFT, shifted, (long) count)).isEqualTo(n);
    assertThat(Arithmetic.binary(BinaryOp.RSHIFT, n, (long) count))
        .isEqualTo(Arithmetic.floorDivide(n, power));
  }

  @Property(tries = 300)
  void intsAreNormalised(@ForAll("ints") Object a, @ForAll("ints") Object b) {
    for (BinaryOp op :
        new BinaryOp[] {BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.AND, BinaryOp.XOR}) {
      Object result = Arithmetic.binary(op, a, b);
      assertThat(result instanceof BigInteger big && big.bitLength() < 64).isFalse();
    }
  }

  @Property(tries = 300)
  void bytesReadBack(@ForAll("ints") Object n) {
    long length = Integers.bitLength(n) / 8 + 1;
    String[] signed = {"signed"};
    Object bytes =
        Calls.call(Attributes.load(n, "to_bytes"), new Object[] {length, "little", true}, signed);
    Object back =
        Calls.call(Attributes.load(0L, "from_bytes"), new Object[] {bytes, "little", true}, signed);
    assertThat(back).isEqualTo(n);
  }

  @Property(tries = 300)
  void floatsReadBack(@ForAll double x) {
    assertThat(NumberConversion.toFloat(NumberText.real(x))).isEqualTo(x);
    Object hex = Calls.method(x, "hex");
    assertThat(Calls.method(0.0, "fromhex", hex)).isEqualTo(x);
  }

  @Property(tries = 300)
  void floatsAreTheirRatio(@ForAll double x) {
    PyTuple ratio = FloatArithmetic.integerRatio(x);
    assertThat(IntegerArithmetic.divide(ratio.get(0), ratio.get(1))).isEqualTo(x == 0 ? 0.0 : x);
  }

  @Property(tries = 300)
  void equalNumbersHaveEqualHashes(@ForAll("ints") Object n) {
    double asFloat = Integers.big(n).doubleValue();
    Object back = Integers.fromDouble(asFloat);
    assertThat(Comparison.equal(back, asFloat)).isTrue();
    assertThat(Hashing.hash(back)).isEqualTo(Hashing.hash(asFloat));
    assertThat(Comparison.equal(n, asFloat)).isEqualTo(back.equals(n));
  }

  @Property(tries = 300)
  void modularPowersAgreeWithPowers(
      @ForAll("ints") Object a, @ForAll @IntRange(max = 20) int b, @ForAll("ints") Object m) {
    Assume.that(Integers.signum(m) != 0);
    assertThat(Arithmetic.power(a, (long) b, m))
        .isEqualTo(Arithmetic.modulo(Arithmetic.binary(BinaryOp.POW, a, (long) b), m));
  }
}
