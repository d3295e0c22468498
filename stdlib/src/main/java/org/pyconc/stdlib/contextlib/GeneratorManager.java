package org.pyconc.stdlib.contextlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;

/** {@code contextmanager}: a generator function as context manager and decorator. */
final class GeneratorManager {
  private GeneratorManager() {}

  private static final PyType TYPE =
      new PyType(
          "contextlib._GeneratorContextManager",
          BuiltinTypes.OBJECT,
          true,
          PyInstance::new,
          GeneratorManager::define);

  private static final PyType FACTORY = WrappedCall.type(GeneratorManager::create);

  /** A function decorated with a context manager. */
  private static final PyType DECORATED =
      WrappedCall.type(
          (wrapper, arguments) -> {
            PyInstance manager = recreate(Attributes.load(wrapper, "_manager"));
            return runInside(manager, Attributes.load(wrapper, "__wrapped__"), arguments);
          });

  /** {@code contextmanager(function)}. */
  static Object decorate(Object function) {
    return WrappedCall.make(FACTORY, function);
  }

  private static PyInstance create(PyInstance factory, Spread arguments) {
    Object function = Attributes.load(factory, "__wrapped__");
    PyInstance manager = new PyInstance(TYPE);
    manager.setOwn("gen", Calls.call(function, arguments.arguments(), arguments.keywords()));
    manager.setOwn("func", function);
    int positional = arguments.arguments().length - arguments.keywords().length;
    Object[] values = new Object[positional];
    System.arraycopy(arguments.arguments(), 0, values, 0, positional);
    PyDict named = new PyDict();
    for (int i = 0; i < arguments.keywords().length; i++) {
      named.put(arguments.keywords()[i], arguments.arguments()[positional + i]);
    }
    manager.setOwn("args", PyTuple.of(values));
    manager.setOwn("kwds", named);
    return manager;
  }

  private static PyInstance recreate(Object manager) {
    PyInstance old = (PyInstance) manager;
    Object function = Attributes.load(old, "func");
    Spread s =
        Spread.of((PyTuple) Attributes.load(old, "args"), (PyDict) Attributes.load(old, "kwds"));
    return create(WrappedCall.make(FACTORY, function), s);
  }

  private static void define(TypeBuilder b) {
    b.method("__enter__(self)", "", GeneratorManager::enter);
    b.method("__exit__(self, typ, value, traceback)", "", GeneratorManager::exit);
    b.method(
        "__call__(self, func)",
        "",
        (self, function) -> {
          PyInstance wrapper = WrappedCall.make(DECORATED, function);
          wrapper.setOwn("_manager", self);
          return wrapper;
        });
  }

  private static Object enter(Object self) {
    PyInstance manager = (PyInstance) self;
    Object generator = Attributes.load(manager, "gen");
    manager.deleteOwn("args");
    manager.deleteOwn("kwds");
    manager.deleteOwn("func");
    Object value = Iteration.next(generator);
    if (value == null) {
      throw Errors.runtimeError("generator didn't yield");
    }
    return value;
  }

  private static Object exit(Object self, Object type, Object value, Object traceback) {
    Object generator = Attributes.load(self, "gen");
    if (type == PySingleton.NONE) {
      if (Iteration.next(generator) != null) {
        throw Errors.runtimeError("generator didn't stop");
      }
      return false;
    }
    PyBaseException thrown = value instanceof PyBaseException e ? e : Errors.toRaise(type);
    PyTraceback entry = traceback instanceof PyTraceback t ? t : null;
    boolean ended;
    try {
      ended = throwInto(generator, thrown) == null;
    } catch (PyException e) {
      PyBaseException raised = e.value();
      boolean isWrapped =
          raised.type().isSubtypeOf(ExceptionTypes.RUNTIME_ERROR)
              && thrown.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)
              && raised.cause() == thrown;
      if (raised == thrown || isWrapped) {
        thrown.setTraceback(entry);
        return false;
      }
      throw e;
    }
    if (!ended) {
      throw Errors.runtimeError("generator didn't stop after throw()");
    }
    return true;
  }

  private static @Nullable Object throwInto(Object generator, PyBaseException exception) {
    if (generator instanceof PyGenerator g) {
      return g.throwOrEnd(new PyException(exception));
    }
    try {
      return Calls.method(generator, "throw", exception);
    } catch (PyException e) {
      if (e.value() != exception && e.value().type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
        return null;
      }
      throw e;
    }
  }

  /** Calls a function inside a with statement. */
  static Object runInside(Object manager, Object function, Spread arguments) {
    Calls.method(manager, "__enter__");
    Object result;
    try {
      result = Calls.call(function, arguments.arguments(), arguments.keywords());
    } catch (PyException e) {
      PyBaseException raised = e.value();
      PyTraceback traceback = raised.traceback();
      Object suppressed =
          Calls.method(
              manager,
              "__exit__",
              raised.type(),
              raised,
              traceback == null ? PySingleton.NONE : traceback);
      if (Truth.isTrue(suppressed)) {
        return PySingleton.NONE;
      }
      throw e;
    }
    Calls.call(
        Attributes.load(manager, "__exit__"),
        new Object[] {PySingleton.NONE, PySingleton.NONE, PySingleton.NONE},
        PyObject.NO_KEYWORDS);
    return result;
  }
}
