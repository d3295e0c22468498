package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * The simple types of {@code ctypes}, for shared values. Foreign code cannot be called.
 *
 * @see <a href="https://docs.python.org/3.11/library/ctypes.html">ctypes</a>
 */
public final class CtypesModule implements NativeModule {
  @Override
  public String name() {
    return "ctypes";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (CType each : CType.values()) {
      b.type(each.type);
    }
    b.constant("c_longlong", CType.LONG.type);
    b.constant("c_ulonglong", CType.ULONG.type);
    b.constant("c_size_t", CType.ULONG.type);
    b.constant("c_ssize_t", CType.LONG.type);
    b.constant("c_int8", CType.BYTE.type);
    b.constant("c_int16", CType.SHORT.type);
    b.constant("c_int32", CType.INT.type);
    b.constant("c_int64", CType.LONG.type);
    b.constant("c_uint8", CType.UBYTE.type);
    b.constant("c_uint16", CType.USHORT.type);
    b.constant("c_uint32", CType.UINT.type);
    b.constant("c_uint64", CType.ULONG.type);
    b.function("sizeof(obj, /)", "The size in bytes.", CtypesModule::size);
    b.function(
        "__getattr__(name)",
        "Loads what is written in the language.",
        name ->
            switch (Text.java(name)) {
              case "Structure", "Union" -> Structures.load(Text.java(name));
              case "py_object", "pythonapi", "PyDLL", "ArgumentError" ->
                  Attributes.load(
                      ModuleLoader.current().importModule("_ctypes_pythonapi", true),
                      Text.java(name));
              default ->
                  throw Errors.attributeError(
                      "module 'ctypes' has no attribute '" + Text.java(name) + "'",
                      name,
                      Text.java(name));
            });
  }

  static Object size(Object object) {
    return switch (object) {
      case CValue v -> (long) v.memory.length;
      case CArray a -> (long) a.memory.length;
      case PyType t when CType.of(t) instanceof CType c -> (long) c.size;
      default -> {
        Object known = Structures.size(object);
        if (known == null) {
          throw Errors.typeError("this type has no size");
        }
        yield known;
      }
    };
  }
}
