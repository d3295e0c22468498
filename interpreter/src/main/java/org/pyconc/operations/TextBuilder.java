package org.pyconc.operations;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.WideString;

/** Builds a str: a String for as long as the content allows it. */
public final class TextBuilder {
  private final StringBuilder narrow = new StringBuilder();
  private int @Nullable [] wide;
  private int size;

  /** Appends a str. */
  public TextBuilder append(Object text) {
    if (text instanceof String s) {
      return append(s);
    }
    int[] points = ((WideString) text).codePoints();
    return append(points, 0, points.length);
  }

  /** Appends text without surrogates. */
  public TextBuilder append(String text) {
    int[] target = wide;
    if (target == null) {
      narrow.append(text);
      return this;
    }
    target = room(target, text.length());
    for (int i = 0; i < text.length(); i++) {
      target[size++] = text.charAt(i);
    }
    return this;
  }

  /** Appends a part of a str. */
  public TextBuilder append(Object text, int start, int end) {
    if (text instanceof WideString w) {
      return append(w.codePoints(), start, end);
    }
    if (wide == null) {
      narrow.append((String) text, start, end);
      return this;
    }
    return append(((String) text).substring(start, end));
  }

  /** Appends code points. */
  public TextBuilder append(int[] points, int start, int end) {
    int[] target = room(widen(), end - start);
    System.arraycopy(points, start, target, size, end - start);
    size += end - start;
    return this;
  }

  /** Appends one code point. */
  public TextBuilder append(int c) {
    int[] target = wide;
    if (target == null) {
      if (c <= 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
        narrow.append((char) c);
        return this;
      }
      target = widen();
    }
    target = room(target, 1);
    target[size++] = c;
    return this;
  }

  /** Appends a code point so many times. */
  public TextBuilder repeat(int c, int count) {
    if (wide == null && c <= 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
      narrow.repeat((char) c, count);
      return this;
    }
    int[] target = room(widen(), count);
    Arrays.fill(target, size, size + count, c);
    size += count;
    return this;
  }

  private int[] widen() {
    int[] target = wide;
    if (target == null) {
      size = narrow.length();
      target = new int[Math.max(16, size * 2)];
      for (int i = 0; i < size; i++) {
        target[i] = narrow.charAt(i);
      }
      wide = target;
    }
    return target;
  }

  private int[] room(int[] target, int more) {
    if (size + more <= target.length) {
      return target;
    }
    int[] larger =
        Arrays.copyOf(target, Text.checkedLength(Math.max((long) size + more, size + (size >> 1))));
    wide = larger;
    return larger;
  }

  /** How many code points there are so far. */
  public int length() {
    return wide == null ? narrow.length() : size;
  }

  /** The str. */
  public Object build() {
    int[] points = wide;
    return points == null ? narrow.toString() : WideString.of(Arrays.copyOf(points, size));
  }
}
