package org.pyconc.stdlib.greenlet;

import java.lang.ref.WeakReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Coroutine;
import org.pyconc.kernel.Lane;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.ReprStack;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A greenlet: calls that can be left in the middle and gone on with later. It belongs to the thread
 * in which it began, whose {@link Trampoline} runs it.
 *
 * @see <a href="https://greenlet.readthedocs.io/en/latest/switching.html">Switching Between
 *     Greenlets</a>
 */
public class PyGreenlet extends PyInstance implements Transferable, Forgettable {
  /** What a greenlet is doing. */
  public enum State {
    NEW,
    ACTIVE,
    DEAD
  }

  private @Nullable PyGreenlet parent;
  private @Nullable Object run;
  State state = State.NEW;

  /** Whether it came out of another process, without its parent. */
  private boolean isCopy;

  /** Where it began; null while it is new. */
  @Nullable Trampoline home;

  @Nullable Coroutine coroutine;

  /** What it began with. */
  private @Nullable Object function;

  private String functionName = "main";

  private Object[] arguments = PyObject.NO_ARGUMENTS;
  private String[] keywords = PyObject.NO_KEYWORDS;

  // What belongs to the thread while the greenlet runs.
  @Nullable PyBaseException handled;
  @Nullable PyBaseException inherited;
  @Nullable ReprStack reprStack;
  int depth;

  /** Its line of a timeline. */
  @Nullable Lane lane;

  @Nullable Object activation;
  @Nullable Object chain;

  /** How many calls it is in that let other greenlets run while they wait. */
  public int cooperative;

  /** The one that was asked for last. */
  private @Nullable PyFrame frame;

  private @Nullable WeakReference<PyGreenlet> reference;

  /** Notices that nobody refers to it any more. */
  @Nullable Object guard;

  /** What objects keep for each greenlet: it vanishes with either. Null for nothing. */
  public @Nullable Map<Object, Object> locals;

  /** {@code gr_context}. */
  @Nullable Object context;

  /** A greenlet without {@code run}, below the current one. */
  public PyGreenlet(PyType type) {
    super(type);
    this.parent = Trampoline.current().running();
  }

  /** A greenlet without {@code run} below another one. */
  protected PyGreenlet(PyType type, PyGreenlet parent) {
    super(type);
    this.parent = parent;
  }

  /** A copy in another process, below the main greenlet of the thread that uses it. */
  protected PyGreenlet(PyGreenlet original, PyType copiedType) {
    super(copiedType);
    this.state = original.state == State.NEW ? State.NEW : State.DEAD;
    this.isCopy = true;
  }

  /** The main greenlet of a thread. */
  PyGreenlet(Trampoline home) {
    super(GreenletTypes.GREENLET);
    this.home = home;
    this.state = State.ACTIVE;
  }

  /** The greenlet that the caller runs in. */
  public static PyGreenlet current() {
    return Trampoline.current().running();
  }

  /** The greenlet that is the running thread's own code. */
  public static PyGreenlet mainOfThread() {
    return Trampoline.current().main();
  }

  /** A weak reference to it, the same one for all who ask. */
  public WeakReference<PyGreenlet> reference() {
    WeakReference<PyGreenlet> known = reference;
    if (known == null) {
      known = new WeakReference<>(this);
      reference = known;
    }
    return known;
  }

  /** Where it returns to; null for a main greenlet. */
  public @Nullable PyGreenlet parent() {
    return parent == null && isCopy ? parentOfCopy() : parent;
  }

  /** The parent in a process that did not inherit it. */
  protected PyGreenlet parentOfCopy() {
    return mainOfThread();
  }

  /**
   * A child process gets new greenlets as they are and all others dead: the calls in which a
   * suspended one is belong to its thread.
   */
  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    PyGreenlet copy = makeCopy(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    PyGreenlet above = parent;
    if (above != null && above.copiesAsParent()) {
      copy.parent = (PyGreenlet) copier.copy(above);
    }
    copy.run = copier.copyOrNull(run);
    return copy;
  }

  protected PyGreenlet makeCopy(PyType copiedType) {
    return new PyGreenlet(this, copiedType);
  }

