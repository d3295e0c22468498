package org.pyconc.operations;

import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ReprStack;
import org.pyconc.runtime.TaskState;

/** The representations of containers; one that contains itself shows as {@code [...]} there. */
public final class ContainerRepr {
  private ContainerRepr() {}

  /** {@code [1, 2]}. */
  public static Object list(PyList list) {
    if (list.size() == 0) {
      return "[]";
    }
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(list)) {
      return "[...]";
    }
    try {
      TextBuilder text = new TextBuilder().append("[");
      for (int i = 0; i < list.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(Text.repr(list.get(i)));
      }
      return text.append("]").build();
    } finally {
      stack.leave();
    }
  }

  /** {@code (1, 2)}. */
  public static Object tuple(PyTuple tuple) {
    if (tuple.size() == 0) {
      return "()";
    }
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(tuple)) {
      return "(...)";
    }
    try {
      TextBuilder text = new TextBuilder().append("(");
      for (int i = 0; i < tuple.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(Text.repr(tuple.get(i)));
      }
      return text.append(tuple.size() == 1 ? ",)" : ")").build();
    } finally {
      stack.leave();
    }
  }

  /** <code>{1: 2}</code>. */
  public static Object dict(PyDict dict) {
    if (dict.size() == 0) {
      return "{}";
    }
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(dict)) {
      return "{...}";
    }
    try {
      TextBuilder text = new TextBuilder().append("{");
      boolean first = true;
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Object value = dict.valueAt(i);
        text.append(first ? "" : ", ").append(Text.repr(dict.keyAt(i)));
        text.append(": ").append(Text.repr(value));
        first = false;
      }
      return text.append("}").build();
    } finally {
      stack.leave();
    }
  }

  /**
   * <code>{1, 2}</code>, or <code>Name({1, 2})</code> for all classes but set.
   *
   * @param whole the set itself or the instance of a subclass around it
   */
  public static Object set(PySet set, Object whole) {
    PyType type = PyType.of(whole);
    if (set.size() == 0) {
      return type.simpleName() + "()";
    }
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(set)) {
      return type.simpleName() + "(...)";
    }
    try {
      boolean plain = type == set.type() && !set.isFrozen();
      TextBuilder text = new TextBuilder().append(plain ? "{" : type.simpleName() + "({");
      Object[] elements = Iteration.toArray(set);
      for (int i = 0; i < elements.length; i++) {
        text.append(i == 0 ? "" : ", ").append(Text.repr(elements[i]));
      }
      return text.append(plain ? "}" : "})").build();
    } finally {
      stack.leave();
    }
  }

  /**
   * {@code dict_keys([1, 2])} and the like.
   *
   * @param view the view, which may be reached from its own elements
   */
  public static Object named(Object view, String name) {
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(view)) {
      return "...";
    }
    try {
      return new TextBuilder()
          .append(name)
          .append("(")
          .append(list(Iteration.toList(view)))
          .append(")")
          .build();
    } finally {
      stack.leave();
    }
  }
}
