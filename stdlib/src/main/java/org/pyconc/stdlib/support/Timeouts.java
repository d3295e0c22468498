package org.pyconc.stdlib.support;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Truth;

/** Turns a program's timeouts into deadlines of the kernel. */
public final class Timeouts {
  private Timeouts() {}

  /** What CPython does first with a timeout: its error says so of a value that is no number. */
  public enum Use {
    /** {@code timeout > 0}. */
    ABOVE_ZERO("'>' not supported between instances of '", "' and 'int'"),
    /** {@code timeout < 0}. */
    BELOW_ZERO("'<' not supported between instances of '", "' and 'int'"),
    /** {@code max(timeout, 0)}. */
    AT_LEAST_ZERO("'>' not supported between instances of 'int' and '", "'"),
    /** Adds it to the time. */
    ADDED("unsupported operand type(s) for +: 'float' and '", "'"),
    /** Hands it to C. */
    INTEGER("'", "' object cannot be interpreted as an integer");

    private final String before;
    private final String after;

    Use(String before, String after) {
      this.before = before;
      this.after = after;
    }
  }

  /** {@link #deadline(Object)} with CPython's words for a value that is no number. */
  public static long deadline(Object seconds, Use use) {
    if (seconds != PySingleton.NONE && !isNumber(seconds)) {
      throw Errors.typeError(use.before + PyType.of(seconds).name() + use.after);
    }
    return deadline(seconds);
  }

  private static boolean isNumber(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    return plain instanceof Number || plain instanceof Boolean;
  }

  /**
   * The deadline that many seconds from now; none for {@code None}. A negative time is as no time.
   */
  public static long deadline(Object seconds) {
    return seconds == PySingleton.NONE ? Deadline.NEVER : Deadline.afterSeconds(seconds(seconds));
  }

  /** The deadline for arguments {@code block} and {@code timeout}. */
  public static long deadline(Object block, Object timeout) {
    return Truth.isTrue(block) ? deadline(timeout) : Deadline.NOW;
  }

  /** A number of seconds. */
  public static double seconds(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case Long l -> l;
      case Double d -> d;
      case Boolean b -> b ? 1 : 0;
      case BigInteger i -> i.doubleValue();
      default ->
          throw Errors.typeError(
              "'" + PyType.of(value).name() + "' object cannot be interpreted as a number");
    };
  }
}
