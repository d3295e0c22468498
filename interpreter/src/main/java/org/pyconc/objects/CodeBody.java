package org.pyconc.objects;

import org.pyconc.kernel.Task;

/**
 * The executable form of a code unit. It belongs to the code, not to a process: everything that is
 * a process's own comes through the function.
 */
public abstract class CodeBody {
  /**
   * Runs the code.
   *
   * @param function gives globals and closure
   * @param task the running one
   * @param locals the bound parameters in the order of the signature's names; for a class body the
   *     namespace to fill
   */
  public abstract Object run(PyFunction function, Task task, Object[] locals);

  /** Runs code without parameters. */
  public Object run0(PyFunction function, Task task) {
    return run(function, task, PyObject.NO_ARGUMENTS);
  }

  /** Runs code with one parameter. */
  public Object run1(PyFunction function, Task task, Object a) {
    return run(function, task, new Object[] {a});
  }

  /** Runs code with two parameters. */
  public Object run2(PyFunction function, Task task, Object a, Object b) {
    return run(function, task, new Object[] {a, b});
  }

  /** Runs code with three parameters. */
  public Object run3(PyFunction function, Task task, Object a, Object b, Object c) {
    return run(function, task, new Object[] {a, b, c});
  }

  /** Runs code with four parameters. */
  public Object run4(PyFunction function, Task task, Object a, Object b, Object c, Object d) {
    return run(function, task, new Object[] {a, b, c, d});
  }
}
