package org.pyconc.stdlib.multiprocessing;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.ModuleLoader;

/**
 * The way to structures, unions and arrays of them, which are written in the language: {@code
 * _ctypes_structure}. They are views of bytes; what is read and written there is written here.
 *
 * @see <a href="https://docs.python.org/3.11/library/ctypes.html#structures-and-unions">Structures
 *     and unions</a>
 */
final class Structures {
  private static final String SIZE = "_b_size";

  private Structures() {}

  private static Object module() {
    return ModuleLoader.current().importModule("_ctypes_structure", true);
  }

  /** A class of the module: {@code Structure}, {@code Union}. */
  static Object load(String name) {
    return Attributes.load(module(), name);
  }

  /** Calls a function of the module. */
  static Object call(String function, Object... arguments) {
    return Calls.call(load(function), arguments);
  }

  /** Whether that is a class of structures or unions. */
  static boolean isKind(Object value) {
    return value instanceof PyType type && !type.isNative() && type.lookup("_b_shared") != null;
  }

  /** Whether that is a structure or a union. */
  static boolean is(Object value) {
    return isKind(PyType.of(value));
  }

  /** Whether that is an array of them. */
  static boolean isArray(Object value) {
    PyType type = PyType.of(value);
    return !type.isNative() && type.lookup("_b_is_array") != null;
  }

  /** The bytes of a class, a structure or an array; null for all else. */
  static @Nullable Object size(Object value) {
    return isKind(value) || !PyType.of(value).isNative()
        ? Attributes.findQuietly(value, SIZE)
        : null;
  }

  static void define(ModuleBuilder b) {
    b.function(
        "shared_bytes(size)",
        "Bytes that all processes share.",
        size -> PyByteArray.shared(new byte[Items.toInt(size)]));
    b.function("c_size(kind)", "How many bytes a value takes.", CtypesModule::size);
    b.function(
        "c_load(kind, memory, offset)",
        "Reads a simple value.",
        (kind, memory, offset) -> {
          VarHandle.acquireFence(); // others may write: do not keep what was read before
          return simple(kind).loadAt(((PyByteArray) memory).array(), Items.toInt(offset));
        });
    b.function(
        "c_store(kind, memory, offset, value)",
        "Writes a simple value.",
        (kind, memory, offset, value) -> {
          simple(kind).storeAt(((PyByteArray) memory).array(), Items.toInt(offset), value);
          VarHandle.releaseFence();
          return PySingleton.NONE;
        });
  }

  private static CType simple(Object kind) {
    CType found = kind instanceof PyType t ? CType.of(t) : null;
    if (found == null) {
      throw Errors.typeError("this type has no size");
    }
    return found;
  }
}
