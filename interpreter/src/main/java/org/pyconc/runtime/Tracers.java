package org.pyconc.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.scope.CodeUnit;

/**
 * Who is told of what runs in a thread: the functions of {@code sys.settrace} and {@code
 * sys.setprofile}, and a profiler. Only code is told of that was made ready after somebody said
 * that it would be asked for: see {@link org.pyconc.scope.Executor#keepTraces}.
 */
public final class Tracers {
  /** Is told of the calls of a thread. */
  public interface CallListener {
    void entered(CodeUnit code);

    void left(CodeUnit code);

    /** A builtin function or method is called: one of those that {@code c_call} is told of. */
    void builtinEntered(PyObject function);

    void builtinLeft(PyObject function);
  }

  private @Nullable Object trace;
  private @Nullable Object profile;
  private @Nullable CallListener listener;

  /** What one of the functions runs itself is not told of. */
  private boolean isTelling;

  /** Those of a thread. */
  public static Tracers of(Task task) {
    TaskState state = TaskState.of(task);
    Tracers known = state.tracers;
    if (known == null) {
      known = new Tracers();
      state.tracers = known;
    }
    return known;
  }

  public @Nullable Object trace() {
    return trace;
  }

  public void setTrace(@Nullable Object function) {
    trace = function;
  }

  public @Nullable Object profile() {
    return profile;
  }

  public void setProfile(@Nullable Object function) {
    profile = function;
  }

  public @Nullable CallListener listener() {
    return listener;
  }

  public void setListener(@Nullable CallListener newListener) {
    listener = newListener;
  }

  /** A call begins, or a generator goes on. */
  public static void entered(Activation activation) {
    Task task = Task.require();
    Tracers tracers = TaskState.of(task).tracers;
    if (tracers == null) {
      return;
    }
    if (tracers.listener != null) {
      tracers.listener.entered(activation.code());
    }
    if (tracers.isTelling || (tracers.trace == null && tracers.profile == null)) {
      return;
    }
    PyFrame frame = frame(task);
    if (tracers.trace != null && frame != null) {
      Object local = tracers.tell(true, tracers.trace, frame, "call", PySingleton.NONE);
      frame.setTrace(local == PySingleton.NONE ? null : local);
    }
    if (tracers.profile != null && frame != null) {
      tracers.tell(false, tracers.profile, frame, "call", PySingleton.NONE);
    }
  }

  /** A call ends or a generator is suspended. */
  public static void left(Activation activation, Object result) {
    Task task = Task.require();
    Tracers tracers = TaskState.of(task).tracers;
    if (tracers == null) {
      return;
    }
    if (tracers.listener != null) {
      tracers.listener.left(activation.code());
    }
    if (tracers.isTelling) {
      return;
    }
    PyFrame known = activation.known();
    Object local = known == null ? null : known.trace();
    if (tracers.trace != null && local != null) {
      tracers.local(task, local, "return", result);
    }
    tracers.tellProfile(task, "return", result);
  }

  /** Makes a call, and tells of it if a builtin function or method is called. */
  public static Object call(Object callee, Object[] arguments, String[] keywords) {
    return call(callee, () -> Calls.call(callee, arguments, keywords));
  }

  /**
   * The same for a call that is made in a way of its own.
   *
   * @param call makes it
   */
  public static Object call(Object callee, Supplier<Object> call) {
    Task task = Task.require();
    Tracers tracers = TaskState.of(task).tracers;
    if (tracers == null || !(callee instanceof PyObject function) || !isBuiltin(function)) {
      return call.get();
    }
    boolean isTold = tracers.tellProfile(task, "c_call", function);
    CallListener told = tracers.listener;
    if (told != null) {
      told.builtinEntered(function);
    }
    try {
      Object result = call.get();
      if (isTold) {
        tracers.tellProfile(task, "c_return", function);
      }
      return result;
    } catch (PyException e) {
      if (isTold) {
        tracers.tellProfile(task, "c_exception", function);
      }
      throw e;
    } finally {
      if (told != null) {
        told.builtinLeft(function);
      }
    }
  }

  /** Whether it is what CPython has a function in C for; operators of classes are none. */
  private static boolean isBuiltin(PyObject callee) {
    return callee instanceof NativeFunction
        || callee instanceof BoundNative b && b.type() == BuiltinTypes.BUILTIN_FUNCTION
        || callee instanceof NativeMethod m && !m.isWrapper();
  }

  /** Tells the function of {@code sys.setprofile}, and whether there is one to be told. */
  private boolean tellProfile(Task task, String event, Object argument) {
    Object to = profile;
    PyFrame frame = to == null || isTelling ? null : frame(task);
    if (to == null || frame == null) {
      return false;
    }
    tell(false, to, frame, event, argument);
    return true;
  }

  /** A line begins in a frame that has a function of its own. */
  public static void line(Activation activation, int line) {
    if (!activation.isAt(line)) {
      activation.setLine(line);
      PyFrame known = activation.known();
      if (known == null || known.tracesLines()) {
        event(activation, "line", PySingleton.NONE);
      }
    }
  }

  /** An exception passes. */
  public static void raised(Activation activation, PyException e) {
    PyBaseException value = e.value();
    if (activation.isNew(value)) {
      Object traceback = value.traceback() == null ? PySingleton.NONE : value.traceback();
      event(activation, "exception", PyTuple.of(value.type(), value, traceback));
    }
  }

  private static void event(Activation activation, String name, Object argument) {
    Task task = Task.require();
    Tracers tracers = TaskState.of(task).tracers;
    PyFrame known = activation.known();
    Object local = known == null ? null : known.trace();
    if (tracers != null && tracers.trace != null && !tracers.isTelling && local != null) {
      tracers.local(task, local, name, argument);
    }
  }

  private void local(Task task, Object function, String event, Object argument) {
    PyFrame frame = frame(task);
    if (frame != null) {
      Object next = tell(true, function, frame, event, argument);
      if (next != PySingleton.NONE) {
        frame.setTrace(next);
      }
    }
  }

  private static @Nullable PyFrame frame(Task task) {
    return CallStack.frame(task);
  }

  private Object tell(boolean isTrace, Object to, PyFrame frame, String event, Object argument) {
    isTelling = true;
    try {
      return Calls.call(to, frame, event, argument);
    } catch (PyException e) {
      if (isTrace) {
        trace = null;
      } else {
        profile = null;
      }
      throw e;
    } finally {
      isTelling = false;
    }
  }
}
