package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;

/**
 * The lock of a condition that is no lock of this module: whatever has {@code acquire} and {@code
 * release}. Its queue has a lock of its own, which whoever waits holds from before the program's
 * lock is given back until it stands in the queue; so nobody who notifies passes in between.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#condition-objects">Condition
 *     objects</a>
 */
final class ForeignLock {
  private ForeignLock() {}

  /** Whether a condition with that lock must ask it for everything. */
  static boolean is(Object lock) {
    return !(lock instanceof LockObject known && known.type().isNative());
  }

  /** AttributeError unless it can be the lock of a condition. */
  static void require(Object lock) {
    Attributes.load(lock, "acquire");
    Attributes.load(lock, "release");
  }

  static boolean isOwned(Object lock) {
    Object known = Attributes.findQuietly(lock, "_is_owned");
    if (known != null) {
      return Truth.isTrue(Calls.call0(known));
    }
    if (Truth.isTrue(Calls.method(lock, "acquire", false))) {
      Calls.method(lock, "release");
      return false;
    }
    return true;
  }

  static Object release(Object lock) {
    return Calls.method(lock, "release");
  }

  /** Gives it back, however often it was taken; returns what is needed to take it again. */
  static Object releaseSave(Object lock) {
    Object known = Attributes.findQuietly(lock, "_release_save");
    if (known != null) {
      return Calls.call0(known);
    }
    release(lock);
    return PySingleton.NONE;
  }

  static Object acquireRestore(Object lock, Object state) {
    Object known = Attributes.findQuietly(lock, "_acquire_restore");
    if (known != null) {
      return Calls.call1(known, state);
    }
    Calls.method(lock, "acquire");
    return PySingleton.NONE;
  }

  /** {@code wait}: whether somebody has notified before the deadline. */
  static boolean await(ConditionQueue queue, Object lock, long deadline) {
    KernelSemaphore gate = queue.lock();
    gate.acquire(Deadline.NEVER);
    @Nullable Object state;
    try {
      state = releaseSave(lock);
    } catch (PyException refused) {
      gate.release();
      throw refused;
    }
    boolean notified;
    try {
      notified = queue.await(deadline);
    } catch (PyException interrupted) {
      gate.release();
      acquireRestore(lock, state);
      throw interrupted;
    }
    gate.release();
    acquireRestore(lock, state);
    return notified;
  }

  /** {@code notify}. */
  static void wake(ConditionQueue queue, int count) {
    KernelSemaphore gate = queue.lock();
    gate.acquire(Deadline.NEVER);
    queue.notify(count);
    gate.release();
  }
}
