package org.pyconc.launcher.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Mailbox;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.Activation;

/**
 * A thread of the program that stands still. Questions about it are answered by itself: only it may
 * touch the objects of its process.
 */
final class Stop {
  private static final int PATIENCE_SECONDS = 20;

  final Task task;
  final List<Activation> frames = new ArrayList<>();

  /** What clients have been given numbers for. */
  final Variables variables;

  private final Mailbox mailbox = new Mailbox();

  /** By the task itself. */
  private boolean goesOn;

  /**
   * @param number of the task
   */
  Stop(Task task, int number) {
    this.task = task;
    this.variables = new Variables(number);
    for (Activation a = (Activation) task.activation; a != null; a = a.outer()) {
      frames.add(a);
    }
  }

  /** Stands still until {@link #goOn}. Called by the task. */
  void await() {
    try (ExternalSource debugger = task.process().kernel().openExternalSource()) {
      while (!goesOn) {
        mailbox.awaitAlone();
        Runnable work = mailbox.poll();
        if (work != null) {
          work.run();
        }
      }
    }
  }

  void goOn() {
    mailbox.post(() -> goesOn = true);
  }

  /**
   * Has the task find something out.
   *
   * @throws IllegalStateException if it cannot, with what to tell the user
   */
  <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    mailbox.post(
        () -> {
          int depth = task.depth;
          Object activation = task.activation;
          try {
            answer.complete(question.get());
          } catch (RuntimeException | StackOverflowError e) {
            task.depth = depth;
            task.activation = activation;
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(Variables.message(e.getCause()), e);
    } catch (TimeoutException | InterruptedException e) {
      throw new IllegalStateException("no answer from the program", e);
    }
  }

  @Nullable Activation frame(int index) {
    return index >= 0 && index < frames.size() ? frames.get(index) : null;
  }
}
