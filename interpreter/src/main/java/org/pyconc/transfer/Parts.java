package org.pyconc.transfer;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.Cell;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Text;

/** What an object refers to. */
final class Parts {
  private Parts() {}

  /** Names each part as messages do: {@code [0]}, {@code .name}. */
  static void each(Object value, BiConsumer<String, @Nullable Object> sink) {
    if (value instanceof Transferable t) {
      t.parts(sink);
    }
    switch (value) {
      case PyTuple t -> {
        for (int i = 0; i < t.size(); i++) {
          sink.accept("[" + i + "]", t.get(i));
        }
      }
      case PyList l -> {
        for (int i = 0; i < l.size(); i++) {
          sink.accept("[" + i + "]", l.get(i));
        }
      }
      case PyDict d -> {
        for (int i = d.next(0); i >= 0; i = d.next(i + 1)) {
          Object key = d.keyAt(i);
          sink.accept(".keys()", key);
          sink.accept(
              key instanceof String s ? "[" + Text.javaRepr(s) + "]" : "[...]", d.valueAt(i));
        }
      }
      case PySet s -> {
        for (int i = s.next(0); i >= 0; i = s.next(i + 1)) {
          sink.accept("{...}", s.elementAt(i));
        }
      }
      case PyMethod m -> {
        sink.accept(".__self__", m.self());
        sink.accept(".__func__", m.function());
      }
      case BoundNative b -> sink.accept(".__self__", b.self());
      case PyFunction f -> ofFunction(f, sink);
      case PyInstance i -> {
        if (i instanceof PyPayloadInstance p) {
          sink.accept("", p.payload());
        }
        attributes(i, sink);
        sink.accept(".__class__", i.type());
      }
      case PyType t when !t.isNative() -> attributes(t, sink);
      default -> {}
    }
  }

  private static void ofFunction(PyFunction function, BiConsumer<String, @Nullable Object> sink) {
    Cell[] closure = function.closure();
    for (int i = 0; i < closure.length; i++) {
      sink.accept("." + function.code().free().get(i), closure[i].value);
    }
    for (Object value : function.defaults()) {
      sink.accept(".__defaults__", value);
    }
    attributes(function, sink);
  }

  /** The attributes that an object has of its own. */
  static void attributes(Namespace namespace, BiConsumer<String, @Nullable Object> sink) {
    for (String name : namespace.ownNames()) {
      sink.accept("." + name, namespace.own(name));
    }
  }
}
