package org.pyconc.stdlib.queue;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;

/**
 * The exceptions of the module {@code queue}, which the queues of multiprocessing raise too.
 *
 * @see <a href="https://docs.python.org/3.11/library/queue.html">queue</a>
 */
public final class QueueErrors {
  private QueueErrors() {}

  public static final PyType EMPTY =
      new PyType(
          "_queue.Empty",
          ExceptionTypes.EXCEPTION,
          true,
          null,
          b -> b.doc("Exception raised by Queue.get(block=0)/get_nowait()."));

  public static final PyType FULL =
      new PyType(
          "queue.Full",
          ExceptionTypes.EXCEPTION,
          true,
          null,
          b -> b.doc("Exception raised by Queue.put(block=0)/put_nowait()."));

  public static PyException empty() {
    return Errors.of(EMPTY, PyObject.NO_ARGUMENTS);
  }

  public static PyException full() {
    return Errors.of(FULL, PyObject.NO_ARGUMENTS);
  }
}
