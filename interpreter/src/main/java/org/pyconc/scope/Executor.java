package org.pyconc.scope;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.CodeBody;

/** Turns code units into something that runs: the Truffle interpreter or the compiled tier. */
@FunctionalInterface
public interface Executor {
  CodeBody prepare(CodeUnit unit);

  /**
   * Offers what was made of a module of the library when that was built.
   *
   * @param module the unit that is in no other one
   * @param bytes reads {@code NAME.units}, or gives null; what does not fit is passed over
   * @param checksum of the module's text, or -1 if the bytes are known to be of it
   */
  default void usePrecompiled(CodeUnit module, Supplier<byte @Nullable []> bytes, long checksum) {}

  /**
   * From now on the variables of frames are asked for: code that is prepared later must be able to
   * tell them.
   */
  default void keepLocals() {}

  /** Whether {@link #keepLocals} was called. */
  default boolean keepsLocals() {
    return false;
  }

  /** From now on functions are told of what runs: {@link #keepLocals} and more. */
  default void keepTraces() {}

  /** Whether {@link #keepTraces} was called. */
  default boolean keepsTraces() {
    return false;
  }

  /** The place that a line of a generated class stands for; null if it is none of its own. */
  default @Nullable CodePlace placeOf(Class<?> generated, int line) {
    return null;
  }
}
