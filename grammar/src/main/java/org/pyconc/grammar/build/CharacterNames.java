package org.pyconc.grammar.build;

/** The characters that {@code \N{NAME}} names. */
final class CharacterNames {
  private static final String SYLLABLE = "HANGUL SYLLABLE ";
  private static final String UNIFIED = "CJK UNIFIED IDEOGRAPH-";
  private static final int HANGUL = 0xac00;
  private static final String[] LEAD = {
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H"
  };
  private static final String[] VOWEL = {
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I"
  };
  private static final String[] TAIL = {
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"
  };

  private CharacterNames() {}

  /**
   * The character of that name, whatever its case unless it is made by rule, as in CPython.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int find(String name) {
    if (name.startsWith(SYLLABLE)) {
      return syllable(name.substring(SYLLABLE.length()));
    }
    return name.startsWith(UNIFIED)
        ? unified(name.substring(UNIFIED.length()))
        : Character.codePointOf(name);
  }

  private static int syllable(String name) {
    int lead = longest(LEAD, name, 0);
    int at = LEAD[lead].length();
    int vowel = longest(VOWEL, name, at);
    String tail = name.substring(at + VOWEL[vowel].length());
    for (int i = 0; i < TAIL.length; i++) {
      if (TAIL[i].equals(tail)) {
        return HANGUL + (lead * VOWEL.length + vowel) * TAIL.length + i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static int longest(String[] parts, String name, int at) {
    int best = -1;
    for (int i = 0; i < parts.length; i++) {
      if (name.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
        best = i;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException(name);
    }
    return best;
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
