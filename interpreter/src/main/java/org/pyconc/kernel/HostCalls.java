package org.pyconc.kernel;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the host that block (files, name look-up, child programs). They run on a virtual thread
 * of their own while the task is parked and others run.
 */
public final class HostCalls {
  private final Kernel kernel;

  HostCalls(Kernel kernel) {
    this.kernel = kernel;
  }

  /** As {@link #call(String, Callable)} for what needs no name. */
  public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
    return call("host call", work);
  }

  /**
   * Does the work on another thread and waits for it. Outside a task it is done in place. If the
   * task is killed, or interrupted with an exception, the working thread is interrupted.
   *
   * @param what for the deadlock report and thread dumps
   */
  public <T extends @Nullable Object> T call(String what, Callable<T> work) throws Exception {
    Task task = Task.current();
    if (task == null) {
      return work.call();
    }
    HostCall<T> call = new HostCall<>(what, work, kernel.openExternalSource());
    Thread thread = Thread.ofVirtual().name(what).unstarted(call);
    thread.start();
    try {
      while (!call.isDone()) {
        TaskWaiter wait = task.prepare(call.queue);
        wait.onAbandon = thread::interrupt;
        if (call.isDone()) {
          wait.leave();
        } else {
          task.block(wait, Deadline.NEVER);
        }
      }
    } catch (Throwable thrown) {
      thread.interrupt();
      throw thrown;
    }
    return call.result();
  }

  private static final class HostCall<T extends @Nullable Object> implements Runnable, WaitSource {
    final WaitQueue queue = new WaitQueue(this);
    private final String what;
    private final Callable<T> work;
    private final ExternalSource outstanding;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private volatile boolean done;

    HostCall(String what, Callable<T> work, ExternalSource outstanding) {
      this.what = what;
      this.work = work;
      this.outstanding = outstanding;
    }

    @Override
    public void run() {
      try {
        value = work.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
      done = true;
      queue.wakeAll();
      outstanding.close();
    }

    boolean isDone() {
      return done;
    }

    @SuppressWarnings("NullAway") // null only where T allows it
    T result() throws Exception {
      switch (failure) {
        case null -> {
          return value;
        }
        case Exception e -> throw e;
        case Error e -> throw e;
        case Throwable t -> throw new IllegalStateException(t);
      }
    }

    @Override
    public String describe() {
      return what;
    }

    @Override
    public boolean isInputOutput() {
      return true;
    }
  }
}
