package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.kernel.KernelProcess;

/** The children of the running process, for {@code os.wait} and {@code os.kill}. */
public final class Children {
  private Children() {}

  /** Those that nobody has waited for with {@link #reaped}; all, or the one with that number. */
  public static List<KernelProcess> waitable(int pid) {
    List<KernelProcess> found = new ArrayList<>();
    for (ProcessObject child : ProcessTable.current().all()) {
      KernelProcess process = child.process;
      if (process != null && !child.isReaped && (pid == -1 || process.pid() == pid)) {
        found.add(process);
      }
    }
    for (KernelProcess process : ProcessTable.current().forked()) {
      if (pid == -1 || process.pid() == pid) {
        found.add(process);
      }
    }
    return found;
  }

  /** Whether that was a child, which has ended but was not waited for. */
  public static boolean hasEnded(int pid) {
    for (KernelProcess child : waitable(pid)) {
      if (child.hasEnded()) {
        return true;
      }
    }
    return false;
  }

  /** The end of a child was told. */
  public static void reaped(KernelProcess process) {
    ProcessTable.current().forked().remove(process);
    for (ProcessObject child : ProcessTable.current().all()) {
      if (child.process == process) {
        child.isReaped = true;
      }
    }
  }
}
