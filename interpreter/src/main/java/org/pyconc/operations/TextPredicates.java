package org.pyconc.operations;

import java.util.function.IntPredicate;

/** The predicates of str ({@code isalpha} ...). */
public final class TextPredicates {
  private TextPredicates() {}

  /** Whether there is at least one code point and the condition holds for all. */
  private static boolean all(Object text, IntPredicate condition) {
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      if (!condition.test(Text.at(text, i))) {
        return false;
      }
    }
    return length > 0;
  }

  public static boolean isAlpha(Object text) {
    return all(text, Character::isLetter);
  }

  public static boolean isAlnum(Object text) {
    return all(text, c -> Character.isLetter(c) || UnicodeProperties.isNumeric(c));
  }

  public static boolean isDecimal(Object text) {
    return all(text, UnicodeProperties::isDecimal);
  }

  public static boolean isDigit(Object text) {
    return all(text, UnicodeProperties::isDigit);
  }

  public static boolean isNumeric(Object text) {
    return all(text, UnicodeProperties::isNumeric);
  }

  public static boolean isSpace(Object text) {
    return all(text, UnicodeProperties::isSpace);
  }

  public static boolean isAscii(Object text) {
    return Text.length(text) == 0 || all(text, c -> c < 0x80);
  }

  public static boolean isPrintable(Object text) {
    return Text.length(text) == 0 || all(text, UnicodeProperties::isPrintable);
  }

  /** Whether the text could be a name; keywords count too. */
  public static boolean isIdentifier(Object text) {
    return Text.length(text) > 0
        && UnicodeProperties.isIdentifierStart(Text.at(text, 0))
        && all(text, UnicodeProperties::isIdentifierPart);
  }

  public static boolean isUpper(Object text) {
    return isCase(text, true);
  }

  public static boolean isLower(Object text) {
    return isCase(text, false);
  }

  private static boolean isCase(Object text, boolean upper) {
    boolean found = false;
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (Character.isTitleCase(c)
          || (upper ? Character.isLowerCase(c) : Character.isUpperCase(c))) {
        return false;
      }
      found |= upper ? Character.isUpperCase(c) : Character.isLowerCase(c);
    }
    return found;
  }

  public static boolean isTitle(Object text) {
    boolean inWord = false;
    boolean found = false;
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      boolean startsWord = Character.isUpperCase(c) || Character.isTitleCase(c);
      if (startsWord ? inWord : Character.isLowerCase(c) && !inWord) {
        return false;
      }
      inWord = startsWord || Character.isLowerCase(c);
      found |= inWord;
    }
    return found;
  }
}
