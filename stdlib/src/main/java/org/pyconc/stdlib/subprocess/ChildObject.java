package org.pyconc.stdlib.subprocess;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A child program of the host. */
final class ChildObject extends PyInstance implements Transferable {
  /** What the JDK adds to the number of the signal that has ended a program. */
  private static final int SIGNALLED = 128;

  final Process process;
  private final Ending ending;
  long standardInput = -1;
  long standardOutput = -1;
  long standardError = -1;

  ChildObject(PyType type, Process process) {
    this(type, process, new Ending("child program " + process.pid()));
    process.onExit().thenRun(ending.queue::wakeAll);
  }

  private ChildObject(PyType type, Process process, Ending ending) {
    super(type);
    this.process = process;
    this.ending = ending;
  }

  private static final class Ending implements WaitSource {
    final WaitQueue queue = new WaitQueue(this);
    private final String description;

    /** Threads that carry the child's output to where the program's goes. */
    volatile @Nullable CountDownLatch pumps;

    Ending(String description) {
      this.description = description;
    }

    @Override
    public String describe() {
      return description;
    }
  }

  void setPumps(CountDownLatch pumps) {
    ending.pumps = pumps;
  }

  /** A thread that carries output is done. */
  void pumped() {
    CountDownLatch pumps = ending.pumps;
    if (pumps != null) {
      pumps.countDown();
    }
    ending.queue.wakeAll();
  }

  boolean hasEnded() {
    CountDownLatch pumps = ending.pumps;
    return !process.isAlive() && (pumps == null || pumps.getCount() == 0);
  }

  /** As CPython has it: negative for a signal. */
  long status() {
    int code = process.exitValue();
    int signal = code - SIGNALLED;
    boolean isSignal =
        switch (signal) {
          case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25 -> true;
          default -> false;
        };
    return isSignal ? -signal : code;
  }

  /** Waits for the end; false if the deadline came first. */
  boolean await(long deadline) {
    if (hasEnded()) {
      return true;
    }
    try (ExternalSource outside = Task.require().process().kernel().openExternalSource()) {
      return Task.await(ending.queue, this::hasEnded, deadline);
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "a child program belongs to its process");
    }
    ChildObject copy = new ChildObject(type(), process, ending);
    copier.register(this, copy);
    return copy;
  }
}
