package org.pyconc.operations;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The decimal digits of integers of some hundred bits: by repeated division of an array of words,
 * which needs no objects on the way. Its time grows with the square of the length.
 */
final class DecimalDigits {
  private static final int CHUNK = 1_000_000_000;
  private static final int CHUNK_DIGITS = 9;

  private DecimalDigits() {}

  /** The decimal literal. */
  static String of(BigInteger value) {
    int[] words = magnitude(value);
    // 32 bits hold less than 9.64 digits
    byte[] text = new byte[words.length * 10 + 1];
    int at = text.length;
    int first = 0;
    while (first < words.length) {
      int rest = divide(words, first);
      while (first < words.length && words[first] == 0) {
        first++;
      }
      for (int i = 0; i < CHUNK_DIGITS && (rest != 0 || first < words.length); i++) {
        text[--at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    if (value.signum() < 0) {
      text[--at] = '-';
    }
    return at == text.length
        ? "0"
        : new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
  }

  /** The magnitude in words of 32 bits, the highest first. */
  private static int[] magnitude(BigInteger value) {
    byte[] bytes = value.abs().toByteArray();
    int[] words = new int[(bytes.length + 3) / 4];
    for (int i = 0; i < bytes.length; i++) {
      int fromEnd = bytes.length - 1 - i;
      words[words.length - 1 - (fromEnd >> 2)] |= (bytes[i] & 0xFF) << ((fromEnd & 3) << 3);
    }
    return words;
  }

  /** Divides the words from {@code first} on; the remainder. */
  private static int divide(int[] words, int first) {
    long rest = 0;
    for (int i = first; i < words.length; i++) {
      long part = (rest << 32) | (words[i] & 0xFFFFFFFFL);
      long quotient = part / CHUNK;
      words[i] = (int) quotient;
      rest = part - quotient * CHUNK;
    }
    return (int) rest;
  }
}
