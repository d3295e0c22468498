package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.Errors;
import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.stdlib.support.WaitMethods;

/**
 * Events, conditions and barriers between processes.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/multiprocessing.html#synchronization-primitives">
 *     Synchronization primitives</a>
 */
final class SynchronizeTypes {
  private SynchronizeTypes() {}

  static final PyType EVENT = type("Event", SynchronizeTypes::defineEvent);
  static final PyType CONDITION = type("Condition", SynchronizeTypes::defineCondition);
  static final PyType BARRIER = type("Barrier", SynchronizeTypes::defineBarrier);

  private static PyType type(String name, PyType.Definition definition) {
    return new PyType(
        "multiprocessing.synchronize." + name,
        BuiltinTypes.OBJECT,
        false,
        t -> {
          throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
        },
        definition);
  }

  // ---- events --------------------------------------------------------------------------------

  static Object newEvent() {
    return new SharedObject(EVENT, new EventFlag(CallStack.here()));
  }

  private static void defineEvent(TypeBuilder b) {
    b.asPython("Event");
    WaitMethods.defineEvent(b);
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<Event at "
                + Text.address(self)
                + (WaitMethods.event(self).isSet() ? " set>" : " unset>"));
  }

  // ---- conditions ----------------------------------------------------------------------------

  static Object newCondition(Object lock) {
    LockObject own = lock instanceof LockObject l ? l : LockTypes.newRecursiveLock();
    return new SharedObject(
        CONDITION, new ConditionQueue(own.semaphore, CallStack.here()), own, PySingleton.NONE);
  }

  private static void defineCondition(TypeBuilder b) {
    b.asPython("Condition");
    b.method(
        "acquire(self, block=True, timeout=None)",
        "Takes the lock.",
        (self, block, timeout) ->
            WaitMethods.lock(self).acquire(Timeouts.deadline(block, timeout)));
    WaitMethods.defineCondition(b, RULES);
  }

  private static final WaitMethods.ConditionRules RULES =
      new WaitMethods.ConditionRules() {
        @Override
        public Object release(Object lock) {
          return LockTypes.release(lock);
        }

        @Override
        public void requireToWait(KernelSemaphore lock) {
          require(lock, "must acquire() condition before using wait()");
        }

        @Override
        public void requireToWake(KernelSemaphore lock) {
          require(lock, "lock is not owned");
        }
      };

  private static void require(KernelSemaphore lock, String message) {
    if (!lock.isHeldByCurrent()) {
      throw ProcessTypes.assertion(message);
    }
  }

  // ---- barriers ------------------------------------------------------------------------------

  static Object newBarrier(Object parties, Object action, Object timeout) {
    return new SharedObject(
        BARRIER, new BarrierGate(Items.toInt(parties), CallStack.here()), action, timeout);
  }

  private static void defineBarrier(TypeBuilder b) {
    b.asPython("Barrier");
    WaitMethods.defineBarrier(b);
  }
}
