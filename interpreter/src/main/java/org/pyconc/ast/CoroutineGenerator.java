package org.pyconc.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Coroutine;
import org.pyconc.kernel.CoroutineScope;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.Tracers;
import org.pyconc.transfer.Copier;

/** A generator whose body the interpreter runs on a coroutine of the kernel. */
final class CoroutineGenerator extends PyGenerator {
  private final InterpretedBody body;
  private final Activation activation;
  private Object[] locals;
  private @Nullable Coroutine coroutine;

  /** What the body is sent, what it is to raise, what it gave. */
  private Object sent = PySingleton.NONE;

  private @Nullable PyException thrown;
  private @Nullable Object yielded;
  private @Nullable Throwable failure;

  CoroutineGenerator(PyFunction function, InterpretedBody body, Object[] locals) {
    super(function);
    this.body = body;
    this.activation = new Activation(function.code(), function, body);
    this.locals = locals;
  }

  /** The arguments, which are the whole state until the first step. */
  Object[] locals() {
    return locals;
  }

  @Override
  protected @Nullable Object step(Task task, Object value, @Nullable PyException exception) {
    Coroutine running = coroutine;
    if (running == null) {
      running = newCoroutine(task);
      coroutine = running;
    }
    sent = value;
    thrown = exception;
    yielded = null;
    Activation inside = activation;
    inside.enter(task);
    try {
      running.resume();
    } finally {
      inside.leave(task);
    }
    Throwable failed = failure;
    if (failed != null) {
      failure = null;
      coroutine = null;
      if (failed instanceof PyException e) {
        throw e.leave(code());
      }
      throw sneaky(failed);
    }
    if (yielded == null) {
      coroutine = null;
    }
    return yielded;
  }

  /** Once it has begun, its state is on the stack of a coroutine, which cannot be copied. */
  @Override
  protected @Nullable PyGenerator copyOf(PyFunction copy, Copier copier) {
    return state() == State.SUSPENDED
        ? null
        : new CoroutineGenerator(copy, body, copier.copyAll(locals));
  }

  @Override
  protected @Nullable Object variables() {
    Object known = activation.locals();
    if (known != null || state() != State.CREATED) {
      return known;
    }
    PyDict dict = new PyDict();
    List<String> names = code().scope().locals();
    for (int i = 0; i < locals.length && i < names.size(); i++) {
      dict.put(WideString.of(names.get(i)), locals[i]);
    }
    return dict;
  }

  private static RuntimeException sneaky(Throwable t) {
    if (t instanceof RuntimeException r) {
      return r;
    }
    if (t instanceof Error e) {
      throw e;
    }
    return new IllegalStateException(t);
  }

  private Coroutine newCoroutine(Task task) {
    Object[] arguments = locals;
    locals = new Object[0];
    KernelProcess process = task.process();
    return process
        .kernel()
        .options()
        .coroutines()
        .create(
            CoroutineScope.GENERATOR,
            () -> {
              try {
                setResult(body.runGenerator(this, arguments, activation));
              } catch (Throwable t) {
                failure = t;
              }
            });
  }

  /** Called from the body: suspends it; the value that is sent, or the exception to raise. */
  Object yield(Object value) {
    boolean isTold = body.traces();
    if (isTold) {
      Tracers.left(activation, value);
    }
    yielded = value;
    Coroutine.suspend(CoroutineScope.GENERATOR);
    if (isTold) {
      Tracers.entered(activation);
    }
    PyException exception = thrown;
    if (exception != null) {
      thrown = null;
      throw raised(exception);
    }
    return sent;
  }
}
