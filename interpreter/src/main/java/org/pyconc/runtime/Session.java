package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.KillSignal;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;

/**
 * A program that does one thing after the other as it is told from outside, and whose processes and
 * threads live on in between.
 */
public final class Session implements AutoCloseable {
  /** The program has ended: nothing more can be done in it. */
  public static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("the session has ended", null, false, false);
    }
  }

  private final Program program;
  private final LinkedBlockingQueue<Request<?>> requests = new LinkedBlockingQueue<>();
  private @Nullable RuntimeException last;
  private boolean isClosed;

  /** Handed over by the thread that waits for requests. */
  private volatile @Nullable Request<?> taken;

  /** What the main thread is doing. */
  private volatile @Nullable Request<?> running;

  /** Starts the main process of the program, which has done nothing yet. */
  public Session(Program program, String folder) {
    this.program = program;
    program.setDialogue();
    program.start(folder, this::serve);
    KernelProcess main = program.kernel().mainProcess();
    if (main != null) {
      main.onExit(ended -> refuseRest()); // it may have been waiting then, and never goes on
    }
  }

  public Program program() {
    return program;
  }

  /**
   * Does the work in the main thread of the program and waits for its end. What it throws comes out
   * of here. {@link #end} lets it be the last.
   *
   * @throws Ended if the program has ended before or meanwhile
   */
  public <T> T call(Function<ProcessState, T> work) throws InterruptedException {
    return await(submit(work));
  }

  /**
   * Hands over the work, which the main thread of the program does after what was handed over
   * before.
   *
   * @throws Ended if the program has ended
   */
  public <T> Future<T> submit(Function<ProcessState, T> work) {
    Request<T> request = new Request<>(work, new CompletableFuture<>());
    synchronized (this) {
      if (isClosed) {
        throw new Ended();
      }
      requests.add(request);
    }
    return request.result;
  }

  /**
   * Waits for the end of work. What it throws comes out of here.
   *
   * @throws Ended if the program has ended meanwhile
   */
  public static <T> T await(Future<T> result) throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /**
   * To be called by work: it is the last; then the program ends as if its code had ended here.
   *
   * @param exception what the program ends with, or null
   */
  public void end(@Nullable RuntimeException exception) {
    synchronized (this) {
      isClosed = true;
    }
    last = exception;
  }

  /** Waits for the end of the program, after {@link #end}, and returns its exit status. */
  public int awaitEnd() throws InterruptedException {
    return program.awaitEnd();
  }

  private void serve(ProcessState state) {
    try {
      Program.newMainModule(state, null, PySingleton.NONE);
      while (!isEnded()) {
        Request<?> next = next();
        running = next;
        next.run(state);
        running = null;
      }
      RuntimeException exception = last;
      if (exception != null) {
        throw exception;
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      refuseRest();
    }
  }

  /** An interrupt that comes too late for what ran before is dropped; no request is. */
  private Request<?> next() throws Exception {
    while (true) {
      try {
        program.kernel().hostCalls().call("the next input", this::takeOne);
      } catch (PyException late) {
        if (taken == null) {
          continue;
        }
      }
      Request<?> next = Objects.requireNonNull(taken);
      taken = null;
      return next;
    }
  }

  private boolean takeOne() throws InterruptedException {
    taken = requests.take();
    return true;
  }

  private synchronized boolean isEnded() {
    return isClosed;
  }

  private void refuseRest() {
    List<Request<?>> rest = new ArrayList<>();
    synchronized (this) {
      isClosed = true;
      requests.drainTo(rest);
    }
    Request<?> unfinished = running;
    if (unfinished != null) {
      rest.add(unfinished);
    }
    for (Request<?> request : rest) {
      request.result.completeExceptionally(new Ended());
    }
  }

  /** The main module. */
  public static PyModule mainModule(ProcessState state) {
    return Program.mainModule(state);
  }

  /** KeyboardInterrupt in what runs now. */
  public void interrupt() {
    program.interruptMain();
  }

  @Override
  public void close() {
    program.close();
    refuseRest();
  }

  private record Request<T>(Function<ProcessState, T> work, CompletableFuture<T> result) {
    void run(ProcessState state) {
      try {
        result.complete(work.apply(state));
      } catch (KillSignal killed) {
        result.completeExceptionally(new Ended());
        throw killed;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        Task.require().depth = 0;
        result.completeExceptionally(e);
      }
    }
  }
}
