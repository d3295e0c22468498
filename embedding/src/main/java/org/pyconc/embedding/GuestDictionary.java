package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.Optional;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Iteration;

/** A dictionary: a hash for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestDictionary extends GuestObject {
  private final PyDict dictionary;

  /**
   * @param dictionary the value itself where {@code value} is an instance of a subclass
   */
  GuestDictionary(Heap heap, Object value, PyDict dictionary) {
    super(heap, value);
    this.dictionary = dictionary;
  }

  @ExportMessage
  boolean hasHashEntries() {
    return true;
  }

  @ExportMessage
  long getHashSize() {
    return heap.tell(() -> (long) dictionary.size());
  }

  private boolean contains(Object key) {
    Object converted = heap.toGuest(key);
    return heap.tell(() -> dictionary.containsKey(converted));
  }

  @ExportMessage
  boolean isHashEntryReadable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryModifiable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryRemovable(Object key) {
    return contains(key);
  }

  @ExportMessage
  boolean isHashEntryInsertable(Object key) {
    return !contains(key);
  }

  @ExportMessage
  Object readHashValue(Object key) throws UnknownKeyException {
    Object converted = heap.toGuest(key);
    return heap.tell(
            () -> {
              Object found = dictionary.get(converted);
              return found == null ? Optional.empty() : Optional.of(heap.toHost(found));
            })
        .orElseThrow(() -> UnknownKeyException.create(key));
  }

  @ExportMessage
  void writeHashEntry(Object key, Object newValue) {
    Object convertedKey = heap.toGuest(key);
    Object converted = heap.toGuest(newValue);
    heap.tell(
        () -> {
          dictionary.put(convertedKey, converted);
          return true;
        });
  }

  @ExportMessage
  void removeHashEntry(Object key) throws UnknownKeyException {
    Object converted = heap.toGuest(key);
    if (!heap.tell(() -> dictionary.remove(converted) != null)) {
      throw UnknownKeyException.create(key);
    }
  }

  /** Over the entries as they are now. */
  @ExportMessage
  Object getHashEntriesIterator() {
    return heap.tell(
        () -> {
          PyList entries = new PyList();
          for (int i = dictionary.next(0); i >= 0; i = dictionary.next(i + 1)) {
            entries.append(PyTuple.of(dictionary.keyAt(i), dictionary.valueAt(i)));
          }
          return new GuestObject(heap, Iteration.iterator(entries));
        });
  }
}
