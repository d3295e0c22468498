package org.pyconc.stdlib.unicodedata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.HangulNames;

/** Names of characters as the standard has them; the JDK's differ for ranges and controls. */
final class CharacterNames {
  private static final String UNIFIED = "CJK UNIFIED IDEOGRAPH-";

  private final CharacterTables tables;

  CharacterNames(CharacterTables tables) {
    this.tables = tables;
  }

  /** The name, or null if the character has none. */
  @Nullable String of(int c) {
    String category = tables.category(c);
    switch (category) {
      case "Cn", "Cc", "Cs", "Co" -> {
        return null;
      }
      default -> {}
    }
    if (HangulNames.isSyllable(c)) {
      return HangulNames.of(c);
    }
    if (isUnified(c)) {
      return UNIFIED + Integer.toHexString(c).toUpperCase(Locale.ROOT);
    }
    if (c >= 0x17000 && c <= 0x187f7 || c >= 0x18d00 && c <= 0x18d08) {
      return null; // CPython knows no names of Tangut
    }
    return Character.getName(c);
  }

  private static boolean isUnified(int c) {
    return c >= 0x4e00 && c <= 0x9fff
        || c >= 0x3400 && c <= 0x4dbf
        || c >= 0x20000 && c <= 0x2a6df
        || c >= 0x2a700 && c <= 0x2b738
        || c >= 0x2b740 && c <= 0x2b81d
        || c >= 0x2b820 && c <= 0x2cea1
        || c >= 0x2ceb0 && c <= 0x2ebe0
        || c >= 0x30000 && c <= 0x3134a;
  }

  /** The character of that name, or -1. */
  int find(String text) {
    // computed names count as they are written, the others in any case
    if (text.startsWith(HangulNames.PREFIX)) {
      return HangulNames.find(text);
    }
    if (text.startsWith(UNIFIED)) {
      return unified(text.substring(UNIFIED.length()));
    }
    String name = text.toUpperCase(Locale.ROOT);
    if (name.startsWith(HangulNames.PREFIX) || name.startsWith(UNIFIED)) {
      return -1;
    }
    Integer alias = tables.alias(name);
    if (alias != null) {
      return alias;
    }
    try {
      int c = Character.codePointOf(name);
      return name.equals(of(c)) ? c : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static int unified(String digits) {
    if (digits.length() < 4
        || digits.length() > 5
        || !digits.equals(digits.toUpperCase(Locale.ROOT))) {
      return -1;
    }
    try {
      int c = Integer.parseInt(digits, 16);
      return isUnified(c) ? c : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
