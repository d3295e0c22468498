package org.pyconc.stdlib.multiprocessing;

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
import org.pyconc.stdlib.support.NoPickling;
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

  static final PyType EVENT =
      type(
          "Event",
          t -> new SharedObject(t, new EventFlag(CallStack.here())),
          SynchronizeTypes::defineEvent);
  static final PyType CONDITION =
      type("Condition", SynchronizeTypes::emptyCondition, SynchronizeTypes::defineCondition);
  static final PyType BARRIER =
      type(
          "Barrier",
          t -> new SharedObject(t, new BarrierGate(1, CallStack.here())),
          SynchronizeTypes::defineBarrier);

  private static PyType type(
      String name, PyType.Allocator allocator, PyType.Definition definition) {
    return new PyType(
        "multiprocessing.synchronize." + name, BuiltinTypes.OBJECT, true, allocator, definition);
  }

  // ---- events --------------------------------------------------------------------------------

  static Object newEvent() {
    return new SharedObject(EVENT, new EventFlag(CallStack.here()));
  }

  private static void defineEvent(TypeBuilder b) {
    b.asPython("Event");
    NoPickling.isInherited(b, "Condition");
    b.method("__init__(self, *, ctx)", "", (self, context) -> PySingleton.NONE);
    WaitMethods.defineEvent(b);
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<"
                + PyType.of(self).simpleName()
                + " at "
                + Text.address(self)
                + (WaitMethods.event(self).isSet() ? " set>" : " unset>"));
  }

  // ---- conditions ----------------------------------------------------------------------------

  static Object newCondition(Object lock) {
    LockObject own = lock instanceof LockObject l ? l : LockTypes.newRecursiveLock();
    return new SharedObject(
        CONDITION, new ConditionQueue(own.semaphore, CallStack.here()), own, PySingleton.NONE);
  }

  private static SharedObject emptyCondition(PyType type) {
    LockObject lock = LockTypes.newRecursiveLock();
    return new SharedObject(
        type, new ConditionQueue(lock.semaphore, CallStack.here()), lock, PySingleton.NONE);
  }

  private static void defineCondition(TypeBuilder b) {
    b.asPython("Condition");
    NoPickling.isInherited(b, "");
    b.method(
        "__init__(self, lock=None, *, ctx)",
        "",
        (self, lock, context) -> {
          if (lock instanceof LockObject own) {
            SharedObject made = (SharedObject) self;
            made.kernelObject = new ConditionQueue(own.semaphore, CallStack.here());
            made.companion = own;
          }
          return PySingleton.NONE;
        });
    b.method(
        "acquire(self, block=True, timeout=None)",
        "Takes the lock.",
        (self, block, timeout) ->
            WaitMethods.lock(self).acquire(Timeouts.deadline(block, timeout)));
    WaitMethods.defineCondition(b, RULES);
    b.method(
        "__repr__(self)",
        "repr(self)",
        o -> {
          SharedObject self = (SharedObject) o;
          return "<"
              + self.type().simpleName()
              + "("
              + Text.javaRepr(self.companion)
              + ", "
              + WaitMethods.condition(self).waiting()
              + ")>";
        });
  }

  private static final WaitMethods.ConditionRules RULES =
      new WaitMethods.ConditionRules() {
        @Override
        public Object release(Object lock) {
          return LockTypes.release(lock);
        }

        @Override
        public void requireToWait(Object self) {
          require(WaitMethods.lock(self), "must acquire() condition before using wait()");
        }

        @Override
        public void requireToWake(Object self) {
          require(WaitMethods.lock(self), "lock is not owned");
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
    NoPickling.isInherited(b, "Condition");
    b.methodN(
        "__init__(self, parties, action=None, timeout=None, *, ctx)",
        "",
        a -> {
          SharedObject made = (SharedObject) a[0];
          made.kernelObject = new BarrierGate(Items.toInt(a[1]), CallStack.here());
          made.companion = a[2];
          made.timeout = a[3];
          return PySingleton.NONE;
        });
    WaitMethods.defineBarrier(b);
  }
}
