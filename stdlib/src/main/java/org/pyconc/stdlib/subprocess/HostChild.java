package org.pyconc.stdlib.subprocess;

import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.stdlib.multiprocessing.Children;
import org.pyconc.stdlib.multiprocessing.WaitableChild;

/** A program of the host that was started, and whether its end was told. */
final class HostChild implements WaitSource, WaitableChild {
  /** What the JDK adds to the number of the signal that has ended a program. */
  private static final int SIGNALLED = 128;

  final Process process;
  final WaitQueue queue = new WaitQueue(this);

  /** Threads that carry the child's output to where the program's goes. */
  private volatile @Nullable CountDownLatch pumps;

  private volatile boolean isReaped;

  /** Whether its end is told to its object and by its number, too. */
  private volatile boolean isShared;

  /** The program's object; null while it has none, or need not have one. */
  private @Nullable WeakReference<ChildObject> object;

  HostChild(Process process) {
    this.process = process;
  }

  void setObject(ChildObject made) {
    object = new WeakReference<>(made);
  }

  /** It can be waited for by its number when its object was forgotten, too. */
  void outlive() {
    object = null;
  }

  /** Its end is told to its object and to whoever asks by its number, too. */
  void share() {
    isShared = true;
  }

  @Override
  public String describe() {
    return "child program " + process.pid();
  }

  void setPumps(CountDownLatch latch) {
    pumps = latch;
  }

  /** A thread that carries output is done. */
  void pumped() {
    CountDownLatch latch = pumps;
    if (latch != null) {
      latch.countDown();
    }
    queue.wakeAll();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean hasEnded() {
    CountDownLatch latch = pumps;
    return !process.isAlive() && (latch == null || latch.getCount() == 0);
  }

  @Override
  public WaitQueue exitQueue() {
    return queue;
  }

  /** As CPython has it: negative for a signal. */
  private long status() {
    int code = process.exitValue();
    int signal = code - SIGNALLED;
    boolean isSignal =
        switch (signal) {
          case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25 -> true;
          default -> false;
        };
    return isSignal ? -signal : code;
  }

  @Override
  public long waitStatus() {
    long status = status();
    return status < 0 ? -status : status << 8;
  }

  @Override
  public void reap() {
    isReaped = true;
    Children.remove(this);
  }

  /** Its status for its object: 0 if the end was told to somebody else, as in CPython. */
  long take() {
    if (isShared) {
      return status();
    }
    if (isReaped) {
      return 0;
    }
    reap();
    return status();
  }

  @Override
  public boolean isOutside() {
    return true;
  }

  @Override
  public boolean isForgotten() {
    WeakReference<ChildObject> known = object;
    return known != null && known.get() == null;
  }
}
