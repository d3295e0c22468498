package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;

/** What the language keeps for each thread of a program; greenlets take turns with it. */
public final class TaskState {
  private @Nullable PyBaseException handled;

  /** Objects whose representation is being made, innermost last, to cut cycles. */
  private @Nullable ReprStack reprStack;

  /** The state of the running thread. */
  public static TaskState current() {
    Task task = Task.require();
    if (task.attachment instanceof TaskState state) {
      return state;
    }
    TaskState state = new TaskState();
    task.attachment = state;
    return state;
  }

  /** The exception that an {@code except} clause is handling: what a bare {@code raise} raises. */
  public @Nullable PyBaseException handled() {
    return handled;
  }

  public void setHandled(@Nullable PyBaseException exception) {
    handled = exception;
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
}
