package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/**
 * A format specification of the builtin types: {@code
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill code point that fills up to the width
 * @param align {@code '<'}, {@code '>'}, {@code '='} or {@code '^'}
 * @param sign {@code '+'}, {@code '-'}, {@code ' '}, or 0 if not given
 * @param noNegativeZero whether {@code z} is given
 * @param alternate whether {@code #} is given
 * @param width at least so many code points; -1 if not given
 * @param grouping {@code ','}, {@code '_'}, or 0 if not given
 * @param precision -1 if not given
 * @param type code point of the presentation type, or the default of the parser's caller
 * @see <a href="https://docs.python.org/3.11/library/string.html#formatspec">Format Specification
 *     Mini-Language</a>
 */
public record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean noNegativeZero,
    boolean alternate,
    int width,
    char grouping,
    int precision,
    int type) {

  /** The specification for a number: to the right by default. */
  public static FormatSpec forNumber(Object value, Object spec, int defaultType) {
    return new Parser(spec).parse(value, defaultType, '>');
  }

  /** The specification for a str. */
  static FormatSpec forText(Object value, Object spec) {
    return new Parser(spec).parse(value, 's', '<');
  }

  /** Whether it is decimal digits with a fill of ASCII on one side, and nothing else. */
  boolean isPlainDecimal() {
    return type == 'd'
        && fill < 128
        && align != '^'
        && sign == 0
        && !noNegativeZero
        && grouping == 0
        && precision < 0;
  }

  /** The ValueError for a presentation type that the value does not have. */
  public PyException unknownType(Object value) {
    return Errors.valueError(
        "Unknown format code '"
            + visible(type)
            + "' for object of type '"
            + PyType.of(value).name()
            + "'");
  }

  /** Fills up to the width; {@code '='} counts as {@code '>'}. */
  public Object pad(Object text) {
    int missing = width - Text.length(text);
    if (missing <= 0) {
      return text;
    }
    int left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    return new TextBuilder().repeat(fill, left).append(text).repeat(fill, missing - left).build();
  }

  private static String visible(int c) {
    return c > 32 && c < 128 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c);
  }

  /** {@code str.__format__}. */
  public static Object formatText(Object value, Object spec) {
    FormatSpec f = forText(value, spec);
    if (f.type != 's') {
      throw f.unknownType(value);
    }
    if (f.sign != 0) {
      throw Errors.valueError(
          (f.sign == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
    }
    if (f.noNegativeZero) {
      throw Errors.valueError("Negative zero coercion (z) not allowed in string format specifier");
    }
    if (f.alternate) {
      throw Errors.valueError("Alternate form (#) not allowed in string format specifier");
    }
    if (f.align == '=') {
      throw Errors.valueError("'=' alignment not allowed in string format specifier");
    }
    Object text = PyPayloadInstance.unwrap(value);
    if (f.precision >= 0 && f.precision < Text.length(text)) {
      text = Text.substring(text, 0, f.precision);
    }
    return f.pad(text);
  }

  private static final class Parser {
    private final Object spec;
    private final int length;
    private int at;

    Parser(Object spec) {
      this.spec = spec;
      this.length = Text.length(spec);
    }

    private int peek(int index) {
      return Text.at(spec, index);
    }

    private boolean isAlign(int index) {
      if (index >= length) {
        return false;
      }
      int c = peek(index);
      return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private boolean accept(char c) {
      if (at < length && peek(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    FormatSpec parse(Object value, int defaultType, char defaultAlign) {
      int fill = ' ';
      char align = defaultAlign;
      boolean hasFill = isAlign(1);
      boolean hasAlign = hasFill || isAlign(0);
      if (hasFill) {
        fill = peek(at++);
      }
      if (hasAlign) {
        align = (char) peek(at++);
      }
      char sign = accept('+') ? '+' : accept('-') ? '-' : accept(' ') ? ' ' : 0;
      boolean noNegativeZero = accept('z');
      boolean alternate = accept('#');
      if (!hasFill && accept('0')) {
        fill = '0';
        if (!hasAlign && defaultAlign == '>') {
          align = '=';
        }
      }
      int width = number();
      char grouping = accept(',') ? ',' : 0;
      if (accept('_')) {
        grouping = grouping == 0 ? '_' : both();
      }
      if (grouping == '_' && accept(',')) {
        both();
      }
      int precision = -1;
      if (accept('.')) {
        precision = number();
        if (precision < 0) {
          throw Errors.valueError("Format specifier missing precision");
        }
      }
      if (length - at > 1) {
        throw Errors.valueError(
            "Invalid format specifier '"
                + Text.java(spec)
                + "' for object of type '"
                + PyType.of(value).name()
                + "'");
      }
      int type = at < length ? peek(at) : defaultType;
      checkGrouping(grouping, type);
      return new FormatSpec(
          fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type);
    }

    private static char both() {
      throw Errors.valueError("Cannot specify both ',' and '_'.");
    }

    private int number() {
      int start = at;
      long number = 0;
      while (at < length) {
        int c = peek(at);
        int digit = c < 128 ? c - '0' : Character.digit(c, 10);
        if (digit < 0 || digit > 9) {
          break;
        }
        at++;
        number = number * 10 + digit;
        if (number > Integer.MAX_VALUE) {
          throw Errors.valueError("Too many decimal digits in format string");
        }
      }
      return at == start ? -1 : (int) number;
    }

    private static void checkGrouping(char grouping, int type) {
      boolean allowed =
          switch (type) {
            case 'd', 'e', 'f', 'g', 'E', 'G', 'F', '%', 0 -> true;
            case 'b', 'o', 'x', 'X' -> grouping == '_';
            default -> false;
          };
      if (grouping != 0 && !allowed) {
        throw Errors.valueError("Cannot specify '" + grouping + "' with '" + visible(type) + "'.");
      }
    }
  }
}
