package org.pyconc.operations;

import org.pyconc.objects.WideString;

/** Finding one str in another. */
public final class TextSearch {
  private TextSearch() {}

  /** Whether {@code part} stands in {@code text} at an index. */
  public static boolean isAt(Object text, Object part, int index) {
    int length = Text.length(part);
    if (index < 0 || index + length > Text.length(text)) {
      return false;
    }
    if (text instanceof String s && part instanceof String p) {
      return s.startsWith(p, index);
    }
    for (int i = 0; i < length; i++) {
      if (Text.at(text, index + i) != Text.at(part, i)) {
        return false;
      }
    }
    return true;
  }

  /** The first index of {@code part} within {@code text[start:end]}, or -1. */
  public static int indexOf(Object text, Object part, int start, int end) {
    if (start > end) {
      return -1;
    }
    if (text instanceof String s) {
      return part instanceof String p ? s.indexOf(p, start, end) : -1;
    }
    int last = end - Text.length(part);
    for (int i = start; i <= last; i++) {
      if (isAt(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The last index of {@code part} within {@code text[start:end]}, or -1. */
  public static int lastIndexOf(Object text, Object part, int start, int end) {
    if (start > end) {
      return -1;
    }
    int last = end - Text.length(part);
    if (text instanceof String s) {
      int found = part instanceof String p ? s.lastIndexOf(p, last) : -1;
      return found >= start ? found : -1;
    }
    for (int i = last; i >= start; i--) {
      if (isAt(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** How often {@code part} stands in {@code text[start:end]} without overlap. */
  public static int count(Object text, Object part, int start, int end) {
    if (start > end) {
      return 0;
    }
    int length = Text.length(part);
    if (length == 0) {
      return end - start + 1;
    }
    int count = 0;
    for (int i = indexOf(text, part, start, end); i >= 0; ) {
      count++;
      i = indexOf(text, part, i + length, end);
    }
    return count;
  }

  /** {@code text} with the first {@code most} occurrences replaced; all if negative. */
  public static Object replace(Object text, Object old, Object by, int most) {
    int limit = most < 0 ? Integer.MAX_VALUE : most;
    int oldLength = Text.length(old);
    if (oldLength == 0) {
      return interleave(text, by, limit);
    }
    int length = Text.length(text);
    int found = limit == 0 ? -1 : indexOf(text, old, 0, length);
    if (found < 0) {
      return text;
    }
    if (limit == Integer.MAX_VALUE
        && text instanceof String s
        && old instanceof String o
        && by instanceof String b) {
      return s.replace(o, b);
    }
    TextBuilder result = new TextBuilder();
    int from = 0;
    for (int n = 0; found >= 0; ) {
      result.append(text, from, found).append(by);
      from = found + oldLength;
      found = ++n == limit ? -1 : indexOf(text, old, from, length);
    }
    return result.append(text, from, length).build();
  }

  private static Object interleave(Object text, Object by, int limit) {
    TextBuilder result = new TextBuilder();
    int length = Text.length(text);
    for (int i = 0; i <= length; i++) {
      if (i < limit) {
        result.append(by);
      }
      if (i < length) {
        result.append(Text.at(text, i));
      }
    }
    return result.build();
  }

  /** Whether a code point stands in a str. */
  public static boolean hasCodePoint(Object text, int c) {
    if (text instanceof String s) {
      return s.indexOf(c) >= 0;
    }
    for (int each : ((WideString) text).codePoints()) {
      if (each == c) {
        return true;
      }
    }
    return false;
  }
}
