package org.pyconc.objects;

import java.util.Arrays;

/**
 * A str with a code point outside the Basic Multilingual Plane or a surrogate. All others are
 * java.lang.String, where a char is a code point; no String in the language holds a surrogate, so
 * indexing never has to look. Use {@link #of} to make a str from text of unknown content.
 */
public final class WideString extends PyObject implements Comparable<WideString> {
  private final int[] codePoints;
  private int hash;

  private WideString(int[] codePoints) {
    this.codePoints = codePoints;
  }

  /** The str with the code points of UTF-16 text: a String or a WideString. */
  public static Object of(String utf16) {
    for (int i = 0; i < utf16.length(); i++) {
      if (Character.isSurrogate(utf16.charAt(i))) {
        return new WideString(utf16.codePoints().toArray());
      }
    }
    return utf16;
  }

  /** The str with these code points: a String or a WideString, which takes over the array. */
  public static Object of(int[] codePoints) {
    for (int c : codePoints) {
      if (c > 0xFFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        return new WideString(codePoints);
      }
    }
    return new String(codePoints, 0, codePoints.length);
  }

  /** Its own array: read only. */
  public int[] codePoints() {
    return codePoints;
  }

  public int length() {
    return codePoints.length;
  }

  /** The text as UTF-16, for Java's libraries. Adjacent lone surrogates may join. */
  public String toUtf16() {
    return new String(codePoints, 0, codePoints.length);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.STR;
  }

  @Override
  public int compareTo(WideString other) {
    return Arrays.compare(codePoints, other.codePoints);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WideString w && Arrays.equals(codePoints, w.codePoints);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Arrays.hashCode(codePoints);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return toUtf16();
  }
}
