package org.pyconc.stdlib.struct;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Buffers;
import org.pyconc.runtime.NativeModule;

/**
 * Values as bytes, as structures of C have them.
 *
 * @see <a href="https://docs.python.org/3.11/library/struct.html">struct</a>
 */
public final class StructModule implements NativeModule {
  private final String name;

  public StructModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    ParsedFormats formats = new ParsedFormats();
    b.type(StructFormat.ERROR);
    b.type(StructObject.TYPE);
    b.constant(
        "__all__",
        PyList.of(
            "calcsize",
            "pack",
            "pack_into",
            "unpack",
            "unpack_from",
            "iter_unpack",
            "Struct",
            "error"));
    b.function(
        "calcsize(format, /)",
        "Return size in bytes of the struct described by the format string.",
        format -> (long) formats.of(format).size());
    b.constant(
        "pack",
        NativeFunction.ofRaw(
            "pack(format, /, *args)",
            "Return a bytes object containing the values packed.",
            (arguments, keywords) -> {
              StructObject.noKeywords("pack", keywords);
              return StructObject.pack(first(formats, arguments), arguments, 1);
            }));
    b.constant(
        "pack_into",
        NativeFunction.ofRaw(
            "pack_into(format, /, *args)",
            "Pack the values into a writable buffer.",
            (arguments, keywords) -> {
              StructObject.noKeywords("pack_into", keywords);
              return StructObject.packInto(first(formats, arguments), arguments, 1);
            }));
    b.function(
        "unpack(format, buffer, /)",
        "Return a tuple containing values unpacked according to the format string.",
        (format, buffer) -> StructObject.unpack(formats.of(format), buffer));
    b.function(
        "unpack_from(format, /, buffer, offset=0)",
        "Return a tuple containing values unpacked according to the format string.",
        (format, buffer, offset) -> StructObject.unpackFrom(formats.of(format), buffer, offset));
    b.function(
        "iter_unpack(format, buffer, /)",
        "Return an iterator yielding tuples unpacked from the given bytes.",
        (format, buffer) -> new StructObject.Unpacking(formats.of(format), Buffers.bytes(buffer)));
    b.function(
        "_clearcache()",
        "Clear the internal cache.",
        () -> {
          formats.clear();
          return PySingleton.NONE;
        });
  }

  private static StructFormat first(ParsedFormats formats, Object[] arguments) {
    if (arguments.length == 0) {
      throw Errors.typeError("missing format argument");
    }
    return formats.of(arguments[0]);
  }
}
