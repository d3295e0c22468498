package org.pyconc.runtime;

import org.pyconc.kernel.KernelProcess;

/** What a process does about signals; without one, all but Ctrl-C end it. */
public interface SignalHandling extends KernelProcess.SignalFilter {
  /** Acts on a signal in the main thread. What it throws comes out of the interrupted code. */
  void deliver(int signal);
}
