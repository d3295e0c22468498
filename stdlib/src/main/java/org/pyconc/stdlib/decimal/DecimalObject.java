package org.pyconc.stdlib.decimal;

import java.util.function.UnaryOperator;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Refillable;

/** {@code decimal.Decimal}. */
final class DecimalObject extends PyInstance implements Refillable {
  static final PyType TYPE =
      new PyType(
          "decimal.Decimal",
          BuiltinTypes.OBJECT,
          true,
          t -> new DecimalObject(t, DecimalValue.ZERO),
          b -> {
            DecimalMethods.define(b);
            DecimalOperators.define(b);
          });

  private DecimalValue value;

  DecimalObject(PyType type, DecimalValue value) {
    super(type);
    this.value = value;
  }

  DecimalObject(DecimalValue value) {
    this(TYPE, value);
  }

  DecimalValue value() {
    return value;
  }

  @Override
  public DecimalObject emptyCopy(PyType type) {
    return new DecimalObject(type, DecimalValue.ZERO);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    value = ((DecimalObject) original).value;
  }
}
