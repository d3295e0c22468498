package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.Resumable;

/** Calls in {@link ForkingCode} whose callee is named as one that may fork. */
public final class ForkingCall {
  private ForkingCall() {}

  /** What the caller delegates to: it yields where the callee forks, and has its result. */
  public static Delegation begin(CallArguments call) {
    Object callee = call.function();
    if (callee instanceof NativeFunction f && f.name().equals("fork") && call.isEmpty()) {
      return new Delegation(new ForkPoint(f));
    }
    Object[] values = call.values();
    if (callee instanceof PyMethod m) {
      callee = m.function();
      values = Calls.prepend(m.self(), values);
    }
    if (callee instanceof PyFunction f && f.code().body() instanceof ForkingCode code) {
      Object[] locals =
          ArgumentBinder.bind(
              f.code().signature(),
              f.qualifiedName(),
              f.defaults(),
              f.keywordDefaults(),
              values,
              call.keywords());
      return new Delegation(code.begin(f, Task.require(), locals));
    }
    return new Delegation(new Done(call.call()));
  }

  /** A call that was made already. */
  private record Done(Object result) implements Resumable {
    @Override
    public @Nullable Object sendOrEnd(Object value) {
      return null;
    }

    @Override
    public @Nullable Object throwOrEnd(PyException thrown) {
      throw thrown;
    }

    @Override
    public void close() {}
  }
}
