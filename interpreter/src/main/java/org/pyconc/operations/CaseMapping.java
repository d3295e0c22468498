package org.pyconc.operations;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Upper, lower and title case with Unicode's full mappings.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#string-methods">String
 *     Methods</a>
 */
public final class CaseMapping {
  private static final int SIGMA = 0x3A3;
  private static final String MID_LETTERS =
      "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private CaseMapping() {}

  /** {@code text.lower()}. */
  public static Object lower(Object text) {
    return text instanceof String s
        ? s.toLowerCase(Locale.ROOT)
        : mapRuns(text, run -> run.toLowerCase(Locale.ROOT));
  }

  /** {@code text.upper()}. */
  public static Object upper(Object text) {
    return text instanceof String s
        ? s.toUpperCase(Locale.ROOT)
        : mapRuns(text, run -> run.toUpperCase(Locale.ROOT));
  }

  /** Maps what stands between surrogates, which Java would join. */
  private static Object mapRuns(Object text, UnaryOperator<String> map) {
    int[] points = Text.codePoints(text);
    TextBuilder result = new TextBuilder();
    int start = 0;
    for (int i = 0; i <= points.length; i++) {
      if (i == points.length || (points[i] >= 0xD800 && points[i] <= 0xDFFF)) {
        append(result, map.apply(new String(points, start, i - start)));
        if (i < points.length) {
          result.append(points[i]);
        }
        start = i + 1;
      }
    }
    return result.build();
  }

  private static void append(TextBuilder result, String utf16) {
    for (int i = 0; i < utf16.length(); i += Character.charCount(utf16.codePointAt(i))) {
      result.append(utf16.codePointAt(i));
    }
  }

  /** {@code text.casefold()}. */
  public static Object fold(Object text) {
    TextBuilder result = new TextBuilder();
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c < 0x80) {
        result.append(c >= 'A' && c <= 'Z' ? c + 32 : c);
      } else {
        append(result, fold(c));
      }
    }
    return result.build();
  }

  private static String fold(int c) {
    if (c == 0x131 || (c >= 0x13A0 && c <= 0x13F5)) {
      return Character.toString(c);
    }
    if (c >= 0x13F8 && c <= 0x13FD) {
      return Character.toString(c - 8); // Cherokee folds to upper case
    }
    if (c >= 0xAB70 && c <= 0xABBF) {
      return Character.toString(c - 0xAB70 + 0x13A0);
    }
    if (c == 0x1E9E) {
      return "ss";
    }
    return Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** {@code text.title()}. */
  public static Object title(Object text) {
    TextBuilder result = new TextBuilder();
    boolean inWord = false;
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      append(result, inWord ? lowerAt(text, i) : title(c));
      inWord = isCased(c);
    }
    return result.build();
  }

  /** {@code text.capitalize()}. */
  public static Object capitalize(Object text) {
    TextBuilder result = new TextBuilder();
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      append(result, i == 0 ? title(Text.at(text, 0)) : lowerAt(text, i));
    }
    return result.build();
  }

  /** {@code text.swapcase()}. */
  public static Object swapCase(Object text) {
    TextBuilder result = new TextBuilder();
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (Character.isUpperCase(c)) {
        append(result, lowerAt(text, i));
      } else if (Character.isLowerCase(c)) {
        append(result, Character.toString(c).toUpperCase(Locale.ROOT));
      } else {
        result.append(c);
      }
    }
    return result.build();
  }

  static boolean isCased(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  private static String title(int c) {
    String one = Character.toString(c);
    int simple = Character.toTitleCase(c);
    if (simple != c) {
      return Character.toString(simple);
    }
    String upper = one.toUpperCase(Locale.ROOT);
    if (upper.length() <= Character.charCount(c)) {
      return one;
    }
    if (c == 0x149) {
      return upper; // an apostrophe before the letter
    }
    return upper.charAt(0)
        + upper.substring(1).replace('\u0399', '\u0345').toLowerCase(Locale.ROOT);
  }

  private static String lowerAt(Object text, int index) {
    int c = Text.at(text, index);
    if (c == SIGMA) {
      return isFinal(text, index) ? "\u03c2" : "\u03c3";
    }
    return Character.toString(c).toLowerCase(Locale.ROOT);
  }

  private static boolean isFinal(Object text, int index) {
    int before = index - 1;
    while (before >= 0 && isCaseIgnorable(Text.at(text, before))) {
      before--;
    }
    if (before < 0 || !isCased(Text.at(text, before))) {
      return false;
    }
    int length = Text.length(text);
    int after = index + 1;
    while (after < length && isCaseIgnorable(Text.at(text, after))) {
      after++;
    }
    return after == length || !isCased(Text.at(text, after));
  }

  private static boolean isCaseIgnorable(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> MID_LETTERS.indexOf(c) >= 0;
    };
  }
}
