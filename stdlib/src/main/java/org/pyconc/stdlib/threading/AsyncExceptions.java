package org.pyconc.stdlib.threading;

import java.util.Map;
import java.util.WeakHashMap;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Items;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;

/**
 * Exceptions that one thread has raised in another: the way to end one from outside.
 *
 * @see <a href="https://docs.python.org/3.11/c-api/init.html#c.PyThreadState_SetAsyncExc">
 *     PyThreadState_SetAsyncExc</a>
 */
final class AsyncExceptions {
  /** One for each thread at most: a later one replaces one that was not raised yet. */
  private final Map<Task, Object> pending = new WeakHashMap<>();

  private AsyncExceptions() {}

  private static AsyncExceptions current() {
    return ProcessState.current().moduleState(AsyncExceptions.class, AsyncExceptions::new);
  }

  /**
   * Has an exception raised in a thread at its next poll or in its wait.
   *
   * @param exception UNSET: takes back what was not raised yet
   * @return how many threads there are with that number
   */
  static Object set(Object ident, Object exception) {
    long number = Items.toLong(ident);
    Task self = Task.require();
    for (Task task : self.process().tasks()) {
      if (ThreadTable.ident(task) == number && !task.isDone()) {
        if (exception == Unset.UNSET) {
          current().pending.remove(task);
          return 1L;
        }
        current().pending.put(task, exception);
        task.interrupt((Runnable) AsyncExceptions::raise);
        if (task == self) {
          Task.yieldNow(); // it comes out of this very call
        }
        return 1L;
      }
    }
    return 0L;
  }

  /** In the thread that is meant. */
  private static void raise() {
    Object exception = current().pending.remove(Task.require());
    if (exception == null) {
      return;
    }
    if (exception instanceof PyType type && type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
      throw Raising.raise(exception, null);
    }
    throw Errors.of(
        ExceptionTypes.SYSTEM_ERROR,
        "_PyErr_SetObject: exception "
            + Text.javaRepr(exception)
            + " is not a BaseException subclass");
  }
}
