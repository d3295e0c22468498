package org.pyconc.stdlib.contextlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.TaskState;

/**
 * {@code ExitStack}: what is to be done at the end of a with statement, the last first.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/contextlib.html#contextlib.ExitStack">ExitStack</a>
 */
final class ExitStack {
  private ExitStack() {}

  static final PyType TYPE =
      new PyType(
          "contextlib.ExitStack", BuiltinTypes.OBJECT, true, PyInstance::new, ExitStack::define);

  /** Entries: (exit method,) or (function, arguments, keywords). */
  private static final String ENTRIES = "_exit_callbacks";

  private static void define(TypeBuilder b) {
    b.doc("Context manager for dynamic management of a stack of exit callbacks.");
    b.method("__enter__(self)", "", a -> a);
    b.method(
        "__exit__(self, typ, value, traceback)",
        "",
        (self, type, value, traceback) ->
            unwind(self, value instanceof PyBaseException e ? e : null));
    b.method(
        "close(self)",
        "Immediately unwind the context stack.",
        self -> {
          unwind(self, null);
          return PySingleton.NONE;
        });
    b.method("enter_context(self, cm)", "Enters the supplied context manager.", ExitStack::enter);
    b.method("push(self, exit)", "Registers a callback.", ExitStack::push);
    b.methodN(
        "callback(self, callback, /, *args, **kwds)",
        "Registers an arbitrary callback and arguments.",
        bound -> {
          entries(bound[0]).append(PyTuple.of(bound[1], bound[2], bound[3]));
          return bound[1];
        });
    b.method("pop_all(self)", "Preserve the context stack.", ExitStack::popAll);
  }

  private static PyList entries(Object self) {
    PyInstance instance = (PyInstance) self;
    if (instance.own(ENTRIES) instanceof PyList list) {
      return list;
    }
    PyList list = new PyList();
    instance.setOwn(ENTRIES, list);
    return list;
  }

  private static Object enter(Object self, Object manager) {
    PyType type = PyType.of(manager);
    Object enter = type.lookup("__enter__");
    Object exit = type.lookup("__exit__");
    if (enter == null || exit == null) {
      throw Errors.typeError(
          "'"
              + type.moduleName()
              + "."
              + type.qualifiedName()
              + "' object does not support the context manager protocol"
              + (enter == null ? "" : " (missed __exit__ method)"));
    }
    Object result = Calls.callUnbound(enter, manager);
    entries(self).append(PyTuple.of(Attributes.bind(exit, manager, type)));
    return result;
  }

  private static Object push(Object self, Object exit) {
    Object method = PyType.of(exit).lookup("__exit__");
    entries(self)
        .append(PyTuple.of(method == null ? exit : Attributes.bind(method, exit, PyType.of(exit))));
    return exit;
  }

  private static Object popAll(Object self) {
    PyInstance other = new PyInstance(((PyInstance) self).type());
    other.setOwn(ENTRIES, entries(self));
    ((PyInstance) self).setOwn(ENTRIES, new PyList());
    return other;
  }

  private static boolean unwind(Object self, @Nullable PyBaseException received) {
    PyBaseException outer = TaskState.current().handled();
    PyBaseException current = received;
    boolean suppressed = false;
    PyException pending = null;
    PyList entries = entries(self);
    while (entries.size() > 0) {
      PyTuple entry = (PyTuple) entries.remove(entries.size() - 1);
      try {
        if (leave(entry, current)) {
          suppressed = true;
          pending = null;
          current = null;
        }
      } catch (PyException e) {
        fixContext(e.value(), current, outer);
        pending = e;
        current = e.value();
      }
    }
    if (pending != null) {
      throw pending;
    }
    return received != null && suppressed;
  }

  private static boolean leave(PyTuple entry, @Nullable PyBaseException current) {
    if (entry.size() > 1) {
      Spread s = Spread.of((PyTuple) entry.get(1), (PyDict) entry.get(2));
      Calls.call(entry.get(0), s.arguments(), s.keywords());
      return false;
    }
    if (current == null) {
      return Truth.isTrue(
          Calls.call3(entry.get(0), PySingleton.NONE, PySingleton.NONE, PySingleton.NONE));
    }
    PyTraceback traceback = current.traceback();
    return Truth.isTrue(
        Calls.call3(
            entry.get(0),
            current.type(),
            current,
            traceback == null ? PySingleton.NONE : traceback));
  }

  /** The new exception follows the old one as it would in nested with statements. */
  private static void fixContext(
      PyBaseException raised, @Nullable PyBaseException old, @Nullable PyBaseException outer) {
    PyBaseException last = raised;
    while (true) {
      PyBaseException context = last.context();
      if (context == old && context != null) {
        return;
      }
      if (context == null || context == outer) {
        break;
      }
      last = context;
    }
    if (last != old) {
      last.setContext(old);
    }
  }
}
