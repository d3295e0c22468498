package org.pyconc.transfer;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.Cell;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Text;

/** Finds the way to what could not be copied, for the message: {@code args[0].x}. */
final class CulpritPath {
  private static final int MOST_STEPS = 100_000;

  private record Step(@Nullable Step before, String label, Object value) {}

  private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
  private final ArrayDeque<Step> waiting = new ArrayDeque<>();
  private final Object culprit;

  private CulpritPath(Object culprit) {
    this.culprit = culprit;
  }

  /** The shortest way from the root, without the root itself; empty if there is none. */
  static String find(Object root, Object culprit) {
    return new CulpritPath(culprit).search(root);
  }

  private String search(Object root) {
    add(null, "", root);
    int steps = 0;
    for (Step step = waiting.poll(); step != null; step = waiting.poll()) {
      if (step.value == culprit) {
        return text(step);
      }
      if (++steps > MOST_STEPS) {
        break;
      }
      expand(step);
    }
    return "";
  }

  private static String text(Step step) {
    StringBuilder path = new StringBuilder();
    for (Step s = step; s != null; s = s.before) {
      path.insert(0, s.label);
    }
    return path.toString();
  }

  private void add(@Nullable Step before, String label, @Nullable Object value) {
    if (value instanceof PyObject && seen.put(value, true) == null) {
      waiting.add(new Step(before, label, value));
    }
  }

  private void expand(Step step) {
    if (step.value instanceof Transferable t) {
      t.parts((label, part) -> add(step, label, part));
    }
    switch (step.value) {
      case PyTuple t -> {
        for (int i = 0; i < t.size(); i++) {
          add(step, "[" + i + "]", t.get(i));
        }
      }
      case PyList l -> {
        for (int i = 0; i < l.size(); i++) {
          add(step, "[" + i + "]", l.get(i));
        }
      }
      case PyDict d -> {
        for (int i = d.next(0); i >= 0; i = d.next(i + 1)) {
          Object key = d.keyAt(i);
          add(step, ".keys()", key);
          add(step, key instanceof String s ? "[" + Text.javaRepr(s) + "]" : "[...]", d.valueAt(i));
        }
      }
      case PySet s -> {
        for (int i = s.next(0); i >= 0; i = s.next(i + 1)) {
          add(step, "{...}", s.elementAt(i));
        }
      }
      case PyMethod m -> {
        add(step, ".__self__", m.self());
        add(step, ".__func__", m.function());
      }
      case BoundNative b -> add(step, ".__self__", b.self());
      case PyFunction f -> expandFunction(step, f);
      case PyInstance i -> {
        if (i instanceof PyPayloadInstance p) {
          add(step, "", p.payload());
        }
        expandAttributes(step, i);
        add(step, ".__class__", i.type());
      }
      case PyType t when !t.isNative() -> expandAttributes(step, t);
      default -> {}
    }
  }

  private void expandFunction(Step step, PyFunction function) {
    Cell[] closure = function.closure();
    for (int i = 0; i < closure.length; i++) {
      add(step, "." + function.code().scope().free().get(i), closure[i].value);
    }
    for (Object value : function.defaults()) {
      add(step, ".__defaults__", value);
    }
    expandAttributes(step, function);
  }

  private void expandAttributes(Step step, Namespace namespace) {
    for (String name : namespace.ownNames()) {
      add(step, "." + name, namespace.own(name));
    }
  }
}
