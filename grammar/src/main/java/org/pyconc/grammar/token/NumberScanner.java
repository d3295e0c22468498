package org.pyconc.grammar.token;

import org.antlr.v4.runtime.CharStream;
import org.pyconc.grammar.tree.Span;

/** Reads the rest of a number whose first digit (and point before it) is already read. */
final class NumberScanner {
  private final TokenReader reader;

  NumberScanner(TokenReader reader) {
    this.reader = reader;
  }

  void scan() {
    String begin = reader.getText();
    if (begin.charAt(0) == '.') {
      decimalTail();
      fraction();
    } else if (begin.equals("0")) {
      zero();
    } else {
      decimalTail();
      afterIntegerPart();
    }
  }

  private void zero() {
    switch (reader.peek()) {
      case 'x', 'X' -> radix(16, "hexadecimal");
      case 'o', 'O' -> radix(8, "octal");
      case 'b', 'B' -> radix(2, "binary");
      default -> leadingZeros();
    }
  }

  private void radix(int radix, String name) {
    reader.advance();
    do {
      if (reader.peek() == '_') {
        reader.advance();
      }
      int c = reader.peek();
      if (!isDigit(c, radix)) {
        if (radix < 16 && isDigit(c, 10)) {
          reader.advance();
          throw new Refusal(
              "invalid digit '" + (char) c + "' in " + name + " literal", reader.here());
        }
        throw invalid(name);
      }
      while (isDigit(reader.peek(), radix)) {
        reader.advance();
      }
    } while (reader.peek() == '_');
    int c = reader.peek();
    if (radix < 16 && isDigit(c, 10)) {
      reader.advance();
      throw new Refusal("invalid digit '" + (char) c + "' in " + name + " literal", reader.here());
    }
    verifyEnd(name);
  }

  private void leadingZeros() {
    int zerosEnd = reader.getCharPositionInLine();
    int start = zerosEnd - 1;
    while (true) {
      if (reader.peek() == '_') {
        reader.advance();
        if (!isDigit(reader.peek(), 10)) {
          throw invalid("decimal");
        }
      }
      if (reader.peek() != '0') {
        break;
      }
      reader.advance();
      zerosEnd = reader.getCharPositionInLine();
    }
    boolean nonZero = false;
    if (isDigit(reader.peek(), 10)) {
      nonZero = true;
      decimalTail();
    }
    int c = reader.peek();
    if (c == '.') {
      reader.advance();
      fraction();
    } else if (c == 'e' || c == 'E') {
      exponent();
    } else if (c == 'j' || c == 'J') {
      imaginary();
    } else if (nonZero) {
      throw new Refusal(
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          new Span(reader.getLine(), start, reader.getLine(), zerosEnd));
    } else {
      verifyEnd("decimal");
    }
  }

  /** Digits and single underscores between them; at least one digit is read already. */
  private void decimalTail() {
    while (true) {
      while (isDigit(reader.peek(), 10)) {
        reader.advance();
      }
      if (reader.peek() != '_') {
        return;
      }
      reader.advance();
      if (!isDigit(reader.peek(), 10)) {
        throw invalid("decimal");
      }
    }
  }

  private void afterIntegerPart() {
    switch (reader.peek()) {
      case '.' -> {
        reader.advance();
        fraction();
      }
      case 'e', 'E' -> exponent();
      case 'j', 'J' -> imaginary();
      default -> verifyEnd("decimal");
    }
  }

  private void fraction() {
    if (isDigit(reader.peek(), 10)) {
      decimalTail();
    }
    switch (reader.peek()) {
      case 'e', 'E' -> exponent();
      case 'j', 'J' -> imaginary();
      default -> verifyEnd("decimal");
    }
  }

  private void exponent() {
    int sign = reader.peek(2);
    boolean signed = sign == '+' || sign == '-';
    if (signed && !isDigit(reader.peek(3), 10)) {
      reader.advance();
      reader.advance();
      throw invalid("decimal");
    }
    if (!signed && !isDigit(sign, 10)) {
      // 1else, 1e: only the former is a number with something behind it.
      verifyEnd("decimal");
      return;
    }
    reader.advance();
    reader.advance();
    decimalTail();
    if (reader.peek() == 'j' || reader.peek() == 'J') {
      imaginary();
    } else {
      verifyEnd("decimal");
    }
  }

  private void imaginary() {
    reader.advance();
    verifyEnd("imaginary");
  }

  /** A keyword may follow a number directly, any other name may not. */
  private void verifyEnd(String name) {
    int c = reader.peek();
    boolean keyword =
        switch (c) {
          case 'a' -> follows("and");
          case 'e' -> follows("else");
          case 'f' -> follows("for");
          case 'i' -> reader.peek(2) == 'n' || reader.peek(2) == 's' || reader.peek(2) == 'f';
          case 'o' -> follows("or");
          case 'n' -> follows("not");
          default -> false;
        };
    if (!keyword && c < 0x80 && isNameCharacter(c)) {
      reader.advance();
      throw new Refusal("invalid " + name + " literal", reader.before());
    }
  }

  private boolean follows(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (reader.peek(i + 1) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Refusal invalid(String name) {
    int c = reader.peek();
    if (c != CharStream.EOF && isNameCharacter(c)) {
      reader.advance();
      return new Refusal("invalid " + name + " literal", reader.before());
    }
    return new Refusal("invalid " + name + " literal", reader.here());
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c >= 0x80;
  }

  private static boolean isDigit(int c, int radix) {
    return c >= 0 && c < 0x80 && Character.digit(c, radix) >= 0;
  }
}
