package org.pyconc.kernel;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Work that timers, wait queues and other threads hand to one task, which waits for it in one
 * place: what an event loop of the language stands on.
 */
public final class Mailbox {
  private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();

  /** The owner's wait for the next piece of work. */
  private volatile @Nullable TaskWaiter sleeping;

  /** Hands over work, which the owner does at its next look. Any thread. */
  public void post(Runnable work) {
    posted.add(work);
    TaskWaiter wait = sleeping;
    if (wait != null) {
      wait.run();
    }
  }

  /** The next piece of work, or null. */
  public @Nullable Runnable poll() {
    return posted.poll();
  }

  public boolean isEmpty() {
    return posted.isEmpty();
  }

  /** Suspends the current task, the owner, until there is work or the deadline has come. */
  public void await(long deadline) {
    Task task = Task.require();
    try {
      while (posted.isEmpty() && !Deadline.isPast(deadline)) {
        TaskWaiter wait = new TaskWaiter(task);
        sleeping = wait;
        if (posted.isEmpty()) {
          task.block(wait, deadline);
        }
      }
    } finally {
      sleeping = null;
    }
  }

  /** Suspends the current task, the owner, with everything that it could do instead. */
  public void awaitAlone() {
    Task task = Task.require();
    try {
      while (posted.isEmpty()) {
        TaskWaiter wait = new TaskWaiter(task);
        sleeping = wait;
        if (posted.isEmpty()) {
          task.blockUninterruptibly(wait);
        }
      }
    } finally {
      sleeping = null;
    }
  }
}
