package org.pyconc.objects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.operations.Invocation;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.Forgotten;
import org.pyconc.runtime.SyntaxWarnings;
import org.pyconc.runtime.TaskState;
import org.pyconc.scope.CodeUnit;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A generator, or a coroutine, which is one with another face. Subclasses say how a step is run;
 * the protocol is here.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods">
 *     Generator-iterator methods</a>
 */
public abstract class PyGenerator extends PyIterator
    implements Resumable, Transferable, Forgettable {
  /** What a generator is doing, as {@code inspect.getgeneratorstate} tells it. */
  public enum State {
    CREATED,
    SUSPENDED,
    RUNNING,
    CLOSED
  }

  private final PyFunction function;
  private final PyType type;

  /** Whether the body may be handling an exception while it is suspended, or is watched. */
  private final boolean handlesExceptions;

  private String name;
  private String qualifiedName;
  // Numbers and not constants of State: storing a reference costs more, and every step stores two.
  private static final int CREATED = State.CREATED.ordinal();
  private static final int RUNNING = State.RUNNING.ordinal();
  private static final int SUSPENDED = State.SUSPENDED.ordinal();
  private static final int CLOSED = State.CLOSED.ordinal();

  private int state = CREATED;
  private Object result = PySingleton.NONE;

  /** What the body is handling while it is suspended. */
  private @Nullable PyBaseException handled;

  /** What {@code yield from} is waiting for. */
  private @Nullable Object delegate;

  /** Who waits for it in a {@link GeneratorChain}. */
  @Nullable PyGenerator parent;

  /** Where the chain ended that begins here, when it was resumed last. */
  @Nullable PyGenerator leaf;

  /** The beginning of the chain at whose end it is running. */
  @Nullable PyGenerator chainRoot;

  /** The end of the chain that runs around the one at whose end it is running. */
  @Nullable Object outerChain;

  private boolean hasDelegateEnded;
  private @Nullable PyException delegateFailure;

  private @Nullable PyFrame frame;
  private int line;

  /** Whether something is left to do if it is forgotten while it is suspended. */
  private boolean watched;

  /** Notices that it is forgotten. */
  private @Nullable Object guard;

  /** {@code cr_origin}: where a coroutine was made, if the program wants to know. */
  private @Nullable PyTuple origin;

  protected PyGenerator(PyFunction function) {
    this.function = function;
    this.line = function.code().span().line();
    this.handlesExceptions = function.code().handlesExceptions() || function.code().isAsync();
    this.name = function.name();
    this.qualifiedName = function.qualifiedName();
    boolean isGenerator = function.code().isGenerator();
    this.type =
        !function.code().isAsync()
            ? BuiltinTypes.GENERATOR
            : isGenerator ? BuiltinTypes.ASYNC_GENERATOR : BuiltinTypes.COROUTINE;
    this.watched = type != BuiltinTypes.ASYNC_GENERATOR && function.code().suspendsProtected();
    Task task = type == BuiltinTypes.COROUTINE ? Task.current() : null;
    if (task != null) {
      watched = true;
      guard = Forgotten.ofProcess().watch(this);
      int depth = TaskState.of(task).originDepth;
      origin = depth > 0 ? CallStack.origin(task, depth) : null;
    }
  }

  /**
   * Runs up to the next {@code yield}.
   *
   * @param task the running one
   * @param sent the value of the {@code yield} it is suspended in
   * @param thrown an exception to raise there instead
   * @return what it yields, or null when it has returned, after {@link #setResult}
   */
  protected abstract @Nullable Object step(Task task, Object sent, @Nullable PyException thrown);

  /**
   * A generator in the same state for another process, or null if that is not possible.
   *
   * @param copy of the function whose call made this one
   */
  protected abstract @Nullable PyGenerator copyOf(PyFunction copy, Copier copier);

  @Override
  public final Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type.name() + "' object");
    }
    PyGenerator copy = state == RUNNING ? null : copyOf((PyFunction) copier.copy(function), copier);
    if (copy == null) {
      throw Copier.refuse(this, kind() + " '" + name + "' (started)");
    }
    copy.name = name;
    copy.qualifiedName = qualifiedName;
    copy.state = state;
    copy.result = copier.copy(result);
    copy.delegate = copier.copyOrNull(delegate);
    return copy;
  }

  /** The function whose call made it. */
  public final PyFunction function() {
    return function;
  }

  public final CodeUnit code() {
    return function.code();
  }

  public final String name() {
    return name;
  }

  public final void setName(String newName) {
    name = newName;
  }

  public final String qualifiedName() {
    return qualifiedName;
  }

  public final void setQualifiedName(String newName) {
    qualifiedName = newName;
  }

  public final State state() {
    return state == CREATED
        ? State.CREATED
        : state == RUNNING || delegate instanceof PyGenerator && GeneratorChain.isExecuting(this)
            ? State.RUNNING
            : state == SUSPENDED ? State.SUSPENDED : State.CLOSED;
  }

  /** What it returned, once it has. */
  @Override
  public final Object result() {
    return result;
  }

  /** To be called by {@link #step} before it returns null. */
  protected final void setResult(Object value) {
    result = value;
  }

  /** {@code cr_origin}: file, line and function of those who made it, or null. */
  public final @Nullable PyTuple origin() {
    return origin;
  }

  /** {@code gi_yieldfrom}. */
  public final @Nullable Object delegate() {
    return delegate;
  }

  public final void setDelegate(@Nullable Object iterator) {
    delegate = iterator;
  }

  /** Whether it only passes on what its delegate does: it has no {@code try} around it. */
  final boolean passes() {
    return !handlesExceptions && type == BuiltinTypes.GENERATOR && canPass();
  }

  /** Whether a delegate may be resumed without the body that waits for it. */
  protected boolean canPass() {
    return false;
  }

  final boolean isSuspended() {
    return state == SUSPENDED;
  }

  /** The delegate was resumed without this body, and has ended, perhaps with an exception. */
  final void delegateEnded(@Nullable PyException failure) {
    hasDelegateEnded = failure == null;
    delegateFailure = failure;
  }

  /**
   * Whether what is sent now is the result of the delegate, which has ended. To be asked when the
   * body goes on in {@code yield from}; raises what the delegate raised.
   */
  public final boolean takeDelegateEnded() {
    PyException failure = delegateFailure;
    if (failure != null) {
      delegateFailure = null;
      throw failure;
    }
    boolean ended = hasDelegateEnded;
    hasDelegateEnded = false;
    return ended;
  }

  /** Where it is suspended, or the line of its definition. */
  public final void setLine(int newLine) {
    line = newLine;
  }

  /** The line where it is suspended. */
  protected int line() {
    return line;
  }

  /**
   * Of a generator that runs at the end of a chain: those above it that wait, the innermost first,
   * which are not on the JVM's stack.
   */
  public final List<PyGenerator> waiting() {
    List<PyGenerator> all = new ArrayList<>();
    for (PyGenerator g = parent; g != null; g = g == chainRoot ? null : g.parent) {
      all.add(g);
    }
    return all;
  }

  /** The end of the chain that runs around this one, or null. */
  public final @Nullable Object outerChain() {
    return outerChain;
  }

  /** Where it is suspended. */
  public final Span place() {
    int at = line();
    return new Span(at, 0, at, 0);
  }

  /** A dict of the variables of a body that has not ended and does not run; else null. */
  public final @Nullable Object suspendedVariables() {
    return state == SUSPENDED || state == CREATED ? variables() : null;
  }

  /** {@code gi_frame.f_locals}, or null. */
  protected abstract @Nullable Object variables();

  /** {@code gi_frame}: null once it has ended. */
  public final @Nullable PyFrame frame() {
    if (state == CLOSED) {
      return null;
    }
    PyFrame made = frame;
    if (made == null) {
      made = new PyFrame(code(), function.globals(), line(), null, this::variables);
      made.setGenerator(this);
      frame = made;
    }
    made.setLine(line());
    return made;
  }

  @Override
  public final PyType type() {
    return type;
  }

  private String kind() {
    return type == BuiltinTypes.COROUTINE
        ? "coroutine"
        : type == BuiltinTypes.GENERATOR ? "generator" : "async generator";
  }

  @Override
  public final @Nullable Object next() {
    if (state == CLOSED) {
      return null;
    }
    return run(Task.require(), PySingleton.NONE, null);
  }

  /** {@link #next()} in a task that is known. */
  public final @Nullable Object next(Task task) {
    return state == CLOSED ? null : run(task, PySingleton.NONE, null);
  }

  private @Nullable Object run(Task task, Object sent, @Nullable PyException thrown) {
    boolean delegates = delegate instanceof PyGenerator;
    if (state == RUNNING || delegates && GeneratorChain.isExecuting(this)) {
      throw Errors.valueError(kind() + " already executing");
    }
    if (parent != null) {
      GeneratorChain.unlink(this);
    }
    return delegates && thrown == null && passes()
        ? GeneratorChain.resume(this, task, sent)
        : resumeBody(task, sent, thrown);
  }

  /** Runs a step of this body, whatever it delegates to. */
  final @Nullable Object resumeBody(Task task, Object sent, @Nullable PyException thrown) {
    if (state == RUNNING) {
      throw Errors.valueError(kind() + " already executing");
    }
    int before = state;
    Invocation.enter(task);
    if (state != before) {
      // what was done on the way in, by a signal's handler perhaps, has closed it or gone on with
      // it
      task.depth--;
      return runLater(task, sent, thrown);
    }
    return handlesExceptions ? runHandling(task, sent, thrown) : runPlain(task, sent, thrown);
  }

  private @Nullable Object runPlain(Task task, Object sent, @Nullable PyException thrown) {
    state = RUNNING;
    Object yielded = null;
    try {
      yielded = step(task, sent, thrown);
    } catch (PyException e) {
      throw asRuntimeError(e);
    } finally {
      task.depth--;
      state = yielded == null ? CLOSED : SUSPENDED;
    }
    return yielded;
  }

  /** Runs a body that has its own idea of which exception is being handled. */
  private @Nullable Object runLater(Task task, Object sent, @Nullable PyException thrown) {
    if (state != CLOSED) {
      return resumeBody(task, sent, thrown);
    }
    if (thrown != null) {
      throw thrown;
    }
    return null;
  }

  private @Nullable Object runHandling(Task task, Object sent, @Nullable PyException thrown) {
    TaskState taskState = TaskState.of(task);
    PyBaseException outerOwn = taskState.own();
    PyBaseException outerInherited = taskState.inherited();
    taskState.setHandled(handled, taskState.handled());
    state = RUNNING;
    Object yielded = null;
    try {
      yielded = step(task, sent, thrown);
    } catch (PyException e) {
      throw asRuntimeError(e);
    } finally {
      task.depth--;
      state = yielded == null ? CLOSED : SUSPENDED;
      PyBaseException left = taskState.own();
      if (left != handled) {
        handled = left;
      }
      taskState.setHandled(outerOwn, outerInherited);
      if (watched) {
        watch();
      }
    }
    return yielded;
  }

  /** After a step: sees to it that it is closed when it is forgotten. */
  private void watch() {
    Object known = guard;
    if (state == CLOSED || !code().suspendsProtected()) {
      watched = false;
      guard = null;
      if (known != null) {
        Forgotten.ofProcess().release(known);
      }
    } else if (known == null) {
      guard = Forgotten.ofProcess().watch(this);
    }
  }

  @Override
  public final boolean isWatched() {
    PyGenerator g = this;
    while (g.guard == null && g.delegate instanceof PyGenerator d) {
      g = d;
    }
    return g.guard != null;
  }

  /** {@code gi_frame.clear()}: closes it. */
  final void clearFrame() {
    if (state() == State.RUNNING) {
      throw Errors.runtimeError("cannot clear an executing frame");
    }
    forgotten();
    state = CLOSED;
  }

  /** Nobody refers to it any more: it is closed. */
  @Override
  public final void forgotten() {
    watched = false;
    guard = null;
    try {
      if (state != CREATED) {
        close();
      } else if (type == BuiltinTypes.COROUTINE) {
        SyntaxWarnings.neverAwaited(this);
      }
    } catch (PyException e) {
      ErrorReport.ignored(this, e);
    }
  }

  /** Makes what was thrown into the body ready to be raised there. */
  protected final PyException raised(PyException thrown) {
    if (handlesExceptions) {
      Raising.setContext(thrown.value(), TaskState.current().own());
    }
    return thrown.withContext();
  }

  /** What looks like its end must not leave a generator in another way. PEP 479. */
  private PyException asRuntimeError(PyException e) {
    if (!code().isGenerator() && !code().isAsync()) {
      return e; // code that may fork only runs like a generator
    }
    PyBaseException value = e.value();
    String raised;
    if (value.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
      raised = " raised StopIteration";
    } else if (type == BuiltinTypes.ASYNC_GENERATOR
        && value.type().isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION)) {
      raised = " raised StopAsyncIteration";
    } else {
      return e;
    }
    PyException error = Errors.runtimeError(kind() + raised);
    error.value().setCause(value);
    error.value().setContext(value);
    return error;
  }

  /** {@code send}: the next value, or null at the end. */
  @Override
  public final @Nullable Object sendOrEnd(Object value) {
    return sendOrEnd(value, Task.require());
  }

  private @Nullable Object sendOrEnd(Object value, Task task) {
    if (state == CREATED && value != PySingleton.NONE) {
      throw Errors.typeError("can't send non-None value to a just-started " + kind());
    }
    if (state == CLOSED) {
      if (type == BuiltinTypes.COROUTINE) {
        throw Errors.runtimeError("cannot reuse already awaited coroutine");
      }
      result = PySingleton.NONE;
      return null;
    }
    return run(task, value, null);
  }

  /** {@code send}: the next value, or StopIteration with the result. */
  public final Object send(Object value) {
    return orStop(sendOrEnd(value));
  }

  /** {@link #send(Object)} in a task that is known. */
  public final Object send(Object value, Task task) {
    return orStop(goesStraightOn(task) ? runPlain(task, value, null) : sendOrEnd(value, task));
  }

  /**
   * Whether a step is no more than a step of this body, which nothing keeps from going on; then it
   * is counted in the depth of the calls. One question less for each of the many steps.
   */
  private boolean goesStraightOn(Task task) {
    if (state != SUSPENDED
        || delegate != null
        || parent != null
        || handlesExceptions
        || task.attention
        || task.depth >= task.surelyAllowed) {
      return false;
    }
    task.depth++;
    return true;
  }

  private Object orStop(@Nullable Object yielded) {
    if (yielded != null) {
      return yielded;
    }
    throw Errors.stopIteration(result);
  }

  /** {@code throw}: the next value, or null at the end. */
  @Override
  public final @Nullable Object throwOrEnd(PyException thrown) {
    if (state == CLOSED) {
      if (type == BuiltinTypes.COROUTINE) {
        throw Errors.runtimeError("cannot reuse already awaited coroutine");
      }
      throw thrown;
    }
    if (state == CREATED) {
      state = CLOSED;
      throw asRuntimeError(thrown.leave(code()));
    }
    return run(Task.require(), PySingleton.NONE, thrown);
  }

  /** {@code throw}: the next value, or StopIteration with the result. */
  public final Object throwInto(PyException thrown) {
    return orStop(throwOrEnd(thrown));
  }

  /** {@code close}. */
  @Override
  public final void close() {
    if (state == CREATED) {
      state = CLOSED;
    }
    if (state == CLOSED) {
      return;
    }
    PyException exit = Errors.of(ExceptionTypes.GENERATOR_EXIT, PyObject.NO_ARGUMENTS);
    try {
      if (run(Task.require(), PySingleton.NONE, exit) != null) {
        throw Errors.runtimeError(kind() + " ignored GeneratorExit");
      }
    } catch (PyException e) {
      PyType raised = e.value().type();
      if (!raised.isSubtypeOf(ExceptionTypes.GENERATOR_EXIT)
          && !raised.isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
        throw e;
      }
    }
  }
}
