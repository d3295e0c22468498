package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.ProcessState;
import org.pyconc.scope.CodeUnit;

/** What every call of a code unit begins and ends with, in both executors. */
public final class Invocation {
  private Invocation() {}

  /**
   * Begins a call: lets others run if they should, and counts the depth, which the caller counts
   * down at the end.
   */
  public static Task enter() {
    Task task = Task.require();
    enter(task);
    return task;
  }

  /** Begins a call in a task that is known. */
  public static void enter(Task task) {
    if (task.attention) {
      task.attend();
    }
    if (++task.depth > task.surelyAllowed && task.depth > ProcessState.of(task).recursionLimit()) {
      task.depth--;
      throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
    }
  }

  /**
   * Counts one more level of what the interpreter itself does through methods of values, such as
   * the representation of a list in a list. The caller counts down at the end.
   *
   * @param doing what, for the message: {@code " in comparison"}
   * @return the task whose depth was counted, or null outside of one
   */
  public static @Nullable Task descend(String doing) {
    Task task = Task.current();
    if (task != null
        && ++task.depth > task.surelyAllowed
        && task.depth > ProcessState.of(task).recursionLimit()) {
      task.depth--;
      throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded" + doing);
    }
    return task;
  }

  /** Ends what {@link #descend} began. */
  public static void ascend(@Nullable Task task) {
    if (task != null) {
      task.depth--;
    }
  }

  /** Ends a call by what was thrown at a place in it: the exception to throw on. */
  public static RuntimeException leave(Throwable thrown, CodeUnit code, Span place) {
    return Raising.translate(thrown).at(place).leave(code);
  }
}
