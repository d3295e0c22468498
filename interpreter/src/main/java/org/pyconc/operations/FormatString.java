package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyTuple;

/**
 * {@code str.format}: replacement fields with attributes, subscripts, conversions and nested
 * specifications.
 *
 * @see <a href="https://docs.python.org/3.11/library/string.html#format-string-syntax">Format
 *     String Syntax</a>
 */
public final class FormatString {
  private static final int MOST_NESTED = 2;

  private final @Nullable PyTuple arguments;
  private final Object keywords;
  private int nextField;
  private boolean isAutomatic;
  private boolean isManual;

  private FormatString(@Nullable PyTuple arguments, Object keywords) {
    this.arguments = arguments;
    this.keywords = keywords;
  }

  /**
   * Fills in the fields of a format string.
   *
   * @param arguments null for {@code format_map}
   * @param keywords any mapping
   */
  public static Object format(Object text, @Nullable PyTuple arguments, Object keywords) {
    FormatString f = new FormatString(arguments, keywords);
    return f.render(text, 0, Text.length(text), MOST_NESTED);
  }

  private Object render(Object text, int start, int end, int depth) {
    if (depth <= 0) {
      throw Errors.valueError("Max string recursion exceeded");
    }
    TextBuilder out = new TextBuilder();
    int at = start;
    while (at < end) {
      int literal = at;
      int c = 0;
      while (at < end) {
        c = Text.at(text, at++);
        if (c == '{' || c == '}') {
          break;
        }
      }
      if (c != '{' && c != '}') {
        out.append(text, literal, at);
        break;
      }
      boolean doubled = at < end && Text.at(text, at) == c;
      if (c == '}' && !doubled) {
        throw Errors.valueError("Single '}' encountered in format string");
      }
      if (at >= end) {
        throw Errors.valueError("Single '{' encountered in format string");
      }
      if (doubled) {
        out.append(text, literal, at);
        at++;
      } else {
        if (literal < at - 1) {
          out.append(text, literal, at - 1);
        }
        if (c == '{' && Text.at(text, at) == '}') {
          at++;
          out.append(Text.format(positional(true, 0), ""));
          continue;
        }
        Field field = new Field(text, at, end);
        at = field.next;
        out.append(value(field, depth));
      }
    }
    return out.build();
  }

  private Object value(Field field, int depth) {
    Object object =
        field.nameStart == field.nameEnd
            ? positional(true, 0)
            : new FieldName(field.text, field.nameStart, field.nameEnd).resolve();
    Object value = convert(object, field.conversion);
    if (field.specStart == field.specEnd) {
      return Text.format(value, "");
    }
    Object spec =
        field.isSpecNested
            ? render(field.text, field.specStart, field.specEnd, depth - 1)
            : Text.substring(field.text, field.specStart, field.specEnd);
    return Text.format(value, spec);
  }

  /** The argument of the next field without a name, or the one with this number. */
  private Object positional(boolean automatic, long number) {
    if (automatic ? isManual : isAutomatic) {
      throw switchedNumbering(automatic);
    }
    isAutomatic = automatic;
    isManual = !automatic;
    long index = automatic ? nextField++ : number;
    PyTuple all = arguments;
    if (all == null) {
      throw Errors.valueError("Format string contains positional fields");
    }
    if (index >= all.size()) {
      throw Errors.of(
          ExceptionTypes.INDEX_ERROR,
          "Replacement index " + index + " out of range for positional args tuple");
    }
    return all.get((int) index);
  }

  private static PyException switchedNumbering(boolean toAutomatic) {
    String manual = "manual field specification";
    String automatic = "automatic field numbering";
    return Errors.valueError(
        "cannot switch from "
            + (toAutomatic ? manual : automatic)
            + " to "
            + (toAutomatic ? automatic : manual));
  }

  private static Object convert(Object value, int conversion) {
    return switch (conversion) {
      case 0 -> value;
      case 's' -> Text.str(value);
      case 'r' -> Text.repr(value);
      case 'a' -> Literals.ascii(Text.repr(value));
      default ->
          throw Errors.valueError(
              "Unknown conversion specifier "
                  + (conversion > 32 && conversion < 127
                      ? String.valueOf((char) conversion)
                      : "\\x" + Integer.toHexString(conversion)));
    };
  }

