package org.pyconc.stdlib.greenlet;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Coroutine;
import org.pyconc.kernel.CoroutineScope;
import org.pyconc.kernel.Lane;
import org.pyconc.kernel.PinnedException;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.TraceRecorder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Forgotten;
import org.pyconc.runtime.GreenletThread;
import org.pyconc.runtime.TaskState;

/**
 * The greenlets of one thread. The main greenlet is the thread's own code: when it switches to
 * another one, it resumes that one's coroutine, and whenever that is suspended the one that is to
 * run next, until it is to run itself. So greenlets are resumed from one place, and never nest.
 */
final class Trampoline implements GreenletThread {
  private final Task task;
  private final TaskState state;
  private final PyGreenlet main;
  private PyGreenlet running;

  /** Who switched last. */
  private PyGreenlet origin;

  /** What the switch brings: a value, or an exception to raise. */
  private @Nullable Object value;

  private @Nullable PyException thrown;

  /** Is told of every switch. */
  private @Nullable Object tracer;

  /** Its suspended greenlets that nobody refers to any more. */
  final Forgotten forgotten;

  /** What the program keeps with the thread. */
  final PyDict kept = new PyDict();

  /** Records a timeline, if anybody wants one. */
  private final boolean isTraced = TraceRecorder.current() != null;

  private Trampoline(Task task, TaskState state) {
    this.task = task;
    this.state = state;
    this.forgotten = new Forgotten(task);
    state.forgotten = forgotten;
    this.main = new PyGreenlet(this);
    this.running = main;
    this.origin = main;
  }

  /** That of the current thread. */
  static Trampoline current() {
    TaskState state = TaskState.current();
    if (state.greenlets instanceof Trampoline t) {
      return t;
    }
    Trampoline made = new Trampoline(Task.require(), state);
    state.greenlets = made;
    return made;
  }

  /** How many threads of the process have greenlets. */
  static long count() {
    long count = 0;
    for (Task each : Task.require().process().tasks()) {
      if (each.attachment instanceof TaskState state && state.greenlets instanceof Trampoline) {
        count++;
      }
    }
    return count;
  }

  /** The greenlet that runs. */
  PyGreenlet running() {
    return running;
  }

  /** The one that is the thread's own code. */
  PyGreenlet main() {
    return main;
  }

  @Override
  public @Nullable String runningGreenlet() {
    return running == main ? null : running.functionName();
  }

  /** {@code gr_context} of a greenlet of this thread, or of one that has not begun. */
  @Nullable Object contextOf(PyGreenlet greenlet) {
    return greenlet == running ? state.context : greenlet.context;
  }

  void setContextOf(PyGreenlet greenlet, @Nullable Object context) {
    if (greenlet == running) {
      state.context = context;
    } else {
      greenlet.context = context;
    }
  }

  boolean isDone() {
    return task.isDone();
  }

  @Nullable Object tracer() {
    return tracer;
  }

  void setTracer(@Nullable Object callable) {
    tracer = callable;
  }

  /** A coroutine that runs a greenlet which begins. */
  Coroutine coroutine(PyGreenlet greenlet) {
    return Coroutine.create(CoroutineScope.GREENLET, () -> runBody(greenlet));
  }

  /**
   * Leaves the current greenlet and goes on with an active one. Returns when the current one is
   * switched to.
   *
   * @param brought what the other one's {@code switch} returns
   * @param exception what it raises instead
   */
  Object run(PyGreenlet target, Object brought, @Nullable PyException exception) {
    PyGreenlet self = running;
    value = brought;
    thrown = exception;
    origin = self;
    if (target != self) {
      leave(self, target);
    }
    if (tracer != null) {
      trace();
    }
    origin = main; // or it would be kept from being forgotten
    PyException e = thrown;
    if (e != null) {
      thrown = null;
      throw e.withContext();
    }
    Object result = value;
    value = null;
    return result == null ? PySingleton.NONE : result;
  }

  private static final String VANISHED =
      "Killing the greenlet because all references have vanished.";

  /** Raises GreenletExit in a greenlet that nobody refers to, and comes back when it has ended. */
  void end(PyGreenlet left) {
    if (left == running) {
      return;
    }
    left.setParentUnchecked(running);
    try {
      Object ignored = run(left, PyTuple.EMPTY, Errors.of(GreenletTypes.GREENLET_EXIT, VANISHED));
    } catch (PyException e) {
      ErrorReport.ignored(left, e);
    }
  }

