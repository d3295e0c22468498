package org.pyconc.stdlib.pickle;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;

/**
 * Objects as bytes and back.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html">pickle</a>
 */
public final class PickleModule implements NativeModule {
  private final String name;

  public PickleModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(PickleErrors.ERROR);
    b.type(PickleErrors.PICKLING);
    b.type(PickleErrors.UNPICKLING);
    b.type(PicklerObject.TYPE);
    b.type(UnpicklerObject.TYPE);
    b.constant("HIGHEST_PROTOCOL", (long) PickleWriter.HIGHEST_PROTOCOL);
    b.constant("DEFAULT_PROTOCOL", (long) PickleWriter.DEFAULT_PROTOCOL);
    b.constant("format_version", "4.0");
    b.constant(
        "compatible_formats", PyList.of("1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"));
    Opcodes.define(b);
    b.functionN(
        "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
        "Write a pickled representation of obj to the open file object file.",
        a -> {
          int protocol = PicklerObject.protocol(a[2]);
          Object write = PicklerObject.writeMethod(a[1]);
          dump(a[0], protocol, Truth.isTrue(a[3]), new PickleOutput(write));
          return PySingleton.NONE;
        });
    b.functionN(
        "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
        "Return the pickled representation of the object as a bytes object.",
        a -> {
          PickleOutput out = new PickleOutput(null);
          dump(a[0], PicklerObject.protocol(a[1]), Truth.isTrue(a[2]), out);
          return out.toBytes();
        });
    b.functionN(
        "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
        "Read and return an object from the pickle data stored in a file.",
        a -> load(new PickleInput(a[0]), a));
    b.functionN(
        "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
        "Read and return an object from the given pickle data.",
        a -> load(new PickleInput(Buffers.bytes(a[0])), a));
  }

  /** The pickle of a value. */
  public static byte[] bytesOf(Object value) {
    PickleOutput out = new PickleOutput(null);
    dump(value, PickleWriter.DEFAULT_PROTOCOL, true, out);
    return out.toBytes().array();
  }

  /** The value in a pickle. */
  public static Object valueOf(byte[] pickle) {
    return new PickleReader(
            new PickleInput(pickle),
            new UnpicklerObject.Plain(true),
            UnpicklerObject.options("ASCII", "strict", PyTuple.of()),
            new PickleReader.UnpickleMemo())
        .load();
  }

  private static void dump(Object value, int protocol, boolean fixImports, PickleOutput out) {
    new PickleWriter(protocol, fixImports, out, new PickleMemo()).dump(value);
  }

  private static Object load(PickleInput in, Object[] a) {
    return new PickleReader(
            in,
            new UnpicklerObject.Plain(Truth.isTrue(a[1])),
            UnpicklerObject.options(a[2], a[3], a[4]),
            new PickleReader.UnpickleMemo())
        .load();
  }
}
