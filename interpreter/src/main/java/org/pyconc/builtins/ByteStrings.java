package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/** What bytes-like values contain. */
final class ByteStrings {
  private ByteStrings() {}

  /** The bytes of a bytes-like value, read only, or null if it is none. */
  static byte @Nullable [] bytesOrNull(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyBytes b -> b.array();
      case PyByteArray b -> b.array().length == b.size() ? b.array() : b.toArray();
      default -> null;
    };
  }

  /** The bytes of an argument that must be bytes-like, read only. */
  static byte[] bytes(Object value) {
    byte[] bytes = bytesOrNull(value);
    if (bytes == null) {
      throw Errors.typeError(
          "a bytes-like object is required, not '" + PyType.of(value).name() + "'");
    }
    return bytes;
  }
}
