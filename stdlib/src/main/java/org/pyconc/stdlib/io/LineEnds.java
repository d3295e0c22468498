package org.pyconc.stdlib.io;

import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;

/**
 * Text that comes in parts, with universal line ends: which there are, and all as one if wanted. A
 * carriage return at the end of a part waits for the next one.
 */
final class LineEnds {
  static final int RETURN = 1;
  static final int NEWLINE = 2;
  static final int BOTH = 4;

  private static final Object[] NAMES = {"\r", "\n", "\r\n"};

  private final boolean translates;
  private boolean holdsReturn;
  private int seen;

  LineEnds(boolean translates) {
    this.translates = translates;
  }

  boolean holdsReturn() {
    return holdsReturn;
  }

  void setHoldsReturn(boolean holds) {
    holdsReturn = holds;
  }

  /** At another place of the text. */
  void reset() {
    holdsReturn = false;
  }

  void forgetSeen() {
    seen = 0;
  }

  String decode(String part, boolean isLast) {
    String all = part;
    if (holdsReturn && (!part.isEmpty() || isLast)) {
      all = "\r" + part;
      holdsReturn = false;
    }
    if (!isLast && all.endsWith("\r")) {
      all = all.substring(0, all.length() - 1);
      holdsReturn = true;
    }
    if (all.indexOf('\r') < 0) {
      if ((seen & NEWLINE) == 0 && all.indexOf('\n') >= 0) {
        seen |= NEWLINE;
      }
      return all;
    }
    note(all);
    return translates ? TextStream.translated(all) : all;
  }

  private void note(String text) {
    for (int i = 0; i < text.length() && seen != (RETURN | NEWLINE | BOTH); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        seen |= NEWLINE;
      } else if (c == '\r') {
        boolean isPair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
        seen |= isPair ? BOTH : RETURN;
        i += isPair ? 1 : 0;
      }
    }
  }

  /** None, a str, or a tuple of them. */
  Object seen() {
    return names(seen);
  }

  private static Object names(int kinds) {
    if (kinds == 0) {
      return PySingleton.NONE;
    }
    Object[] all = new Object[Integer.bitCount(kinds)];
    int count = 0;
    for (int i = 0; i < NAMES.length; i++) {
      if ((kinds & (1 << i)) != 0) {
        all[count++] = NAMES[i];
      }
    }
    return count == 1 ? all[0] : PyTuple.of(all);
  }

  LineEnds copy() {
    LineEnds copy = new LineEnds(translates);
    copy.holdsReturn = holdsReturn;
    copy.seen = seen;
    return copy;
  }
}
