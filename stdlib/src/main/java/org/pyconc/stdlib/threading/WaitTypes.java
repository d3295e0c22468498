package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.kernel.Origin;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodePlace;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.stdlib.support.NoPickling;
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
    NoPickling.holdsLock(b, "_thread.lock");
    b.method("__init__(self)", "A flag that is not set.", self -> PySingleton.NONE);
    WaitMethods.defineEvent(b);
    b.getter("_flag", "", self -> WaitMethods.event(self).isSet());
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
    NoPickling.holdsLock(b, "_thread.RLock");
    b.getter("_lock", "", self -> ((WaitObject) self).companion);
    b.method(
        "__init__(self, lock=None)",
        "A condition with that lock, or one of its own.",
        (self, lock) -> {
          if (lock != PySingleton.NONE) {
            ForeignLock.require(lock);
            ((WaitObject) self).companion = lock;
            ((WaitObject) self).kernelObject = newQueue(lock, CallStack.here());
          }
          return PySingleton.NONE;
        });
    b.methodN(
        "acquire(self, *args, **kwargs)",
        "Takes the lock.",
        a ->
            CallWith.call(
                Attributes.load(companion(a[0]), "acquire"),
                ((PyTuple) a[1]).items().clone(),
                (PyDict) a[2]));
    WaitMethods.defineCondition(b, RULES);
    b.method("_is_owned(self)", "", WaitTypes::isOwned);
    b.method("_release_save(self)", "", self -> ForeignLock.releaseSave(companion(self)));
    b.method(
        "_acquire_restore(self, x)",
        "",
        (self, state) -> ForeignLock.acquireRestore(companion(self), state));
    Native.F1 wakeAll = WaitMethods.wakeAll(RULES);
    b.method(
        "notifyAll(self)",
        "Wakes all who wait.",
        self -> {
          Deprecated.warn("notifyAll", "use notify_all()");
          return wakeAll.call(self);
        });
  }

  /** The queue of a condition with that lock. */
  static ConditionQueue newQueue(Object lock, @Nullable Origin made) {
    KernelSemaphore given =
        ForeignLock.is(lock) ? KernelSemaphore.lock(made) : LockTypes.semaphore(lock);
    return new ConditionQueue(given, made);
  }

  private static final WaitMethods.ConditionRules RULES =
      new WaitMethods.ConditionRules() {
        @Override
        public Object release(Object lock) {
          return ForeignLock.is(lock) ? ForeignLock.release(lock) : LockTypes.release(lock);
        }

        @Override
        public void requireToWait(Object self) {
          require(self, "cannot wait on un-acquired lock");
        }

        @Override
        public void requireToWake(Object self) {
          require(self, "cannot notify on un-acquired lock");
        }

        @Override
        public Object enter(Object self) {
          Object lock = companion(self);
          return ForeignLock.is(lock)
              ? Calls.method(lock, "__enter__")
              : WaitMethods.ConditionRules.super.enter(self);
        }

        @Override
        public Object exit(Object self, PyTuple arguments) {
          Object lock = companion(self);
          return ForeignLock.is(lock)
              ? Calls.method(lock, "__exit__", arguments.items().clone())
              : release(lock);
        }

        @Override
        public boolean await(Object self, long deadline) {
          Object lock = companion(self);
          return ForeignLock.is(lock)
              ? ForeignLock.await(WaitMethods.condition(self), lock, deadline)
              : WaitMethods.ConditionRules.super.await(self, deadline);
        }

        @Override
        public void wake(Object self, int count) {
          if (ForeignLock.is(companion(self))) {
            ForeignLock.wake(WaitMethods.condition(self), count);
          } else {
            WaitMethods.ConditionRules.super.wake(self, count);
          }
        }
      };

  private static void require(Object self, String message) {
    if (!isOwned(self)) {
      throw Errors.runtimeError(message);
    }
  }

  private static boolean isOwned(Object self) {
    Object companion = companion(self);
    if (ForeignLock.is(companion)) {
      return ForeignLock.isOwned(companion);
    }
    KernelSemaphore lock = WaitMethods.lock(self);
    return lock.isRecursive() ? lock.isHeldByCurrent() : lock.value() == 0;
  }

  private static Object companion(Object self) {
    return ((WaitObject) self).companion;
  }

  // ---- barriers ------------------------------------------------------------------------------

  private static void defineBarrier(TypeBuilder b) {
    b.asPython("Barrier");
    NoPickling.holdsLock(b, "_thread.lock");
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
