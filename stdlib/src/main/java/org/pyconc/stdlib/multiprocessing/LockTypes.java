package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;

/**
 * Locks and semaphores between processes.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/multiprocessing.html#synchronization-primitives">
 *     Synchronization primitives</a>
 */
final class LockTypes {
  private static final int INVALID = 22;

  private LockTypes() {}

  static final PyType SEM_LOCK =
      new PyType(
          "multiprocessing.synchronize.SemLock",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          LockTypes::define);

  static final PyType LOCK = type("Lock", SEM_LOCK, LockTypes::defineLock);
  static final PyType RLOCK = type("RLock", SEM_LOCK, LockTypes::defineRecursive);
  static final PyType SEMAPHORE = type("Semaphore", SEM_LOCK, LockTypes::defineSemaphore);
  static final PyType BOUNDED_SEMAPHORE =
      type("BoundedSemaphore", SEMAPHORE, LockTypes::defineBounded);

  private static PyType type(String name, PyType base, PyType.Definition definition) {
    return new PyType(
        "multiprocessing.synchronize." + name,
        base,
        true,
        t -> new LockObject(t, KernelSemaphore.lock(null)),
        definition);
  }

  static LockObject newLock() {
    return new LockObject(LOCK, KernelSemaphore.lock(CallStack.here()));
  }

  static LockObject newRecursiveLock() {
    return new LockObject(RLOCK, KernelSemaphore.recursiveLock(CallStack.here()));
  }

  static Object newSemaphore(Object value) {
    return new LockObject(
        SEMAPHORE, KernelSemaphore.counting(units(value), Integer.MAX_VALUE, CallStack.here()));
  }

  static Object newBoundedSemaphore(Object value) {
    int units = units(value);
    return new LockObject(
        BOUNDED_SEMAPHORE, KernelSemaphore.counting(units, units, CallStack.here()));
  }

  private static int units(Object value) {
    int units = Items.toInt(value);
    if (units < 0) {
      throw Errors.osError(INVALID, "Invalid argument");
    }
    return units;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "acquire(self, block=True, timeout=None)",
        "Takes it; waits while others have it.",
        (self, block, timeout) -> {
          if (Text.isText(timeout)) {
            throw Errors.typeError("must be real number, not str");
          }
          return semaphore(self).acquire(Timeouts.deadline(block, timeout));
        });
    b.method("release(self)", "Gives it back.", LockTypes::release);
    b.method("__enter__(self)", "Takes it.", self -> semaphore(self).acquire(Deadline.NEVER));
    b.method(
        "__exit__(self, *args)",
        "Gives it back.",
        (self, args) -> {
          release(self);
          return PySingleton.NONE;
        });
    b.method("__repr__(self)", "repr(self)", LockTypes::repr);
  }

  private static void defineLock(TypeBuilder b) {
    b.asPython("Lock");
    NoPickling.isInherited(b, "");
    b.method(
        "__init__(self, *, ctx)",
        "",
        (self, context) -> made(self, KernelSemaphore.lock(CallStack.here())));
  }

  private static void defineRecursive(TypeBuilder b) {
    b.asPython("RLock");
    NoPickling.isInherited(b, "");
    b.method(
        "__init__(self, *, ctx)",
        "",
        (self, context) -> made(self, KernelSemaphore.recursiveLock(CallStack.here())));
  }

  private static void defineBounded(TypeBuilder b) {
    b.asPython("BoundedSemaphore");
    b.method(
        "__init__(self, value=1, *, ctx)",
        "",
        (self, value, context) -> {
          int units = units(value);
          return made(self, KernelSemaphore.counting(units, units, CallStack.here()));
        });
  }

  private static Object made(Object self, KernelSemaphore semaphore) {
    ((LockObject) self).semaphore = semaphore;
    return PySingleton.NONE;
  }

  private static void defineSemaphore(TypeBuilder b) {
    b.asPython("Semaphore");
    NoPickling.isInherited(b, "");
    b.method(
        "__init__(self, value=1, *, ctx)",
        "",
        (self, value, context) ->
            made(
                self, KernelSemaphore.counting(units(value), Integer.MAX_VALUE, CallStack.here())));
    b.method("get_value(self)", "How many units are left.", self -> (long) semaphore(self).value());
  }

  private static KernelSemaphore semaphore(Object self) {
    return ((LockObject) self).semaphore;
  }

  static Object release(Object self) {
    switch (semaphore(self).release()) {
      case DONE -> {}
      case NOT_OWNER ->
          throw ProcessTypes.assertion("attempt to release recursive lock not owned by thread");
      case TOO_MANY -> throw Errors.valueError("semaphore or lock released too many times");
    }
    return PySingleton.NONE;
  }

  private static Object repr(Object o) {
    LockObject self = (LockObject) o;
    KernelSemaphore semaphore = self.semaphore;
    String name = self.type().simpleName();
    if (self.type().isSubtypeOf(BOUNDED_SEMAPHORE)) {
      return "<"
          + name
          + "(value="
          + semaphore.value()
          + ", maxvalue="
          + semaphore.maximum()
          + ")>";
    }
    if (self.type().isSubtypeOf(SEMAPHORE)) {
      return "<" + name + "(value=" + semaphore.value() + ")>";
    }
    Task holder = semaphore.holder();
    String owner = owner(holder);
    if (self.type().isSubtypeOf(LOCK)) {
      return "<" + name + "(owner=" + owner + ")>";
    }
    Object count =
        holder == null ? 0 : holder == Task.current() ? semaphore.recursion() : "nonzero";
    return "<" + name + "(" + owner + ", " + count + ")>";
  }

  private static String owner(@Nullable Task holder) {
    Task task = Task.current();
    if (holder == null || task == null) {
      return "None";
    }
    if (holder == task) {
      String name = Text.javaStr(ProcessTable.current().self.name());
      return task.isMain() ? name : name + "|" + task.name();
    }
    return holder.process() == task.process() ? "SomeOtherThread" : "SomeOtherProcess";
  }
}
