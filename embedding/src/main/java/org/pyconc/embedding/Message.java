package org.pyconc.embedding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.ProcessState;

/** What a thread of the host and a thread of the program tell each other. */
sealed interface Message {
  /** From the host: to be done in the program. */
  record Work(Function<ProcessState, @Nullable Object> body) implements Message {}

  /** From the program: to be done by the host. */
  record Question(HostOperation operation) implements Message {
    /** Does it, on this thread. */
    Answer answer() {
      try {
        return new Answer(this, operation.perform(), null);
      } catch (Throwable thrown) {
        return new Answer(this, null, thrown);
      }
    }
  }

  /**
   * What came of work or of a question: a value or what was thrown.
   *
   * @param to null for the answer to work
   */
  record Answer(@Nullable Question to, @Nullable Object value, @Nullable Throwable failure)
      implements Message {}
}
