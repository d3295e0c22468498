package org.pyconc.stdlib.support;

import org.pyconc.kernel.KernelObject;

/** An event, a condition or a barrier of a program. */
public interface Waitable {
  KernelObject kernelObject();

  /** The lock of a condition, the action of a barrier; None for none. */
  Object companion();

  /** How long a barrier waits unless it is told otherwise; None for ever. */
  Object timeout();
}
