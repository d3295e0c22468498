package org.pyconc.kernel;

/**
 * Somebody who waits in one or more {@link WaitQueue}s: a task, or a hub that waits for many things
 * on behalf of its greenlets.
 */
@FunctionalInterface
public interface Waiter {
  /**
   * Tells the waiter that what it waits for may have come. May be called on any thread, while the
   * queue's monitor is held: so it must be short, and must not wait or touch other queues.
   *
   * @param node the place in the queue, already taken out of it
   * @return false if the waiter is no longer interested; the wake-up then goes to the next one
   */
  boolean wake(WaitNode node);
}
