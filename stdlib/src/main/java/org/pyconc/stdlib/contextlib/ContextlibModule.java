package org.pyconc.stdlib.contextlib;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.TypeChecks;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Utilities for the with statement.
 *
 * @see <a href="https://docs.python.org/3.11/library/contextlib.html">contextlib</a>
 */
public final class ContextlibModule implements NativeModule {
  private static final PyType CLOSING = type("closing", ContextlibModule::defineClosing);
  private static final PyType SUPPRESS = type("suppress", ContextlibModule::defineSuppress);
  private static final PyType NULL_CONTEXT = type("nullcontext", ContextlibModule::defineNull);
  private static final PyType REDIRECT_STDOUT =
      type("redirect_stdout", b -> defineRedirect(b, "stdout"));
  private static final PyType REDIRECT_STDERR =
      type("redirect_stderr", b -> defineRedirect(b, "stderr"));
  private static final PyType CONTEXT_DECORATOR =
      type("ContextDecorator", ContextlibModule::defineDecorator);
  private static final PyType ABSTRACT_MANAGER =
      type("AbstractContextManager", b -> b.method("__enter__(self)", "", a -> a));

  /** A function decorated with a manager that can be used again. */
  private static final PyType DECORATED =
      WrappedCall.type(
          (wrapper, arguments) ->
              GeneratorManager.runInside(
                  Calls.method(Attributes.load(wrapper, "_manager"), "_recreate_cm"),
                  Attributes.load(wrapper, "__wrapped__"),
                  arguments));

  private static PyType type(String name, PyType.Definition definition) {
    return new PyType("contextlib." + name, BuiltinTypes.OBJECT, true, PyInstance::new, definition);
  }

  @Override
  public String name() {
    return "contextlib";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function("contextmanager(func)", "@contextmanager decorator.", GeneratorManager::decorate);
    b.type(CLOSING);
    b.type(SUPPRESS);
    b.type(NULL_CONTEXT);
    b.type(REDIRECT_STDOUT);
    b.type(REDIRECT_STDERR);
    b.type(CONTEXT_DECORATOR);
    b.type(ABSTRACT_MANAGER);
    b.type(ExitStack.TYPE);
    b.function("__getattr__(name)", "", ContextlibModule::asynchronousPart);
  }

  /** What stands in a module of its own, written in the language. */
  private static Object asynchronousPart(Object name) {
    switch (Text.javaStr(name)) {
      case "AbstractAsyncContextManager",
          "AsyncContextDecorator",
          "AsyncExitStack",
          "aclosing",
          "asynccontextmanager",
          "chdir" -> {
        Object module = ModuleLoader.current().importModule("_contextlib_async", true);
        return Attributes.load(module, Text.javaStr(name));
      }
      default ->
          throw Errors.of(
              ExceptionTypes.ATTRIBUTE_ERROR,
              "module 'contextlib' has no attribute '" + Text.javaStr(name) + "'");
    }
  }

  private static Native.F2 setter(String name) {
    return (self, value) -> {
      ((PyInstance) self).setOwn(name, value);
      return PySingleton.NONE;
    };
  }

  private static void defineClosing(TypeBuilder b) {
    b.doc("Context to automatically close something at the end of a block.");
    b.method("__init__(self, thing)", "", setter("thing"));
    b.method("__enter__(self)", "", a -> Attributes.load(a, "thing"));
    b.methodN(
        "__exit__(self, *exc_info)",
        "",
        bound -> {
          Calls.method(Attributes.load(bound[0], "thing"), "close");
          return PySingleton.NONE;
        });
  }

  private static void defineSuppress(TypeBuilder b) {
    b.doc("Context manager to suppress specified exceptions");
    b.methodN(
        "__init__(self, *exceptions)",
        "",
        bound -> {
          ((PyInstance) bound[0]).setOwn("_exceptions", bound[1]);
          return PySingleton.NONE;
        });
    b.method("__enter__(self)", "", a -> PySingleton.NONE);
    b.method(
        "__exit__(self, exctype, excinst, exctb)",
        "",
        (self, type, value, traceback) ->
            type != PySingleton.NONE
                && TypeChecks.isSubclass(type, Attributes.load(self, "_exceptions")));
  }

  private static void defineNull(TypeBuilder b) {
    b.doc("Context manager that does no additional processing.");
    b.method("__init__(self, enter_result=None)", "", setter("enter_result"));
    b.method("__enter__(self)", "", a -> Attributes.load(a, "enter_result"));
    b.methodN("__exit__(self, *excinfo)", "", bound -> PySingleton.NONE);
  }

  private static void defineRedirect(TypeBuilder b, String stream) {
    b.doc("Context manager for temporarily redirecting " + stream + " to another file.");
    b.method(
        "__init__(self, new_target)",
        "",
        (self, target) -> {
          ((PyInstance) self).setOwn("_new_target", target);
          ((PyInstance) self).setOwn("_old_targets", new PyList());
          return PySingleton.NONE;
        });
    b.method(
        "__enter__(self)",
        "",
        self -> {
          Object sys = ModuleLoader.current().importModule("sys", true);
          Object target = Attributes.load(self, "_new_target");
          if (Attributes.load(self, "_old_targets") instanceof PyList targets) {
            targets.append(Attributes.load(sys, stream));
          }
          Attributes.store(sys, stream, target);
          return target;
        });
    b.methodN(
        "__exit__(self, *excinfo)",
        "",
        bound -> {
          Object sys = ModuleLoader.current().importModule("sys", true);
          if (Attributes.load(bound[0], "_old_targets") instanceof PyList targets
              && targets.size() > 0) {
            Attributes.store(sys, stream, targets.remove(targets.size() - 1));
          }
          return PySingleton.NONE;
        });
  }

  private static void defineDecorator(TypeBuilder b) {
    b.doc("A base class or mixin that enables context managers to work as decorators.");
    b.method("_recreate_cm(self)", "Return a recreated instance of self.", a -> a);
    b.method(
        "__call__(self, func)",
        "",
        (self, function) -> {
          PyInstance wrapper = WrappedCall.make(DECORATED, function);
          wrapper.setOwn("_manager", self);
          return wrapper;
        });
  }
}
