package org.pyconc.objects;

import org.pyconc.operations.DictIterator;

/** A live view of the keys, values or items of a dict. */
public final class PyDictView extends PyObject {
  private final PyDict dict;
  private final DictIterator.Part part;

  public PyDictView(PyDict dict, DictIterator.Part part) {
    this.dict = dict;
    this.part = part;
  }

  public PyDict dict() {
    return dict;
  }

  public DictIterator.Part part() {
    return part;
  }

  @Override
  public PyType type() {
    return switch (part) {
      case KEYS -> BuiltinTypes.DICT_KEYS;
      case VALUES -> BuiltinTypes.DICT_VALUES;
      case ITEMS -> BuiltinTypes.DICT_ITEMS;
    };
  }
}
