package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.WaitQueue;

/** The children of the running process, for {@code os.wait} and {@code os.kill}. */
public final class Children {
  private static final int ANY = -1;
  private static final int ANY_OF_GROUP = 0;

  private Children() {}

  /** Those whose end was not told yet; all, or the one with that number. */
  public static List<WaitableChild> waitable(int pid) {
    List<WaitableChild> found = new ArrayList<>();
    ProcessTable table = ProcessTable.current();
    for (ProcessObject child : table.all()) {
      KernelProcess process = child.process;
      if (process != null && !child.isReaped && isMeant(process.pid(), pid)) {
        found.add(new KernelChild(table, process));
      }
    }
    for (KernelProcess process : table.forked()) {
      if (isMeant(process.pid(), pid)) {
        found.add(new KernelChild(table, process));
      }
    }
    for (WaitableChild program : table.programs()) {
      if (isMeant(program.pid(), pid)) {
        found.add(program);
      }
    }
    return found;
  }

  private static boolean isMeant(long pid, int wanted) {
    return pid == wanted || wanted == ANY || wanted == ANY_OF_GROUP;
  }

  /** Whether that was a child, which has ended but was not waited for. */
  public static boolean hasEnded(int pid) {
    for (WaitableChild child : waitable(pid)) {
      if (child.hasEnded()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Notes a program of the host that was started. Those that have ended and that nobody has an
   * object of any more are no longer kept.
   */
  public static void add(WaitableChild program) {
    ProcessTable table = ProcessTable.current();
    table.programs().removeIf(known -> known.isForgotten() && known.hasEnded());
    table.programs().add(program);
  }

  /** The end of a program of the host was told. */
  public static void remove(WaitableChild program) {
    ProcessTable.current().programs().remove(program);
  }

  private record KernelChild(ProcessTable table, KernelProcess process) implements WaitableChild {
    @Override
    public long pid() {
      return process.pid();
    }

    @Override
    public boolean hasEnded() {
      return process.hasEnded();
    }

    @Override
    public WaitQueue exitQueue() {
      return process.exitQueue();
    }

    @Override
    public long waitStatus() {
      int code = process.exitCode().orElse(0);
      return code < 0 ? -(long) code : (long) code << 8;
    }

    @Override
    public void reap() {
      table.forked().remove(process);
      for (ProcessObject child : table.all()) {
        if (child.process == process) {
          child.isReaped = true;
        }
      }
    }

    @Override
    public boolean isOutside() {
      return false;
    }

    @Override
    public boolean isForgotten() {
      return false;
    }
  }
}
