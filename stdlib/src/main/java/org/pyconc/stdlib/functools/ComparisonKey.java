package org.pyconc.stdlib.functools;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;

/** A value that compares by a function of two arguments. */
final class ComparisonKey extends PyObject {
  private static final PyType TYPE =
      new PyType("functools.KeyWrapper", BuiltinTypes.OBJECT, false, null, ComparisonKey::define);

  private final Object function;
  private final Object value;

  ComparisonKey(Object function, Object value) {
    this.function = function;
    this.value = value;
  }

  private static void define(TypeBuilder b) {
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, other)",
          "Compares by the function.",
          (self, other) -> {
            if (!(other instanceof ComparisonKey k)) {
              throw Errors.typeError("other argument must be K instance");
            }
            ComparisonKey key = (ComparisonKey) self;
            return Comparison.compare(op, Calls.call2(key.function, key.value, k.value), 0L);
          });
    }
    b.method(
        "__call__(self, obj)",
        "Wraps another value for comparison by the same function.",
        (self, obj) -> new ComparisonKey(((ComparisonKey) self).function, obj));
    b.constant("__hash__", PySingleton.NONE);
    b.getter("obj", "Value wrapped by a key function.", self -> ((ComparisonKey) self).value);
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
