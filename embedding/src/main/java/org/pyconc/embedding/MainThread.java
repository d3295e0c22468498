package org.pyconc.embedding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.embedding.Message.Work;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.runtime.ProcessState;

/**
 * The main thread of a program, which does what the application asks for. What comes while it is
 * busy is done by a further thread of the main process, which takes turns with it.
 */
final class MainThread implements WaitSource {
  private record Order(Conversation conversation, Work work) {}

  private final WaitQueue queue = new WaitQueue(this);
  private @Nullable Order order;
  private boolean isIdle = true;
  private @Nullable Conversation serving;

  /** Hands over work of a new conversation. Any thread of the host. */
  void submit(
      KernelProcess process,
      Conversation conversation,
      Function<ProcessState, @Nullable Object> body) {
    Work work = new Work(body);
    synchronized (this) {
      if (isIdle) {
        isIdle = false;
        order = new Order(conversation, work);
        queue.wakeAll();
        return;
      }
    }
    submitElsewhere(process, conversation, work);
  }

  /** Has a thread of its own do the work. */
  static void submitElsewhere(KernelProcess process, Conversation conversation, Work work) {
    Task task =
        process.newTask(
            Thread.currentThread().getName(),
            () -> conversation.serve(work, ProcessState.current()));
    task.start();
  }

  /** What the main thread does until it is ended. */
  void serve(ProcessState state) {
    Task task = Task.require();
    while (true) {
      Order next = next(task);
      if (next != null) {
        next.conversation.serve(next.work, state);
        finished(next.conversation);
      }
    }
  }

  private @Nullable Order next(Task task) {
    try (ExternalSource outside = task.process().kernel().openExternalSource()) {
      Task.await(queue, this::hasOrder, Deadline.NEVER);
    } catch (PyException | Stopped late) {
      return null; // an interrupt that comes when all is done
    }
    synchronized (this) {
      Order taken = order;
      order = null;
      serving = taken == null ? null : taken.conversation;
      return taken;
    }
  }

  /** Takes work again, before the answer to the last is known: whoever has it may come at once. */
  synchronized void finished(Conversation done) {
    if (serving == done) {
      serving = null;
      isIdle = true;
    }
  }

  private synchronized boolean hasOrder() {
    return order != null;
  }

  @Override
  public String describe() {
    return "the application's next call";
  }
}
