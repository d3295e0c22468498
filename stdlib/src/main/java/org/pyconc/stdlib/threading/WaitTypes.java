package org.pyconc.stdlib.threading;

import org.pyconc.errors.Errors;
import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodePlace;
import org.pyconc.stdlib.support.WaitMethods;

/**
 * Events, conditions and barriers between threads.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/threading.html#condition-objects">threading</a>
 */
public final class WaitTypes {
  private WaitTypes() {}

  static final PyType EVENT =
      type(
          "Event", t -> new WaitObject(t, new EventFlag(CallStack.here())), WaitTypes::defineEvent);

  static final PyType CONDITION =
      type(
          "Condition",
          t -> {
            CodePlace place = CallStack.here();
            KernelSemaphore lock = KernelSemaphore.recursiveLock(place);
            WaitObject made = new WaitObject(t, new ConditionQueue(lock, place));
            made.companion = new LockObject(LockTypes.RLOCK, lock);
            return made;
          },
          WaitTypes::defineCondition);

  static final PyType BARRIER =
      type("Barrier", t -> new WaitObject(t, new BarrierGate(1, null)), WaitTypes::defineBarrier);

  private static PyType type(String name, PyType.Allocator allocator, PyType.Definition body) {
    return new PyType("threading." + name, BuiltinTypes.OBJECT, true, allocator, body);
  }

  // ---- events --------------------------------------------------------------------------------

  private static void defineEvent(TypeBuilder b) {
    b.asPython("Event");
    b.method("__init__(self)", "A flag that is not set.", self -> PySingleton.NONE);
    WaitMethods.defineEvent(b);
    b.method(
        "_at_fork_reinit(self)",
        "Nobody waits for it any more.",
        o -> {
          WaitObject self = (WaitObject) o;
          boolean isSet = WaitMethods.event(self).isSet();
          EventFlag flag = new EventFlag(CallStack.here());
          if (isSet) {
            flag.set();
          }
          self.kernelObject = flag;
          return PySingleton.NONE;
        });
    b.method(
        "isSet(self)",
        "Whether the flag is set.",
        self -> {
          Deprecated.warn("isSet", "use is_set()");
          return WaitMethods.event(self).isSet();
        });
    b.method(
        "__repr__(self)",
        "repr(self)",
        self -> WaitMethods.start(self) + (WaitMethods.event(self).isSet() ? "set>" : "unset>"));
  }

  // ---- conditions ----------------------------------------------------------------------------

  private static void defineCondition(TypeBuilder b) {
    b.asPython("Condition");
    b.method(
        "__init__(self, lock=None)",
        "A condition with that lock, or one of its own.",
        (self, lock) -> {
          if (lock != PySingleton.NONE) {
            if (!(lock instanceof LockObject l)) {
              throw Errors.typeError(
                  "the lock of a Condition must be a Lock or an RLock of threading, not "
                      + PyType.of(lock).name());
            }
            ((WaitObject) self).companion = l;
            ((WaitObject) self).kernelObject = new ConditionQueue(l.semaphore, CallStack.here());
          }
          return PySingleton.NONE;
        });
    b.method(
        "acquire(self, blocking=True, timeout=-1)",
        "Takes the lock.",
        (self, blocking, timeout) ->
            WaitMethods.lock(self).acquire(LockTypes.deadline(Truth.isTrue(blocking), timeout)));
    WaitMethods.defineCondition(b, RULES);
    b.method("_is_owned(self)", "", self -> isOwned(WaitMethods.lock(self)));
    b.method("_release_save(self)", "", self -> Calls.method(companion(self), "_release_save"));
    b.method(
        "_acquire_restore(self, x)",
        "",
        (self, state) -> Calls.method(companion(self), "_acquire_restore", state));
    Native.F1 wakeAll = WaitMethods.wakeAll(RULES);
    b.method(
        "notifyAll(self)",
        "Wakes all who wait.",
        self -> {
          Deprecated.warn("notifyAll", "use notify_all()");
          return wakeAll.call(self);
        });
  }

  private static final WaitMethods.ConditionRules RULES =
      new WaitMethods.ConditionRules() {
        @Override
        public Object release(Object lock) {
          return LockTypes.release(lock);
        }

        @Override
        public void requireToWait(KernelSemaphore lock) {
          require(lock, "cannot wait on un-acquired lock");
        }

        @Override
        public void requireToWake(KernelSemaphore lock) {
          require(lock, "cannot notify on un-acquired lock");
        }
      };

  private static void require(KernelSemaphore lock, String message) {
    if (!isOwned(lock)) {
      throw Errors.runtimeError(message);
    }
  }

  private static boolean isOwned(KernelSemaphore lock) {
    return lock.isRecursive() ? lock.isHeldByCurrent() : lock.value() == 0;
  }

  private static Object companion(Object self) {
    return ((WaitObject) self).companion;
  }

  // ---- barriers ------------------------------------------------------------------------------

  private static void defineBarrier(TypeBuilder b) {
    b.asPython("Barrier");
    b.method(
        "__init__(self, parties, action=None, timeout=None)",
        "A barrier for that many threads.",
        (o, parties, action, timeout) -> {
          WaitObject self = (WaitObject) o;
          int count = Items.toInt(parties);
          self.kernelObject = new BarrierGate(count, CallStack.here());
          self.companion = action;
          self.timeout = timeout;
          return PySingleton.NONE;
        });
    WaitMethods.defineBarrier(b);
  }
}
