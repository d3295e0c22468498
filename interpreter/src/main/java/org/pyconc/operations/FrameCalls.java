package org.pyconc.operations;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;

/**
 * The builtin functions that look at the variables of their caller. Called by name they get them
 * from it; called in any other way {@code eval} and {@code exec} know the caller's module, and the
 * others only the program's main module.
 */
public final class FrameCalls {
  private FrameCalls() {}

  /** What {@code locals()} is where the call stands; made only when it is needed. */
  @FunctionalInterface
  public interface Locals {
    Object get();
  }

  /** Whether a function of that name may need the caller's variables. */
  public static boolean isOne(String name) {
    return switch (name) {
      case "locals", "globals", "vars", "dir", "eval", "exec" -> true;
      default -> false;
    };
  }

  /** Calls what may be one of the functions. */
  public static Object call(Object function, Object[] arguments, PyModule globals, Locals locals) {
    if (function instanceof NativeFunction n && "builtins".equals(n.moduleName())) {
      Object result = callBuiltin(n, arguments, globals, locals);
      if (result != null) {
        return result;
      }
    }
    return Calls.call(function, arguments, PyObject.NO_KEYWORDS);
  }

  /** Calls what may be one of the functions, from a function with these variables. */
  public static Object call(
      Object function,
      Object[] arguments,
      PyModule globals,
      String[] names,
      @Nullable Object[] values) {
    return call(function, arguments, globals, () -> dict(names, values));
  }

  /** Calls what may be one of the functions, from a module. */
  public static Object call(Object function, Object[] arguments, PyModule globals) {
    return call(function, arguments, globals, globals::dictionary);
  }

  /** Calls what may be one of the functions, from code with a mapping for its names. */
  public static Object call(
      Object function, Object[] arguments, PyModule globals, Object namespace) {
    return call(function, arguments, globals, () -> namespace);
  }

  private static PyDict dict(String[] names, @Nullable Object[] values) {
    PyDict dict = new PyDict();
    for (int i = 0; i < names.length; i++) {
      Object value = values[i];
      if (value != null) {
        dict.put(names[i], value);
      }
    }
    return dict;
  }

  private static @Nullable Object callBuiltin(
      NativeFunction function, Object[] arguments, PyModule globals, Locals locals) {
    switch (function.name()) {
      case "globals":
        return arguments.length == 0 ? globals.dictionary() : null;
      case "locals", "vars":
        return arguments.length == 0 ? locals.get() : null;
      case "dir":
        return arguments.length == 0 ? names(locals.get()) : null;
      case "eval", "exec":
        return run(function, arguments, globals, locals);
      default:
        return null;
    }
  }

  /** None for the namespaces, or none given: those of the caller. */
  private static @Nullable Object run(
      NativeFunction function, Object[] arguments, PyModule globals, Locals locals) {
    int given = arguments.length;
    if (given == 0 || given > 3 || given > 1 && arguments[1] != PySingleton.NONE) {
      return null;
    }
    Object own = given == 3 ? arguments[2] : PySingleton.NONE;
    return function.call3(
        arguments[0], globals.dictionary(), own == PySingleton.NONE ? locals.get() : own);
  }

  private static Object names(Object locals) {
    Object[] names =
        Iteration.toArray(
            PyPayloadInstance.unwrap(locals) instanceof PyDict
                ? locals
                : Calls.method(locals, "keys"));
    Arrays.sort(names, (a, b) -> Text.java(a).compareTo(Text.java(b)));
    return PyList.of(names);
  }
}
