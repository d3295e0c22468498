package org.pyconc.stdlib.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Sorting;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** Writes values of the language as JSON. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private static final int MAX_DEPTH = 990;

  /** How to write; {@code indent} null for everything on one line. */
  record Options(
      boolean skipsKeys,
      boolean isAscii,
      boolean checksCircles,
      boolean allowsNan,
      boolean sortsKeys,
      @Nullable Object indent,
      Object itemSeparator,
      Object keySeparator) {}

  private final Options options;
  private final UnaryOperator<Object> defaults;
  private final TextBuilder out = new TextBuilder();
  private final List<Object> open = new ArrayList<>();
  private int level;

  /**
   * @param defaults what to write for a value that JSON has no form for; raises TypeError if none
   */
  JsonWriter(Options options, UnaryOperator<Object> defaults) {
    this.options = options;
    this.defaults = defaults;
  }

  /** The JSON text of a value: a str. */
  Object write(Object value) {
    append(value);
    return out.build();
  }

  /** A str in quotes, with everything outside ASCII escaped or not. */
  static Object quote(Object text, boolean isAscii) {
    TextBuilder out = new TextBuilder();
    appendQuoted(out, text, isAscii);
    return out.build();
  }

  private void append(Object wrapped) {
    Object value = PyPayloadInstance.unwrap(wrapped);
    switch (value) {
      case String s -> appendQuoted(out, s, options.isAscii);
      case PySingleton s when s == PySingleton.NONE -> out.append("null");
      case Boolean b -> out.append(b ? "true" : "false");
      case Long l -> out.append(Long.toString(l));
      case BigInteger i -> out.append(NumberText.integer(i));
      case Double d -> out.append(real(d));
      case PyList list -> appendArray(wrapped, list.toArray());
      case PyTuple tuple -> appendArray(wrapped, tuple.items());
      case PyDict dict -> appendObject(wrapped, dict);
      default -> {
        if (Text.isText(value)) {
          appendQuoted(out, value, options.isAscii);
        } else {
          enter(wrapped);
          append(defaults.apply(wrapped));
          leave();
        }
      }
    }
  }

  private String real(double d) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      if (!options.allowsNan) {
        String repr = options.indent == null ? "" : ": " + NumberText.real(d);
        throw Errors.valueError("Out of range float values are not JSON compliant" + repr);
      }
      return Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    }
    return NumberText.real(d);
  }

  private void enter(Object container) {
    Scheduler.poll();
    if (options.checksCircles) {
      for (Object each : open) {
        if (each == container) {
          throw Errors.valueError("Circular reference detected");
        }
      }
    }
    if (open.size() >= MAX_DEPTH) {
      throw Errors.of(
          ExceptionTypes.RECURSION_ERROR,
          "maximum recursion depth exceeded while encoding a JSON object");
    }
    open.add(container);
  }

  private void leave() {
    open.remove(open.size() - 1);
  }

  private void newLine() {
    Object indent = options.indent;
    if (indent != null) {
      out.append("\n");
      for (int i = 0; i < level; i++) {
        out.append(indent);
      }
    }
  }

  private void appendArray(Object container, Object[] items) {
    if (items.length == 0) {
      out.append("[]");
      return;
    }
    enter(container);
    level++;
    out.append("[");
    for (int i = 0; i < items.length; i++) {
      if (i > 0) {
        out.append(options.itemSeparator);
      }
      newLine();
      append(items[i]);
    }
    leave();
    level--;
    newLine();
    out.append("]");
  }

  private void appendObject(Object container, PyDict dict) {
    if (dict.size() == 0) {
      out.append("{}");
      return;
    }
    enter(container);
    level++;
    out.append("{");
    boolean isFirst = true;
    Object[] keys = Iteration.toArray(dict);
    if (options.sortsKeys) {
      PyList sorted = PyList.of(keys);
      Sorting.sort(sorted, PySingleton.NONE, false);
      keys = sorted.toArray();
    }
    for (Object key : keys) {
      Object name = keyText(key);
      Object value = dict.get(key);
      if (name == null || value == null) {
        continue;
      }
      if (!isFirst) {
        out.append(options.itemSeparator);
      }
      isFirst = false;
      newLine();
      appendQuoted(out, name, options.isAscii);
      out.append(options.keySeparator);
      append(value);
    }
    leave();
    level--;
    newLine();
    out.append("}");
  }

  private @Nullable Object keyText(Object wrapped) {
    Object key = PyPayloadInstance.unwrap(wrapped);
    if (Text.isText(key)) {
      return key;
    }
    return switch (key) {
      case PySingleton s when s == PySingleton.NONE -> "null";
      case Boolean b -> b ? "true" : "false";
      case Long l -> Long.toString(l);
      case BigInteger i -> NumberText.integer(i);
      case Double d -> real(d);
      default -> {
        if (options.skipsKeys) {
          yield null;
        }
        throw Errors.typeError(
            "keys must be str, int, float, bool or None, not " + PyType.of(wrapped).name());
      }
    };
  }

  private static void appendQuoted(TextBuilder out, Object text, boolean isAscii) {
    out.append("\"");
    int plain = 0;
    int n = Text.length(text);
    for (int i = 0; i < n; i++) {
      int c = Text.at(text, i);
      if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || !isAscii)) {
        continue;
      }
      out.append(text, plain, i);
      plain = i + 1;
      appendEscape(out, c);
    }
    out.append(text, plain, n);
    out.append("\"");
  }

  private static void appendEscape(TextBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\b' -> out.append("\\b");
      default -> {
        if (c > 0xFFFF) {
          appendUnit(out, Character.highSurrogate(c));
          appendUnit(out, Character.lowSurrogate(c));
        } else {
          appendUnit(out, c);
        }
      }
    }
  }

  private static void appendUnit(TextBuilder out, int unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append((int) HEX.charAt((unit >> shift) & 15));
    }
  }

  /** The usual answer to a value that JSON has no form for. */
  static PyException notSerializable(Object value) {
    return Errors.typeError(
        "Object of type " + PyType.of(value).name() + " is not JSON serializable");
  }
}
