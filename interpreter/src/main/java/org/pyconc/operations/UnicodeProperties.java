package org.pyconc.operations;

/** What the predicates of str ask about a code point, beyond what {@link Character} answers. */
public final class UnicodeProperties {
  /** Digits that are no decimal digits (superscripts, circled digits ...), as ranges. */
  private static final String DIGITS =
      "\u00b2\u00b3\u00b9\u00b9\u1369\u1371\u19da\u19da\u2070\u2070\u2074\u2079\u2080\u2089"
          + "\u2460\u2468\u2474\u247c\u2488\u2490\u24ea\u24ea\u24f5\u24fd\u24ff\u24ff"
          + "\u2776\u277e\u2780\u2788\u278a\u2792";

  /** Ideographs that are numbers. */
  private static final String NUMBER_IDEOGRAPHS =
      "\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e5d\u4e8c\u4e94\u4e96\u4ebf\u4ec0"
          + "\u4edf\u4ee8\u4f0d\u4f70\u5104\u5146\u5169\u516b\u516d\u5341\u5343\u5344\u5345"
          + "\u534c\u53c1\u53c2\u53c3\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe\u5eff\u5f0c\u5f0d"
          + "\u5f0e\u5f10\u62fe\u634c\u67d2\u6f06\u7396\u767e\u8086\u842c\u8cae\u8cb3\u8d30"
          + "\u9621\u9646\u964c\u9678\u96f6\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd"
          + "\ud840\udc01\ud840\udc64\ud840\udce2\ud840\udd21\ud842\udd2a\ud842\udd83"
          + "\ud842\udd8c\ud842\udd9c\ud842\udeea\ud842\udefd\ud842\udf19\ud848\udf90"
          + "\ud84a\udd98\ud84e\udf1b\ud858\ude6d\ud87e\udc90";

  /** In ID_Start and ID_Continue, but not in the sets closed under normalisation. */
  private static final String NOT_IN_IDENTIFIERS =
      "\u037a\u2e2f\u309b\u309c\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufdfa\ufdfb\ufe70\ufe72"
          + "\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\u30fb\uff65";

  private static final String NOT_AT_START = "\u0e33\u0eb3\uff9e\uff9f";

  private UnicodeProperties() {}

  /** Whether {@code str.split} separates there. */
  public static boolean isSpace(int c) {
    if (c < 0x80) {
      return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    }
    return switch (c) {
      case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** Whether {@code str.splitlines} separates there. */
  public static boolean isLineBreak(int c) {
    return switch (c) {
      case '\n', 0xB, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  static boolean isDecimal(int c) {
    return Character.isDigit(c);
  }

  static boolean isDigit(int c) {
    if (Character.isDigit(c)) {
      return true;
    }
    if (c > 0xFFFF) {
      return (c >= 0x10A40 && c <= 0x10A43)
          || (c >= 0x10E60 && c <= 0x10E68)
          || (c >= 0x11052 && c <= 0x1105A)
          || (c >= 0x1F100 && c <= 0x1F10A);
    }
    for (int i = 0; i < DIGITS.length(); i += 2) {
      if (c >= DIGITS.charAt(i) && c <= DIGITS.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }

  static boolean isNumeric(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      case Character.OTHER_LETTER -> NUMBER_IDEOGRAPHS.indexOf(c) >= 0;
      default -> false;
    };
  }

  /** Whether {@code repr} shows the character as it is. */
  public static boolean isPrintable(int c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static boolean isIdentifierStart(int c) {
    return c == '_'
        || (Character.isUnicodeIdentifierStart(c)
            && NOT_IN_IDENTIFIERS.indexOf(c) < 0
            && NOT_AT_START.indexOf(c) < 0);
  }

  static boolean isIdentifierPart(int c) {
    return Character.isUnicodeIdentifierPart(c)
        && !Character.isIdentifierIgnorable(c)
        && NOT_IN_IDENTIFIERS.indexOf(c) < 0;
  }
}
