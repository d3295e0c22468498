package org.pyconc.stdlib.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.CallStack;

/**
 * Which signals the threads of a process hold back, which of those have come, and who waits for
 * one. A set of signals is a number with a bit for each. Any thread may ask.
 */
final class SignalMasks {
  /** KILL and STOP. */
  private static final long NEVER_HELD = bit(KernelProcess.SIGKILL) | bit(19);

  /** A thread that waits for the first of some signals. */
  private static final class Waiter {
    final long wanted;
    final EventFlag flag = new EventFlag(CallStack.here());
    int taken;

    Waiter(long wanted) {
      this.wanted = wanted;
    }
  }

  private final KernelProcess process;

  /** Whether anything was ever held back or waited for: else nobody needs to look. */
  private volatile boolean isUsed;

  // All below guarded by this.
  private final Map<Task, Long> blocked = new WeakHashMap<>();
  private final Map<Task, Long> sentToThread = new WeakHashMap<>();
  private final Map<Task, Waiter> waiting = new WeakHashMap<>();
  private long sent;

  SignalMasks(KernelProcess process) {
    this.process = process;
  }

  static long bit(int signal) {
    return 1L << (signal - 1);
  }

  synchronized long blocked(Task task) {
    return blocked.getOrDefault(task, 0L);
  }

  /** Sets what a thread holds back. Returns what had been held back and is to be handled now. */
  synchronized List<Integer> setBlocked(Task task, long mask) {
    isUsed |= mask != 0;
    blocked.put(task, mask & ~NEVER_HELD);
    List<Integer> released = new ArrayList<>(0);
    long own = sentToThread.getOrDefault(task, 0L);
    for (int signal = 1; signal < SignalTable.COUNT; signal++) {
      long bit = bit(signal);
      if (((own | sent) & bit) != 0 && (mask & bit) == 0) {
        own &= ~bit;
        sent &= ~bit;
        released.add(signal);
      }
    }
    sentToThread.put(task, own);
    return released;
  }

  /** What has come and is held back from that thread. */
  synchronized long pending(Task task) {
    return sent | sentToThread.getOrDefault(task, 0L);
  }

  /** Whether a signal for the process would be kept. */
  synchronized boolean isKept(int signal) {
    return isUsed && (waiter(bit(signal)) != null || isBlockedByAll(bit(signal)));
  }

  /** Gives a signal for the process to a thread that waits for it, or holds it back. */
  synchronized boolean keep(int signal) {
    if (!isUsed) {
      return false;
    }
    long bit = bit(signal);
    Waiter waiter = waiter(bit);
    if (waiter != null) {
      give(waiter, signal);
      return true;
    }
    if (isBlockedByAll(bit)) {
      sent |= bit;
      return true;
    }
    return false;
  }

  /** The same with a signal for a thread. */
  synchronized boolean keepFor(Task task, int signal) {
    Waiter waiter = waiting.get(task);
    long bit = bit(signal);
    if (waiter != null && waiter.taken == 0 && (waiter.wanted & bit) != 0) {
      give(waiter, signal);
      return true;
    }
    if ((blocked.getOrDefault(task, 0L) & bit) == 0) {
      return false;
    }
    sentToThread.put(task, sentToThread.getOrDefault(task, 0L) | bit);
    return true;
  }

  /** Waits for the first of some signals; 0 if none comes in time. */
  int await(long wanted, long deadline) {
    Task task = Task.require();
    Waiter waiter = new Waiter(wanted);
    synchronized (this) {
      int there = take(task, wanted);
      if (there != 0) {
        return there;
      }
      isUsed = true;
      waiting.put(task, waiter);
    }
    try {
      boolean hasCome = waiter.flag.await(deadline);
      return hasCome ? waiter.taken : 0;
    } finally {
      synchronized (this) {
        waiting.remove(task);
      }
    }
  }

  private int take(Task task, long wanted) {
    long own = sentToThread.getOrDefault(task, 0L);
    long there = (own | sent) & wanted;
    if (there == 0) {
      return 0;
    }
    int signal = Long.numberOfTrailingZeros(there) + 1;
    if ((own & bit(signal)) != 0) {
      sentToThread.put(task, own & ~bit(signal));
    } else {
      sent &= ~bit(signal);
    }
    return signal;
  }

  private static void give(Waiter waiter, int signal) {
    waiter.taken = signal;
    waiter.flag.set();
  }

  private @Nullable Waiter waiter(long bit) {
    for (Waiter waiter : waiting.values()) {
      if (waiter.taken == 0 && (waiter.wanted & bit) != 0) {
        return waiter;
      }
    }
    return null;
  }

  private boolean isBlockedByAll(long bit) {
    for (Task task : process.tasks()) {
      if ((blocked.getOrDefault(task, 0L) & bit) == 0) {
        return false;
      }
    }
    return true;
  }
}
