package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;

/**
 * Hash values: equal values have equal ones, numbers of different types too.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/stdtypes.html#hashing-of-numeric-types">Hashing of
 *     numeric types</a>
 */
public final class Hashing {
  private static final long MODULUS = (1L << 61) - 1;
  private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);
  private static final long INFINITY = 314159;
  private static final long IMAGINARY = 1000003;

  private Hashing() {}

  /** {@code hash(value)}, or a TypeError for what cannot be hashed. */
  public static long hash(Object value) {
    return switch (value) {
      case String s -> s.hashCode();
      case Long l -> hash((long) l);
      case Boolean b -> b ? 1 : 0;
      case Double d -> hash((double) d);
      case BigInteger b -> hash(b);
      case PyTuple t -> hash(t);
      case WideString w -> w.hashCode();
      case PyBytes b -> java.util.Arrays.hashCode(b.array());
      case PySingleton s -> identity(s);
      case PyComplex c -> notMinusOne(hash(c.real()) + IMAGINARY * hash(c.imaginary()));
      case PySet s when s.isFrozen() -> hash(s);
      default -> hashByMethod(value);
    };
  }

  private static long notMinusOne(long h) {
    return h == -1 ? -2 : h;
  }

  private static long hash(long value) {
    if (value >= 0) {
      return value < MODULUS ? value : value % MODULUS;
    }
    return notMinusOne(value > -MODULUS ? value : -(-(value + 1) % MODULUS + 1) % MODULUS);
  }

  private static long hash(BigInteger value) {
    long h = value.abs().mod(BIG_MODULUS).longValue();
    return notMinusOne(value.signum() < 0 ? -h : h);
  }

  private static long hash(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 0x1p62) {
      return hash((long) value);
    }
    if (Double.isNaN(value)) {
      return 0; // a float is a value: which object a NaN is cannot be told
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : -INFINITY;
    }
    int exponent = Math.getExponent(value) + 1;
    double mantissa = Math.abs(Math.scalb(value, -exponent));
    long x = 0;
    while (mantissa != 0) {
      x = ((x << 28) & MODULUS) | (x >>> (61 - 28));
      mantissa *= 268435456.0; // 2 ** 28
      exponent -= 28;
      long part = (long) mantissa;
      mantissa -= part;
      x += part;
      if (x >= MODULUS) {
        x -= MODULUS;
      }
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61);
    x = ((x << exponent) & MODULUS) | (x >>> (61 - exponent));
    return notMinusOne(value < 0 ? -x : x);
  }

  private static long hash(PyTuple tuple) {
    long h = 2870177450012600261L; // xxHash's fifth prime, as CPython does
    for (Object item : tuple.items()) {
      h += hash(item) * -4417276706812531889L;
      h = Long.rotateLeft(h, 31);
      h *= -7046029288634856825L;
    }
    h += tuple.size() ^ (2870177450012600261L ^ 3527539L);
    return h == -1 ? 1546275796 : h;
  }

  private static long hash(PySet set) {
    long h = 0;
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      long each = hash(set.elementAt(i));
      h ^= (each ^ 89869747L ^ (each << 16)) * 3644798167L;
    }
    return notMinusOne(h ^ ((set.size() + 1L) * 1927868237L));
  }

  /** A hash that depends on which object it is. */
  public static long identity(Object value) {
    return System.identityHashCode(value);
  }

  private static long hashByMethod(Object value) {
    PyType type = PyType.of(value);
    Object method = type.lookup("__hash__");
    if (method == null || method == PySingleton.NONE) {
      throw Errors.typeError("unhashable type: '" + type.name() + "'");
    }
    if (method == objectHash()) {
      return identity(value);
    }
    if (value instanceof PyPayloadInstance p && isNativeHash(type)) {
      return hash(p.payload());
    }
    Object result = Calls.callUnbound(method, value);
    return switch (PyPayloadInstance.unwrap(result)) {
      case Long l -> notMinusOne(l);
      case BigInteger b -> hash(b);
      case Boolean b -> b ? 1 : 0;
      default -> throw Errors.typeError("__hash__ method should return an integer");
    };
  }

  private static @Nullable Object objectHash() {
    return BuiltinTypes.OBJECT.ownAttribute("__hash__");
  }

  private static boolean isNativeHash(PyType type) {
    for (PyType each : type.mro()) {
      if (each.ownAttribute("__hash__") != null) {
        return each.isNative();
      }
    }
    return false;
  }

  /** Whether the values of this class compare by identity, so that their hash is their own. */
  public static boolean isIdentityHashed(Object value) {
    return value instanceof PyInstance i && i.type().lookup("__hash__") == objectHash();
  }
}
