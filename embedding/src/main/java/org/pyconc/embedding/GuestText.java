package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** An instance of a subclass of str: text for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestText extends GuestObject {
  private final String text;

  GuestText(Heap heap, Object value, String text) {
    super(heap, value);
    this.text = text;
  }

  @ExportMessage
  boolean isString() {
    return true;
  }

  @ExportMessage
  String asString() {
    return text;
  }
}
