package org.pyconc.kernel;

/**
 * What is attached to a process and wants to know, before anybody else, that it has come to its
 * end.
 */
@FunctionalInterface
public interface LastAct {
  /** All tasks are gone, handles are still open. On the scheduler's thread; must not wait. */
  void processEnds();
}
