package org.pyconc.operations;

import org.jspecify.annotations.Nullable;

/**
 * A str that grows at its end, in a local variable: {@code text += more} in a loop takes time in
 * proportion to what is added. No value of the language: whoever reads the variable gets the str.
 */
public final class TextAccumulator {
  /** Shorter strs are concatenated: that is as fast. */
  private static final int SHORTEST = 128;

  private final StringBuilder builder;
  private @Nullable String text;

  private TextAccumulator(String start) {
    builder = new StringBuilder(Math.max(1024, start.length() * 2)).append(start);
  }

  /**
   * {@code variable += added}.
   *
   * @param current what is in the variable: a value or an accumulator
   * @return what is in the variable afterwards
   */
  public static Object add(Object current, Object added) {
    if (added instanceof String more) {
      if (current instanceof TextAccumulator a) {
        a.text = null;
        a.builder.append(more);
        return a;
      }
      if (current instanceof String text && text.length() >= SHORTEST) {
        return add(new TextAccumulator(text), more);
      }
    }
    Object value = value(current);
    return value instanceof String || value instanceof Long
        ? Arithmetic.add(value, added)
        : Arithmetic.inPlace(BinaryOp.ADD, value, added);
  }

  /** The value of a variable that may hold an accumulator. */
  public static Object value(Object variable) {
    return variable instanceof TextAccumulator a ? a.text() : variable;
  }

  /** As {@link #value}, of a variable that may be unbound. */
  public static @Nullable Object valueOrNull(@Nullable Object variable) {
    return variable == null ? null : value(variable);
  }

  private String text() {
    String known = text;
    if (known == null) {
      known = builder.toString();
      text = known;
    }
    return known;
  }
}
