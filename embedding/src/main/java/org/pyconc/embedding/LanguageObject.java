package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** Something of a program that tools and other languages know to be of this language. */
@ExportLibrary(InteropLibrary.class)
abstract class LanguageObject implements TruffleObject {
  final Heap heap;

  LanguageObject(Heap heap) {
    this.heap = heap;
  }

  @ExportMessage
  final boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  final Class<? extends TruffleLanguage<?>> getLanguage() {
    return PyconcLanguage.class;
  }

  @ExportMessage
  final Object toDisplayString(boolean allowSideEffects) {
    return display(allowSideEffects);
  }

  /** What people are shown. */
  abstract Object display(boolean allowSideEffects);
}
