package org.pyconc.stdlib.support;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/** The methods that events, conditions and barriers of threads and of processes have in common. */
public final class WaitMethods {
  private WaitMethods() {}

  public static final PyType BROKEN_BARRIER_ERROR =
      new PyType("threading.BrokenBarrierError", ExceptionTypes.RUNTIME_ERROR, true, null, b -> {});

  // ---- events
  // ------------------------------------------------------------------------------------

  /** The flag of an event. */
  public static EventFlag event(Object self) {
    return (EventFlag) ((Waitable) self).kernelObject();
  }

  /** All methods of an event but its representation. */
  public static void defineEvent(TypeBuilder b) {
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
        (self, timeout) -> event(self).await(Timeouts.deadline(timeout, Timeouts.Use.ABOVE_ZERO)));
  }

  // ---- conditions
  // --------------------------------------------------------------------------------

  /** The queue of a condition. */
  public static ConditionQueue condition(Object self) {
    return (ConditionQueue) ((Waitable) self).kernelObject();
  }

  /** The lock of a condition. */
  public static KernelSemaphore lock(Object self) {
    return condition(self).lock();
  }

  /** In what conditions differ. */
  public interface ConditionRules {
    /** Gives the lock back, or raises. */
    Object release(Object lock);

    /** Raises unless the running thread may wait. */
    void requireToWait(Object self);

    /** Raises unless the running thread may wake others. */
    void requireToWake(Object self);

    /** {@code __enter__}. */
    default Object enter(Object self) {
      return lock(self).acquire(Deadline.NEVER);
    }

    /** {@code __exit__} with the arguments that it was given. */
    default Object exit(Object self, PyTuple arguments) {
      return release(((Waitable) self).companion());
    }

    /** Gives the lock back, waits, takes it again; whether it was woken before the deadline. */
    default boolean await(Object self, long deadline) {
      return condition(self).await(deadline);
    }

    /** Wakes up to that many. */
    default void wake(Object self, int count) {
      condition(self).notify(count);
    }
  }

  /** All methods of a condition but those that make it and take its lock. */
  public static void defineCondition(TypeBuilder b, ConditionRules rules) {
    b.method(
        "release(self)",
        "Gives the lock back.",
        self -> rules.release(((Waitable) self).companion()));
    b.method("__enter__(self)", "Takes the lock.", rules::enter);
    b.methodN(
        "__exit__(self, *args)", "Gives the lock back.", a -> rules.exit(a[0], (PyTuple) a[1]));
    b.method(
        "wait(self, timeout=None)",
        "Gives up the lock, waits to be notified, takes the lock again.",
        (self, timeout) -> await(self, Timeouts.deadline(timeout, Timeouts.Use.ABOVE_ZERO), rules));
    b.method(
        "wait_for(self, predicate, timeout=None)",
        "Waits until the predicate holds.",
        (self, predicate, timeout) -> waitFor(self, predicate, timeout, rules));
    b.method(
        "notify(self, n=1)", "Wakes some who wait.", (self, count) -> wake(self, count, rules));
    b.method("notify_all(self)", "Wakes all who wait.", wakeAll(rules));
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<Condition("
                + Text.javaRepr(((Waitable) self).companion())
                + ", "
                + condition(self).waiting()
                + ")>");
  }

  private static boolean await(Object self, long deadline, ConditionRules rules) {
    rules.requireToWait(self);
    return rules.await(self, deadline);
  }

  private static Object waitFor(
      Object self, Object predicate, Object timeout, ConditionRules rules) {
    long deadline = Timeouts.deadline(timeout, Timeouts.Use.ADDED);
    Object result = Calls.call0(predicate);
    while (!Truth.isTrue(result) && !Deadline.isPast(deadline)) {
      await(self, deadline, rules);
      result = Calls.call0(predicate);
    }
    return result;
  }

  private static Object wake(Object self, Object count, ConditionRules rules) {
    rules.requireToWake(self);
    rules.wake(self, Items.toInt(count));
    return PySingleton.NONE;
  }

  /** {@code notify_all}. */
  public static Native.F1 wakeAll(ConditionRules rules) {
    return self -> wake(self, (long) Integer.MAX_VALUE, rules);
  }

  // ---- barriers
  // ----------------------------------------------------------------------------------

  private static BarrierGate barrier(Object self) {
    return (BarrierGate) ((Waitable) self).kernelObject();
  }

  /** All methods of a barrier but the one that makes it. */
  public static void defineBarrier(TypeBuilder b) {
    b.method("wait(self, timeout=None)", "Waits for the others.", WaitMethods::pass);
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
    b.method("__repr__(self)", "repr(self)", WaitMethods::barrierRepr);
  }

  private static Object pass(Object o, Object timeout) {
    Waitable self = (Waitable) o;
    Object limit = timeout == PySingleton.NONE ? self.timeout() : timeout;
    Object companion = self.companion();
    @Nullable Runnable action = companion == PySingleton.NONE ? null : () -> Calls.call0(companion);
    int index = barrier(o).await(action, Timeouts.deadline(limit, Timeouts.Use.ADDED));
    if (index == BarrierGate.BROKEN) {
      throw Errors.of(BROKEN_BARRIER_ERROR, PyObject.NO_ARGUMENTS);
    }
    return (long) index;
  }

  private static Object barrierRepr(Object self) {
    BarrierGate gate = barrier(self);
    String start = start(self);
    return gate.isBroken()
        ? start + "broken>"
        : start + "waiters=" + gate.waiting() + "/" + gate.parties() + ">";
  }

  /** How representations with an address begin. */
  public static String start(Object self) {
    return "<" + PyType.of(self).fullName() + " at " + Text.address(self) + ": ";
  }
}
