package org.pyconc.stdlib.hashlib;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Text;

/** A hash that is fed with bytes: {@code _hashlib.HASH}. */
final class PyHash extends PyObject {
  static final PyType TYPE =
      new PyType("_hashlib.HASH", BuiltinTypes.OBJECT, false, null, PyHash::define);

  private final String name;
  private final MessageDigest digest;

  private PyHash(String name, MessageDigest digest) {
    this.name = name;
    this.digest = digest;
  }

  /** The host's name of an algorithm, or null if it has none. */
  static @Nullable String hostName(String name) {
    return switch (name) {
      case "md5" -> "MD5";
      case "sha1" -> "SHA-1";
      case "sha224" -> "SHA-224";
      case "sha256" -> "SHA-256";
      case "sha384" -> "SHA-384";
      case "sha512" -> "SHA-512";
      case "sha3_224" -> "SHA3-224";
      case "sha3_256" -> "SHA3-256";
      case "sha3_384" -> "SHA3-384";
      case "sha3_512" -> "SHA3-512";
      default -> null;
    };
  }

  /** A hash of some bytes so far. */
  static PyHash make(String name, Object data) {
    String plain = name.toLowerCase(Locale.ROOT).replace("sha-", "sha");
    String host = hostName(plain);
    if (host == null) {
      throw Errors.valueError("unsupported hash type " + name);
    }
    try {
      PyHash hash = new PyHash(plain, MessageDigest.getInstance(host));
      hash.update(data);
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw Errors.valueError("unsupported hash type " + name);
    }
  }

  private void update(Object data) {
    Object plain = PyPayloadInstance.unwrap(data);
    if (Text.isText(plain)) {
      throw Errors.typeError("Strings must be encoded before hashing");
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    if (bytes == null) {
      throw Errors.typeError("object supporting the buffer API required");
    }
    digest.update(bytes);
  }

  private PyHash copy() {
    try {
      return new PyHash(name, (MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw Errors.valueError("this hash cannot be copied");
    }
  }

  private byte[] value() {
    return copy().digest.digest();
  }

  private long blockSize() {
    return switch (name) {
      case "sha384", "sha512" -> 128;
      case "sha3_224" -> 144;
      case "sha3_256" -> 136;
      case "sha3_384" -> 104;
      case "sha3_512" -> 72;
      default -> 64;
    };
  }

  private static void define(TypeBuilder b) {
    b.doc("A hash is an object used to calculate a checksum of a string of information.");
    b.method(
        "update(self, obj, /)",
        "Feeds bytes.",
        (self, data) -> {
          ((PyHash) self).update(data);
          return PySingleton.NONE;
        });
    b.method("digest(self, /)", "The hash so far.", self -> new PyBytes(((PyHash) self).value()));
    b.method(
        "hexdigest(self, /)",
        "The hash so far, in hexadecimal digits.",
        self -> HexFormat.of().formatHex(((PyHash) self).value()));
    b.method("copy(self, /)", "Another one with the same state.", self -> ((PyHash) self).copy());
    b.getter("name", "", self -> ((PyHash) self).name);
    b.getter("digest_size", "", self -> (long) ((PyHash) self).digest.getDigestLength());
    b.getter("block_size", "", self -> ((PyHash) self).blockSize());
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> "<" + ((PyHash) self).name + " _hashlib.HASH object @ " + Text.address(self) + ">");
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
