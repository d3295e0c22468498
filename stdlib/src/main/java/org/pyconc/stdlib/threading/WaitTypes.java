package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodePlace;
import org.pyconc.stdlib.support.Timeouts;

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

  /** Raised by the barriers of multiprocessing too. */
  public static final PyType BROKEN_BARRIER_ERROR =
      new PyType("threading.BrokenBarrierError", ExceptionTypes.RUNTIME_ERROR, true, null, b -> {});

  private static PyType type(String name, PyType.Allocator allocator, PyType.Definition body) {
    return new PyType("threading." + name, BuiltinTypes.OBJECT, true, allocator, body);
  }

  private static String start(Object self) {
    return "<" + PyType.of(self).fullName() + " at " + Text.address(self) + ": ";
  }

  // ---- events --------------------------------------------------------------------------------

  private static EventFlag event(Object self) {
    return (EventFlag) ((WaitObject) self).kernelObject;
  }

  private static void defineEvent(TypeBuilder b) {
    b.asPython("Event");
    b.method("__init__(self)", "A flag that is not set.", self -> PySingleton.NONE);
    b.method("is_set(self)", "Whether the flag is set.", self -> event(self).isSet());
    b.method("isSet(self)", "Whether the flag is set.", self -> event(self).isSet());
    b.method(
        "set(self)",
        "Sets the flag.",
        self -> {
          event(self).set();
          return PySingleton.NONE;
        });
    b.method(
        "clear(self)",
        "Clears the flag.",
        self -> {
          event(self).clear();
          return PySingleton.NONE;
        });
    b.method(
        "wait(self, timeout=None)",
        "Waits until the flag is set; whether it is.",
        (self, timeout) -> event(self).await(Timeouts.deadline(timeout)));
    b.method(
        "__repr__(self)",
        "repr(self)",
        self -> start(self) + (event(self).isSet() ? "set>" : "unset>"));
  }

  // ---- conditions ----------------------------------------------------------------------------

  private static ConditionQueue condition(Object self) {
    return (ConditionQueue) ((WaitObject) self).kernelObject;
  }

  private static KernelSemaphore lock(Object self) {
    return condition(self).lock();
  }

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
            lock(self).acquire(LockTypes.deadline(Truth.isTrue(blocking), timeout)));
    b.method(
        "release(self)",
        "Gives the lock back.",
        self -> LockTypes.release(((WaitObject) self).companion));
    b.method("__enter__(self)", "Takes the lock.", self -> lock(self).acquire(Deadline.NEVER));
    b.method(
        "__exit__(self, *args)",
        "Gives the lock back.",
        (self, args) -> LockTypes.release(((WaitObject) self).companion));
    b.method(
        "wait(self, timeout=None)",
        "Gives up the lock, waits to be notified, takes the lock again.",
        (self, timeout) -> await(self, Timeouts.deadline(timeout)));
    b.method(
        "wait_for(self, predicate, timeout=None)",
        "Waits until the predicate holds.",
        WaitTypes::waitFor);
    b.method("notify(self, n=1)", "Wakes some who wait.", WaitTypes::wake);
    b.method("notify_all(self)", "Wakes all who wait.", WaitTypes::wakeAll);
    b.method("notifyAll(self)", "Wakes all who wait.", WaitTypes::wakeAll);
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<Condition("
                + Text.javaRepr(((WaitObject) self).companion)
                + ", "
                + condition(self).waiting()
                + ")>");
  }

  private static boolean isOwned(Object self) {
    KernelSemaphore lock = lock(self);
    return lock.isRecursive() ? lock.isHeldByCurrent() : lock.value() == 0;
  }

  private static boolean await(Object self, long deadline) {
    if (!isOwned(self)) {
      throw Errors.runtimeError("cannot wait on un-acquired lock");
    }
    return condition(self).await(deadline);
  }

  private static Object waitFor(Object self, Object predicate, Object timeout) {
    long deadline = Timeouts.deadline(timeout);
    Object result = Calls.call0(predicate);
    while (!Truth.isTrue(result) && !Deadline.isPast(deadline)) {
      await(self, deadline);
      result = Calls.call0(predicate);
    }
    return result;
  }

  private static Object wake(Object self, Object count) {
    if (!isOwned(self)) {
      throw Errors.runtimeError("cannot notify on un-acquired lock");
    }
    condition(self).notify(Items.toInt(count));
    return PySingleton.NONE;
  }

  private static Object wakeAll(Object self) {
    return wake(self, (long) Integer.MAX_VALUE);
  }

  // ---- barriers ------------------------------------------------------------------------------

  private static BarrierGate barrier(Object self) {
    return (BarrierGate) ((WaitObject) self).kernelObject;
  }

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
    b.method("wait(self, timeout=None)", "Waits for the others.", WaitTypes::pass);
    b.method(
        "reset(self)",
        "Makes it empty and usable again.",
        self -> {
          barrier(self).reset();
          return PySingleton.NONE;
        });
    b.method(
        "abort(self)",
        "Breaks it.",
        self -> {
          barrier(self).abort();
          return PySingleton.NONE;
        });
    b.getter("parties", "How many it waits for.", self -> (long) barrier(self).parties());
    b.getter("n_waiting", "How many have come.", self -> (long) barrier(self).waiting());
    b.getter("broken", "Whether it is broken.", self -> barrier(self).isBroken());
    b.method("__repr__(self)", "repr(self)", WaitTypes::barrierRepr);
  }

  private static Object pass(Object o, Object timeout) {
    WaitObject self = (WaitObject) o;
    Object limit = timeout == PySingleton.NONE ? self.timeout : timeout;
    @Nullable Runnable action =
        self.companion == PySingleton.NONE ? null : () -> Calls.call0(self.companion);
    int index = barrier(self).await(action, Timeouts.deadline(limit));
    if (index == BarrierGate.BROKEN) {
      throw Errors.of(BROKEN_BARRIER_ERROR, PyObject.NO_ARGUMENTS);
    }
    return (long) index;
  }

  private static Object barrierRepr(Object self) {
    BarrierGate gate = barrier(self);
    return gate.isBroken()
        ? start(self) + "broken>"
        : start(self) + "waiters=" + gate.waiting() + "/" + gate.parties() + ">";
  }
}
