package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of str, bytes, bytearray and memoryview. */
final class TextTypes {
  private TextTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "str" -> StrType.define(b);
      case "bytes" -> BytesType.define(b);
      case "bytearray" -> ByteArrayType.define(b);
      case "memoryview" -> MemoryViewType.define(b);
      default -> {
        return false;
      }
    }
    return true;
  }
}
