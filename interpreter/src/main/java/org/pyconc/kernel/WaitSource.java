package org.pyconc.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something one can wait for, as the deadlock report shows it. */
public interface WaitSource {
  /** One line, such as {@code Lock}, {@code an item of Queue}. */
  String describe();

  /** The source line that made it, if known. */
  default @Nullable String origin() {
    return null;
  }

  /** Tasks that could end the wait because they hold it. */
  default List<Task> holders() {
    return List.of();
  }

  /** The kernel object behind it, whose handles tell which processes could act on it. */
  default @Nullable KernelObject object() {
    return null;
  }

  /** Whether the host does something meanwhile: the wait shows as input and output. */
  default boolean isInputOutput() {
    return false;
  }

  /**
   * A waiter was woken and then killed before it could act. The default wakes the next one.
   * Overridden where the wake-up carried something that must be given back.
   */
  default void wakeAbandoned(WaitNode node) {
    node.queue.wakeOne();
  }
}
