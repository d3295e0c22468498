package org.pyconc.stdlib.gc;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.Cell;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;

/** What the modules of a process reach through containers, attributes, functions and classes. */
final class Reachable {
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();
  private final List<Object> found = new ArrayList<>();

  private Reachable() {}

  /** All of it, modules first. */
  static List<Object> all() {
    Reachable walk = new Reachable();
    walk.note(ProcessState.current().modules());
    for (int i = 0; i < walk.found.size(); i++) {
      referents(walk.found.get(i), walk::note);
    }
    return walk.found;
  }

  private void note(@Nullable Object object) {
    if (object instanceof PyObject && seen.put(object, true) == null) {
      found.add(object);
    }
  }

  /** Hands on what an object refers to directly. */
  static void referents(Object object, Consumer<@Nullable Object> each) {
    switch (object) {
      case PyList list -> all(list.toArray(), each);
      case PyTuple tuple -> all(tuple.items(), each);
      case PyDict dict -> {
        for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
          each.accept(dict.keyAt(i));
          each.accept(dict.valueAt(i));
        }
      }
      case PySet set -> {
        for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
          each.accept(set.elementAt(i));
        }
      }
      case Cell cell -> each.accept(cell.value);
      case PyMethod method -> {
        each.accept(method.function());
        each.accept(method.self());
      }
      case PyType type -> {
        for (String name : type.ownAttributeNames()) {
          each.accept(type.ownAttribute(name));
        }
      }
      default -> {}
    }
    if (object instanceof PyFunction function) {
      all(function.defaults(), each);
      all(function.closure(), each);
    }
    if (object instanceof Namespace namespace) {
      for (String name : namespace.ownNames()) {
        each.accept(namespace.own(name));
      }
    }
  }

  private static void all(Object[] objects, Consumer<@Nullable Object> each) {
    for (Object object : objects) {
      each.accept(object);
    }
  }
}
