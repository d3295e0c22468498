package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.Optional;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PyTuple;

/** A list, tuple or range: an array for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestSequence extends GuestObject {
  private final PyObject plain;

  /**
   * @param plain the value itself where {@code value} is an instance of a subclass
   */
  GuestSequence(Heap heap, Object value, PyObject plain) {
    super(heap, value);
    this.plain = plain;
  }

  @ExportMessage
  boolean hasArrayElements() {
    return true;
  }

  @ExportMessage
  long getArraySize() {
    return plain instanceof PyList list ? heap.tell(() -> (long) list.size()) : size();
  }

  private long size() {
    return switch (plain) {
      case PyTuple t -> t.size();
      case PyRange r -> r.length();
      case PyList l -> l.size();
      default -> 0;
    };
  }

  @ExportMessage
  boolean isArrayElementReadable(long index) {
    return index >= 0 && index < getArraySize();
  }

  @ExportMessage
  Object readArrayElement(long index) throws InvalidArrayIndexException {
    return heap.tell(() -> element(index))
        .orElseThrow(() -> InvalidArrayIndexException.create(index));
  }

  private Optional<Object> element(long index) {
    if (index < 0 || index >= size()) {
      return Optional.empty();
    }
    return Optional.of(
        heap.toHost(
            switch (plain) {
              case PyTuple t -> t.get((int) index);
              case PyRange r -> r.get(index);
              case PyList l -> l.get((int) index);
              default -> throw new IllegalStateException();
            }));
  }

  @ExportMessage
  boolean isArrayElementModifiable(long index) {
    return plain instanceof PyList && isArrayElementReadable(index);
  }

  @ExportMessage
  boolean isArrayElementRemovable(long index) {
    return isArrayElementModifiable(index);
  }

  @ExportMessage
  boolean isArrayElementInsertable(long index) {
    return plain instanceof PyList && index == getArraySize();
  }

  @ExportMessage
  void writeArrayElement(long index, Object newValue)
      throws UnsupportedMessageException, InvalidArrayIndexException {
    PyList list = list();
    Object converted = heap.toGuest(newValue);
    boolean isWritten =
        heap.tell(
            () -> {
              if (index < 0 || index > list.size()) {
                return false;
              }
              if (index == list.size()) {
                list.append(converted);
              } else {
                list.set((int) index, converted);
              }
              return true;
            });
    if (!isWritten) {
      throw InvalidArrayIndexException.create(index);
    }
  }

  @ExportMessage
  void removeArrayElement(long index)
      throws UnsupportedMessageException, InvalidArrayIndexException {
    PyList list = list();
    boolean isRemoved =
        heap.tell(
            () -> {
              if (index < 0 || index >= list.size()) {
                return false;
              }
              list.remove((int) index);
              return true;
            });
    if (!isRemoved) {
      throw InvalidArrayIndexException.create(index);
    }
  }

  private PyList list() throws UnsupportedMessageException {
    if (plain instanceof PyList list) {
      return list;
    }
    throw UnsupportedMessageException.create();
  }
}
