package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleSafepoint;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.embedding.Message.Answer;
import org.pyconc.embedding.Message.Question;
import org.pyconc.embedding.Message.Work;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.KillSignal;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;

/**
 * A thread of the host that waits for a thread of the program, and the other way round: exactly one
 * of the two is doing something. So code of the language never runs on a thread of the host, whose
 * stack may be small, and code of the host never on one of the kernel's, which it must not block;
 * calls nest as if there were only one thread.
 */
final class Conversation implements WaitSource {
  private static final long UNWINDING_MILLIS = 500;

  /** Of calls inside each other: each takes some 5 kB of the stack of the host's thread. */
  private static final int MOST_NESTED = 100;

  private final EmbeddedProgram program;
  private final KernelProcess process;
  private final LinkedBlockingQueue<Message> toHost = new LinkedBlockingQueue<>();
  private final WaitQueue taskQueue = new WaitQueue(this);
  private volatile @Nullable Message toTask;

  /** What the host is busy with. Written by the task. */
  private volatile @Nullable Question asked;

  private volatile @Nullable Task task;

  /** How much work the task is doing, one inside the other. */
  private volatile int depth;

  private volatile boolean ended;

  Conversation(EmbeddedProgram program, KernelProcess process) {
    this.program = program;
    this.process = process;
  }

  /** Where the thread of the program belongs to. */
  KernelProcess process() {
    return process;
  }

  @Nullable Task task() {
    return task;
  }

  boolean isActive() {
    return depth > 0 && !ended;
  }

  // ---- on the thread of the host -------------------------------------------------------------

  /** Whether the task waits for this thread, and does work for it meanwhile. */
  boolean isTaskListening(KernelProcess wanted) {
    return !ended && asked != null && process == wanted;
  }

  /**
   * Whether one more call inside the others might take more stack than a thread of the host has.
   */
  boolean isTooDeep() {
    return depth >= MOST_NESTED;
  }

  /** Has the task do something more while it waits, and waits for that. */
  @Nullable Object ask(Function<ProcessState, @Nullable Object> body) {
    return awaitAnswer(new Work(body));
  }

  /** Waits for what comes of the work, and does what the task asks for in the meantime. */
  @Nullable Object awaitAnswer() {
    return awaitAnswer((Work) null);
  }

  private @Nullable Object awaitAnswer(@Nullable Work work) {
    Answer answer = null;
    try {
      if (work != null) {
        post(work);
      }
      answer = answer();
    } finally {
      if (answer == null) {
        // Interrupted, cancelled, or without stack: the task must not wait for this thread.
        program.stop();
        awaitUnwinding();
      }
    }
    return switch (answer.failure()) {
      case null -> answer.value();
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable t -> throw new IllegalStateException(t);
    };
  }

  private Answer answer() {
    while (true) {
      switch (next()) {
        case Answer a -> {
          return a;
        }
        case Question q -> post(q.answer());
        case Work w -> throw new IllegalStateException("work for the host");
      }
    }
  }

  private Message next() {
    return TruffleSafepoint.setBlockedThreadInterruptibleFunction(
        null, LinkedBlockingQueue::take, toHost);
  }

  private void awaitUnwinding() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UNWINDING_MILLIS);
    boolean interrupted = false;
    while ((isActive() || process.kernel().processCount() > 1) && System.nanoTime() < end) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(Message message) {
    toTask = message;
    taskQueue.wakeAll();
  }

  /** The process has ended: nobody will answer. Any thread. */
  void end() {
    ended = true;
    toHost.add(new Answer(null, null, new Ended()));
  }

  // ---- on the thread of the program ----------------------------------------------------------

  /** Does work; the first of a conversation, or more of it inside. */
  void serve(Work work, ProcessState state) {
    Task running = Task.require();
    task = running;
    TaskState own = TaskState.of(running);
    Object outer = own.host;
    int callDepth = running.depth;
    own.host = this;
    depth++;
    Answer answer = new Answer(null, null, new Ended());
    try {
      answer = new Answer(null, work.body().apply(state), null);
    } catch (KillSignal killed) {
      throw killed;
    } catch (Stopped stopped) {
      running.depth = callDepth;
      answer = new Answer(null, null, GuestException.interrupted());
      if (depth > 1) {
        throw stopped;
      }
      program.endOthers(process.kernel()); // again: it may have begun more of them meanwhile
    } catch (RuntimeException | Error thrown) {
      running.depth = callDepth;
      answer = new Answer(null, null, thrown);
    } finally {
      own.host = outer;
      depth--;
      if (depth == 0) {
        program.finished(this);
      }
      toHost.add(answer);
    }
  }

  /** Whether the thread of the host can be asked: it may still be busy with what was given up. */
  boolean isHostListening() {
    Question busyWith = asked;
    if (busyWith != null && toTask instanceof Answer a && a.to() == busyWith) {
      asked = null;
      toTask = null;
    }
    return asked == null;
  }

  /** Has the thread of the host do something, and does work for it meanwhile. */
  Answer tell(HostOperation operation) {
    Question question = begin(operation);
    toHost.add(question);
    return awaitAnswer(question);
  }

  /** Has a thread of its own do something. */
  Answer tellHelper(HostOperation operation) {
    Question question = begin(operation);
    Thread helper =
        Thread.ofVirtual()
            .name("pyconc host call")
            .start(() -> post(program.assist(this, question)));
    boolean isDone = false;
    try {
      Answer answer = awaitAnswer(question);
      isDone = true;
      return answer;
    } finally {
      if (!isDone) {
        helper.interrupt();
      }
    }
  }

  private Question begin(HostOperation operation) {
    task = Task.require();
    Question question = new Question(operation);
    toTask = null;
    asked = question;
    return question;
  }

  private Answer awaitAnswer(Question question) {
    try (ExternalSource outside = Task.require().process().kernel().openExternalSource()) {
      while (true) {
        Task.await(taskQueue, () -> toTask != null, Deadline.NEVER);
        Message message = Objects.requireNonNull(toTask);
        switch (message) {
          case Work w -> {
            toTask = null;
            asked = null; // while it waits for this work, the host's thread can be asked
            serve(w, ProcessState.current());
            asked = question;
          }
          case Answer a when a.to() == question -> {
            toTask = null;
            asked = null;
            return a;
          }
          default -> toTask = null; // comes too late for what was given up
        }
      }
    }
  }

  @Override
  public String describe() {
    return "the application";
  }

  /** The program has ended, or the context is closed. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("the program has ended", null, false, false);
    }
  }
}
