package org.pyconc.embedding;

import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.pyconc.objects.PyBaseException;

/** An exception as a value, which nobody has raised to the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestThrowable extends GuestObject {
  private final PyBaseException exception;

  GuestThrowable(Heap heap, PyBaseException exception) {
    super(heap, exception);
    this.exception = exception;
  }

  private GuestException raised() {
    return heap.tell(() -> GuestException.of(exception, heap));
  }

  @ExportMessage
  boolean isException() {
    return true;
  }

  @ExportMessage
  RuntimeException throwException() {
    throw raised().onThisThread();
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return raised().getExceptionType();
  }

  @ExportMessage
  int getExceptionExitStatus() throws UnsupportedMessageException {
    return raised().getExceptionExitStatus();
  }

  @ExportMessage
  boolean hasExceptionMessage() {
    return true;
  }

  @ExportMessage
  Object getExceptionMessage() {
    return String.valueOf(raised().getMessage());
  }

  @ExportMessage
  boolean hasExceptionCause() {
    return exception.cause() != null;
  }

  @ExportMessage
  Object getExceptionCause() throws UnsupportedMessageException {
    PyBaseException cause = exception.cause();
    if (cause == null) {
      throw UnsupportedMessageException.create();
    }
    return heap.toHost(cause);
  }
}
