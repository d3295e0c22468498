package org.pyconc.stdlib.collections;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyType;

/** A dict that counts. */
public final class PyCounter extends PyDict {
  /** {@code collections.Counter}. */
  public static final PyType TYPE =
      new PyType("collections.Counter", BuiltinTypes.DICT, true, null, CounterMethods::define);

  /** The count of an element: 0 if it is not there. */
  Object count(Object element) {
    Object count = get(element);
    return count == null ? 0L : count;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
