package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/**
 * The {@code %} operator of str and bytes. Bytes are formatted as Latin-1 text.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#printf-style-string-formatting">
 *     printf-style String Formatting</a>
 */
public final class PercentFormat {
  private final Object format;
  private final int length;
  private final boolean isBytes;
  private final TextBuilder out = new TextBuilder();
  private final @Nullable Object mapping;
  private Object arguments;
  private int used; // of the arguments, if they are a tuple
  private boolean isTuple;
  private boolean isConsumed;

  private int at;
  private boolean left;
  private boolean plus;
  private boolean blank;
  private boolean alternate;
  private boolean zero;
  private int width;
  private int precision;

  private PercentFormat(Object format, Object values, boolean isBytes) {
    this.format = format;
    this.length = Text.length(format);
    this.isBytes = isBytes;
    Object plain = PyPayloadInstance.unwrap(values);
    this.isTuple = plain instanceof PyTuple;
    this.arguments = isTuple ? plain : values;
    boolean isText =
        isBytes ? plain instanceof PyBytes || plain instanceof PyByteArray : Text.isText(plain);
    this.mapping =
        !isTuple && !isText && PyType.of(values).lookup("__getitem__") != null ? values : null;
  }

  /** {@code format % values} for a str. */
  public static Object formatText(Object format, Object values) {
    return new PercentFormat(format, values, false).run();
  }

  /** {@code format % values} for bytes, given and returned as Latin-1 text. */
  public static String formatBytes(String format, Object values) {
    return Text.java(new PercentFormat(format, values, true).run());
  }

  private Object run() {
    int start = 0;
    for (int next = percent(0); next >= 0; next = percent(start)) {
      if (next > start) {
        out.append(format, start, next);
      }
      at = next + 1;
      directive();
      start = at;
    }
    if (start < length) {
      out.append(format, start, length);
    }
    boolean allUsed = isTuple ? used >= ((PyTuple) arguments).size() : isConsumed;
    if (!allUsed && mapping == null) {
      throw Errors.typeError(
          "not all arguments converted during " + (isBytes ? "bytes" : "string") + " formatting");
    }
    return out.build();
  }

  /** The place of the next percent sign, or -1. */
  private int percent(int from) {
    if (format instanceof String s) {
      return s.indexOf('%', from);
    }
    int i = from;
    while (i < length && Text.at(format, i) != '%') {
      i++;
    }
    return i < length ? i : -1;
  }

  private Object nextArgument() {
    if (isTuple) {
      PyTuple tuple = (PyTuple) arguments;
      if (used < tuple.size()) {
        return tuple.get(used++);
      }
    } else if (!isConsumed) {
      isConsumed = true;
      return arguments;
    }
    throw Errors.typeError("not enough arguments for format string");
  }

  private int next() {
    if (at >= length) {
      throw Errors.valueError("incomplete format");
    }
    return Text.at(format, at++);
  }

  private void directive() {
    int first = at < length ? Text.at(format, at) : 0;
    if (first == '%') {
      at++;
      out.append('%');
      return;
    }
    if (first == 's' && !isBytes) {
      at++;
      out.append(Text.str(nextArgument()));
      return;
    }
    if (first == 'd') {
      at++;
      out.append(decimal(nextArgument(), 'd'));
      return;
    }
    width = -1;
    precision = -1;
    if (first == '(') {
      at++;
      key();
    }
    int c = number(flags());
    if (c == 'h' || c == 'l' || c == 'L') {
      c = next();
    }
    convert(c, nextArgument());
  }

