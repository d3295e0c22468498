package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;

/** Functions made of code by the program: {@code types.FunctionType}, and other code for one. */
final class FunctionMaking {
  private static final PySingleton NONE = PySingleton.NONE;

  private FunctionMaking() {}

  /** {@code FunctionType(code, globals, name, argdefs, closure)}. */
  static Object make(Object[] bound) {
    if (!(bound[1] instanceof CodeUnit code)) {
      throw Errors.typeError(
          "function() argument 'code' must be code, not " + PyType.of(bound[1]).name());
    }
    if (!(PyPayloadInstance.unwrap(bound[2]) instanceof PyDict)) {
      throw Errors.typeError(
          "function() argument 'globals' must be dict, not " + PyType.of(bound[2]).name());
    }
    Object name = PyPayloadInstance.unwrap(bound[3]);
    if (name != NONE && !Text.isText(name)) {
      throw Errors.typeError("arg 3 (name) must be None or string");
    }
    Object defaults = PyPayloadInstance.unwrap(bound[4]);
    if (defaults != NONE && !(defaults instanceof PyTuple)) {
      throw Errors.typeError("arg 4 (defaults) must be None or tuple");
    }
    Cell[] cells = cells(code, PyPayloadInstance.unwrap(bound[5]));
    PyFunction made =
        new PyFunction(
            code,
            CodeFunctions.globals(bound[2]),
            cells,
            defaults instanceof PyTuple t ? t.items().clone() : PyObject.NO_ARGUMENTS,
            new @Nullable Object[code.signature().keywordOnly()]);
    if (name != NONE) {
      made.setName(Text.java(name));
    }
    return made;
  }

  private static Cell[] cells(CodeUnit code, Object closure) {
    int needed = code.free().size();
    if (!(closure instanceof PyTuple tuple)) {
      if (needed > 0 && closure == NONE) {
        throw Errors.typeError("arg 5 (closure) must be tuple");
      }
      if (closure != NONE) {
        throw Errors.typeError("arg 5 (closure) must be None or tuple");
      }
      return new Cell[0];
    }
    if (tuple.size() != needed) {
      throw Errors.valueError(
          code.name() + " requires closure of length " + needed + ", not " + tuple.size());
    }
    Cell[] cells = new Cell[needed];
    for (int i = 0; i < needed; i++) {
      if (!(tuple.get(i) instanceof Cell cell)) {
        throw Errors.typeError(
            "arg 5 (closure) expected cell, found " + PyType.of(tuple.get(i)).name());
      }
      cells[i] = cell;
    }
    return cells;
  }

  /** Assignment to {@code __code__}. */
  static Object setCode(Object self, Object value) {
    if (!(value instanceof CodeUnit code)) {
      throw Errors.typeError("__code__ must be set to a code object");
    }
    PyFunction f = (PyFunction) self;
    int free = code.free().size();
    if (free != f.closure().length) {
      throw Errors.valueError(
          f.name()
              + "() requires a code object with "
              + f.closure().length
              + " free vars, not "
              + free);
    }
    f.setCode(code);
    return NONE;
  }

  /** Assignment to {@code __dict__}. */
  static Object setDictionary(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw Errors.typeError("cannot delete __dict__");
    }
    return InstanceDictionary.set(self, value);
  }
}