  /** Whether the copies of greenlets below it are below its copy. */
  protected boolean copiesAsParent() {
    return !isMain();
  }

  /** What the function that it runs is called. */
  protected String functionName() {
    return functionName;
  }

  /** What a callable is called. */
  protected static String nameOf(Object function) {
    return switch (function) {
      case PyFunction f -> f.name();
      case PyMethod m when m.function() instanceof PyFunction f -> f.name();
      case NativeFunction f -> f.name();
      default -> PyType.of(function).simpleName();
    };
  }

  public boolean isMain() {
    return home != null && home.main() == this;
  }

  /** Whether it has begun. */
  public boolean isStarted() {
    return state != State.NEW;
  }

  /** Whether it has begun and not ended. */
  public boolean isActive() {
    return state == State.ACTIVE && !lostItsThread();
  }

  public boolean isDead() {
    return state == State.DEAD || lostItsThread();
  }

  /** Whether it was running in a thread that has ended. */
  boolean lostItsThread() {
    return home != null && home.isDone();
  }

  /** Such a greenlet may be given to another thread, which can do nothing with it. */
  private boolean wasSuspendedAtEndOfThread() {
    return state == State.ACTIVE && lostItsThread();
  }

  /** The function it is to run, if it was given one and has not begun. */
  @Nullable Object run() {
    return run;
  }

  /** Sets what it is to run; null for nothing. */
  public void setRun(@Nullable Object callable) {
    if (isMain()) {
      throw attributeError("Main greenlets do not have a run attribute.");
    }
    if (isStarted()) {
      throw attributeError("run cannot be set after the start of the greenlet");
    }
    run = callable;
  }

