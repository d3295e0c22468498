package org.pyconc.runtime;

import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelProcess;

/**
 * How much a program may have at a time.
 *
 * @param processes of the whole program, the main one included
 * @param threads of one process, the main one included
 */
public record Limits(int processes, int threads) {
  public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** EAGAIN, which is what fork says when a user has too many processes. */
  private static final int AGAIN = 11;

  /** BlockingIOError if the running program may have no further process. */
  public static void requireProcess(KernelProcess parent) {
    int most = ProcessState.current().program().limits().processes;
    if (most != Integer.MAX_VALUE && parent.kernel().processCount() >= most) {
      throw Errors.osError(
          AGAIN,
          "Resource temporarily unavailable: this context allows no more than "
              + most
              + " processes");
    }
  }

  /** RuntimeError if the running process may have no further thread. */
  public static void requireThread(KernelProcess process) {
    int most = ProcessState.current().program().limits().threads;
    if (most != Integer.MAX_VALUE && process.tasks().size() >= most) {
      throw Errors.runtimeError(
          "can't start new thread: this context allows no more than " + most + " in a process");
    }
  }
}
