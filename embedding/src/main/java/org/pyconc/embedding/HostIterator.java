package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;

/** Walks through what a host's object iterates over. */
final class HostIterator extends PyIterator {
  static final PyType TYPE =
      new PyType("java.iterator", BuiltinTypes.OBJECT, false, null, HostIterator::defineOwn);

  private final HostObject iterator;

  HostIterator(HostObject iterator) {
    this.iterator = iterator;
  }

  private static void defineOwn(TypeBuilder b) {
    b.method("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)", "Implement next(self).", self -> orStop(((PyIterator) self).next()));
  }

  static void defineIterable(TypeBuilder b) {
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> iterate((HostObject) self, InteropLibrary::getIterator));
    b.method(
        "__len__(self, /)",
        "Return len(self), which only collections have.",
        self -> {
          HostObject object = (HostObject) self;
          return object.ask(
              (interop, value, heap) -> {
                if (!interop.isMemberInvocable(value, "size")) {
                  throw new HostArrays.NotSupported(
                      "object of type '" + object.type().name() + "' has no len()");
                }
                return interop.invokeMember(value, "size");
              });
        });
  }

  /** Streams are no iterables of the host, but have an iterator. */
  static void defineStream(TypeBuilder b) {
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> iterate((HostObject) self, (i, value) -> i.invokeMember(value, "iterator")));
  }

  static void defineIterator(TypeBuilder b) {
    b.method("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)",
        "Implement next(self).",
        self -> orStop(new HostIterator((HostObject) self).next()));
  }

  /** Gives an iterator of the host. */
  @FunctionalInterface
  interface Source {
    Object of(InteropLibrary interop, Object value) throws Exception;
  }

  static HostIterator iterate(HostObject object, Source source) {
    return new HostIterator(
        (HostObject) object.ask((interop, value, heap) -> source.of(interop, value)));
  }

  private static Object orStop(@Nullable Object next) {
    if (next == null) {
      throw Errors.stopIteration(PySingleton.NONE);
    }
    return next;
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object next() {
    List<Object> found =
        iterator.tell(
            List.class,
            (interop, value, heap) -> {
              List<Object> one = new ArrayList<>(1);
              if (interop.hasIteratorNextElement(value)) {
                try {
                  one.add(heap.toGuest(interop.getIteratorNextElement(value)));
                } catch (StopIterationException end) {
                  return one;
                }
              }
              return one;
            });
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
