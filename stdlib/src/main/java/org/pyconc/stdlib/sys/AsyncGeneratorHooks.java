package org.pyconc.stdlib.sys;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.TaskState;
import org.pyconc.stdlib.support.StructSequence;

/**
 * Who is told of the thread's asynchronous generators, and what its coroutines remember.
 *
 * @see <a href="https://docs.python.org/3.11/library/sys.html#sys.set_asyncgen_hooks">
 *     sys.set_asyncgen_hooks</a>
 */
final class AsyncGeneratorHooks {
  private static final PyType TYPE =
      StructSequence.type("sys.asyncgen_hooks", "asyncgen hooks.", "firstiter", "finalizer");

  private AsyncGeneratorHooks() {}

  static void define(ModuleBuilder b) {
    b.function(
        "get_asyncgen_hooks()",
        "The installed hooks.",
        () -> {
          TaskState state = TaskState.current();
          return StructSequence.make(
              TYPE,
              PySingleton.orNone(state.asyncGeneratorBegins),
              PySingleton.orNone(state.asyncGeneratorForgotten));
        });
    b.function(
        "set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
        "Sets a function that is called when an asynchronous generator begins, and one that is"
            + " called when nobody refers to it any more.",
        AsyncGeneratorHooks::set);
    b.function(
        "get_coroutine_origin_tracking_depth()",
        "How many callers are remembered of the thread's coroutines.",
        () -> (long) TaskState.current().originDepth);
    b.function(
        "set_coroutine_origin_tracking_depth(depth)",
        "Says how many callers the thread's coroutines remember; 0 for none.",
        depth -> {
          int most = Items.toInt(depth);
          if (most < 0) {
            throw Errors.valueError("depth must be >= 0");
          }
          TaskState.current().originDepth = most;
          return PySingleton.NONE;
        });
  }

  private static Object set(Object first, Object finalizer) {
    check("finalizer", finalizer);
    check("firstiter", first);
    TaskState state = TaskState.current();
    if (finalizer != Unset.UNSET) {
      state.asyncGeneratorForgotten = finalizer == PySingleton.NONE ? null : finalizer;
    }
    if (first != Unset.UNSET) {
      state.asyncGeneratorBegins = first == PySingleton.NONE ? null : first;
    }
    return PySingleton.NONE;
  }

  private static void check(String name, Object hook) {
    if (hook != Unset.UNSET && hook != PySingleton.NONE && !Calls.isCallable(hook)) {
      throw Errors.typeError("callable " + name + " expected, got " + PyType.of(hook).name());
    }
  }
}
