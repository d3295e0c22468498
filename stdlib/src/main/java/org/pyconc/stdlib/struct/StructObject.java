package org.pyconc.stdlib.struct;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Refillable;

/** {@code struct.Struct}: a format that is parsed once. */
final class StructObject extends PyInstance implements Refillable {
  static final PyType TYPE =
      new PyType(
          "_struct.Struct", BuiltinTypes.OBJECT, true, StructObject::new, StructObject::define);

  private String format = "";
  private StructFormat parsed = new StructFormat("");

  private StructObject(PyType type) {
    super(type);
  }

  @Override
  public StructObject emptyCopy(PyType type) {
    return new StructObject(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    format = ((StructObject) original).format;
    parsed = ((StructObject) original).parsed;
  }

  private static StructObject of(Object self) {
    return (StructObject) self;
  }

  private static void define(TypeBuilder b) {
    b.doc(
        "Struct(fmt) --> compiled struct object\n\n"
            + "Return a new Struct object which writes and reads binary data according to\n"
            + "the format string fmt.");
    b.method(
        "__init__(self, /, format)",
        "Initialize self.",
        (self, format) -> {
          of(self).format = text(format);
          of(self).parsed = new StructFormat(of(self).format);
          return PySingleton.NONE;
        });
    b.getter("format", "struct format string", self -> WideString.of(of(self).format));
    b.getter("size", "struct size in bytes", self -> (long) of(self).parsed.size());
    b.rawMethod(
        "pack(self, /, *args)",
        "Return a bytes object containing the values packed.",
        (arguments, keywords) -> {
          noKeywords("pack", keywords);
          return pack(of(arguments[0]).parsed, arguments, 1);
        });
    b.rawMethod(
        "pack_into(self, /, *args)",
        "Pack the values into a writable buffer.",
        (arguments, keywords) -> {
          noKeywords("pack_into", keywords);
          return packInto(of(arguments[0]).parsed, arguments, 1);
        });
    b.method(
        "unpack(self, buffer, /)",
        "Return a tuple containing unpacked values.",
        (self, buffer) -> unpack(of(self).parsed, buffer));
    b.method(
        "unpack_from(self, /, buffer, offset=0)",
        "Return a tuple containing unpacked values.",
        (self, buffer, offset) -> unpackFrom(of(self).parsed, buffer, offset));
    b.method(
        "iter_unpack(self, buffer, /)",
        "Return an iterator yielding tuples.",
        (self, buffer) -> new Unpacking(of(self).parsed, Buffers.bytes(buffer)));
    b.method(
        "__reduce__(self, /)",
        "",
        self -> PyTuple.of(PyType.of(self), PyTuple.of(WideString.of(of(self).format))));
  }

  static void noKeywords(String function, String[] keywords) {
    if (keywords.length > 0) {
      throw Errors.typeError(function + "() takes no keyword arguments");
    }
  }

  /** A format that is given as str or bytes. */
  static String text(Object format) {
    Object plain = PyPayloadInstance.unwrap(format);
    if (plain instanceof PyBytes b) {
      return Codecs.latin1(b.array());
    }
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "Struct() argument 1 must be a str or bytes object, not " + PyType.of(format).name());
    }
    return Codecs.latin1(Codecs.encode(plain, "ascii", "strict").array());
  }

  static Object pack(StructFormat format, Object[] arguments, int first) {
    if (arguments.length - first != format.count()) {
      throw StructFormat.error(
          "pack expected "
              + format.count()
              + " items for packing (got "
              + (arguments.length - first)
              + ")");
    }
    return new PyBytes(format.pack(arguments, first));
  }

  static Object packInto(StructFormat format, Object[] arguments, int first) {
    int given = arguments.length - first;
    if (given < 2) {
      throw StructFormat.error(
          given == 0 ? "pack_into expected buffer argument" : "pack_into expected offset argument");
    }
    if (given - 2 != format.count()) {
      throw StructFormat.error(
          "pack_into expected " + format.count() + " items for packing (got " + (given - 2) + ")");
    }
    Object target = arguments[first];
    int length = Buffers.writableLength(target);
    long offset = Items.toLong(arguments[first + 1]);
    int size = format.size();
    if (offset < 0) {
      if (offset + size > 0) {
        throw StructFormat.error("no space to pack " + size + " bytes at offset " + offset);
      }
      if (offset + length < 0) {
        throw StructFormat.error(
            "offset " + offset + " out of range for " + length + "-byte buffer");
      }
      offset += length;
    }
    if (length - offset < size) {
      throw StructFormat.error(
          "pack_into requires a buffer of at least "
              + BigInteger.valueOf(offset).add(BigInteger.valueOf(size))
              + " bytes for packing "
              + size
              + " bytes at offset "
              + offset
              + " (actual buffer size is "
              + length
              + ")");
    }
    Buffers.write(target, (int) offset, format.pack(arguments, first + 2));
    return PySingleton.NONE;
  }

  static Object unpack(StructFormat format, Object buffer) {
    byte[] bytes = Buffers.bytes(buffer);
    if (bytes.length != format.size()) {
      throw StructFormat.error("unpack requires a buffer of " + format.size() + " bytes");
    }
    return PyTuple.of(format.unpack(bytes, 0));
  }

  static Object unpackFrom(StructFormat format, Object buffer, Object from) {
    byte[] bytes = Buffers.bytes(buffer);
    long offset = Items.toLong(from);
    int size = format.size();
    if (offset < 0) {
      if (offset + size > 0) {
        throw StructFormat.error(
            "not enough data to unpack " + size + " bytes at offset " + offset);
      }
      if (offset + bytes.length < 0) {
        throw StructFormat.error(
            "offset " + offset + " out of range for " + bytes.length + "-byte buffer");
      }
      offset += bytes.length;
    }
    if (bytes.length - offset < size) {
      throw StructFormat.error(
          "unpack_from requires a buffer of at least "
              + (offset + size)
              + " bytes for unpacking "
              + size
              + " bytes at offset "
              + offset
              + " (actual buffer size is "
              + bytes.length
              + ")");
    }
    return PyTuple.of(format.unpack(bytes, (int) offset));
  }

  /** What {@code iter_unpack} gives. */
  static final class Unpacking extends PyIterator {
    private static final PyType TYPE =
        BuiltinTypes.iterator(
            "_struct.unpack_iterator",
            false,
            b ->
                b.method(
                    "__length_hint__(self, /)", "", self -> (long) ((Unpacking) self).remaining()));

    private final StructFormat format;
    private final byte[] bytes;
    private int position;

    Unpacking(StructFormat format, byte[] bytes) {
      this.format = format;
      this.bytes = bytes;
      if (format.size() == 0) {
        throw StructFormat.error("cannot iteratively unpack with a struct of length 0");
      }
      if (bytes.length % format.size() != 0) {
        throw StructFormat.error(
            "iterative unpacking requires a buffer of a multiple of " + format.size() + " bytes");
      }
    }

    private int remaining() {
      return (bytes.length - position) / format.size();
    }

    @Override
    public @Nullable Object next() {
      if (position >= bytes.length) {
        return null;
      }
      Object values = PyTuple.of(format.unpack(bytes, position));
      position += format.size();
      return values;
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }
}
