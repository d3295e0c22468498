package org.pyconc.stdlib.hashlib;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;

/**
 * Hashes of bytes, by the host's implementations.
 *
 * @see <a href="https://docs.python.org/3.11/library/hashlib.html">hashlib</a>
 */
public final class HashlibModule implements NativeModule {
  private static final String[] NAMES = {
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512"
  };

  @Override
  public String name() {
    return "hashlib";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (String name : NAMES) {
      b.functionN(
          name + "(string=b'', *, usedforsecurity=True)",
          "Returns a " + name + " hash object; optionally initialized with a string",
          a -> PyHash.make(name, a[0]));
    }
    b.functionN(
        "new(name, data=b'', *, usedforsecurity=True)",
        "A hash of that name.",
        a -> PyHash.make(Text.java(a[0]), a[1]));
    Object names = Calls.call1(BuiltinTypes.SET, PyTuple.of((Object[]) NAMES.clone()));
    b.constant("algorithms_guaranteed", names);
    b.constant("algorithms_available", names);
    b.functionN(
        "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)",
        "Password based key derivation function 2.",
        HashlibModule::derive);
    b.function(
        "file_digest(fileobj, digest, /)",
        "The hash of a file's content.",
        (file, digest) -> {
          Object data = Calls.method(file, "read");
          return Text.isText(digest)
              ? PyHash.make(Text.java(digest), data)
              : Calls.call1(digest, data);
        });
  }

  private static Object derive(Object[] a) {
    String name = Text.java(a[0]).toLowerCase(Locale.ROOT);
    byte[] password = Buffers.bytes(a[1]);
    long iterations = Items.toLong(a[3]);
    if (iterations < 1) {
      throw Errors.valueError("iteration value must be greater than 0.");
    }
    try {
      Mac mac = Mac.getInstance("Hmac" + name.toUpperCase(Locale.ROOT));
      mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "RAW"));
      int size = mac.getMacLength();
      int length = a[4] == PySingleton.NONE ? size : Items.toInt(a[4]);
      if (length < 1) {
        throw Errors.valueError("key length must be greater than 0.");
      }
      byte[] result = new byte[(length + size - 1) / size * size];
      for (int block = 0; block * size < length; block++) {
        mac.update(Buffers.bytes(a[2]));
        int number = block + 1;
        byte[] u =
            mac.doFinal(
                new byte[] {
                  (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
                });
        byte[] sum = u.clone();
        for (long i = 1; i < iterations; i++) {
          if ((i & 0x3ff) == 0) {
            Scheduler.poll();
          }
          u = mac.doFinal(u);
          for (int j = 0; j < size; j++) {
            sum[j] ^= u[j];
          }
        }
        System.arraycopy(sum, 0, result, block * size, size);
      }
      return new PyBytes(Arrays.copyOf(result, length));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw Errors.valueError("unsupported hash type " + name);
    }
  }
}
