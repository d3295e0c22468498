package org.pyconc.stdlib.collections;

import java.util.function.UnaryOperator;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Refillable;

/** A dict that counts. */
public final class PyCounter extends AttributedDict implements Refillable {
  /** {@code collections.Counter}. */
  public static final PyType TYPE =
      new PyType("collections.Counter", BuiltinTypes.DICT, true, null, CounterMethods::define);

  /** The count of an element: 0 if it is not there. */
  Object count(Object element) {
    Object count = get(element);
    return count == null ? 0L : count;
  }

  @Override
  public PyDict emptyCopy(PyType type) {
    return new PyCounter();
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    copyAttributes((PyCounter) original, copy); // what is in it is copied as that of any dict
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
