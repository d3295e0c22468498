package org.pyconc.stdlib.random;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * An instance of {@code random.Random}. It is seeded when it is first used. A copy for another
 * process goes on from the same state, but the instance behind the module's functions is seeded
 * anew, as after a fork.
 */
public final class PyRandom extends PyInstance implements Transferable {
  private final boolean isSystem;
  private boolean isShared;
  private @Nullable RandomBits bits;
  private Object nextGauss = PySingleton.NONE;

  PyRandom(PyType type) {
    super(type);
    this.isSystem = type.isSubtypeOf(RandomTypes.SYSTEM_RANDOM);
  }

  /** Makes this the instance whose methods are the module's functions. */
  PyRandom shared() {
    isShared = true;
    return this;
  }

  @Override
  public Object copy(Copier copier) {
    PyRandom copy = new PyRandom(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.isShared = isShared;
    RandomBits own = bits;
    if (own != null && !isShared) {
      copy.bits = own.copy();
      copy.nextGauss = nextGauss;
    }
    return copy;
  }

  RandomBits bits() {
    RandomBits known = bits;
    if (known == null) {
      known = isSystem ? new SystemBits() : MersenneTwister.ofKey(entropy());
      bits = known;
    }
    return known;
  }

  /** What differs between two generators and two runs, without asking the operating system. */
  private int[] entropy() {
    long now = System.nanoTime();
    long date = System.currentTimeMillis();
    long other = ProcessHandle.current().pid() ^ ((long) System.identityHashCode(this) << 32);
    long place = System.identityHashCode(Thread.currentThread()) * 0x9e3779b97f4a7c15L ^ hashCode();
    return new int[] {
      (int) now,
      (int) (now >> 32),
      (int) date,
      (int) (date >> 32),
      (int) other,
      (int) (other >> 32),
      (int) place,
      (int) (place >> 32)
    };
  }

  void setBits(@Nullable RandomBits newBits) {
    bits = newBits;
  }

  /** The second of two normally distributed numbers, or None. */
  Object nextGauss() {
    return nextGauss;
  }

  void setNextGauss(Object value) {
    nextGauss = value;
  }

  /** Whether a program's subclass has its own method of that name. */
  private boolean overrides(String method) {
    return !type().isNative() && !(type().lookup(method) instanceof NativeMethod);
  }

  /** {@code self.random()}, also that of a subclass. */
  double next() {
    return overrides("random") ? FloatArithmetic.toDouble(Calls.method(this, "random")) : nextOwn();
  }

  /** A number from 0 up to but not including 1. */
  double nextOwn() {
    RandomBits source = bits();
    long high = source.next() >>> 5;
    long low = source.next() >>> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
  }

  /** {@code self.getrandbits(count)} without regard to subclasses: a plain int. */
  Object nextBits(int count) {
    RandomBits source = bits();
    if (count <= 32) {
      return count == 0 ? 0L : (source.next() & 0xffffffffL) >>> (32 - count);
    }
    if (count < 64) {
      long low = source.next() & 0xffffffffL;
      return (((source.next() & 0xffffffffL) >>> (64 - count)) << 32) | low;
    }
    int words = (count - 1) / 32 + 1;
    byte[] bytes = new byte[words * 4];
    for (int i = 0; i < words; i++) {
      int rest = count - 32 * i;
      int word = source.next() >>> (rest < 32 ? 32 - rest : 0);
      for (int j = 0; j < 4; j++) {
        bytes[bytes.length - 1 - 4 * i - j] = (byte) (word >>> (8 * j));
      }
    }
    return Integers.normalise(new BigInteger(1, bytes));
  }

  /** A plain int from 0 up to but not including a positive one. */
  Object below(Object limit) {
    boolean hasOwnBits = overrides("getrandbits");
    if (!hasOwnBits && overrides("random")) {
      return belowByRandom(limit);
    }
    int count = (int) Integers.bitLength(limit);
    while (true) {
      Object value =
          hasOwnBits
              ? Items.index(Calls.method(this, "getrandbits", (long) count))
              : nextBits(count);
      if (value instanceof Long v && limit instanceof Long n
          ? v < n
          : Integers.big(value).compareTo(Integers.big(limit)) < 0) {
        return value;
      }
    }
  }

  /** For a subclass with a {@code random()} of its own, which gives 53 bits. */
  private Object belowByRandom(Object limit) {
    double most = 0x1p53;
    double n = Integers.toDouble(limit);
    if (n >= most) {
      return Integers.fromDouble(Math.floor(next() * n));
    }
    double bound = (most - most % n) / most;
    double value = next();
    while (value >= bound) {
      value = next();
    }
    return (long) (value * most) % (long) limit;
  }

  /** {@link #below} for a positive long. */
  long below(long limit) {
    if (type().isNative()) {
      int count = 64 - Long.numberOfLeadingZeros(limit);
      long value = (long) nextBits(count);
      while (value >= limit) {
        value = (long) nextBits(count);
      }
      return value;
    }
    return (long) below((Object) limit);
  }

  /** Checks that a state can be told and set. */
  MersenneTwister twister() {
    if (bits() instanceof MersenneTwister t) {
      return t;
    }
    throw Errors.of(
        ExceptionTypes.NOT_IMPLEMENTED_ERROR, "System entropy source does not have state.");
  }
}