  private void leave(PyGreenlet self, PyGreenlet target) {
    self.handled = state.own();
    self.inherited = state.inherited();
    self.reprStack = state.swapReprStack(null);
    self.context = state.context;
    self.depth = task.depth;
    self.activation = task.activation;
    self.chain = task.chain;
    running = target;
    try {
      if (self == main) {
        resumeOthers();
      } else {
        Coroutine.suspend(CoroutineScope.GREENLET);
      }
    } catch (PinnedException notHere) {
      running = self;
      throw Errors.of(GreenletTypes.ERROR, "cannot switch here: " + notHere.getMessage());
    } finally {
      enter(self);
      self.activation = null; // or it would keep alive what the calls refer to
      self.chain = null;
    }
  }

  private void enter(PyGreenlet greenlet) {
    state.setHandled(greenlet.handled, greenlet.inherited);
    state.swapReprStack(greenlet.reprStack);
    state.context = greenlet.context;
    task.depth = greenlet.depth;
    task.activation = greenlet.activation;
    task.chain = greenlet.chain;
    TraceRecorder recorder = isTraced ? TraceRecorder.current() : null;
    if (recorder != null) {
      recorder.enter(task, laneOf(greenlet, recorder));
    }
  }

  private @Nullable Lane laneOf(PyGreenlet greenlet, TraceRecorder trace) {
    if (greenlet != main && greenlet.lane == null) {
      greenlet.lane = trace.newGreenlet(task, "greenlet " + greenlet.functionName());
    }
    return greenlet.lane;
  }

  private void resumeOthers() {
    try {
      do {
        PyGreenlet next = running;
        Coroutine coroutine = next.coroutine;
        if (coroutine == null) {
          throw new IllegalStateException("greenlet has no coroutine");
        }
        enter(next);
        try {
          coroutine.resume();
        } catch (Throwable fatal) {
          next.end(); // it was not an exception of the language that ended it
          throw fatal;
        }
      } while (running != main);
    } finally {
      running = main;
    }
  }

  private void trace() {
    Object callable = tracer;
    if (callable == null) {
      return;
    }
    try {
      Calls.call2(callable, thrown == null ? "switch" : "throw", PyTuple.of(origin, running));
    } catch (PyException e) {
      tracer = null;
      thrown = e;
    }
  }

  // ---- the code of a greenlet ----------------------------------------------------------------

  private void runBody(PyGreenlet greenlet) {
    Object result = PySingleton.NONE;
    PyException failure;
    trace();
    failure = thrown;
    thrown = null;
    value = null;
    if (failure == null) {
      try {
        result = greenlet.call();
      } catch (PyException e) {
        failure = e;
      } catch (StackOverflowError | OutOfMemoryError e) {
        failure = Raising.translate(e);
      }
    }
    greenlet.end();
    greenlet.context = state.context;
    TraceRecorder recorder = isTraced ? TraceRecorder.current() : null;
    if (recorder != null && greenlet.lane != null) {
      recorder.greenletEnded(task, greenlet.lane);
    }
    boolean wasExit = false;
    if (failure != null && failure.value().type().isSubtypeOf(GreenletTypes.GREENLET_EXIT)) {
      result = failure.value();
      failure = null;
      wasExit = true;
    }
    origin = greenlet;
    passOn(greenlet, result, failure, wasExit);
  }

  /**
   * Chooses who runs after a greenlet has ended: the first above it that can.
   *
   * @param wasExit whether the result is a GreenletExit, which one that begins does not get
   */
  private void passOn(
      PyGreenlet ended, Object result, @Nullable PyException failure, boolean wasExit) {
    PyException exception = failure;
    PyGreenlet next = ended.parent();
    while (next != null) {
      try {
        if (next.state == PyGreenlet.State.NEW) {
          Object[] arguments =
              exception == null && !wasExit ? new Object[] {result} : PyObject.NO_ARGUMENTS;
          next.begin(this, arguments, PyObject.NO_KEYWORDS);
        }
        if (next.state == PyGreenlet.State.ACTIVE) {
          value = result;
          thrown = exception == null ? null : new PyException(exception.value());
          running = next;
          return;
        }
      } catch (PyException e) {
        exception = e;
      }
      next = next.parent();
    }
    throw new IllegalStateException("no greenlet left to run");
  }
}
