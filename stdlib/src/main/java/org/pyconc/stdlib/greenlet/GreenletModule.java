package org.pyconc.stdlib.greenlet;

import java.util.List;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Greenlets.
 *
 * @see <a href="https://greenlet.readthedocs.io/en/latest/api.html">greenlet</a>
 */
public final class GreenletModule implements NativeModule {
  private static final String NATIVE = "greenlet._greenlet";

  private static final List<String> PASSED_ON =
      List.of(
          "__version__",
          "_C_API",
          "CLOCKS_PER_SEC",
          "GREENLET_USE_CONTEXT_VARS",
          "GREENLET_USE_GC",
          "GREENLET_USE_TRACING",
          "GreenletExit",
          "enable_optional_cleanup",
          "error",
          "get_clocks_used_doing_optional_cleanup",
          "getcurrent",
          "gettrace",
          "greenlet",
          "settrace");

  private final String name;

  public GreenletModule(String name) {
    this.name = name;
  }

  static final NativeFunction GET_CURRENT =
      NativeFunction.of(
          GreenletModule.NATIVE,
          "getcurrent()",
          "getcurrent() -> greenlet\n\n"
              + "Returns the current greenlet (i.e. the one which called this function).\n",
          (Native.F0) PyGreenlet::current);

  static final NativeFunction GET_TRACE =
      NativeFunction.of(
          GreenletModule.NATIVE,
          "gettrace()",
          "gettrace() -> object\n\nReturns the currently set tracing function, or None.\n",
          (Native.F0) GreenletModule::tracer);

  static final NativeFunction SET_TRACE =
      NativeFunction.of(
          GreenletModule.NATIVE,
          "settrace(callback, /)",
          "settrace(callback) -> object\n\n"
              + "Sets a new tracing function and returns the previous one.\n",
          GreenletModule::setTracer);

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    if (name.equals(NATIVE)) {
      defineNative(b);
    } else {
      definePackage(b);
    }
  }

  private static void definePackage(ModuleBuilder b) {
    b.constant("__doc__", "\nThe root of the greenlet package.\n");
    b.constant(
        "__all__",
        PyList.of(
            "__version__",
            "_C_API",
            "GreenletExit",
            "error",
            "getcurrent",
            "greenlet",
            "gettrace",
            "settrace"));
    b.constant("__path__", new PyList());
    Object inside = ModuleLoader.current().importModule(NATIVE, true);
    for (String each : PASSED_ON) {
      b.constant(each, Attributes.load(inside, each));
    }
  }

  private static void defineNative(ModuleBuilder b) {
    b.constant("__version__", "2.0.2");
    b.constant("_C_API", PySingleton.NONE);
    b.constant("CLOCKS_PER_SEC", 1_000_000L);
    b.constant("GREENLET_USE_CONTEXT_VARS", true);
    b.constant("GREENLET_USE_GC", true);
    b.constant("GREENLET_USE_STANDARD_THREADING", true);
    b.constant("GREENLET_USE_TRACING", true);
    b.type(GreenletTypes.GREENLET);
    b.type(GreenletTypes.GREENLET_EXIT);
    b.type(GreenletTypes.ERROR);
    b.constant("getcurrent", GET_CURRENT);
    b.constant("gettrace", GET_TRACE);
    b.constant("settrace", SET_TRACE);
    b.function(
        "enable_optional_cleanup(flag, /)",
        "mod_enable_optional_cleanup(bool) -> None\n\n"
            + "Has no effect: there is nothing to clean up.\n",
        flag -> PySingleton.NONE);
    b.function(
        "get_pending_cleanup_count()",
        "get_pending_cleanup_count() -> Integer\n\nAlways 0: nothing is put off.\n",
        () -> 0L);
    b.function(
        "get_total_main_greenlets()",
        "get_total_main_greenlets() -> Integer\n\n"
            + "How many threads of the process have greenlets.\n",
        Trampoline::count);
    b.function(
        "get_tstate_trash_delete_nesting()",
        "get_tstate_trash_delete_nesting() -> Integer\n\n"
            + "Always 0: objects do not nest in death.\n",
        () -> 0L);
    b.function(
        "set_thread_local(key, value, /)",
        "set_thread_local(key, value) -> None\n\nKeeps a value as long as the thread.\n",
        (key, value) -> {
          Trampoline.current().kept.put(key, value);
          return PySingleton.NONE;
        });
    b.function(
        "get_clocks_used_doing_optional_cleanup()",
        "get_clocks_used_doing_optional_cleanup() -> Integer\n\n"
            + "Always 0: there is nothing to clean up.\n",
        () -> 0L);
  }

  private static Object tracer() {
    Object tracer = Trampoline.current().tracer();
    return tracer == null ? PySingleton.NONE : tracer;
  }

  private static Object setTracer(Object callback) {
    Object before = tracer();
    Trampoline.current().setTracer(callback == PySingleton.NONE ? null : callback);
    return before;
  }
}
