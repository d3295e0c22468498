package org.pyconc.stdlib.xml;

/** Which characters may stand where in a document. */
final class XmlText {
  private XmlText() {}

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c == ':'
        || c >= 0xc0 && c != 0xd7 && c != 0xf7 && Character.isLetter(c)
        || Character.isHighSurrogate(c);
  }

  static boolean isName(char c) {
    return isNameStart(c)
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == 0xb7
        || Character.isLowSurrogate(c) && c != XmlInput.MALFORMED
        || c >= 0x300
            && (Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  /** Where the first character is that no document may hold, or -1. */
  static int firstBad(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        if (c != '\n' && c != '\t' && c != '\r') {
          return i;
        }
      } else if (c >= 0xd800) {
        if (Character.isHighSurrogate(c)) {
          if (i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
            i++;
            continue;
          }
          return i;
        }
        if (Character.isLowSurrogate(c) || c >= 0xfffe) {
          return i;
        }
      }
    }
    return -1;
  }

  static boolean isCharacter(int c) {
    return c == 9
        || c == 10
        || c == 13
        || c >= 0x20 && c < 0xd800
        || c >= 0xe000 && c < 0xfffe
        || c >= 0x10000 && c <= 0x10ffff;
  }

  /** With a line feed for each end of a line. */
  static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
