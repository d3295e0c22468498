package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Text;

/** The builtin functions that have to do with text. */
final class TextFunctions {
  private TextFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "ord(c, /)",
        "Return the Unicode code point for a one-character string.",
        TextFunctions::ord);
    b.function(
        "chr(i, /)",
        "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
        TextFunctions::chr);
    b.function(
        "ascii(obj, /)",
        "Return an ASCII-only representation of an object.",
        value -> Literals.ascii(Text.repr(value)));
    b.function(
        "format(value, format_spec='', /)",
        "Return value.__format__(format_spec).",
        (value, spec) -> Text.format(value, TextArguments.text(spec, "format() argument 2")));
  }

  private static Object ord(Object c) {
    Object text = TextArguments.textOrNull(c);
    int length;
    if (text != null) {
      length = Text.length(text);
      if (length == 1) {
        return (long) Text.at(text, 0);
      }
    } else {
      byte[] bytes = Buffers.bytesOrNull(c);
      if (bytes == null) {
        throw Errors.typeError(
            "ord() expected string of length 1, but " + PyType.of(c).name() + " found");
      }
      length = bytes.length;
      if (length == 1) {
        return (long) (bytes[0] & 0xFF);
      }
    }
    throw Errors.typeError("ord() expected a character, but string of length " + length + " found");
  }

  private static Object chr(Object i) {
    int c = Items.toInt(i);
    if (c < 0 || c > Character.MAX_CODE_POINT) {
      throw Errors.valueError("chr() arg not in range(0x110000)");
    }
    return Text.ofCodePoint(c);
  }
}
