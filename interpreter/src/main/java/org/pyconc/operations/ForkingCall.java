package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
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
    PyGenerator code = code(callee, call.values(), call.keywords());
    if (code != null) {
      return new Delegation(code);
    }
    return new Delegation(new Done(call.call()));
  }

  /** Calls what a thread or process is to do: if it forks, its callers need not be copied. */
  public static Object atRoot(Object callee, Object[] values, String[] keywords) {
    PyGenerator code = code(callee, values, keywords);
    return code == null ? Calls.call(callee, values, keywords) : ForkingCode.runAtRoot(code);
  }

  /** A run of the callee that has not begun yet, if its code may fork. */
  private static @Nullable PyGenerator code(Object callee, Object[] values, String[] keywords) {
    boolean isMethod = callee instanceof PyMethod;
    Object function = callee instanceof PyMethod m ? m.function() : callee;
    if (!(function instanceof PyFunction f) || !(f.code().body() instanceof ForkingCode code)) {
      return null;
    }
    Object[] all = isMethod ? Calls.prepend(((PyMethod) callee).self(), values) : values;
    Object[] locals =
        ArgumentBinder.bind(
            f.code().signature(),
            f.qualifiedName(),
            f.defaults(),
            f.keywordDefaults(),
            all,
            keywords);
    return code.begin(f, Task.require(), locals);
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
