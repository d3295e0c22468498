package org.pyconc.stdlib.re;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;

/** {@code re.RegexFlag}: ints that print as the names of flags. */
final class RegexFlag {
  private RegexFlag() {}

  static final PyType TYPE =
      new PyType("re.RegexFlag", BuiltinTypes.INT, false, null, RegexFlag::define);

  private static final String[] NAMES = {
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
  };

  /** The names of flags, joined by bars. */
  static String text(int flags) {
    StringBuilder out = new StringBuilder();
    int rest = flags;
    for (int i = 0; i < NAMES.length; i++) {
      if ((rest & 2 << i) != 0) {
        out.append(out.isEmpty() ? "" : "|").append("re.").append(NAMES[i]);
        rest &= ~(2 << i);
      }
    }
    if (rest != 0 || out.isEmpty()) {
      out.append(out.isEmpty() ? "" : "|").append("0x").append(Integer.toHexString(rest));
    }
    return out.toString();
  }

  private static Object of(long flags) {
    return new PyPayloadInstance(TYPE, flags);
  }

  private static int bits(Object value) {
    return PyPayloadInstance.unwrap(value) instanceof Long l ? l.intValue() : 0;
  }

  private static boolean isInt(Object value) {
    return PyPayloadInstance.unwrap(value) instanceof Long;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod("__new__(cls, value, /)", "", a -> of(Items.toLong(a[1])));
    b.method("__repr__(self, /)", "", self -> repr(bits(self)));
    b.method("__str__(self, /)", "", self -> repr(bits(self)));
    binary(b, "or", (x, y) -> x | y);
    binary(b, "and", (x, y) -> x & y);
    binary(b, "xor", (x, y) -> x ^ y);
    b.method("__invert__(self, /)", "", self -> of(~bits(self) & 0x1ff));
    b.getter("value", "", self -> (long) bits(self));
    b.getter(
        "name",
        "",
        self -> bits(self) == 0 ? PySingleton.NONE : text(bits(self)).replace("re.", ""));
  }

  private static Object repr(int flags) {
    return flags == 0 ? "re.NOFLAG" : text(flags);
  }

  @FunctionalInterface
  private interface Operator {
    long apply(long a, long b);
  }

  private static void binary(TypeBuilder b, String name, Operator operator) {
    for (String prefix : new String[] {"__", "__r"}) {
      b.method(
          prefix + name + "__(self, other, /)",
          "",
          (self, other) ->
              isInt(other)
                  ? of(operator.apply(bits(self), bits(other)))
                  : PySingleton.NOT_IMPLEMENTED);
    }
  }

  /** Puts all flags into the module, under their long and short names. */
  static void define(ModuleBuilder b) {
    b.type(TYPE);
    b.constant("NOFLAG", of(0));
    for (int i = 0; i < NAMES.length; i++) {
      Object flag = of(2L << i);
      b.constant(NAMES[i], flag);
      if (!NAMES[i].equals("DEBUG")) {
        b.constant(
            NAMES[i].equals("VERBOSE")
                ? "X"
                : NAMES[i].equals("DOTALL") ? "S" : NAMES[i].substring(0, 1),
            flag);
      }
    }
  }
}
