package org.pyconc.stdlib.decimal;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/** The flags or traps of a context, as a mapping. */
final class SignalDict extends PyInstance {
  static final PyType TYPE =
      new PyType("decimal.SignalDict", BuiltinTypes.OBJECT, false, null, SignalDict::define);

  private final DecimalContext context;
  private final boolean isTraps;

  SignalDict(DecimalContext context, boolean isTraps) {
    super(TYPE);
    this.context = context;
    this.isTraps = isTraps;
  }

  int bits() {
    return isTraps ? context.traps : context.flags;
  }

  private void set(int bit, boolean on) {
    int bits = on ? bits() | bit : bits() & ~bit;
    if (isTraps) {
      context.traps = bits;
    } else {
      context.flags = bits;
    }
  }

  /** The bit of a key, or a KeyError. */
  static int checkedBit(Object key) {
    int bit = Signal.bit(key);
    if (bit < 0) {
      throw Errors.keyError(Signal.VALID);
    }
    return bit;
  }

  private static SignalDict of(Object self) {
    return (SignalDict) self;
  }

  private boolean has(PyType type) {
    return (bits() & Signal.bit(type)) != 0;
  }

  private PyDict toDict() {
    PyDict dict = new PyDict();
    for (PyType each : Signal.TYPES) {
      dict.put(each, has(each));
    }
    return dict;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> (of(self).bits() & checkedBit(key)) != 0);
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> {
          of(self).set(checkedBit(key), Truth.isTrue(value));
          return PySingleton.NONE;
        });
    b.method(
        "__delitem__(self, key, /)",
        "Delete self[key].",
        (self, key) -> {
          throw Errors.valueError("signal keys cannot be deleted");
        });
    b.method("__len__(self, /)", "Return len(self).", self -> (long) Signal.COUNT);
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> Iteration.iter(PyTuple.of(Signal.TYPES.toArray())));
    b.method(
        "__contains__(self, key, /)",
        "True if the mapping has the key.",
        (self, key) -> Signal.bit(key) >= 0);
    b.method("keys(self, /)", "The signals.", self -> PyList.of(Signal.TYPES.toArray()));
    b.method(
        "values(self, /)",
        "Whether they are set.",
        self -> {
          PyList list = new PyList();
          Signal.TYPES.forEach(each -> list.append(of(self).has(each)));
          return list;
        });
    b.method(
        "items(self, /)",
        "Pairs of both.",
        self -> {
          PyList list = new PyList();
          Signal.TYPES.forEach(each -> list.append(PyTuple.of(each, of(self).has(each))));
          return list;
        });
    b.method("copy(self, /)", "The same as a dict.", self -> of(self).toDict());
    b.methodN(
        "get(self, key, default=None, /)",
        "The value of a key.",
        a -> Signal.bit(a[1]) < 0 ? a[2] : (Object) ((of(a[0]).bits() & Signal.bit(a[1])) != 0));
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (self, other) ->
            other instanceof SignalDict d
                ? (Object) (d.bits() == of(self).bits())
                : other instanceof PyDict d
                    ? (Object) Comparison.equal(of(self).toDict(), d)
                    : PySingleton.NOT_IMPLEMENTED);
    b.constant("__hash__", PySingleton.NONE);
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> {
          StringBuilder text = new StringBuilder("{");
          for (PyType each : Signal.TYPES) {
            text.append(text.length() > 1 ? ", " : "");
            text.append(Text.javaRepr(each)).append(':');
            text.append(of(self).has(each) ? "True" : "False");
          }
          return WideString.of(text.append('}').toString());
        });
  }
}
