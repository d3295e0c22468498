package org.pyconc.grammar.build;

import org.pyconc.grammar.HangulNames;

/** The characters that {@code \N{NAME}} names. */
final class CharacterNames {
  private static final String UNIFIED = "CJK UNIFIED IDEOGRAPH-";

  private CharacterNames() {}

  /**
   * The character of that name, whatever its case unless it is made by rule, as in CPython.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int find(String name) {
    if (name.startsWith(HangulNames.PREFIX)) {
      return syllable(name);
    }
    return name.startsWith(UNIFIED)
        ? unified(name.substring(UNIFIED.length()))
        : Character.codePointOf(name);
  }

  private static int syllable(String name) {
    int c = HangulNames.find(name);
    if (c < 0) {
      throw new IllegalArgumentException(name);
    }
    return c;
  }

  private static int unified(String digits) {
    int c = digits.length() == 4 || digits.length() == 5 ? Integer.parseInt(digits, 16) : -1;
    if (c < 0
        || !Character.isIdeographic(c)
        || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS
        || Character.getName(c) == null
        || !Character.getName(c).startsWith("CJK UNIFIED")) {
      throw new IllegalArgumentException(digits);
    }
    return c;
  }
}
