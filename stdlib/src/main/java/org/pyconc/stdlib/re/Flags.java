package org.pyconc.stdlib.re;

/** The bits of {@code re}'s flags. */
final class Flags {
  private Flags() {}

  static final int IGNORECASE = 2;
  static final int LOCALE = 4;
  static final int MULTILINE = 8;
  static final int DOTALL = 16;
  static final int UNICODE = 32;
  static final int VERBOSE = 64;
  static final int DEBUG = 128;
  static final int ASCII = 256;

  /** Flags that say what letters are. */
  static final int LETTERS = ASCII | LOCALE | UNICODE;

  /** Flags that cannot be set for a part of a pattern. */
  static final int GLOBAL = DEBUG;

  /** The flag of a letter in {@code (?...)}, or 0. */
  static int ofLetter(int letter) {
    return switch (letter) {
      case 'i' -> IGNORECASE;
      case 'L' -> LOCALE;
      case 'm' -> MULTILINE;
      case 's' -> DOTALL;
      case 'x' -> VERBOSE;
      case 'a' -> ASCII;
      case 'u' -> UNICODE;
      default -> 0;
    };
  }
}
