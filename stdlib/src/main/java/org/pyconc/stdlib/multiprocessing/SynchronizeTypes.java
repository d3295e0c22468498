package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
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
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.stdlib.threading.WaitTypes;

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

  private static EventFlag event(Object self) {
    return (EventFlag) ((SharedObject) self).kernelObject;
  }

  private static void defineEvent(TypeBuilder b) {
    b.asPython("Event");
    b.method("is_set(self)", "Whether the flag is set.", self -> event(self).isSet());
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
        self -> "<Event at " + Text.address(self) + (event(self).isSet() ? " set>" : " unset>"));
  }

  // ---- conditions ----------------------------------------------------------------------------

  static Object newCondition(Object lock) {
    LockObject own = lock instanceof LockObject l ? l : LockTypes.newRecursiveLock();
    return new SharedObject(
        CONDITION, new ConditionQueue(own.semaphore, CallStack.here()), own, PySingleton.NONE);
  }

  private static ConditionQueue condition(Object self) {
    return (ConditionQueue) ((SharedObject) self).kernelObject;
  }

  private static KernelSemaphore lock(Object self) {
    return condition(self).lock();
  }

  private static void defineCondition(TypeBuilder b) {
    b.asPython("Condition");
    b.method(
        "acquire(self, block=True, timeout=None)",
        "Takes the lock.",
        (self, block, timeout) -> lock(self).acquire(Timeouts.deadline(block, timeout)));
    b.method(
        "release(self)",
        "Gives the lock back.",
        self -> LockTypes.release(((SharedObject) self).companion));
    b.method("__enter__(self)", "Takes the lock.", self -> lock(self).acquire(Deadline.NEVER));
    b.method(
        "__exit__(self, *args)",
        "Gives the lock back.",
        (self, args) -> {
          LockTypes.release(((SharedObject) self).companion);
          return PySingleton.NONE;
        });
    b.method(
        "wait(self, timeout=None)",
        "Gives up the lock, waits to be notified, takes the lock again.",
        (self, timeout) -> await(self, Timeouts.deadline(timeout)));
    b.method(
        "wait_for(self, predicate, timeout=None)",
        "Waits until the predicate holds.",
        SynchronizeTypes::waitFor);
    b.method("notify(self, n=1)", "Wakes some who wait.", SynchronizeTypes::wake);
    b.method(
        "notify_all(self)", "Wakes all who wait.", self -> wake(self, (long) Integer.MAX_VALUE));
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<Condition("
                + Text.javaRepr(((SharedObject) self).companion)
                + ", "
                + condition(self).waiting()
                + ")>");
  }

  private static boolean await(Object self, long deadline) {
    if (!lock(self).isHeldByCurrent()) {
      throw ProcessTypes.assertion("must acquire() condition before using wait()");
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
    if (!lock(self).isHeldByCurrent()) {
      throw ProcessTypes.assertion("lock is not owned");
    }
    condition(self).notify(Items.toInt(count));
    return PySingleton.NONE;
  }

  // ---- barriers ------------------------------------------------------------------------------

  static Object newBarrier(Object parties, Object action, Object timeout) {
    return new SharedObject(
        BARRIER, new BarrierGate(Items.toInt(parties), CallStack.here()), action, timeout);
  }

  private static BarrierGate barrier(Object self) {
    return (BarrierGate) ((SharedObject) self).kernelObject;
  }

  private static void defineBarrier(TypeBuilder b) {
    b.asPython("Barrier");
    b.method("wait(self, timeout=None)", "Waits for the others.", SynchronizeTypes::pass);
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
    b.method("__repr__(self)", "repr(self)", SynchronizeTypes::barrierRepr);
  }

  private static Object pass(Object o, Object timeout) {
    SharedObject self = (SharedObject) o;
    Object limit = timeout == PySingleton.NONE ? self.timeout : timeout;
    @Nullable Runnable action =
        self.companion == PySingleton.NONE ? null : () -> Calls.call0(self.companion);
    int index = barrier(self).await(action, Timeouts.deadline(limit));
    if (index == BarrierGate.BROKEN) {
      throw Errors.of(WaitTypes.BROKEN_BARRIER_ERROR, PyObject.NO_ARGUMENTS);
    }
    return (long) index;
  }

  private static Object barrierRepr(Object self) {
    BarrierGate gate = barrier(self);
    String start = "<multiprocessing.synchronize.Barrier at " + Text.address(self) + ": ";
    return gate.isBroken()
        ? start + "broken>"
        : start + "waiters=" + gate.waiting() + "/" + gate.parties() + ">";
  }
}
