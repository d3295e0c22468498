package org.pyconc.operations;

import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;

/** The names that {@code dir} lists. */
public final class Directory {
  private Directory() {}

  /** What {@code object.__dir__} gives: the object's own names and those of its classes. */
  public static PyList ofObject(Object object) {
    PyDict names = new PyDict();
    if (Attributes.findQuietly(object, "__dict__") instanceof PyDict own) {
      for (int i = own.next(0); i >= 0; i = own.next(i + 1)) {
        names.put(own.keyAt(i), PySingleton.NONE);
      }
    }
    if (Attributes.findQuietly(object, "__class__") instanceof PyType type) {
      collect(type, names);
    }
    return keys(names);
  }

  /** What {@code type.__dir__} gives: the names of the class and the classes above. */
  public static PyList ofClass(PyType type) {
    PyDict names = new PyDict();
    collect(type, names);
    return keys(names);
  }

  private static void collect(PyType type, PyDict names) {
    for (PyType each : type.mro()) {
      for (String name : each.ownAttributeNames()) {
        names.put(name, PySingleton.NONE);
      }
      if (each.isNative()) {
        names.put("__doc__", PySingleton.NONE);
      }
    }
  }

  private static PyList keys(PyDict names) {
    PyList list = new PyList();
    for (int i = names.next(0); i >= 0; i = names.next(i + 1)) {
      list.append(names.keyAt(i));
    }
    return list;
  }

  /** {@code dir(object)}: sorted. */
  public static PyList of(Object object) {
    Object result = Calls.special(object, "__dir__");
    PyList list = result == null ? ofObject(object) : Iteration.toList(result);
    return sorted(list);
  }

  /** The elements in ascending order, in a new list. */
  public static PyList sorted(PyList list) {
    Object[] items = list.toArray();
    java.util.Arrays.sort(
        items, (a, b) -> Comparison.less(a, b) ? -1 : Comparison.less(b, a) ? 1 : 0);
    return PyList.of(items);
  }
}
