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
