package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.Optional;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;

/** Maps of the host as mappings. */
final class HostMaps {
  private HostMaps() {}

  static void define(TypeBuilder b) {
    b.method(
        "__len__(self, /)",
        "Return len(self).",
        self -> of(self).ask((interop, value, heap) -> interop.getHashSize(value)));
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> find(self, key).orElseGet(() -> HostMethods.notFound(key)));
    b.method(
        "get(self, key, default=None, /)",
        "Return the value for key if key is in the map, else default.",
        (self, key, other) -> find(self, key).orElse(other));
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> put(of(self), key, value));
    b.method("__delitem__(self, key, /)", "Delete self[key].", HostMaps::delete);
    b.method("__contains__(self, key, /)", "Return key in self.", HostMaps::contains);
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> HostIterator.iterate(of(self), InteropLibrary::getHashKeysIterator));
    b.method(
        "keys(self, /)",
        "The keys.",
        self -> HostIterator.iterate(of(self), InteropLibrary::getHashKeysIterator));
    b.method(
        "values(self, /)",
        "The values.",
        self -> HostIterator.iterate(of(self), InteropLibrary::getHashValuesIterator));
    b.method("items(self, /)", "Keys and values.", HostMaps::items);
  }

  private static HostObject of(Object self) {
    return HostMethods.self(self);
  }

  private static Object toHost(Object self, Object key) {
    return Heap.current(of(self).program()).toHost(key);
  }

  @SuppressWarnings("unchecked")
  private static Optional<Object> find(Object self, Object key) {
    Object converted = toHost(self, key);
    return of(self)
        .tell(
            Optional.class,
            (interop, value, heap) ->
                interop.isHashEntryReadable(value, converted)
                    ? Optional.of(heap.toGuest(interop.readHashValue(value, converted)))
                    : Optional.empty());
  }

  private static Object put(HostObject self, Object key, Object newValue) {
    Object convertedKey = toHost(self, key);
    Object converted = toHost(self, newValue);
    return self.ask(
        (interop, value, heap) -> {
          if (!interop.isHashEntryWritable(value, convertedKey)) {
            throw new HostArrays.NotSupported("it cannot be changed");
          }
          interop.writeHashEntry(value, convertedKey, converted);
          return PySingleton.NONE;
        });
  }

  private static Object delete(Object self, Object key) {
    Object converted = toHost(self, key);
    boolean isThere =
        of(self)
            .tell(
                Boolean.class,
                (interop, value, heap) -> {
                  if (!interop.isHashEntryExisting(value, converted)) {
                    return false;
                  }
                  if (!interop.isHashEntryRemovable(value, converted)) {
                    throw new HostArrays.NotSupported("it cannot be changed");
                  }
                  interop.removeHashEntry(value, converted);
                  return true;
                });
    return isThere ? PySingleton.NONE : HostMethods.notFound(key);
  }

  private static Object contains(Object self, Object key) {
    Object converted = toHost(self, key);
    return of(self).ask((interop, value, heap) -> interop.isHashEntryExisting(value, converted));
  }

  /** Pairs, as a list: entries of the host are no tuples. */
  private static Object items(Object self) {
    PyList pairs = new PyList();
    HostIterator keys = HostIterator.iterate(of(self), InteropLibrary::getHashKeysIterator);
    for (Object key : Iteration.toArray(keys)) {
      find(self, key).ifPresent(value -> pairs.append(PyTuple.of(key, value)));
    }
    return pairs;
  }
}
