package org.pyconc.kernel;

/**
 * The language's answer to {@link Task#interrupt(Object)}. Runs inside the interrupted task, at a
 * poll or in the middle of a wait. If it returns, the wait goes on with its old deadline (as PEP
 * 475 wants it); what it throws comes out of the poll or the wait.
 */
@FunctionalInterface
public interface InterruptHandler {
  void interrupted(Task task, Object reason);
}