  /** A replacement field, behind its opening brace, taken apart. */
  private static final class Field {
    final Object text;
    final int nameStart;
    final int nameEnd;
    int conversion;
    int specStart;
    int specEnd;
    boolean isSpecNested;
    int next;

    Field(Object text, int start, int end) {
      this.text = text;
      nameStart = start;
      next = start;
      int c = scanName(end);
      nameEnd = next - 1;
      if (c == '!') {
        if (scanConversion(end)) {
          return;
        }
      } else if (c == '}') {
        return;
      } else if (c != ':') {
        throw Errors.valueError("expected '}' before end of string");
      }
      scanSpec(end);
    }

    private int scanName(int end) {
      int c = 0;
      while (next < end) {
        c = Text.at(text, next++);
        if (c == '{') {
          throw Errors.valueError("unexpected '{' in field name");
        }
        if (c == '[') {
          while (next < end && Text.at(text, next) != ']') {
            next++;
          }
        } else if (c == '}' || c == ':' || c == '!') {
          return c;
        }
      }
      return 0;
    }

    /** Whether the field ends behind the conversion. */
    private boolean scanConversion(int end) {
      if (next >= end) {
        throw Errors.valueError("end of string while looking for conversion specifier");
      }
      conversion = Text.at(text, next++);
      if (next < end) {
        int c = Text.at(text, next++);
        if (c == '}') {
          return true;
        }
        if (c != ':') {
          throw Errors.valueError("expected ':' after conversion specifier");
        }
      }
      return false;
    }

    private void scanSpec(int end) {
      specStart = next;
      int depth = 1;
      while (next < end) {
        int c = Text.at(text, next++);
        if (c == '{') {
          isSpecNested = true;
          depth++;
        } else if (c == '}' && --depth == 0) {
          specEnd = next - 1;
          return;
        }
      }
      throw Errors.valueError("unmatched '{' in format spec");
    }
  }

  /** The name of a field: an argument followed by attributes and subscripts. */
  private final class FieldName {
    private final Object text;
    private final int start;
    private final int end;

    FieldName(Object text, int start, int end) {
      this.text = text;
      this.start = start;
      this.end = end;
    }

    Object resolve() {
      int at = scan(start, '.', '[');
      Object value = argument(at);
      while (at < end) {
        int c = Text.at(text, at++);
        int from = at;
        if (c == '.') {
          at = scan(at, '.', '[');
          requireName(from, at);
          value = Attributes.load(value, Text.java(Text.substring(text, from, at)));
        } else if (c == '[') {
          at = scan(at, ']', ']');
          if (at >= end) {
            throw Errors.valueError("Missing ']' in format string");
          }
          requireName(from, at);
          long index = index(from, at);
          value = Items.get(value, index >= 0 ? index : Text.substring(text, from, at));
          at++;
        } else {
          throw Errors.valueError("Only '.' or '[' may follow ']' in format field specifier");
        }
      }
      return value;
    }

    private int scan(int from, char a, char b) {
      int at = from;
      while (at < end && Text.at(text, at) != a && Text.at(text, at) != b) {
        at++;
      }
      return at;
    }

    private void requireName(int from, int to) {
      if (from == to) {
        throw Errors.valueError("Empty attribute in format string");
      }
    }

    private Object argument(int nameEnd) {
      long index = index(start, nameEnd);
      boolean isEmpty = start == nameEnd;
      if (!isEmpty && index < 0) {
        Object key = Text.substring(text, start, nameEnd);
        return Items.get(keywords, key);
      }
      return positional(isEmpty, index);
    }

    /** The number that the name is, or -1. */
    private long index(int from, int to) {
      long number = from < to ? 0 : -1;
      for (int i = from; i < to; i++) {
        int digit = Character.digit(Text.at(text, i), 10);
        if (digit < 0 || !Character.isDigit(Text.at(text, i))) {
          return -1;
        }
        if (number > (Long.MAX_VALUE - digit) / 10) {
          throw Errors.valueError("Too many decimal digits in format string");
        }
        number = number * 10 + digit;
      }
      return number;
    }
  }
}
