package org.pyconc.grammar;

/**
 * Names of Hangul syllables, which are made by rule.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode14.0.0/ch03.pdf">The Unicode Standard,
 *     3.12</a>
 */
public final class HangulNames {
  /** What each of these names begins with. */
  public static final String PREFIX = "HANGUL SYLLABLE ";

  private static final int FIRST = 0xac00;
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
  private static final int END = FIRST + LEAD.length * VOWEL.length * TAIL.length;

  private HangulNames() {}

  /** Whether the character is one of the syllables. */
  public static boolean isSyllable(int c) {
    return c >= FIRST && c < END;
  }

  /** The name of a syllable. */
  public static String of(int c) {
    int index = c - FIRST;
    return PREFIX
        + LEAD[index / (VOWEL.length * TAIL.length)]
        + VOWEL[index / TAIL.length % VOWEL.length]
        + TAIL[index % TAIL.length];
  }

  /** The syllable of that name, which begins with {@link #PREFIX}, or -1. */
  public static int find(String name) {
    int at = PREFIX.length();
    int lead = longest(LEAD, name, at);
    if (lead < 0) {
      return -1;
    }
    at += LEAD[lead].length();
    int vowel = longest(VOWEL, name, at);
    if (vowel < 0) {
      return -1;
    }
    at += VOWEL[vowel].length();
    int tail = longest(TAIL, name, at);
    return at + TAIL[tail].length() == name.length()
        ? FIRST + (lead * VOWEL.length + vowel) * TAIL.length + tail
        : -1;
  }

  private static int longest(String[] parts, String name, int at) {
    int best = -1;
    for (int i = 0; i < parts.length; i++) {
      if (name.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
        best = i;
      }
    }
    return best;
  }
}
