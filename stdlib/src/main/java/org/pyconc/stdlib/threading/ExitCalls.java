package org.pyconc.stdlib.threading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * What is called when the main thread has ended, before the others are waited for: by it a pool of
 * threads tells its workers to end. The child of a fork has the same calls.
 */
final class ExitCalls implements Transferable {
  private record Call(Object function, PyTuple arguments, @Nullable PyDict keywords) {}

  private final List<Call> calls = new ArrayList<>(2);
  private boolean hasBegun;

  static ExitCalls current() {
    return ProcessState.current().moduleState(ExitCalls.class, ExitCalls::new);
  }

  /** Adds a call: {@code threading._register_atexit}. */
  static Object register(Object[] a) {
    if (!Calls.isCallable(a[0])) {
      throw Errors.typeError("the first argument must be callable");
    }
    ThreadTable.current(); // which looks at them at the end
    ExitCalls all = current();
    if (all.hasBegun) {
      throw Errors.runtimeError("can't register atexit after shutdown");
    }
    all.calls.add(new Call(a[0], (PyTuple) a[1], (PyDict) a[2]));
    return PySingleton.NONE;
  }

  /** Makes the calls, the latest first. */
  static void run() {
    ExitCalls all = current();
    all.hasBegun = true;
    for (int i = all.calls.size() - 1; i >= 0; i--) {
      Call call = all.calls.get(i);
      CallWith.call(call.function(), call.arguments().items().clone(), call.keywords());
    }
  }

  @Override
  public Object copy(Copier copier) {
    ExitCalls copy = new ExitCalls();
    for (Call call : calls) {
      copy.calls.add(
          new Call(
              copier.copy(call.function()),
              (PyTuple) copier.copy(call.arguments()),
              (PyDict) copier.copyOrNull(call.keywords())));
    }
    return copy;
  }

  @Override
  public @Nullable Object copyAfresh(Copier copier) {
    return null;
  }
}
