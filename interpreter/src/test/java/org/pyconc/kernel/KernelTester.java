package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A kernel for a test, and what happened in it. */
final class KernelTester implements AutoCloseable {
  final List<String> trace = Collections.synchronizedList(new ArrayList<>());
  final Kernel kernel;
  private volatile @Nullable Throwable thrown;

  KernelTester(CoroutineFactory factory, int threads, UnaryOperator<KernelOptions> more) {
    kernel =
        new Kernel(
            more.apply(
                KernelOptions.defaults()
                    .withCoroutines(factory)
                    .withSchedulerThreads(threads)
                    .withOnUncaught((task, failure) -> thrown = failure)));
  }

  KernelTester(CoroutineFactory factory, int threads) {
    this(factory, threads, options -> options);
  }

  /** Runs the main process to its end; fails if anything in the kernel threw. */
  void run(Runnable main) {
    kernel.spawn(new ProcessSpec("main", main));
    awaitEnd();
  }

  void awaitEnd() {
    try {
      assertThat(kernel.awaitMain(15, TimeUnit.SECONDS)).as("main process ended").isPresent();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Throwable failure = thrown;
    if (failure != null) {
      throw new AssertionError("a task failed", failure);
    }
  }

  /** A child of the running process. */
  KernelProcess child(String name, Runnable body) {
    return kernel.spawn(new ProcessSpec(name, body, KernelProcess.current()));
  }

  /** Another thread of the running process. */
  static Task thread(String name, Runnable body) {
    Task task = Task.require().process().newTask(name, body);
    task.start();
    return task;
  }

  static void joinAll(Iterable<KernelProcess> processes) {
    for (KernelProcess process : processes) {
      process.join(Deadline.NEVER);
    }
  }

  static long millis(long count) {
    return Deadline.after(count * 1_000_000);
  }

  @Override
  public void close() {
    kernel.close();
  }
}
