package org.pyconc.stdlib.decimal;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;

/** The settings of {@code Context}. */
final class ContextMethods {
  private ContextMethods() {}

  private static DecimalContext context(Object self) {
    return (DecimalContext) self;
  }

  static void define(TypeBuilder b) {
    b.doc("The context affects almost all operations and controls rounding, and more.");
    b.methodN(
        "__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None,"
            + " clamp=None, flags=None, traps=None)",
        "Initialize self.",
        a -> {
          DecimalContext c = context(a[0]);
          set(a[1], v -> setPrec(c, v));
          set(a[2], v -> c.rules().rounding = DecimalMethods.rounding(v, c.rules().rounding));
          set(a[3], v -> setEmin(c, v));
          set(a[4], v -> setEmax(c, v));
          set(a[5], v -> setCapitals(c, v));
          set(a[6], v -> setClamp(c, v));
          set(a[7], v -> c.flags = signals(v));
          set(a[8], v -> c.traps = signals(v));
          return PySingleton.NONE;
        });
    integers(b);
    b.getSet(
        "rounding",
        "",
        c -> context(c).rules().rounding.name(),
        (c, v) -> {
          context(c).rules().rounding =
              DecimalMethods.rounding(
                  v == PySingleton.NONE ? 0L : given("rounding", v), Rounding.ROUND_UP);
          return PySingleton.NONE;
        });
    b.getSet(
        "flags",
        "",
        c -> new SignalDict(context(c), false),
        (c, v) -> {
          context(c).flags = signals(given("flags", v));
          return PySingleton.NONE;
        });
    b.getSet(
        "traps",
        "",
        c -> new SignalDict(context(c), true),
        (c, v) -> {
          context(c).traps = signals(given("traps", v));
          return PySingleton.NONE;
        });
    others(b);
  }

  /** Does something with a value. */
  private interface Setter {
    void set(Object value);
  }

  private static void set(Object given, Setter setter) {
    if (given != PySingleton.NONE) {
      setter.set(given);
    }
  }

  private static Object given(String name, Object value) {
    if (value == Unset.UNSET) {
      throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "context attributes cannot be deleted");
    }
    return value;
  }

  private static long integer(Object value, long from, long to, String range) {
    Object plain = Integers.orNull(value);
    if (plain == null) {
      throw Errors.typeError("an integer is required");
    }
    long number = Integers.saturated(plain);
    if (number < from || number > to) {
      throw Errors.valueError("valid range for " + range);
    }
    return number;
  }

  private static void setPrec(DecimalContext c, Object v) {
    c.rules().prec = integer(v, 1, Rules.MAX_PREC, "prec is [1, MAX_PREC]");
  }

  private static void setEmin(DecimalContext c, Object v) {
    c.rules().emin = integer(v, Rules.MIN_EMIN, 0, "Emin is [MIN_EMIN, 0]");
  }

  private static void setEmax(DecimalContext c, Object v) {
    c.rules().emax = integer(v, 0, Rules.MAX_EMAX, "Emax is [0, MAX_EMAX]");
  }

  private static void setCapitals(DecimalContext c, Object v) {
    c.rules().capitals = zeroOrOne(v, "capitals");
  }

  private static void setClamp(DecimalContext c, Object v) {
    c.rules().clamp = zeroOrOne(v, "clamp");
  }

  private static boolean zeroOrOne(Object v, String name) {
    Object plain = Integers.orNull(v);
    if (plain == null) {
      integer(v, 0, 1, "");
    }
    if (plain instanceof Long n && (n == 0 || n == 1)) {
      return n == 1;
    }
    throw Errors.valueError("valid values for " + name + " are 0 or 1");
  }

  /** Reads a setting. */
  private interface Getter {
    long get(Rules rules);
  }

  /** Checks and takes over a setting. */
  private interface Change {
    void set(DecimalContext context, Object value);
  }

  private static void setting(TypeBuilder b, String name, Getter getter, Change change) {
    b.getSet(
        name,
        "",
        c -> getter.get(context(c).rules()),
        (c, v) -> {
          change.set(context(c), given(name, v));
          return PySingleton.NONE;
        });
  }

  private static void integers(TypeBuilder b) {
    setting(b, "prec", r -> r.prec, ContextMethods::setPrec);
    setting(b, "Emin", r -> r.emin, ContextMethods::setEmin);
    setting(b, "Emax", r -> r.emax, ContextMethods::setEmax);
    setting(b, "capitals", r -> r.capitals ? 1 : 0, ContextMethods::setCapitals);
    setting(b, "clamp", r -> r.clamp ? 1 : 0, ContextMethods::setClamp);
    b.method("Etiny(self, /)", "Return Emin - prec + 1.", c -> context(c).rules().etiny());
    b.method("Etop(self, /)", "Return Emax - prec + 1.", c -> context(c).rules().etop());
  }

  /** Signals as a list of their classes, or as a dict. */
  private static int signals(Object given) {
    if (given instanceof SignalDict d) {
      return d.bits();
    }
    Object plain = PyPayloadInstance.unwrap(given);
    int bits = 0;
    if (plain instanceof PyDict dict) {
      if (dict.size() != Signal.COUNT) {
        throw invalidSignals();
      }
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        int bit = SignalDict.checkedBit(dict.keyAt(i));
        bits |= Truth.isTrue(dict.valueAt(i)) ? bit : 0;
      }
      return bits;
    }
    if (!(plain instanceof PyList || plain instanceof PyTuple)) {
      throw invalidSignals();
    }
    for (Object each : Iteration.toArray(plain)) {
      int bit = Signal.bit(each);
      if (bit < 0) {
        throw Errors.typeError(Signal.VALID);
      }
      bits |= bit;
    }
    return bits;
  }

  private static RuntimeException invalidSignals() {
    return Errors.typeError("argument must be a signal dict");
  }

  private static PyList types(int bits) {
    PyList list = new PyList();
    for (int i = 0; i < Signal.COUNT; i++) {
      if ((bits & 1 << i) != 0) {
        list.append(Signal.TYPES.get(i));
      }
    }
    return list;
  }

  private static void others(TypeBuilder b) {
    b.method(
        "clear_flags(self, /)",
        "Reset all flags to False.",
        c -> {
          context(c).flags = 0;
          return PySingleton.NONE;
        });
    b.method(
        "clear_traps(self, /)",
        "Set all traps to False.",
        c -> {
          context(c).traps = 0;
          return PySingleton.NONE;
        });
    b.method("copy(self, /)", "Return a duplicate of the context.", c -> context(c).copy());
    b.method("__copy__(self, /)", "", c -> context(c).copy());
    b.method(
        "__reduce__(self, /)",
        "Helper for pickle.",
        self -> {
          DecimalContext c = context(self);
          Rules r = c.rules();
          return PyTuple.of(
              PyType.of(self),
              PyTuple.of(
                  r.prec,
                  r.rounding.name(),
                  r.emin,
                  r.emax,
                  r.capitals ? 1L : 0L,
                  r.clamp ? 1L : 0L,
                  types(c.flags),
                  types(c.traps)));
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> {
          DecimalContext c = context(self);
          Rules r = c.rules();
          return WideString.of(
              "Context(prec="
                  + r.prec
                  + ", rounding="
                  + r.rounding
                  + ", Emin="
                  + r.emin
                  + ", Emax="
                  + r.emax
                  + ", capitals="
                  + (r.capitals ? 1 : 0)
                  + ", clamp="
                  + (r.clamp ? 1 : 0)
                  + ", flags="
                  + Signal.names(c.flags)
                  + ", traps="
                  + Signal.names(c.traps)
                  + ")");
        });
  }
}
