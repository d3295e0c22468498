package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;

/**
 * {@code pickle.Pickler}.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html#pickle.Pickler">Pickler</a>
 */
final class PicklerObject extends PyInstance {
  static final PyType TYPE =
      new PyType(
          "_pickle.Pickler", BuiltinTypes.OBJECT, true, PicklerObject::new, PicklerObject::define);

  private final PickleMemo memo = new PickleMemo();
  private @Nullable Object write;
  private int protocol;
  private boolean fixImports;
  private boolean isFast;

  private PicklerObject(PyType type) {
    super(type);
  }

  private static PicklerObject of(Object self) {
    return (PicklerObject) self;
  }

  private static void define(TypeBuilder b) {
    b.doc("This takes a binary file for writing a pickle data stream.");
    b.methodN(
        "__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)",
        "Initialize self.",
        a -> {
          PicklerObject pickler = of(a[0]);
          pickler.protocol = protocol(a[2]);
          pickler.write = writeMethod(a[1]);
          pickler.fixImports = Truth.isTrue(a[3]);
          return PySingleton.NONE;
        });
    b.method(
        "dump(self, obj, /)",
        "Write a pickled representation of the given object to the open file.",
        (self, value) -> {
          of(self).dump(value);
          return PySingleton.NONE;
        });
    b.method(
        "clear_memo(self, /)",
        "Clears the pickler's \"memo\".",
        self -> {
          of(self).memo.clear();
          return PySingleton.NONE;
        });
    b.getter("memo", "", self -> of(self).memo.toDict());
    b.getter("bin", "", self -> of(self).protocol > 0 ? 1L : 0L);
    b.property(
        "fast",
        "",
        self -> of(self).isFast ? 1L : 0L,
        (self, value) -> {
          of(self).isFast = Truth.isTrue(value);
          return PySingleton.NONE;
        });
  }

  /** The protocol that an argument stands for. */
  static int protocol(Object given) {
    if (given == PySingleton.NONE) {
      return PickleWriter.DEFAULT_PROTOCOL;
    }
    long protocol = Items.toLong(given);
    if (protocol > PickleWriter.HIGHEST_PROTOCOL) {
      throw Errors.valueError("pickle protocol must be <= " + PickleWriter.HIGHEST_PROTOCOL);
    }
    return protocol < 0 ? PickleWriter.HIGHEST_PROTOCOL : (int) protocol;
  }

  /** The method of a file that takes the bytes. */
  static Object writeMethod(Object file) {
    Object write = Attributes.findQuietly(file, "write");
    if (write == null) {
      throw Errors.typeError("file must have a 'write' attribute");
    }
    return write;
  }

  private void dump(Object value) {
    if (write == null) {
      throw PickleErrors.pickling(
          "Pickler.__init__() was not called by " + type().name() + ".__init__()");
    }
    PickleWriter writer = new PickleWriter(protocol, fixImports, new PickleOutput(write), memo);
    writer.setFast(isFast);
    writer.setHooks(hook("persistent_id"), hook("reducer_override"));
    writer.setDispatchTable(Attributes.findQuietly(this, "dispatch_table"));
    writer.dump(value);
  }

  private @Nullable Object hook(String name) {
    Object found = Attributes.findQuietly(this, name);
    return found instanceof NativeMethod ? null : found;
  }
}
