package org.pyconc.stdlib.unicodedata;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.unicodedata.CharacterTables.Fraction;

/**
 * What Unicode says of characters, and its normal forms.
 *
 * @see <a href="https://docs.python.org/3.11/library/unicodedata.html">unicodedata</a>
 */
public final class UnicodedataModule implements NativeModule {
  private static final int ASCII = 0x80;

  @Override
  public String name() {
    return "unicodedata";
  }

  @Override
  public void define(ModuleBuilder b) {
    CharacterTables tables = new CharacterTables();
    CharacterNames names = new CharacterNames(tables);
    b.constant("unidata_version", "14.0.0");
    b.function(
        "lookup(name, /)",
        "Look up character by name.",
        name -> {
          if (!Text.isText(PyPayloadInstance.unwrap(name))) {
            throw Errors.typeError(
                "a bytes-like object is required, not '" + PyType.of(name).name() + "'");
          }
          int c = names.find(Text.java(name));
          if (c < 0) {
            throw Errors.keyError("undefined character name '" + Text.java(name) + "'");
          }
          return Text.ofCodePoint(c);
        });
    b.function(
        "name(chr, default=<unrepresentable>, /)",
        "Returns the name assigned to the character chr as a string.",
        (chr, other) -> {
          String name = names.of(character(chr, "name", true));
          return name != null ? name : orElse(other, "no such name");
        });
    numbers(b, tables);
    properties(b, tables);
    b.function(
        "normalize(form, unistr, /)",
        "Return the normal form 'form' for the Unicode string unistr.",
        (form, text) -> {
          Form known = form(form, "normalize");
          String plain = string(text, "normalize", 2);
          return isAscii(plain) ? text : WideString.of(Normalizer.normalize(plain, known));
        });
    b.function(
        "is_normalized(form, unistr, /)",
        "Return whether the Unicode string unistr is in the normal form 'form'.",
        (form, text) ->
            Normalizer.isNormalized(string(text, "is_normalized", 2), form(form, "is_normalized")));
  }

  private static void numbers(ModuleBuilder b, CharacterTables tables) {
    b.function(
        "decimal(chr, default=<unrepresentable>, /)",
        "Converts a Unicode character into its equivalent decimal value.",
        (chr, other) -> {
          int c = character(chr, "decimal", true);
          return isDecimal(c, tables) ? decimal(c) : orElse(other, "not a decimal");
        });
    b.function(
        "digit(chr, default=<unrepresentable>, /)",
        "Converts a Unicode character into its equivalent digit value.",
        (chr, other) -> {
          int c = character(chr, "digit", true);
          if (isDecimal(c, tables)) {
            return decimal(c);
          }
          Fraction number = tables.number(c);
          return number != null && number.isDigit() ? number.top() : orElse(other, "not a digit");
        });
    b.function(
        "numeric(chr, default=<unrepresentable>, /)",
        "Converts a Unicode character into its equivalent numeric value.",
        (chr, other) -> {
          int c = character(chr, "numeric", true);
          if (isDecimal(c, tables)) {
            return (double) decimal(c);
          }
          Fraction number = tables.number(c);
          return number != null
              ? (double) number.top() / number.bottom()
              : orElse(other, "not a numeric character");
        });
  }

  private static boolean isDecimal(int c, CharacterTables tables) {
    return tables.category(c).equals("Nd");
  }

  private static long decimal(int c) {
    return Character.digit(c, 10);
  }

  private static void properties(ModuleBuilder b, CharacterTables tables) {
    b.function(
        "category(chr, /)",
        "Returns the general category assigned to the character chr as string.",
        chr -> tables.category(character(chr, "category", false)));
    b.function(
        "bidirectional(chr, /)",
        "Returns the bidirectional class assigned to the character chr as string.",
        chr -> tables.direction(character(chr, "bidirectional", false)));
    b.function(
        "combining(chr, /)",
        "Returns the canonical combining class assigned to the character chr as integer.",
        chr -> (long) tables.combining(character(chr, "combining", false)));
    b.function(
        "mirrored(chr, /)",
        "Returns the mirrored property assigned to the character chr as integer.",
        chr -> tables.isMirrored(character(chr, "mirrored", false)) ? 1L : 0L);
    b.function(
        "east_asian_width(chr, /)",
        "Returns the east asian width assigned to the character chr as string.",
        chr -> tables.width(character(chr, "east_asian_width", false)));
    b.function(
        "decomposition(chr, /)",
        "Returns the character decomposition mapping assigned to the character chr as string.",
        chr -> tables.decomposition(character(chr, "decomposition", false)));
  }

  private static Object orElse(Object other, String message) {
    if (other == Unset.UNSET) {
      throw Errors.valueError(message);
    }
    return other;
  }

  private static int character(Object value, String function, boolean isFirst) {
    Object text = PyPayloadInstance.unwrap(value);
    String which = function + "() argument" + (isFirst ? " 1" : "");
    if (!Text.isText(text)) {
      throw Errors.typeError(
          which
              + " must be a unicode character, not "
              + (text == PySingleton.NONE ? "None" : PyType.of(value).name()));
    }
    if (Text.length(text) != 1) {
      throw Errors.typeError(which + " must be a unicode character, not str");
    }
    return Text.at(text, 0);
  }

  private static String string(Object value, String function, int place) {
    Object text = PyPayloadInstance.unwrap(value);
    if (!Text.isText(text)) {
      throw Errors.typeError(
          function + "() argument " + place + " must be str, not " + PyType.of(value).name());
    }
    return Text.java(text);
  }

  private static Form form(Object value, String function) {
    return switch (string(value, function, 1)) {
      case "NFC" -> Form.NFC;
      case "NFKC" -> Form.NFKC;
      case "NFD" -> Form.NFD;
      case "NFKD" -> Form.NFKD;
      default -> throw Errors.valueError("invalid normalization form");
    };
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}
