package org.pyconc.stdlib.copy;

import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;

/** {@code copy.copy}. */
final class ShallowCopy {
  private ShallowCopy() {}

  static Object copy(Object value) {
    if (Copies.isAtomic(value) || value instanceof PyTuple || value instanceof PySlice) {
      return value;
    }
    if (value.getClass() == PyList.class) {
      return PyList.of(((PyList) value).toArray());
    }
    if (value.getClass() == PyDict.class) {
      return ((PyDict) value).copy();
    }
    if (value instanceof PySet set) {
      return set.isFrozen() ? set : copyOf(set);
    }
    if (value instanceof PyByteArray bytes) {
      return new PyByteArray(bytes.toArray());
    }
    Object hook = PyType.of(value).lookup("__copy__");
    if (hook != null) {
      return Calls.method(value, "__copy__");
    }
    PyInstance plain = Copies.plain(value);
    if (plain != null) {
      PyInstance copy = Copies.emptyLike(plain);
      Copies.copyAttributes(plain, copy, each -> each);
      return copy;
    }
    Object reduction = Copies.reduction(value);
    if (Text.isText(reduction)) {
      return value;
    }
    PyTuple recipe = Copies.checked(reduction);
    Object made = Copies.make(recipe, each -> each);
    Copies.fill(made, recipe, each -> each);
    return made;
  }

  private static PySet copyOf(PySet set) {
    PySet copy = new PySet();
    copy.addAll(set);
    return copy;
  }
}