  private void key() {
    Object from = mapping;
    if (from == null) {
      throw Errors.typeError("format requires a mapping");
    }
    int start = at;
    int depth = 1;
    while (depth > 0 && at < length) {
      int c = Text.at(format, at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0) {
      throw Errors.valueError("incomplete format key");
    }
    Object key = Text.substring(format, start, at - 1);
    arguments = Items.get(from, isBytes ? new PyBytes(Codecs.latin1((String) key)) : key);
    isTuple = false;
    isConsumed = false;
  }

  private int flags() {
    left = false;
    plus = false;
    blank = false;
    alternate = false;
    zero = false;
    while (true) {
      int c = next();
      switch (c) {
        case '-' -> left = true;
        case '+' -> plus = true;
        case ' ' -> blank = true;
        case '#' -> alternate = true;
        case '0' -> zero = true;
        default -> {
          return c;
        }
      }
    }
  }

  /** Reads width and precision; the character behind them. */
  private int number(int first) {
    int c = first;
    if (c == '*') {
      width = star("ssize_t");
      if (width < 0) {
        left = true;
        width = -width;
      }
      c = next();
    } else if (c >= '0' && c <= '9') {
      width = digits(c, "width too big");
      c = next();
    }
    if (c == '.') {
      precision = 0;
      c = next();
      if (c == '*') {
        precision = Math.max(0, star("int"));
        c = next();
      } else if (c >= '0' && c <= '9') {
        precision = digits(c, "precision too big");
        c = next();
      }
    }
    return c;
  }

  private int star(String kind) {
    Object value = nextArgument();
    Object plain = PyPayloadInstance.unwrap(value);
    if (!(plain instanceof Long || plain instanceof BigInteger || plain instanceof Boolean)) {
      throw Errors.typeError("* wants int");
    }
    if (plain instanceof BigInteger) {
      throw Errors.overflow("Python int too large to convert to C " + kind);
    }
    return Items.toInt(plain);
  }

  private int digits(int first, String whenTooBig) {
    long number = first - '0';
    while (at < length && Text.at(format, at) >= '0' && Text.at(format, at) <= '9') {
      number = number * 10 + Text.at(format, at++) - '0';
      if (number > Integer.MAX_VALUE) {
        throw Errors.valueError(whenTooBig);
      }
    }
    return (int) number;
  }

  private void convert(int c, Object value) {
    switch (c) {
      case 's' -> text(isBytes ? bytesOf(value) : Text.str(value));
      case 'b' -> text(isBytes ? bytesOf(value) : unsupported(c));
      case 'r' -> text(isBytes ? Literals.ascii(Text.repr(value)) : Text.repr(value));
      case 'a' -> text(Literals.ascii(Text.repr(value)));
      case 'c' -> character(value);
      case 'd', 'i', 'u' -> number(decimal(value, c), "");
      case 'o', 'x', 'X' -> nonDecimal(c, value);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> floating((char) c, value);
      default -> unsupported(c);
    }
  }

  private Object unsupported(int c) {
    String shown = c > 31 && c < 127 ? String.valueOf((char) c) : "?";
    throw Errors.valueError(
        "unsupported format character '"
            + shown
            + "' (0x"
            + Integer.toHexString(c)
            + ") at index "
            + (at - 1));
  }

  private static String bytesOf(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (PyType.of(value).lookup("__bytes__") != null
        && !(plain instanceof PyBytes)
        && Calls.special(value, "__bytes__") instanceof PyBytes b) {
      return Codecs.latin1(b.array());
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    if (bytes == null) {
      throw Errors.typeError(
          "%b requires a bytes-like object, or an object that implements __bytes__, not '"
              + PyType.of(value).name()
              + "'");
    }
    return Codecs.latin1(bytes);
  }

  private void text(Object text) {
    int shown = Text.length(text);
    if (precision >= 0 && precision < shown) {
      shown = precision;
    }
    int missing = Math.max(0, width - shown);
    if (missing > 0 && !left) {
      out.repeat(' ', missing);
    }
    out.append(text, 0, shown);
    if (missing > 0 && left) {
      out.repeat(' ', missing);
    }
  }

  private void character(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    precision = -1;
    if (isBytes) {
      text(byteCharacter(value, plain));
    } else if (Text.isText(plain)) {
      if (Text.length(plain) != 1) {
        throw Errors.typeError("%c requires int or char");
      }
      text(plain);
    } else {
      if (!(plain instanceof Long) && PyType.of(value).lookup("__index__") == null) {
        throw Errors.typeError("%c requires int or char");
      }
      text(Text.ofCodePoint(codePoint(value, Character.MAX_CODE_POINT, "0x110000")));
    }
  }

  private static int codePoint(Object value, int most, String limit) {
    if (Items.index(value) instanceof Long c && c >= 0 && c <= most) {
      return (int) (long) c;
    }
    throw Errors.overflow("%c arg not in range(" + limit + ")");
  }

  private static String byteCharacter(Object value, Object plain) {
    if (plain instanceof PyBytes b && b.size() == 1) {
      return Codecs.latin1(b.array());
    }
    if (plain instanceof PyByteArray b && b.size() == 1) {
      return Codecs.latin1(b.toArray());
    }
    if (!(plain instanceof PyBytes || plain instanceof PyByteArray)
        && (plain instanceof Long || PyType.of(value).lookup("__index__") != null)) {
      return String.valueOf((char) codePoint(value, 255, "256"));
    }
    throw Errors.typeError("%c requires an integer in range(256) or a single byte");
  }

  /** The digits of an integer, with a minus sign if it is negative. */
  private static String decimal(Object value, int c) {
    if (value instanceof Long || value instanceof BigInteger) {
      return NumberText.integer(value);
    }
    return NumberText.integer(integer(value, c, "a real number", "__int__"));
  }

  private static Object integer(Object value, int c, String required, String method) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain instanceof Long || plain instanceof BigInteger) {
      return plain;
    }
    if (plain instanceof Boolean b) {
      return b ? 1L : 0L;
    }
    String name = PyType.of(value).lookup(method) != null ? method : "__index__";
    Object result = Text.isText(plain) ? null : attempt(value, name);
    Object number = result == null ? null : PyPayloadInstance.unwrap(result);
    if (number instanceof Boolean b) {
      return b ? 1L : 0L;
    }
    if (number instanceof Long || number instanceof BigInteger) {
      return number;
    }
    throw Errors.typeError(
        "%" + (char) c + " format: " + required + " is required, not " + PyType.of(value).name());
  }

