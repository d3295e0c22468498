package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyType;

/** What list, set and dict displays do with their elements. */
public final class Displays {
  private Displays() {}

  /** {@code {a, b}}. */
  public static PySet set(Object[] elements) {
    PySet set = new PySet();
    for (Object element : elements) {
      set.add(element);
    }
    return set;
  }

  /** A set display of three or more constants only, which CPython adds as a whole. */
  public static PySet constantSet(Object[] elements) {
    return PySet.ofConstants(elements);
  }

  /** {@code [*value]}: adds all elements of the value. */
  public static void addAll(PyList list, Object value) {
    addAll(list, value, "Value");
  }

  /** {@code {*value}}: adds all elements of the value to those of a set display. */
  public static void addAllToSet(PyList list, Object value) {
    PyIterator iterator = Iteration.iterator(value);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      list.append(next);
    }
  }

  /** Adds all elements of the value of a starred expression, which messages describe that way. */
  static void addAll(PyList list, Object value, String what) {
    PyType type = PyType.of(value);
    if (type.lookup("__iter__") == null && !type.hasPositions()) {
      throw Errors.typeError(what + " after * must be an iterable, not " + type.name());
    }
    Iteration.addAll(list, value);
  }

  /** {@code {**mapping}}: adds all entries of the mapping. */
  public static void addMapping(PyDict dict, Object mapping) {
    if (Attributes.findQuietly(mapping, "keys") == null) {
      throw Errors.typeError("'" + PyType.of(mapping).name() + "' object is not a mapping");
    }
    Dicts.update(dict, mapping);
  }
}
