package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyGenerator;

/** What the language keeps for each thread of a program; greenlets take turns with it. */
public final class TaskState {
  /** What the code that runs is handling itself, and what its resumer was handling. */
  private @Nullable PyBaseException own;

  private @Nullable PyBaseException inherited;

  /** Objects whose representation is being made, innermost last, to cut cycles. */
  private @Nullable ReprStack reprStack;

  /** What the module greenlet keeps. */
  public @Nullable Object greenlets;

  /** Called with each asynchronous generator that begins. */
  public @Nullable Object asyncGeneratorBegins;

  /** What a program wants to be called with those that nobody refers to. */
  public @Nullable Object asyncGeneratorForgotten;

  /** Watches objects for whose end there is something to do in this thread. */
  public @Nullable Forgotten forgotten;

  /** The values of context variables. */
  public @Nullable Object context;

  /** The thread of an embedding application that this one works for. */
  public @Nullable Object host;

  /** What {@code os.fork} copies: all code that runs in this thread, suspended. */
  public @Nullable PyGenerator forking;

  /** How many callers a coroutine remembers that is made: {@code cr_origin}. */
  public int originDepth;

  /** Who is told of what runs. */
  public @Nullable Tracers tracers;

  /** The event loop of the package gevent. */
  public @Nullable Object hub;

  /** The state of the running thread. */
  public static TaskState current() {
    return of(Task.require());
  }

  /** The state of a thread. */
  public static TaskState of(Task task) {
    if (task.attachment instanceof TaskState state) {
      return state;
    }
    TaskState state = new TaskState();
    task.attachment = state;
    return state;
  }

  /** The exception that an {@code except} clause is handling: what a bare {@code raise} raises. */
  public @Nullable PyBaseException handled() {
    return own == null ? inherited : own;
  }

  /** The same without what the resumer of a generator was handling. */
  public @Nullable PyBaseException own() {
    return own;
  }

  /** What the resumer of the running generator was handling. */
  public @Nullable PyBaseException inherited() {
    return inherited;
  }

  /** To be set back to what {@link #own} was. */
  public void setHandled(@Nullable PyBaseException exception) {
    own = exception;
  }

  /** Another generator or greenlet runs from here on. */
  public void setHandled(@Nullable PyBaseException newOwn, @Nullable PyBaseException newInherited) {
    // mostly there is none, and storing a reference costs more than looking
    if (own != newOwn) {
      own = newOwn;
    }
    if (inherited != newInherited) {
      inherited = newInherited;
    }
  }

  /** The containers whose representation is being made. */
  public ReprStack reprStack() {
    ReprStack stack = reprStack;
    if (stack == null) {
      stack = new ReprStack();
      reprStack = stack;
    }
    return stack;
  }

  /** Puts another stack of representations in the place of this one, which it returns. */
  public @Nullable ReprStack swapReprStack(@Nullable ReprStack other) {
    ReprStack before = reprStack;
    reprStack = other;
    return before;
  }
}
