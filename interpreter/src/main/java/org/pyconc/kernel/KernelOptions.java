package org.pyconc.kernel;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a kernel is built.
 *
 * @param schedulerThreads how many scheduler threads; they are started when first needed
 * @param stackSize of a scheduler thread in bytes; reserved, used only as far as code recurses
 * @param coroutineStackSize of a thread that carries a coroutine, where threads must do
 * @param timeSliceNanos how long a task may run while others wait
 * @param coroutines what coroutines are built on
 * @param firstPid the second process's number; 0: the one after the JVM's own pid, which the main
 *     process has
 * @param deadlockGraceNanos how long nothing must move before a deadlock is reported
 * @param interruptHandler the language's answer to interrupts; null: waits throw InterruptedWait
 * @param onDeadlock told on a scheduler thread when no task can ever run again
 * @param onUncaught told what a task's body threw
 * @param threadMaker makes the threads; null: the kernel does
 * @param placeOf where a task's code is: one that runs on the calling thread or is suspended
 * @param tracer records a timeline; null: nobody does
 */
public record KernelOptions(
    int schedulerThreads,
    long stackSize,
    long coroutineStackSize,
    long timeSliceNanos,
    CoroutineFactory coroutines,
    int firstPid,
    long deadlockGraceNanos,
    @Nullable InterruptHandler interruptHandler,
    @Nullable Consumer<WaitGraph> onDeadlock,
    @Nullable BiConsumer<Task, Throwable> onUncaught,
    @Nullable ThreadMaker threadMaker,
    @Nullable Function<Task, @Nullable Origin> placeOf,
    @Nullable Tracer tracer) {

  /** One scheduler per core, 5 ms slices, continuations if they are accessible. */
  public static KernelOptions defaults() {
    return new KernelOptions(
        Runtime.getRuntime().availableProcessors(),
        512L << 20,
        16L << 20,
        5_000_000,
        CoroutineFactory.best(),
        0,
        20_000_000,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public KernelOptions withSchedulerThreads(int count) {
    return new KernelOptions(
        count,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withStackSize(long bytes) {
    return new KernelOptions(
        schedulerThreads,
        bytes,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withTimeSlice(long nanos) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        nanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withCoroutines(CoroutineFactory factory) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        factory,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withFirstPid(int pid) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        pid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withInterruptHandler(InterruptHandler handler) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        handler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withOnDeadlock(Consumer<WaitGraph> callback) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        callback,
        onUncaught,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withOnUncaught(BiConsumer<Task, Throwable> callback) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        callback,
        threadMaker,
        placeOf,
        tracer);
  }

  public KernelOptions withThreadMaker(ThreadMaker maker) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        maker,
        placeOf,
        tracer);
  }

  public KernelOptions withPlaceOf(Function<Task, @Nullable Origin> finder) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        finder,
        tracer);
  }

  public KernelOptions withTracer(Tracer recorder) {
    return new KernelOptions(
        schedulerThreads,
        stackSize,
        coroutineStackSize,
        timeSliceNanos,
        coroutines,
        firstPid,
        deadlockGraceNanos,
        interruptHandler,
        onDeadlock,
        onUncaught,
        threadMaker,
        placeOf,
        recorder);
  }
}
