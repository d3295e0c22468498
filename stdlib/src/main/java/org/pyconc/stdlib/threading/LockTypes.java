package org.pyconc.stdlib.threading;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;

/**
 * Locks and semaphores between threads.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#lock-objects">Lock objects</a>
 */
final class LockTypes {
  /** What {@code threading.TIMEOUT_MAX} says, in seconds. */
  static final double LONGEST = 9223372036.0;

  /** The most seconds that CPython's clock can count, in nanoseconds. */
  private static final double MOST_SECONDS = 0x1p63 / 1e9;

  private LockTypes() {}

  static final PyType LOCK =
      new PyType(
          "_thread.lock",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '_thread.lock' instances");
          },
          LockTypes::defineLock);

  static final PyType RLOCK =
      new PyType(
          "_thread.RLock",
          BuiltinTypes.OBJECT,
          true,
          t -> new LockObject(t, KernelSemaphore.recursiveLock(CallStack.here())),
          LockTypes::defineRecursive);

  static final PyType SEMAPHORE =
      new PyType(
          "threading.Semaphore",
          BuiltinTypes.OBJECT,
          true,
          t -> new LockObject(t, KernelSemaphore.counting(1, Integer.MAX_VALUE, null)),
          LockTypes::defineSemaphore);

  static final PyType BOUNDED_SEMAPHORE =
      new PyType(
          "threading.BoundedSemaphore",
          SEMAPHORE,
          true,
          null,
          b -> {
            b.method("__init__(self, value=1)", "", (self, value) -> limit(self, value, true));
            b.getter("_initial_value", "", self -> (long) semaphore(self).maximum());
          });

  static LockObject newLock() {
    return new LockObject(LOCK, KernelSemaphore.lock(CallStack.here()));
  }

  static LockObject newRecursiveLock() {
    return new LockObject(RLOCK, KernelSemaphore.recursiveLock(CallStack.here()));
  }

  static KernelSemaphore semaphore(Object self) {
    return ((LockObject) self).semaphore;
  }

  // ---- locks
  // -------------------------------------------------------------------------------------

  private static void defineLock(TypeBuilder b) {
    common(b, "release unlocked lock");
    b.method("locked(self, /)", "Whether it is taken.", self -> semaphore(self).value() == 0);
    b.method("acquire_lock(self, blocking=True, timeout=-1)", "", LockTypes::acquire);
    b.method("release_lock(self, /)", "", self -> release(self, "release unlocked lock"));
    b.method("locked_lock(self, /)", "", self -> semaphore(self).value() == 0);
    b.method(
        "__repr__(self, /)",
        "repr(self)",
        self ->
            (semaphore(self).value() == 0 ? "<locked" : "<unlocked")
                + " _thread.lock object at "
                + Text.address(self)
                + ">");
  }

  private static void defineRecursive(TypeBuilder b) {
    common(b, "cannot release un-acquired lock");
    b.method("_is_owned(self, /)", "", self -> semaphore(self).isHeldByCurrent());
    b.method("_release_save(self, /)", "Gives it back altogether.", LockTypes::releaseAll);
    b.method(
        "_acquire_restore(self, state, /)",
        "Takes it as often as before.",
        LockTypes::acquireAgain);
    b.method("__repr__(self, /)", "repr(self)", LockTypes::recursiveRepr);
  }

  private static Object releaseAll(Object self) {
    KernelSemaphore lock = semaphore(self);
    if (!lock.isHeldByCurrent()) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    long count = lock.recursion();
    for (long i = 0; i < count; i++) {
      Object ignored = release(self);
    }
    return PyTuple.of(count, ThreadTable.ident(Task.require()));
  }

  private static Object acquireAgain(Object self, Object state) {
    long count = state instanceof PyTuple t && t.size() > 0 ? Items.toLong(t.get(0)) : 1;
    for (long i = 0; i < count; i++) {
      boolean ignored = semaphore(self).acquire(Deadline.NEVER);
    }
    return PySingleton.NONE;
  }

  private static Object recursiveRepr(Object o) {
    LockObject self = (LockObject) o;
    Task holder = self.semaphore.holder();
    return (holder == null ? "<unlocked " : "<locked ")
        + self.type().fullName()
        + " object owner="
        + (holder == null ? 0 : ThreadTable.ident(holder))
        + " count="
        + (holder == null ? 0 : self.semaphore.recursion())
        + " at "
        + Text.address(self)
        + ">";
  }

  private static void common(TypeBuilder b, String message) {
    b.method(
        "_at_fork_reinit(self, /)",
        "Nobody has it any more.",
        o -> {
          LockObject self = (LockObject) o;
          self.semaphore =
              self.semaphore.isRecursive()
                  ? KernelSemaphore.recursiveLock(CallStack.here())
                  : KernelSemaphore.lock(CallStack.here());
          return PySingleton.NONE;
        });
    b.method(
        "acquire(self, blocking=True, timeout=-1)",
        "Takes it; waits while another has it.",
        LockTypes::acquire);
    b.method("release(self, /)", "Gives it back.", self -> release(self, message));
    b.method("__enter__(self, /)", "Takes it.", self -> semaphore(self).acquire(Deadline.NEVER));
    b.method("__exit__(self, *args)", "Gives it back.", (self, args) -> release(self, message));
  }

  private static Object acquire(Object self, Object blocking, Object timeout) {
    // as C takes it: a truth value of any other kind is refused
    boolean waits = !Items.index(blocking).equals(0L);
    return semaphore(self).acquire(deadline(waits, timeout));
  }

  /** The deadline for the arguments of {@code Lock.acquire}. */
  static long deadline(boolean blocking, Object timeout) {
    double seconds =
        switch (PyPayloadInstance.unwrap(timeout)) {
          case Double d -> d;
          case BigInteger i -> throw tooLarge();
          default -> Items.toLong(timeout);
        };
    if (seconds > MOST_SECONDS && !(PyPayloadInstance.unwrap(timeout) instanceof Double)) {
      throw tooLarge();
    }
    if (Double.isNaN(seconds)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    if (seconds > MOST_SECONDS) {
      throw Errors.overflow("timestamp out of range for platform time_t");
    }
    if (!blocking) {
      if (seconds != -1) {
        throw Errors.valueError("can't specify a timeout for a non-blocking call");
      }
      return Deadline.NOW;
    }
    if (seconds == -1) {
      return Deadline.NEVER;
    }
    if (seconds < 0) {
      throw Errors.valueError("timeout value must be positive");
    }
    return Deadline.afterSeconds(seconds);
  }

  private static PyException tooLarge() {
    return Errors.overflow("timestamp too large to convert to C _PyTime_t");
  }

  static Object release(Object self) {
    return release(
        self,
        ((LockObject) self).type() == LOCK
            ? "release unlocked lock"
            : "cannot release un-acquired lock");
  }

  private static Object release(Object self, String message) {
    if (semaphore(self).release() != KernelSemaphore.Release.DONE) {
      throw Errors.runtimeError(message);
    }
    return PySingleton.NONE;
  }

  // ---- semaphores
  // --------------------------------------------------------------------------------

  private static void defineSemaphore(TypeBuilder b) {
    b.asPython("Semaphore");
    NoPickling.holdsLock(b, "_thread.lock");
    b.method("__init__(self, value=1)", "", (self, value) -> limit(self, value, false));
    b.method(
        "acquire(self, blocking=True, timeout=None)",
        "Takes a unit; waits while there is none.",
        LockTypes::take);
    b.method("release(self, n=1)", "Gives units back.", LockTypes::giveBack);
    b.method("__enter__(self, blocking=True, timeout=None)", "Takes a unit.", LockTypes::take);
    b.method("__exit__(self, *args)", "Gives a unit back.", (self, args) -> giveBack(self, 1L));
    b.getter("_value", "", self -> (long) semaphore(self).value());
    b.method("__repr__(self)", "repr(self)", LockTypes::semaphoreRepr);
  }

  private static Object limit(Object o, Object value, boolean isBounded) {
    if (Comparison.less(value, 0L)) {
      throw Errors.valueError("semaphore initial value must be >= 0");
    }
    int units = Items.toInt(value);
    ((LockObject) o).semaphore =
        KernelSemaphore.counting(units, isBounded ? units : Integer.MAX_VALUE, CallStack.here());
    return PySingleton.NONE;
  }

  private static Object take(Object self, @Nullable Object blocking, Object timeout) {
    boolean blocks = blocking != null && Truth.isTrue(blocking);
    if (!blocks && timeout != PySingleton.NONE) {
      throw Errors.valueError("can't specify timeout for non-blocking acquire");
    }
    long deadline = blocks ? Timeouts.deadline(timeout, Timeouts.Use.ADDED) : Deadline.NOW;
    boolean isTaken = semaphore(self).acquire(deadline);
    if (!isTaken && blocks && deadline == Deadline.NOW) {
      Task.passTurn();
    }
    return isTaken;
  }

  private static Object giveBack(Object self, Object count) {
    int units = Items.toInt(count);
    if (units < 1) {
      throw Errors.valueError("n must be one or more");
    }
    KernelSemaphore semaphore = semaphore(self);
    if (units > semaphore.maximum() - semaphore.value()) {
      throw Errors.valueError("Semaphore released too many times");
    }
    for (int i = 0; i < units; i++) {
      semaphore.release();
    }
    return PySingleton.NONE;
  }

  private static Object semaphoreRepr(Object o) {
    LockObject self = (LockObject) o;
    KernelSemaphore semaphore = self.semaphore;
    boolean isBounded = semaphore.maximum() != Integer.MAX_VALUE;
    return "<"
        + self.type().fullName()
        + " at "
        + Text.address(self)
        + ": value="
        + semaphore.value()
        + (isBounded ? "/" + semaphore.maximum() : "")
        + ">";
  }
}
