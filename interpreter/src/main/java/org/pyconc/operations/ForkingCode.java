package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;

/**
 * Code that may call {@code os.fork}. It runs like a generator that yields where it wants to fork:
 * then all that it has is in frames that can be copied, if those who called it are such code too.
 */
public abstract class ForkingCode extends CodeBody {
  /** A run that has not begun yet. */
  public abstract PyGenerator begin(PyFunction function, Task task, Object[] locals);

  /** Called by code that cannot be copied: {@code os.fork} raises what it raises there. */
  @Override
  public final Object run(PyFunction function, Task task, Object[] locals) {
    PyGenerator code = begin(function, task, locals);
    return runToTheEnd(code, code.sendOrEnd(PySingleton.NONE), false);
  }

  /** Runs a main module. */
  public final Object runMain(PyFunction function) {
    return runAtRoot(begin(function, Task.require(), PyObject.NO_ARGUMENTS));
  }

  /** Runs what nobody calls who would have to be copied too. */
  static Object runAtRoot(PyGenerator code) {
    return runToTheEnd(code, code.sendOrEnd(PySingleton.NONE), true);
  }

  /**
   * Goes on in a child process.
   *
   * @param code the copy of what was running in the parent
   */
  public static Object goOn(PyGenerator code) {
    return runToTheEnd(code, code.sendOrEnd(0L), true);
  }

  private static Object runToTheEnd(PyGenerator code, @Nullable Object first, boolean isMain) {
    Object yielded = first;
    while (yielded instanceof ForkPoint fork) {
      Object pid;
      try {
        pid = isMain ? fork.forkWith(code) : fork.refuse();
      } catch (PyException e) {
        yielded = code.throwOrEnd(e);
        continue;
      }
      yielded = code.sendOrEnd(pid);
    }
    return code.result();
  }
}
