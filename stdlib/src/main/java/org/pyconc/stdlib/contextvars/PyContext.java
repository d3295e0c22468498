package org.pyconc.stdlib.contextvars;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A mapping of context variables to their values. The current one belongs to the thread, or to the
 * greenlet that it runs.
 *
 * @see <a href="https://docs.python.org/3.11/library/contextvars.html#contextvars.Context">
 *     contextvars.Context</a>
 */
final class PyContext extends PyInstance implements Transferable {
  static final PyType TYPE =
      new PyType("_contextvars.Context", BuiltinTypes.OBJECT, false, null, PyContext::define);

  private Map<PyContextVar, Object> values;

  /** Whether a copy has the same map, so that it must not be changed. */
  private boolean isShared;

  private boolean isEntered;

  PyContext() {
    this(new LinkedHashMap<>());
  }

  private PyContext(Map<PyContextVar, Object> values) {
    super(TYPE);
    this.values = values;
  }

  /** That of the running code. */
  static PyContext current() {
    TaskState state = TaskState.current();
    if (state.context instanceof PyContext c) {
      return c;
    }
    PyContext made = new PyContext();
    state.context = made;
    return made;
  }

  /** That of the running code, or null as long as no variable was set. */
  static @Nullable PyContext currentOrNull() {
    return TaskState.current().context instanceof PyContext c ? c : null;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__getstate__(self, /)",
        "Helper for pickle.",
        self -> {
          throw Errors.typeError("cannot pickle '_contextvars.Context' object");
        });
    b.rawStaticMethod(
        "__new__(*args, **kwargs)",
        "Create and return a new object.",
        (arguments, keywords) -> {
          if (arguments.length > 1) {
            throw Errors.typeError("Context() does not accept any arguments");
          }
          return new PyContext();
        });
    b.rawMethod(
        "run(self, callable, /, *args, **kwargs)",
        "Calls the function; the variables that it sets are set in this context.",
        (arguments, keywords) -> ((PyContext) arguments[0]).run(arguments, keywords));
    b.method(
        "copy(self, /)",
        "Return a shallow copy of the context object.",
        c -> ((PyContext) c).copy());
    b.methodN(
        "get(self, key, default=None, /)",
        "Return the value for `key` if `key` has the value in the context object.\n\n"
            + "If `key` does not exist, return `default`. If `default` is not given,\n"
            + "return None.",
        bound -> {
          Object found = ((PyContext) bound[0]).value(key(bound[1]));
          return found == null ? bound[2] : found;
        });
    b.method(
        "keys(self, /)",
        "Return a list of all variables in the context object.",
        c -> ((PyContext) c).variables());
    b.method(
        "values(self, /)",
        "Return a list of all variables' values in the context object.",
        c -> PyTuple.of(((PyContext) c).values.values().toArray()));
    b.method(
        "items(self, /)",
        "Return all variables and their values in the context object.\n\n"
            + "The result is returned as a list of 2-tuples (variable, value).",
        c -> ((PyContext) c).items());
    b.method("__len__(self, /)", "Return len(self).", c -> (long) ((PyContext) c).values.size());
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        c -> Iteration.iter(((PyContext) c).variables()));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (c, key) -> ((PyContext) c).value(key(key)) != null);
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (c, key) -> {
          Object found = ((PyContext) c).value(key(key));
          if (found == null) {
            throw Errors.of(ExceptionTypes.KEY_ERROR, new Object[] {key});
          }
          return found;
        });
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (c, other) ->
            other instanceof PyContext o
                ? ((PyContext) c).equalsTo(o)
                : PySingleton.NOT_IMPLEMENTED);
    b.constant("__hash__", PySingleton.NONE);
  }

  private static PyContextVar key(Object key) {
    if (key instanceof PyContextVar v) {
      return v;
    }
    throw Errors.typeError("a ContextVar key was expected, got " + Text.javaRepr(key));
  }

  private PyTuple variables() {
    return PyTuple.of(values.keySet().toArray());
  }

  private PyTuple items() {
    Object[] items = new Object[values.size()];
    int i = 0;
    for (Map.Entry<PyContextVar, Object> e : values.entrySet()) {
      items[i++] = PyTuple.of(e.getKey(), e.getValue());
    }
    return PyTuple.of(items);
  }

  private boolean equalsTo(PyContext other) {
    if (values == other.values) {
      return true;
    }
    if (values.size() != other.values.size()) {
      return false;
    }
    for (PyContextVar variable : values.keySet().toArray(new PyContextVar[0])) {
      Object mine = values.get(variable);
      Object others = other.values.get(variable);
      if (mine == null || others == null || !Comparison.equal(mine, others)) {
        return false;
      }
    }
    return true;
  }

  private Object run(Object[] arguments, String[] keywords) {
    if (arguments.length - keywords.length < 2) {
      throw Errors.typeError("run() missing 1 required positional argument");
    }
    if (isEntered) {
      throw Errors.runtimeError(
          "cannot enter context: " + Text.javaRepr(this) + " is already entered");
    }
    TaskState state = TaskState.current();
    Object outer = state.context;
    isEntered = true;
    state.context = this;
    try {
      return Calls.call(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length), keywords);
    } finally {
      TaskState.current().context = outer;
      isEntered = false;
    }
  }

  /** A context with the same values. */
  PyContext copy() {
    PyContext copy = new PyContext(values);
    isShared = true;
    copy.isShared = true;
    return copy;
  }

  @Nullable Object value(PyContextVar variable) {
    return values.get(variable);
  }

  /** Sets a variable, or removes it when the value is null. */
  void set(PyContextVar variable, @Nullable Object value) {
    if (isShared) {
      values = new LinkedHashMap<>(values);
      isShared = false;
    }
    if (value == null) {
      values.remove(variable);
    } else {
      values.put(variable, value);
    }
  }

  /** In the other process nobody has entered it. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'_contextvars.Context' object");
    }
    PyContext copy = new PyContext();
    copier.register(this, copy);
    for (Map.Entry<PyContextVar, Object> e : values.entrySet()) {
      copy.values.put((PyContextVar) copier.copy(e.getKey()), copier.copy(e.getValue()));
    }
    return copy;
  }
}
