package org.pyconc.stdlib.json;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.NumberParsing;

/**
 * Reads a JSON text into values of the language. Positions in messages are CPython's, which is why
 * no foreign parser is underneath.
 */
final class JsonParser {
  /** As deep as lists and objects may nest: CPython's recursion limit. */
  private static final int MAX_DEPTH = 990;

  /** What a program wants to be called for parts of the text; null for what is usual. */
  record Hooks(
      @Nullable Object object,
      @Nullable Object pairs,
      @Nullable Object parseFloat,
      @Nullable Object parseInt,
      @Nullable Object parseConstant,
      boolean isStrict) {
    static final Hooks NONE = new Hooks(null, null, null, null, null, true);
  }

  private final Object document;
  private final String text;
  private final boolean isWide;
  private final Hooks hooks;
  private int at;
  private int depth;

  JsonParser(Object document, Hooks hooks) {
    this.document = document;
    this.isWide = document instanceof WideString;
    this.text = document.toString();
    this.hooks = hooks;
  }

  /** The one value that the whole text is. */
  Object parseAll() {
    skipBlank();
    Object value = value();
    skipBlank();
    if (at < text.length()) {
      throw error("Extra data", at);
    }
    return value;
  }

  /** The value that begins at a position (in code points); {@link #end} says where it ends. */
  Object parseFrom(int start) {
    at = isWide ? text.offsetByCodePoints(0, start) : start;
    return value();
  }

  /** The position behind what was read, in code points. */
  int end() {
    return point(at);
  }

  private int point(int index) {
    return isWide ? text.codePointCount(0, index) : index;
  }

  private PyException error(String message, int index) {
    return JsonErrors.at(message, document, point(index));
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Object value() {
    switch (peek()) {
      case '"':
        return string();
      case '{':
        return nested(true);
      case '[':
        return nested(false);
      case 'n':
        if (word("null")) {
          return PySingleton.NONE;
        }
        break;
      case 't':
        if (word("true")) {
          return true;
        }
        break;
      case 'f':
        if (word("false")) {
          return false;
        }
        break;
      case 'N':
        if (word("NaN")) {
          return constant("NaN", Double.NaN);
        }
        break;
      case 'I':
        if (word("Infinity")) {
          return constant("Infinity", Double.POSITIVE_INFINITY);
        }
        break;
      case '-':
        if (word("-Infinity")) {
          return constant("-Infinity", Double.NEGATIVE_INFINITY);
        }
        break;
      default:
    }
    return number();
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private Object constant(String name, double value) {
    return hooks.parseConstant == null ? (Object) value : Calls.call1(hooks.parseConstant, name);
  }

  private Object nested(boolean isObject) {
    if (++depth > MAX_DEPTH) {
      throw Errors.of(
          ExceptionTypes.RECURSION_ERROR,
          "maximum recursion depth exceeded while decoding a JSON "
              + (isObject ? "object" : "array")
              + " from a unicode string");
    }
    Scheduler.poll();
    at++;
    Object value = isObject ? object() : array();
    depth--;
    return value;
  }

  private PyList array() {
    PyList list = new PyList();
    skipBlank();
    if (peek() == ']') {
      at++;
      return list;
    }
    while (true) {
      list.append(value());
      skipBlank();
      char c = peek();
      if (c == ']') {
        at++;
        return list;
      }
      if (c != ',') {
        throw error("Expecting ',' delimiter", at);
      }
      at++;
      skipBlank();
    }
  }

  private Object object() {
    PyDict dict = new PyDict();
    PyList pairs = new PyList();
    skipBlank();
    if (peek() == '}') {
      at++;
      return finish(dict, pairs);
    }
    while (true) {
      if (peek() != '"') {
        throw error("Expecting property name enclosed in double quotes", at);
      }
      Object key = string();
      skipBlank();
      if (peek() != ':') {
        throw error("Expecting ':' delimiter", at);
      }
      at++;
      skipBlank();
      Object value = value();
      if (hooks.pairs == null) {
        dict.put(key, value);
      } else {
        pairs.append(PyTuple.of(key, value));
      }
      skipBlank();
      char c = peek();
      if (c == '}') {
        at++;
        return finish(dict, pairs);
      }
      if (c != ',') {
        throw error("Expecting ',' delimiter", at);
      }
      at++;
      skipBlank();
    }
  }

  private Object finish(PyDict dict, PyList pairs) {
    if (hooks.pairs != null) {
      return Calls.call1(hooks.pairs, pairs);
    }
    return hooks.object == null ? dict : Calls.call1(hooks.object, dict);
  }

  private Object number() {
    int start = at;
    int i = start;
    int n = text.length();
    if (i < n && text.charAt(i) == '-') {
      i++;
    }
    int digits = i;
    if (i < n && text.charAt(i) == '0') {
      i++;
    } else {
      i = skipDigits(i);
    }
    if (i == digits) {
      throw error("Expecting value", start);
    }
    int integerEnd = i;
    if (i < n && text.charAt(i) == '.' && skipDigits(i + 1) > i + 1) {
      i = skipDigits(i + 1);
    }
    if (i < n && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int j = i + 1;
      if (j < n && (text.charAt(j) == '+' || text.charAt(j) == '-')) {
        j++;
      }
      if (skipDigits(j) > j) {
        i = skipDigits(j);
      }
    }
    at = i;
    String number = text.substring(start, i);
    if (i > integerEnd) {
      return hooks.parseFloat == null
          ? (Object) Double.parseDouble(number)
          : Calls.call1(hooks.parseFloat, number);
    }
    if (hooks.parseInt != null) {
      return Calls.call1(hooks.parseInt, number);
    }
    return number.length() <= 18
        ? (Object) Long.parseLong(number)
        : NumberParsing.integer(number, 10, number);
  }

  private int skipDigits(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private Object string() {
    int start = ++at;
    int i = start;
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        String plain = text.substring(start, i);
        return isWide ? WideString.of(plain) : plain;
      }
      if (c == '\\' || c < 0x20) {
        break;
      }
      i++;
    }
    at = i;
    return escapedString(start);
  }

  private Object escapedString(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, at));
    boolean canBeWide = isWide;
    while (true) {
      if (at >= text.length()) {
        throw error("Unterminated string starting at", start - 1);
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        String content = out.toString();
        return canBeWide ? WideString.of(content) : content;
      }
      if (c < 0x20 && hooks.isStrict) {
        throw error("Invalid control character at", at);
      }
      at++;
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (at >= text.length()) {
        throw error("Unterminated string starting at", start - 1);
      }
      char escape = text.charAt(at++);
      switch (escape) {
        case '"', '\\', '/' -> out.append(escape);
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          char unit = unicodeEscape();
          canBeWide |= Character.isSurrogate(unit);
          out.append(unit);
        }
        default -> throw error("Invalid \\escape", at - 2);
      }
    }
  }

  private char unicodeEscape() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at + i < text.length() ? Character.digit(text.charAt(at + i), 16) : -1;
      if (digit < 0 || text.charAt(at + i) > 'f') {
        throw error("Invalid \\uXXXX escape", at - 1);
      }
      value = value * 16 + digit;
    }
    at += 4;
    return (char) value;
  }
}
