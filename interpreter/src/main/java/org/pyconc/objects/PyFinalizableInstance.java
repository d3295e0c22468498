package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.Forgotten;

/**
 * An instance of a class with {@code __del__}, which is called once: when the JVM's collector finds
 * that nobody refers to the instance any more, at the latest when the program ends.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html#object.__del__">
 *     object.__del__</a>
 */
public final class PyFinalizableInstance extends PyInstance implements Forgettable {
  private @Nullable Object guard;

  private PyFinalizableInstance(PyType type) {
    super(type);
  }

  /** A new instance, watched by the process that runs. */
  public static PyFinalizableInstance watched(PyType type) {
    PyFinalizableInstance made = new PyFinalizableInstance(type);
    made.guard = Forgotten.ofProcess().watchToTheEnd(made);
    Task task = Task.require();
    task.finalizeBelow = Math.max(task.finalizeBelow, task.depth);
    return made;
  }

  @Override
  public boolean isWatched() {
    return guard != null;
  }

  @Override
  public void forgotten() {
    guard = null;
    Object finalizer = type().lookup("__del__");
    if (finalizer == null) {
      return;
    }
    try {
      Object ignored = Calls.callUnbound(finalizer, this);
    } catch (PyException e) {
      ErrorReport.ignored(finalizer, e);
    }
  }
}
