package org.pyconc.stdlib.sys;

import java.util.Objects;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.Tracers;

/** The functions of {@code sys} that have others told of what runs. */
final class TraceFunctions {
  private TraceFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "settrace(function, /)",
        "Has a function told of the calls and lines of this thread; None: no more.",
        function -> {
          tracers().setTrace(PySingleton.orNull(function));
          return PySingleton.NONE;
        });
    b.function(
        "gettrace()", "What settrace() has set.", () -> PySingleton.orNone(tracers().trace()));
    b.function(
        "setprofile(function, /)",
        "Has a function told of the calls of this thread; None: no more.",
        function -> {
          tracers().setProfile(PySingleton.orNull(function));
          return PySingleton.NONE;
        });
    b.function(
        "getprofile()",
        "What setprofile() has set.",
        () -> PySingleton.orNone(tracers().profile()));
    b.constant(
        "breakpointhook",
        NativeFunction.ofRaw(
            "breakpointhook(*args, **kws)",
            "Starts the debugger pdb.",
            (arguments, keywords) ->
                Calls.call(
                    Attributes.load(ModuleLoader.current().importModule("pdb", true), "_hook"),
                    arguments,
                    keywords)));
    b.constant("__breakpointhook__", Objects.requireNonNull(b.module().own("breakpointhook")));
  }

  private static Tracers tracers() {
    return Tracers.of(Task.require());
  }
}
