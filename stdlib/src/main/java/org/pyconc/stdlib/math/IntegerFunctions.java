package org.pyconc.stdlib.math;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;

/** The functions of module {@code math} on ints. */
final class IntegerFunctions {
  private IntegerFunctions() {}

  static void define(ModuleBuilder b) {
    b.functionN("gcd(*integers)", "Greatest Common Divisor.", a -> gcd(((PyTuple) a[0]).items()));
    b.functionN("lcm(*integers)", "Least Common Multiple.", a -> lcm(((PyTuple) a[0]).items()));
    b.function("factorial(x, /)", "Find x!.", x -> factorial(Items.index(x)));
    b.function(
        "isqrt(n, /)", "Return the integer part of the square root of the input.", n -> isqrt(n));
    b.function(
        "comb(n, k, /)",
        "Number of ways to choose k items from n items without repetition and without order.",
        (n, k) -> comb(Items.index(n), Items.index(k)));
    b.function(
        "perm(n, k=None, /)",
        "Number of ways to choose k items from n items without repetition and with order.",
        IntegerFunctions::perm);
  }

  private static Object gcd(Object[] values) {
    Object result = 0L;
    for (Object value : values) {
      result = gcd(result, Items.index(value));
    }
    return result;
  }

  private static Object gcd(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && x != Long.MIN_VALUE && y != Long.MIN_VALUE) {
      long p = Math.abs(x);
      long q = Math.abs(y);
      while (q != 0) {
        long rest = p % q;
        p = q;
        q = rest;
      }
      return p;
    }
    return Integers.normalise(Integers.big(a).gcd(Integers.big(b)));
  }

  private static Object lcm(Object[] values) {
    Object result = 1L;
    for (Object value : values) {
      Object plain = Items.index(value);
      Object divisor = gcd(result, plain);
      result =
          Integers.signum(divisor) == 0
              ? 0L
              : IntegerArithmetic.abs(
                  IntegerArithmetic.multiply(
                      IntegerArithmetic.floorDivide(result, divisor), plain));
    }
    return result;
  }

  private static Object factorial(Object n) {
    if (Integers.signum(n) < 0) {
      throw Errors.valueError("factorial() not defined for negative values");
    }
    if (!(n instanceof Long count) || count > Integer.MAX_VALUE) {
      throw Errors.overflow("factorial() argument should not exceed 9223372036854775807");
    }
    return product(1, count);
  }

  /** The product of the numbers above {@code low} up to {@code high}, by halves. */
  private static Object product(long low, long high) {
    if (high - low <= 16) {
      Scheduler.poll();
      Object result = 1L;
      for (long i = low + 1; i <= high; i++) {
        result = IntegerArithmetic.multiply(result, i);
      }
      return result;
    }
    long middle = (low + high) >>> 1;
    return IntegerArithmetic.multiply(product(low, middle), product(middle, high));
  }

  private static Object isqrt(Object value) {
    Object n = Items.index(value);
    if (Integers.signum(n) < 0) {
      throw Errors.valueError("isqrt() argument must be nonnegative");
    }
    if (n instanceof Long l && l < 1L << 52) {
      return (long) Math.sqrt((double) l);
    }
    return Integers.normalise(Integers.big(n).sqrt());
  }

  private static Object perm(Object n, Object k) {
    if (k == PySingleton.NONE) {
      return factorial(Items.index(n));
    }
    Object count = Items.index(n);
    Object chosen = Items.index(k);
    checkCounts(count, chosen);
    if (Integers.big(chosen).compareTo(Integers.big(count)) > 0) {
      return 0L;
    }
    long terms = terms(chosen, "k must not exceed 9223372036854775807");
    return falling(Integers.big(count), terms);
  }

  private static void checkCounts(Object n, Object k) {
    if (Integers.signum(n) < 0) {
      throw Errors.valueError("n must be a non-negative integer");
    }
    if (Integers.signum(k) < 0) {
      throw Errors.valueError("k must be a non-negative integer");
    }
  }

  private static long terms(Object k, String message) {
    if (k instanceof Long l) {
      return l;
    }
    throw Errors.overflow(message);
  }

  /** {@code n (n - 1) ... (n - terms + 1)}, by halves. */
  private static Object falling(BigInteger n, long terms) {
    if (terms <= 8) {
      Scheduler.poll();
      Object result = 1L;
      for (long i = 0; i < terms; i++) {
        result =
            IntegerArithmetic.multiply(
                result, Integers.normalise(n.subtract(BigInteger.valueOf(i))));
      }
      return result;
    }
    long half = terms >>> 1;
    return IntegerArithmetic.multiply(
        falling(n, half), falling(n.subtract(BigInteger.valueOf(half)), terms - half));
  }

  private static Object comb(Object n, Object k) {
    checkCounts(n, k);
    BigInteger count = Integers.big(n);
    BigInteger rest = count.subtract(Integers.big(k));
    if (rest.signum() < 0) {
      return 0L;
    }
    BigInteger fewer = rest.min(Integers.big(k));
    long terms =
        terms(Integers.normalise(fewer), "min(n - k, k) must not exceed 9223372036854775807");
    return choose(count, terms);
  }

  /** {@code C(n, k) = C(n, j) C(n - j, k - j) / C(k, j)} with j half of k. */
  private static Object choose(BigInteger n, long k) {
    Scheduler.poll();
    if (k <= 8) {
      return IntegerArithmetic.floorDivide(falling(n, k), product(1, k));
    }
    long half = k >>> 1;
    Object both =
        IntegerArithmetic.multiply(
            choose(n, half), choose(n.subtract(BigInteger.valueOf(half)), k - half));
    return IntegerArithmetic.floorDivide(both, choose(BigInteger.valueOf(k), half));
  }
}
