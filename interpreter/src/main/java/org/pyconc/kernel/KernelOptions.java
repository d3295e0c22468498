package org.pyconc.kernel;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a kernel is built. Does not change: each {@code with...} makes a copy. */
public final class KernelOptions implements Cloneable {
  private int schedulerThreads = Runtime.getRuntime().availableProcessors();
  private long stackSize = 512L << 20;
  private final long coroutineStackSize = 16L << 20;
  private long timeSliceNanos = 5_000_000;
  private CoroutineFactory coroutines = CoroutineFactory.best();
  private int firstPid;
  private long deadlockGraceNanos;
  private @Nullable InterruptHandler interruptHandler;
  private @Nullable Consumer<WaitGraph> onDeadlock;
  private @Nullable BiConsumer<Task, Throwable> onUncaught;
  private @Nullable ThreadMaker threadMaker;
  private @Nullable Function<Task, @Nullable Origin> placeOf;
  private @Nullable Tracer tracer;

  private KernelOptions() {}

  /** One scheduler per core, 5 ms slices, continuations if they are accessible. */
  public static KernelOptions defaults() {
    return new KernelOptions();
  }

  private KernelOptions with(Consumer<KernelOptions> change) {
    try {
      KernelOptions copy = (KernelOptions) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** How many scheduler threads; they are started when first needed. */
  public int schedulerThreads() {
    return schedulerThreads;
  }

  public KernelOptions withSchedulerThreads(int count) {
    return with(copy -> copy.schedulerThreads = count);
  }

  /** Of a scheduler thread in bytes; reserved, used only as far as code recurses. */
  public long stackSize() {
    return stackSize;
  }

  public KernelOptions withStackSize(long bytes) {
    return with(copy -> copy.stackSize = bytes);
  }

  /** Of a thread that carries a coroutine, in bytes, where threads must do. */
  public long coroutineStackSize() {
    return coroutineStackSize;
  }

  /** How long a task may run while others wait. */
  public long timeSliceNanos() {
    return timeSliceNanos;
  }

  public KernelOptions withTimeSlice(long nanos) {
    return with(copy -> copy.timeSliceNanos = nanos);
  }

  /** What coroutines are built on. */
  public CoroutineFactory coroutines() {
    return coroutines;
  }

  public KernelOptions withCoroutines(CoroutineFactory factory) {
    return with(copy -> copy.coroutines = factory);
  }

  /**
   * The second process's number; 0: the one after the JVM's own pid, which the main process has.
   */
  public int firstPid() {
    return firstPid;
  }

  public KernelOptions withFirstPid(int pid) {
    return with(copy -> copy.firstPid = pid);
  }

  /**
   * How long nothing must move before a deadlock is reported, in nanoseconds; it takes some
   * milliseconds at least.
   */
  public long deadlockGraceNanos() {
    return deadlockGraceNanos;
  }

  public KernelOptions withDeadlockGraceNanos(long nanos) {
    return with(copy -> copy.deadlockGraceNanos = nanos);
  }

  /** The language's answer to interrupts; null: waits throw InterruptedWait. */
  public @Nullable InterruptHandler interruptHandler() {
    return interruptHandler;
  }

  public KernelOptions withInterruptHandler(InterruptHandler handler) {
    return with(copy -> copy.interruptHandler = handler);
  }

  /** Told on a scheduler thread when no task can ever run again. */
  public @Nullable Consumer<WaitGraph> onDeadlock() {
    return onDeadlock;
  }

  public KernelOptions withOnDeadlock(Consumer<WaitGraph> callback) {
    return with(copy -> copy.onDeadlock = callback);
  }

  /** Told what a task's body threw. */
  public @Nullable BiConsumer<Task, Throwable> onUncaught() {
    return onUncaught;
  }

  public KernelOptions withOnUncaught(BiConsumer<Task, Throwable> callback) {
    return with(copy -> copy.onUncaught = callback);
  }

  /** Makes the threads; null: the kernel does. */
  public @Nullable ThreadMaker threadMaker() {
    return threadMaker;
  }

  public KernelOptions withThreadMaker(ThreadMaker maker) {
    return with(copy -> copy.threadMaker = maker);
  }

  /** Where a task's code is: one that runs on the calling thread or is suspended. */
  public @Nullable Function<Task, @Nullable Origin> placeOf() {
    return placeOf;
  }

  public KernelOptions withPlaceOf(Function<Task, @Nullable Origin> finder) {
    return with(copy -> copy.placeOf = finder);
  }

  /** Records a timeline; null: nobody does. */
  public @Nullable Tracer tracer() {
    return tracer;
  }

  public KernelOptions withTracer(Tracer recorder) {
    return with(copy -> copy.tracer = recorder);
  }

  /** Whether processes that have begun may move to other threads, see {@link CarrierThread}. */
  public boolean migration() {
    return coroutines == CoroutineFactory.CONTINUATIONS && CarrierThread.allowsMigration();
  }
}
