package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Literals;

/**
 * The type bytes.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#bytes-objects">Bytes Objects</a>
 */
final class BytesType {
  private BytesType() {}

  static void define(TypeBuilder b) {
    b.doc(
        "bytes(iterable_of_ints) -> bytes\n"
            + "bytes(string, encoding[, errors]) -> bytes\n"
            + "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
            + "bytes(int) -> bytes object of size given by the parameter initialized with null"
            + " bytes\n"
            + "bytes() -> empty bytes object\n\n"
            + "Construct an immutable array of bytes.");
    b.staticMethod(
        "__new__(cls, source=<unrepresentable>, encoding=<unrepresentable>,"
            + " errors=<unrepresentable>)",
        "Create and return a new object.",
        a -> {
          Object made = make(a[1], a[2], a[3]);
          return a[0] == BuiltinTypes.BYTES
              ? made
              : TextArguments.instance(a[0], BuiltinTypes.BYTES, PyPayloadInstance.unwrap(made));
        });
    b.method("__repr__(self, /)", "Return repr(self).", BytesType::repr);
    b.method("__str__(self, /)", "Return str(self).", BytesType::repr);
    b.method("__hash__(self, /)", "Return hash(self).", self -> Hashing.hash(self));
    b.method("__bytes__(self, /)", "Convert this value to exact type bytes.", self -> self);
    b.method(
        "__getnewargs__(self, /)", "Arguments for __new__ of a copy.", self -> PyTuple.of(self));
    b.method(
        "__sizeof__(self, /)",
        "Size of object in memory, in bytes.",
        self -> 33L + Buffers.bytes(self).length);
    b.classMethod(
        "fromhex(cls, string, /)",
        "Create a bytes object from a string of hexadecimal numbers.",
        a -> {
          PyBytes bytes = new PyBytes(Hex.parse(a[1]));
          return a[0] == BuiltinTypes.BYTES ? bytes : Calls.call1(a[0], bytes);
        });
    ByteOperators.define(b, "bytes");
  }

  private static Object repr(Object self) {
    return "b" + Literals.ofBytes(Buffers.bytes(self));
  }

  private static Object make(Object source, Object encoding, Object errors) {
    if (encoding == Unset.UNSET && errors == Unset.UNSET && source != Unset.UNSET) {
      if (source instanceof PyBytes) {
        return source;
      }
      Object converted = convert(source);
      if (converted != null) {
        return converted;
      }
    }
    return new PyBytes(ByteOperators.content(source, encoding, errors, "bytes"));
  }

  private static @Nullable Object convert(Object source) {
    Object converted = Calls.special(source, "__bytes__");
    if (converted == null) {
      return null;
    }
    if (PyPayloadInstance.unwrap(converted) instanceof PyBytes) {
      return converted; // an instance of a subclass stays one
    }
    throw Errors.typeError(
        "__bytes__ returned non-bytes (type " + PyType.of(converted).name() + ")");
  }
}
