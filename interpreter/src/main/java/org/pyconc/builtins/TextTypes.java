package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.BytesIterator;
import org.pyconc.operations.StrIterator;

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
      case "bytes_iterator", "bytearray_iterator" ->
          b.method(
              "__length_hint__(self, /)",
              "Private method returning an estimate of len(list(it)).",
              self -> (long) ((BytesIterator) self).remaining());
      case "str_iterator" ->
          b.method(
              "__length_hint__(self, /)",
              "Private method returning an estimate of len(list(it)).",
              self -> (long) ((StrIterator) self).remaining());
      default -> {
        return false;
      }
    }
    return true;
  }
}
