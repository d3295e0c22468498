package org.pyconc.grammar.build;

import java.math.BigInteger;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** The values of number literals. */
final class Numbers {
  private static final int MAX_DECIMAL_DIGITS = 4300;

  private Numbers() {}

  static Expression literal(String written, Span span) {
    String text = written.indexOf('_') < 0 ? written : written.replace("_", "");
    char last = text.charAt(text.length() - 1);
    if (text.length() > 2 && text.charAt(0) == '0') {
      int radix =
          switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      if (radix != 0) {
        return new Expression.IntegerLiteral(integer(text.substring(2), radix), span);
      }
    }
    if (last == 'j' || last == 'J') {
      return new Expression.ImaginaryLiteral(
          Double.parseDouble(text.substring(0, text.length() - 1)), span);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return new Expression.FloatLiteral(Double.parseDouble(text), span);
      }
    }
    if (text.length() > MAX_DECIMAL_DIGITS) {
      throw new org.pyconc.grammar.token.Refusal(
          "Exceeds the limit (4300 digits) for integer string conversion: value has "
              + text.length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit"
              + " - Consider hexadecimal for huge integer literals to avoid decimal conversion"
              + " limits.",
          span);
    }
    return new Expression.IntegerLiteral(integer(text, 10), span);
  }

  private static BigInteger integer(String digits, int radix) {
    return digits.length() <= 15
        ? BigInteger.valueOf(Long.parseLong(digits, radix))
        : new BigInteger(digits, radix);
  }
}
