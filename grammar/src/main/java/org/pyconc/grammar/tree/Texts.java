package org.pyconc.grammar.tree;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The texts in a tree that was written, each made when it is first needed. */
final class Texts {
  private final byte[] bytes;
  private final boolean[] areUtf8;
  private final int[] starts;
  private final int[] lengths;

  /** Those made so far. Two threads may make the same one, which does no harm: they are equal. */
  private final @Nullable String[] made;

  /**
   * Texts whose bytes are known.
   *
   * @param areUtf8 which are; the others have two bytes for each character
   */
  Texts(byte[] bytes, boolean[] areUtf8, int[] starts, int[] lengths) {
    this.bytes = bytes;
    this.areUtf8 = areUtf8;
    this.starts = starts;
    this.lengths = lengths;
    this.made = new String[starts.length];
  }

  /** The text with that number. */
  String get(int number) {
    String known = made[number];
    if (known == null) {
      int start = starts[number];
      int length = lengths[number];
      known =
          areUtf8[number]
              ? new String(bytes, start, length, StandardCharsets.UTF_8)
              : ofCharacters(start, length);
      made[number] = known;
    }
    return known;
  }

  /** No charset has half surrogates. */
  private String ofCharacters(int start, int length) {
    char[] characters = new char[length / 2];
    for (int i = 0; i < characters.length; i++) {
      int at = start + 2 * i;
      characters[i] = (char) ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
    }
    return new String(characters);
  }
}
