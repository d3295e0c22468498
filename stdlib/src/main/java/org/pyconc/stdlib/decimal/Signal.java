package org.pyconc.stdlib.decimal;

import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyType;

/** What can happen in an operation: bits, and the exception for each. */
final class Signal {
  static final int INVALID_SIGNAL = 1;
  static final int FLOAT_OPERATION = 1 << 1;
  static final int DIVISION_BY_ZERO = 1 << 2;
  static final int OVERFLOW = 1 << 3;
  static final int UNDERFLOW = 1 << 4;
  static final int SUBNORMAL = 1 << 5;
  static final int INEXACT = 1 << 6;
  static final int ROUNDED = 1 << 7;
  static final int CLAMPED = 1 << 8;

  /** Conditions: each is the signal of invalid operations, too. */
  static final int INVALID_OPERATION = 1 << 9 | INVALID_SIGNAL;

  static final int CONVERSION_SYNTAX = 1 << 10 | INVALID_SIGNAL;
  static final int DIVISION_IMPOSSIBLE = 1 << 11 | INVALID_SIGNAL;
  static final int DIVISION_UNDEFINED = 1 << 12 | INVALID_SIGNAL;
  static final int INVALID_CONTEXT = 1 << 13 | INVALID_SIGNAL;

  static final int COUNT = 9;
  static final int ALL = (1 << COUNT) - 1;

  static final PyType DECIMAL_EXCEPTION =
      new PyType("decimal.DecimalException", ExceptionTypes.ARITHMETIC_ERROR, true, null, b -> {});
  static final PyType INVALID_TYPE = type("InvalidOperation", DECIMAL_EXCEPTION);
  static final PyType INEXACT_TYPE = type("Inexact", DECIMAL_EXCEPTION);
  static final PyType ROUNDED_TYPE = type("Rounded", DECIMAL_EXCEPTION);
  static final PyType SUBNORMAL_TYPE = type("Subnormal", DECIMAL_EXCEPTION);
  static final PyType FLOAT_OPERATION_TYPE =
      type("FloatOperation", DECIMAL_EXCEPTION, ExceptionTypes.TYPE_ERROR);

  /** The exceptions of the signals, in the order of their bits. */
  static final List<PyType> TYPES =
      List.of(
          INVALID_TYPE,
          FLOAT_OPERATION_TYPE,
          type("DivisionByZero", DECIMAL_EXCEPTION, ExceptionTypes.ZERO_DIVISION_ERROR),
          type("Overflow", INEXACT_TYPE, ROUNDED_TYPE),
          type("Underflow", INEXACT_TYPE, ROUNDED_TYPE, SUBNORMAL_TYPE),
          SUBNORMAL_TYPE,
          INEXACT_TYPE,
          ROUNDED_TYPE,
          type("Clamped", DECIMAL_EXCEPTION));

  /** Those of the conditions, in the order of their bits. */
  static final List<PyType> CONDITIONS =
      List.of(
          INVALID_TYPE,
          type("ConversionSyntax", INVALID_TYPE),
          type("DivisionImpossible", INVALID_TYPE),
          type("DivisionUndefined", INVALID_TYPE, ExceptionTypes.ZERO_DIVISION_ERROR),
          type("InvalidContext", INVALID_TYPE));

  static final String VALID =
      "valid values for signals are:\n"
          + "  [InvalidOperation, FloatOperation, DivisionByZero,\n"
          + "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n"
          + "   Clamped]";

  /** Bits in the order in which contexts show them. */
  private static final int[] SHOWN = {
    CLAMPED,
    INVALID_SIGNAL,
    DIVISION_BY_ZERO,
    INEXACT,
    FLOAT_OPERATION,
    OVERFLOW,
    ROUNDED,
    SUBNORMAL,
    UNDERFLOW
  };

  private Signal() {}

  /** The names of the signals, as contexts show them. */
  static String names(int bits) {
    StringBuilder text = new StringBuilder("[");
    for (int bit : SHOWN) {
      if ((bits & bit) != 0) {
        text.append(text.length() > 1 ? ", " : "");
        text.append(TYPES.get(Integer.numberOfTrailingZeros(bit)).name());
      }
    }
    return text.append(']').toString();
  }

  private static PyType type(String name, PyType base) {
    return new PyType("decimal." + name, base, true, null, b -> {});
  }

  private static PyType type(String name, PyType first, PyType... others) {
    return PyType.ofBases("decimal." + name, first, others, b -> {});
  }

  /** The exception for trapped signals: the first of them, told what has happened. */
  static PyException raised(int status, int traps) {
    int bits = status & traps;
    PyList what = new PyList();
    if ((bits & INVALID_SIGNAL) != 0) {
      for (int i = 0; i < CONDITIONS.size(); i++) {
        if ((status & 1 << (COUNT + i)) != 0) {
          what.append(CONDITIONS.get(i));
        }
      }
    }
    for (int i = 1; i < COUNT; i++) {
      if ((bits & 1 << i) != 0) {
        what.append(TYPES.get(i));
      }
    }
    PyType type = TYPES.get(Integer.numberOfTrailingZeros(bits));
    return Errors.of(type, new Object[] {what});
  }

  /** The bit of a signal's class, or -1. */
  static int bit(Object type) {
    int index = TYPES.indexOf(type);
    return index < 0 ? -1 : 1 << index;
  }
}