  private static @Nullable Object attempt(Object value, String method) {
    try {
      return Calls.special(value, method);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  private void nonDecimal(int c, Object value) {
    Object number = integer(value, c, "an integer", "__index__");
    int radix = c == 'o' ? 8 : 16;
    String digits =
        number instanceof Long l ? Long.toString(l, radix) : ((BigInteger) number).toString(radix);
    if (c == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    number(digits, alternate ? "0" + (char) c : "");
  }

  private void floating(char c, Object value) {
    String text = NumberFormat.percentReal((double) toDouble(value), c, alternate, precision);
    precision = -1;
    number(text, "");
  }

  private Object toDouble(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain instanceof Double) {
      return plain;
    }
    if (plain instanceof Long l) {
      return (double) l;
    }
    if (!Text.isText(plain)) {
      String method = PyType.of(value).lookup("__float__") != null ? "__float__" : "__index__";
      Object result = Calls.special(value, method);
      Object number = result == null ? null : PyPayloadInstance.unwrap(result);
      if (number instanceof Double) {
        return number;
      }
      if (number instanceof Long l) {
        return (double) l;
      }
      if (number instanceof BigInteger b && !Double.isInfinite(b.doubleValue())) {
        return b.doubleValue();
      }
    }
    String type = PyType.of(value).name();
    throw Errors.typeError(
        isBytes ? "float argument required, not " + type : "must be real number, not " + type);
  }

  /** Writes digits with sign, prefix, zeros up to the precision, and padding. */
  private void number(String signed, String prefix) {
    boolean negative = signed.charAt(0) == '-';
    String digits = negative ? signed.substring(1) : signed;
    String sign = negative ? "-" : plus ? "+" : blank ? " " : "";
    int zeros = Math.max(0, precision - digits.length());
    int missing = Math.max(0, width - sign.length() - prefix.length() - zeros - digits.length());
    if (missing > 0 && !left && !zero) {
      out.repeat(' ', missing);
    }
    out.append(sign).append(prefix);
    if (missing > 0 && !left && zero) {
      out.repeat('0', missing);
    }
    out.repeat('0', zeros).append(digits);
    if (missing > 0 && left) {
      out.repeat(' ', missing);
    }
  }
}