  static PyException attributeError(String message) {
    return Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, message);
  }

  /** Sets where it returns to. */
  public void setParent(PyGreenlet newParent) {
    if (isMain()) {
      throw attributeError("cannot set the parent of a main greenlet");
    }
    Trampoline itsHome = null;
    for (PyGreenlet p = newParent; p != null; p = p.parent()) {
      if (p == this) {
        throw Errors.valueError("cyclic parent chain");
      }
      itsHome = p.home;
    }
    if (isStarted() && !wasSuspendedAtEndOfThread() && home != itsHome) {
      throw Errors.valueError("parent cannot be on a different thread");
    }
    parent = newParent;
  }

  // ---- switching -----------------------------------------------------------------------------

  /** {@code switch()}. */
  public Object switchTo() {
    Trampoline trampoline = Trampoline.current();
    PyGreenlet target = target(trampoline);
    if (target.state == State.NEW) {
      target = target.begin(trampoline, PyObject.NO_ARGUMENTS, PyObject.NO_KEYWORDS);
    }
    return trampoline.run(target, PyTuple.EMPTY, null);
  }

  /** {@code switch(value)}. */
  public Object switchTo(Object value) {
    Trampoline trampoline = Trampoline.current();
    PyGreenlet target = target(trampoline);
    if (target.state == State.NEW) {
      target = target.begin(trampoline, new Object[] {value}, PyObject.NO_KEYWORDS);
    }
    return trampoline.run(target, value, null);
  }

  /** {@code switch(...)} with any arguments. */
  public Object switchTo(Object[] values, String[] names) {
    Trampoline trampoline = Trampoline.current();
    PyGreenlet target = target(trampoline);
    if (target.state == State.NEW) {
      target = target.begin(trampoline, values, names);
    }
    return trampoline.run(target, SwitchArguments.result(values, names), null);
  }

  /** {@code throw(...)}: the exception comes up in the greenlet. */
  public Object throwInto(PyBaseException exception) {
    Trampoline trampoline = Trampoline.current();
    PyGreenlet target = target(trampoline);
    if (isDead() && exception.type().isSubtypeOf(GreenletTypes.GREENLET_EXIT)) {
      if (target.state == State.NEW) {
        target = target.begin(trampoline, PyObject.NO_ARGUMENTS, PyObject.NO_KEYWORDS);
      }
      return trampoline.run(target, exception, null);
    }
    if (target.state == State.NEW) {
      target = target.begin(trampoline, PyObject.NO_ARGUMENTS, PyObject.NO_KEYWORDS);
    }
    return trampoline.run(target, PyTuple.EMPTY, new PyException(exception));
  }

  /** The greenlet that runs when this is switched to: this or, if it is dead, one above. */
  private PyGreenlet target(Trampoline trampoline) {
    if (home != trampoline) {
      checkThread(trampoline);
    }
    PyGreenlet target = this;
    while (target.state == State.DEAD) {
      PyGreenlet next = target.parent();
      if (next == null) {
        throw new IllegalStateException("a main greenlet is dead");
      }
      target = next;
    }
    return target;
  }

  private void checkThread(Trampoline trampoline) {
    PyGreenlet begun = this;
    for (PyGreenlet above = begun.parent();
        begun.home == null && above != null;
        above = begun.parent()) {
      begun = above;
    }
    if (begun.lostItsThread()) {
      throw Errors.of(
          GreenletTypes.ERROR,
          "cannot switch to a different thread (which happens to have exited)");
    }
    if (begun.home != trampoline) {
      throw Errors.of(GreenletTypes.ERROR, "cannot switch to a different thread");
    }
  }

  /**
   * Gets a new greenlet ready to run.
   *
   * @return what is to be switched to: this, unless finding {@code run} has run it to its end
   */
  PyGreenlet begin(Trampoline trampoline, Object[] values, String[] names) {
    Object found = type() == GreenletTypes.GREENLET ? run : Attributes.load(this, "run");
    if (found == null) {
      throw attributeError("run");
    }
    PyGreenlet target = target(trampoline);
    if (target.state != State.NEW) {
      return target;
    }
    if (target != this) {
      return target.begin(trampoline, values, names);
    }
    function = found;
    functionName = nameOf(found);
    arguments = values;
    keywords = names;
    run = null;
    home = trampoline;
    state = State.ACTIVE;
    coroutine = trampoline.coroutine(this);
    guard = trampoline.forgotten.watch(this);
    return this;
  }

  /** The frame in which it is suspended, or that of the function it began with. */
  @Nullable PyFrame frame() {
    Coroutine suspended = coroutine;
    if (suspended != null && home == Trampoline.current()) {
      PyFrame known = frame;
      PyFrame found = CallStack.frame(suspended, activation, chain);
      if (found != null && known != null && known.code() == found.code()) {
        known.setLine(found.line());
        return known;
      }
      for (PyFrame each = found; each != null; each = each.outer()) {
        each.setSuspended(() -> state == State.ACTIVE);
      }
      if (found != null) {
        frame = found;
        return found;
      }
    }
    Object called = function instanceof PyMethod m ? m.function() : function;
    return called instanceof PyFunction f ? new PyFrame(f.code(), f.globals()) : null;
  }

  /** The function it began with, null once it runs. */
  @Nullable Object function() {
    return function;
  }

  /** Runs its function. */
  Object call() {
    Object callee = function;
    Object[] values = arguments;
    String[] names = keywords;
    arguments = PyObject.NO_ARGUMENTS;
    keywords = PyObject.NO_KEYWORDS;
    if (callee == null) {
      throw new IllegalStateException("greenlet has not begun");
    }
    return SwitchArguments.call(callee, values, names);
  }

  @Override
  public final boolean isWatched() {
    return guard != null;
  }

  /** Nobody refers to it any more: it ends. */
  @Override
  public final void forgotten() {
    guard = null;
    Trampoline trampoline = home;
    if (state == State.ACTIVE && trampoline != null && trampoline == Trampoline.current()) {
      PyGreenlet above = parent;
      trampoline.end(this);
      parent = above;
      if (state == State.ACTIVE) {
        guard = trampoline.forgotten.watch(this); // it went on, and may be forgotten again
      }
    }
  }

  /** Sets the parent without any check. */
  void setParentUnchecked(PyGreenlet newParent) {
    parent = newParent;
  }

  /** Its function has ended. */
  void end() {
    state = State.DEAD;
    Object unused = guard;
    Trampoline trampoline = home;
    if (unused != null && trampoline != null) {
      guard = null;
      trampoline.forgotten.release(unused);
    }
    locals = null;
    function = null;
    coroutine = null;
    frame = null;
    handled = null;
    inherited = null;
    reprStack = null;
  }
}
