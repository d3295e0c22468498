package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Tracers;

/**
 * The functions that are told of what new threads run.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#threading.settrace">
 *     threading.settrace</a>
 */
final class NewThreadTracers {
  private @Nullable Object trace;
  private @Nullable Object profile;

  private static NewThreadTracers ofProcess() {
    return ProcessState.current().moduleState(NewThreadTracers.class, NewThreadTracers::new);
  }

  static void define(ModuleBuilder b) {
    b.function(
        "settrace(func)",
        "Set a trace function for all threads started from the threading module.",
        function -> {
          ofProcess().trace = PySingleton.orNull(function);
          return PySingleton.NONE;
        });
    b.function(
        "gettrace()",
        "Get the trace function as set by threading.settrace().",
        () -> PySingleton.orNone(ofProcess().trace));
    b.function(
        "setprofile(func)",
        "Set a profile function for all threads started from the threading module.",
        function -> {
          ofProcess().profile = PySingleton.orNull(function);
          return PySingleton.NONE;
        });
    b.function(
        "getprofile()",
        "Get the profiler function as set by threading.setprofile().",
        () -> PySingleton.orNone(ofProcess().profile));
  }

  /** A thread begins. */
  static void begin(Task task) {
    NewThreadTracers set = ofProcess();
    if (set.trace != null) {
      Tracers.of(task).setTrace(set.trace);
    }
    if (set.profile != null) {
      Tracers.of(task).setProfile(set.profile);
    }
  }
}
