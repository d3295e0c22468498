package org.pyconc.stdlib.random;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** The methods of {@code Random} about its state, and the bits themselves. */
final class Seeding {
  private static final long VERSION = 3;

  private Seeding() {}

  static void define(TypeBuilder b) {
    b.doc("Random number generator base class used by bound module functions.");
    b.constant("VERSION", VERSION);
    b.method(
        "__init__(self, x=None)",
        "Initialize an instance.",
        (self, x) -> x == PySingleton.NONE ? x : seed((PyRandom) self, x, 2L));
    b.method(
        "seed(self, a=None, version=2)",
        "Initialize internal state from a seed.",
        (self, a, version) -> seed((PyRandom) self, a, version));
    b.method(
        "getstate(self)",
        "Return internal state; can be passed to setstate() later.",
        self -> getState((PyRandom) self));
    b.method(
        "setstate(self, state)",
        "Restore internal state from object returned by getstate().",
        (self, state) -> setState((PyRandom) self, state));
    b.method(
        "__reduce__(self)",
        "Return state information for pickling.",
        self -> PyTuple.of(PyType.of(self), PyTuple.EMPTY, getState((PyRandom) self)));
    b.method(
        "__setstate__(self, state)",
        "Restore internal state.",
        (self, state) -> setState((PyRandom) self, state));
    b.method(
        "random(self, /)",
        "random() -> x in the interval [0, 1).",
        self -> ((PyRandom) self).nextOwn());
    b.method(
        "getrandbits(self, k, /)",
        "getrandbits(k) -> x.  Generates an int with k random bits.",
        (self, k) -> ((PyRandom) self).nextBits(count(k)));
    b.method(
        "randbytes(self, n)", "Generate n random bytes.", (self, n) -> bytes((PyRandom) self, n));
    b.getSet(
        "gauss_next",
        "The next number of gauss(), or None.",
        self -> ((PyRandom) self).nextGauss(),
        (self, value) -> {
          ((PyRandom) self).setNextGauss(value);
          return PySingleton.NONE;
        });
  }

  static void defineSystem(TypeBuilder b) {
    b.doc("Alternate random number generator using sources of the operating system.");
    b.methodN(
        "seed(self, *args, **kwds)",
        "Stub method.  Not used for a system random number generator.",
        a -> PySingleton.NONE);
  }

  private static int count(Object k) {
    Object plain = Items.index(k);
    if (Integers.signum(plain) < 0) {
      throw Errors.valueError("number of bits must be non-negative");
    }
    return Items.toInt(plain);
  }

  private static Object bytes(PyRandom random, Object n) {
    int size = Items.toInt(n);
    if (size < 0) {
      throw Errors.valueError("number of bits must be non-negative");
    }
    byte[] shortest = Integers.big(random.nextBits(count(8L * size))).toByteArray();
    byte[] bytes = new byte[size];
    for (int i = 0; i < Math.min(size, shortest.length); i++) {
      bytes[i] = shortest[shortest.length - 1 - i];
    }
    return new PyBytes(bytes);
  }

  private static Object seed(PyRandom random, Object a, Object version) {
    random.setNextGauss(PySingleton.NONE);
    Object plain = PyPayloadInstance.unwrap(a);
    boolean isFirst = version instanceof Long v && v == 1;
    if (plain == PySingleton.NONE) {
      random.setBits(null);
    } else if (isFirst && (Text.isText(plain) || plain instanceof PyBytes)) {
      random.setBits(MersenneTwister.ofSeed(firstVersion(plain)));
    } else {
      random.setBits(MersenneTwister.ofSeed(key(a, plain)));
    }
    return PySingleton.NONE;
  }

  private static BigInteger key(Object a, Object plain) {
    Object number = Integers.orNull(plain);
    if (number != null) {
      return Integers.big(number).abs();
    }
    if (plain instanceof Double) {
      return new BigInteger(Long.toUnsignedString(Hashing.hash(plain)));
    }
    if (Text.isText(plain)) {
      return ofBytes(Text.java(plain).getBytes(StandardCharsets.UTF_8));
    }
    if (plain instanceof PyBytes b) {
      return ofBytes(b.array());
    }
    if (plain instanceof PyByteArray b) {
      return ofBytes(b.toArray());
    }
    throw Errors.typeError(
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
  }

  /** The bytes and their SHA-512 digest as a number. */
  private static BigInteger ofBytes(byte[] bytes) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
    byte[] all = Arrays.copyOf(bytes, bytes.length + digest.length);
    System.arraycopy(digest, 0, all, bytes.length, digest.length);
    return new BigInteger(1, all);
  }

  /** The hash of strs that Python 2 used. */
  private static BigInteger firstVersion(Object text) {
    int[] points =
        text instanceof PyBytes b
            ? new String(b.array(), StandardCharsets.ISO_8859_1).chars().toArray()
            : Text.codePoints(text);
    long x = points.length == 0 ? 0 : (long) points[0] << 7;
    for (int c : points) {
      x = (1000003 * x) ^ c;
    }
    x ^= points.length;
    return x == -1 ? BigInteger.TWO : new BigInteger(Long.toUnsignedString(x));
  }

  private static Object getState(PyRandom random) {
    MersenneTwister twister = random.twister();
    Object[] words = new Object[MersenneTwister.SIZE + 1];
    for (int i = 0; i < MersenneTwister.SIZE; i++) {
      words[i] = twister.state()[i] & 0xffffffffL;
    }
    words[MersenneTwister.SIZE] = (long) twister.index();
    return PyTuple.of(VERSION, PyTuple.of(words), random.nextGauss());
  }

  private static Object setState(PyRandom random, Object state) {
    random.twister();
    Object version = Items.get(state, 0L);
    if (!(version instanceof Long v) || (v != VERSION && v != VERSION - 1)) {
      throw Errors.valueError(
          "state with version "
              + Text.javaStr(version)
              + " passed to Random.setstate() of version "
              + VERSION);
    }
    Object internal = Items.get(state, 1L);
    if (!(internal instanceof PyTuple words)) {
      throw Errors.typeError("state vector must be a tuple");
    }
    if (words.size() != MersenneTwister.SIZE + 1) {
      throw Errors.valueError("state vector is the wrong size");
    }
    int[] copy = new int[MersenneTwister.SIZE];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = word(words.get(i));
    }
    Object index = Items.index(words.get(MersenneTwister.SIZE));
    if (!(index instanceof Long at) || at < 0 || at > MersenneTwister.SIZE) {
      throw Errors.valueError("invalid state");
    }
    random.setBits(new MersenneTwister(copy, (int) (long) at));
    random.setNextGauss(Items.get(state, 2L));
    return PySingleton.NONE;
  }

  private static int word(Object value) {
    Object plain = Integers.orNull(value);
    if (plain == null) {
      throw Errors.typeError("an integer is required, not " + PyType.of(value).name());
    }
    if (Integers.signum(plain) < 0) {
      throw Errors.overflow("can't convert negative value to unsigned int");
    }
    return Integers.big(plain).intValue();
  }
}
