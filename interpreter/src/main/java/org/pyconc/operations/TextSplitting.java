package org.pyconc.operations;

import java.util.function.IntPredicate;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;

/**
 * Splitting strs, and bytes as Latin-1 text. A negative {@code most} means any number of splits.
 */
public final class TextSplitting {
  private TextSplitting() {}

  /** {@code text.split(None, most)}; what counts as space differs between str and bytes. */
  public static PyList bySpace(Object text, long most, IntPredicate isSpace) {
    PyList parts = new PyList();
    int length = Text.length(text);
    int at = skipSpace(text, 0, length, isSpace);
    while (at < length) {
      if (most >= 0 && parts.size() >= most) {
        parts.append(Text.substring(text, at, length));
        break;
      }
      int end = at + 1;
      while (end < length && !isSpace.test(Text.at(text, end))) {
        end++;
      }
      parts.append(Text.substring(text, at, end));
      at = skipSpace(text, end, length, isSpace);
    }
    return parts;
  }

  private static int skipSpace(Object text, int from, int length, IntPredicate isSpace) {
    int at = from;
    while (at < length && isSpace.test(Text.at(text, at))) {
      at++;
    }
    return at;
  }

  /** {@code text.rsplit(None, most)}. */
  public static PyList bySpaceFromEnd(Object text, long most, IntPredicate isSpace) {
    PyList parts = new PyList();
    int end = skipSpaceBack(text, Text.length(text), isSpace);
    while (end > 0) {
      if (most >= 0 && parts.size() >= most) {
        parts.append(Text.substring(text, 0, end));
        break;
      }
      int start = end - 1;
      while (start > 0 && !isSpace.test(Text.at(text, start - 1))) {
        start--;
      }
      parts.append(Text.substring(text, start, end));
      end = skipSpaceBack(text, start, isSpace);
    }
    return reversed(parts);
  }

  private static int skipSpaceBack(Object text, int from, IntPredicate isSpace) {
    int at = from;
    while (at > 0 && isSpace.test(Text.at(text, at - 1))) {
      at--;
    }
    return at;
  }

  private static PyList reversed(PyList list) {
    int size = list.size();
    Object[] items = new Object[size];
    for (int i = 0; i < size; i++) {
      items[i] = list.get(size - 1 - i);
    }
    return PyList.of(items);
  }

  /** {@code text.split(separator, most)}; the separator is not empty. */
  public static PyList by(Object text, Object separator, long most) {
    if (text instanceof String s && separator instanceof String p && p.length() == 1) {
      return byCharacter(s, p.charAt(0), most);
    }
    PyList parts = new PyList();
    int length = Text.length(text);
    int step = Text.length(separator);
    int from = 0;
    while (most < 0 || parts.size() < most) {
      int found = TextSearch.indexOf(text, separator, from, length);
      if (found < 0) {
        break;
      }
      parts.append(Text.substring(text, from, found));
      from = found + step;
    }
    parts.append(Text.substring(text, from, length));
    return parts;
  }

  private static PyList byCharacter(String text, char separator, long most) {
    PyList parts = new PyList();
    int from = 0;
    while (most < 0 || parts.size() < most) {
      int found = text.indexOf(separator, from);
      if (found < 0) {
        break;
      }
      parts.append(Text.substring(text, from, found));
      from = found + 1;
    }
    parts.append(Text.substring(text, from, text.length()));
    return parts;
  }

  /** {@code text.rsplit(separator, most)}; the separator is not empty. */
  public static PyList byFromEnd(Object text, Object separator, long most) {
    PyList parts = new PyList();
    int end = Text.length(text);
    int step = Text.length(separator);
    while (most < 0 || parts.size() < most) {
      int found = TextSearch.lastIndexOf(text, separator, 0, end);
      if (found < 0) {
        break;
      }
      parts.append(Text.substring(text, found + step, end));
      end = found;
    }
    parts.append(Text.substring(text, 0, end));
    return reversed(parts);
  }

  /** {@code text.splitlines(keepEnds)}. */
  public static PyList lines(Object text, boolean keepEnds, IntPredicate isLineBreak) {
    PyList lines = new PyList();
    int length = Text.length(text);
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && !isLineBreak.test(Text.at(text, end))) {
        end++;
      }
      int next = Math.min(length, end + 1);
      if (end + 1 < length && Text.at(text, end) == '\r' && Text.at(text, end + 1) == '\n') {
        next = end + 2;
      }
      lines.append(Text.substring(text, start, keepEnds ? next : end));
      start = next;
    }
    return lines;
  }

  /** {@code text.partition(separator)}, or {@code rpartition}; the separator is not empty. */
  public static PyTuple partition(Object text, Object separator, boolean fromEnd) {
    int length = Text.length(text);
    int found =
        fromEnd
            ? TextSearch.lastIndexOf(text, separator, 0, length)
            : TextSearch.indexOf(text, separator, 0, length);
    if (found < 0) {
      return fromEnd ? PyTuple.of("", "", text) : PyTuple.of(text, "", "");
    }
    return PyTuple.of(
        Text.substring(text, 0, found),
        separator,
        Text.substring(text, found + Text.length(separator), length));
  }
}
