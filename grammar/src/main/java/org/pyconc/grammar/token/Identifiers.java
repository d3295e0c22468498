package org.pyconc.grammar.token;

import java.text.Normalizer;

/** Which characters a name may hold: XID_Start and XID_Continue of Unicode. */
public final class Identifiers {
  private Identifiers() {}

  /** Whether a name may begin with it. */
  public static boolean isStart(int c) {
    if (c == '_') {
      return true;
    }
    return Character.isUnicodeIdentifierStart(c) && c != 0x2E2F && staysName(c, true);
  }

  /** Whether a name may go on with it. */
  public static boolean isPart(int c) {
    return isStart(c)
        || (Character.isUnicodeIdentifierPart(c)
            && !Character.isIdentifierIgnorable(c)
            && staysName(c, false));
  }

  /** XID differs from ID in that the normal form must be a name too. */
  private static boolean staysName(int c, boolean start) {
    if (c < 0x80) {
      return true;
    }
    String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    for (int i = 0; i < normal.length(); ) {
      int n = normal.codePointAt(i);
      boolean good =
          i == 0 && start
              ? n == '_' || Character.isUnicodeIdentifierStart(n)
              : n == '_' || Character.isUnicodeIdentifierPart(n);
      if (!good) {
        return false;
      }
      i += Character.charCount(n);
    }
    return true;
  }
}
