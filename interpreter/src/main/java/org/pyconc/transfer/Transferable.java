package org.pyconc.transfer;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object of a native class that knows how to be copied into another process. */
public interface Transferable {
  /**
   * The object that stands for this one in the other process. One that may be part of a cycle calls
   * {@link Copier#register} before it copies what it refers to; what {@link Copier#copy} returns
   * may not be filled yet.
   *
   * @throws CannotCopy made by {@link Copier#refuse}, if it cannot be copied
   */
  Object copy(Copier copier);

  /** Names what it refers to, as messages about what cannot be copied do: {@code .name}. */
  default void parts(BiConsumer<String, @Nullable Object> each) {}

  /**
   * The same for a process that starts without its parent's memory, where a native module's state
   * is copied so; null if that process is to have nothing.
   */
  default @Nullable Object copyAfresh(Copier copier) {
    return copy(copier);
  }
}
