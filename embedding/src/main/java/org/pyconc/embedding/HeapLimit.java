package org.pyconc.embedding;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ConcurrentHashMap;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.ReachableSize;

/**
 * Raises MemoryError in a process that can reach more than it may. A process is measured, by
 * itself, from time to time while it runs and memory is allocated on its thread; measuring takes a
 * twentieth of the time, or more where much is allocated.
 */
final class HeapLimit {
  private static final long EVERY_NANOS = 10_000_000;
  private static final int SHARE = 20;

  /** A process is measured anew when so much of the limit has been allocated since. */
  private static final int PART = 8;

  /** So many times the limit are not allocated without looking, however long looking takes. */
  private static final long MUCH = 4;

  /** The last measurement of a process. */
  private record Measured(Thread thread, long allocated, long end, long duration) {}

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ConcurrentHashMap<KernelProcess, Measured> last = new ConcurrentHashMap<>();
  private final long limit;

  private HeapLimit(long limit) {
    this.limit = limit;
  }

  /**
   * Limits all processes of a program.
   *
   * @param limit in bytes, for each
   */
  static void start(Kernel kernel, long limit) {
    HeapLimit made = new HeapLimit(limit);
    kernel.startSampling(EVERY_NANOS, made::look);
  }

  private void look(Task task) {
    KernelProcess process = task.process();
    Thread thread = Thread.currentThread();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long now = System.nanoTime();
    Measured before = last.get(process);
    if (before != null) {
      boolean isSameThread = before.thread == thread;
      boolean isTooSoon = now - before.end < SHARE * before.duration;
      long since = allocated - before.allocated;
      if ((isSameThread && since < limit / PART)
          || (isTooSoon && !(isSameThread && since > MUCH * limit))) {
        return;
      }
    }
    long size = ReachableSize.of(ProcessState.of(task), limit);
    long end = System.nanoTime();
    last.put(
        process, new Measured(thread, threads.getCurrentThreadAllocatedBytes(), end, end - now));
    last.keySet().removeIf(KernelProcess::hasEnded);
    if (size > limit) {
      task.interrupt(
          (Runnable)
              () -> {
                throw Errors.of(
                    ExceptionTypes.MEMORY_ERROR,
                    "this context allows no more than " + Options.size(limit) + " in a process");
              });
    }
  }
}
