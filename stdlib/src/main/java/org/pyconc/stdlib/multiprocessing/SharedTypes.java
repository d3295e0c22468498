package org.pyconc.stdlib.multiprocessing;

import java.util.function.Supplier;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.support.NoPickling;

/**
 * Values and arrays in memory that processes share.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#shared-ctypes-objects">
 *     Shared ctypes Objects</a>
 */
final class SharedTypes {
  private static final String MODULE = "multiprocessing.sharedctypes.";

  private SharedTypes() {}

  static final PyType SYNCHRONIZED_BASE =
      type("SynchronizedBase", BuiltinTypes.OBJECT, true, SharedTypes::defineBase);
  static final PyType SYNCHRONIZED =
      type("Synchronized", SYNCHRONIZED_BASE, b -> defineProperty(b, "value"));
  static final PyType SYNCHRONIZED_ARRAY =
      type("SynchronizedArray", SYNCHRONIZED_BASE, SharedTypes::defineArray);
  static final PyType SYNCHRONIZED_STRING =
      type(
          "SynchronizedString",
          SYNCHRONIZED_ARRAY,
          b -> {
            defineProperty(b, "value");
            defineProperty(b, "raw");
          });

  private static PyType type(String name, PyType base, PyType.Definition definition) {
    return type(name, base, false, definition);
  }

  private static PyType type(
      String name, PyType base, boolean isSubclassable, PyType.Definition definition) {
    return new PyType(
        MODULE + name,
        base,
        isSubclassable,
        t -> {
          throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
        },
        definition);
  }

  // ---- making ----------------------------------------------------------------------------------

  private static CType element(Object typecodeOrType) {
    CType found =
        switch (PyPayloadInstance.unwrap(typecodeOrType)) {
          case String code -> CType.of(code);
          case PyType t -> CType.of(t);
          default -> null;
        };
    if (found == null) {
      throw Errors.typeError("this type has no size");
    }
    return found;
  }

  static Object newRawValue(Object typecodeOrType, Object arguments) {
    if (Structures.isKind(typecodeOrType)) {
      return Structures.call("shared_value", typecodeOrType, arguments);
    }
    CValue value = CValue.shared(element(typecodeOrType));
    PyTuple given = (PyTuple) arguments;
    if (given.size() > 1) {
      throw Errors.typeError("__init__ expected at most 1 argument, got " + given.size());
    }
    if (given.size() == 1) {
      CValue.set(value, given.get(0));
    }
    return value;
  }

  static Object newRawArray(Object typecodeOrType, Object sizeOrInitializer) {
    if (Structures.isKind(typecodeOrType)) {
      return Structures.call("shared_array", typecodeOrType, sizeOrInitializer);
    }
    CType element = element(typecodeOrType);
    Object plain = PyPayloadInstance.unwrap(sizeOrInitializer);
    if (plain instanceof Long || plain instanceof Boolean) {
      int size = Items.toInt(plain);
      if (size < 0) {
        throw Errors.valueError("Array length must be >= 0, not " + size);
      }
      return new CArray(element, size);
    }
    int size = Items.length(sizeOrInitializer);
    Object[] values = Iteration.toArray(sizeOrInitializer);
    CArray array = new CArray(element, size);
    array.fill(values);
    return array;
  }

  static Object newValue(Object typecodeOrType, Object arguments, Object lock) {
    return guarded(newRawValue(typecodeOrType, arguments), lock);
  }

  static Object newArray(Object typecodeOrType, Object sizeOrInitializer, Object lock) {
    return guarded(newRawArray(typecodeOrType, sizeOrInitializer), lock);
  }

  private static Object guarded(Object inner, Object lock) {
    if (lock == Boolean.FALSE) {
      return inner;
    }
    Object own =
        lock == Boolean.TRUE || lock == PySingleton.NONE ? LockTypes.newRecursiveLock() : lock;
    if (Attributes.findQuietly(own, "acquire") == null) {
      throw Errors.attributeError(
          Text.javaRepr(lock) + " has no method 'acquire'", lock, "acquire");
    }
    return newSynchronized(inner, own);
  }

  /** {@code synchronized(obj, lock)}. */
  static Object newSynchronized(Object inner, Object lock) {
    Object own = lock == PySingleton.NONE ? LockTypes.newRecursiveLock() : lock;
    return switch (inner) {
      case CValue v -> new SynchronizedObject(SYNCHRONIZED, v, own);
      case CArray a ->
          new SynchronizedObject(
              a.element == CType.CHAR ? SYNCHRONIZED_STRING : SYNCHRONIZED_ARRAY, a, own);
      case SynchronizedObject s -> throw ProcessTypes.assertion("object already synchronized");
      case Object o when Structures.isArray(o) ->
          new SynchronizedObject(SYNCHRONIZED_ARRAY, o, own);
      case Object o when Structures.is(o) ->
          new SynchronizedObject(
              (PyType) Structures.call("synchronized_class", PyType.of(o)), o, own);
      default -> throw ProcessTypes.assertion("object not synchronizable");
    };
  }

  /** {@code copy(obj)}: another one with the same content. */
  static Object copy(Object object) {
    return switch (object) {
      case CValue v -> {
        CValue copy = CValue.shared(v.element);
        System.arraycopy(v.memory, 0, copy.memory, 0, v.memory.length);
        yield copy;
      }
      case CArray a -> {
        CArray copy = new CArray(a.element, a.length);
        System.arraycopy(a.memory, 0, copy.memory, 0, a.memory.length);
        yield copy;
      }
      case Object o when Structures.is(o) || Structures.isArray(o) ->
          Structures.call("shared_copy", o);
      default -> throw Errors.typeError("this type has no size");
    };
  }

  // ---- use -------------------------------------------------------------------------------------

  private static SynchronizedObject of(Object self) {
    return (SynchronizedObject) self;
  }

  private static Object locked(Object o, Supplier<Object> action) {
    SynchronizedObject self = of(o);
    if (self.lock instanceof LockObject known) {
      known.semaphore.acquire(Deadline.NEVER);
      try {
        return action.get();
      } finally {
        LockTypes.release(known);
      }
    }
    Calls.method(self.lock, "acquire");
    try {
      return action.get();
    } finally {
      Calls.method(self.lock, "release");
    }
  }

  private static void defineBase(TypeBuilder b) {
    b.asPython("SynchronizedBase");
    NoPickling.isInherited(b, "");
    b.method("get_obj(self)", "The value without its lock.", self -> of(self).inner);
    b.method("get_lock(self)", "The lock.", self -> of(self).lock);
    b.getter("acquire", "Takes the lock.", self -> Attributes.load(of(self).lock, "acquire"));
    b.getter("release", "Gives back the lock.", self -> Attributes.load(of(self).lock, "release"));
    b.method(
        "__enter__(self)", "Takes the lock.", self -> Calls.method(of(self).lock, "__enter__"));
    b.method(
        "__exit__(self, *args)",
        "Gives back the lock.",
        (self, args) -> {
          Calls.method(of(self).lock, "release");
          return PySingleton.NONE;
        });
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<" + of(self).type().name() + " wrapper for " + Text.javaRepr(of(self).inner) + ">");
  }

  private static void defineProperty(TypeBuilder b, String name) {
    b.property(
        name,
        "Read and set while holding the lock.",
        self ->
            locked(
                self,
                () ->
                    of(self).inner instanceof CValue v
                        ? CValue.get(v)
                        : Attributes.load(of(self).inner, name)),
        (self, value) ->
            locked(
                self,
                () -> {
                  if (of(self).inner instanceof CValue v) {
                    return CValue.set(v, value);
                  }
                  Attributes.store(of(self).inner, name, value);
                  return PySingleton.NONE;
                }));
  }

  private static void defineArray(TypeBuilder b) {
    b.asPython("SynchronizedArray");
    b.method("__len__(self)", "len(self)", self -> (long) Items.length(of(self).inner));
    b.method(
        "__getitem__(self, i)",
        "An item or several.",
        (self, key) -> locked(self, () -> item(of(self).inner, key)));
    b.method(
        "__setitem__(self, i, value)",
        "Sets an item or several.",
        (self, key, value) -> locked(self, () -> setItem(of(self).inner, key, value)));
    b.method(
        "__getslice__(self, start, stop)",
        "Several items.",
        (self, start, stop) -> locked(self, () -> slice(of(self).inner, start, stop)));
  }

  private static Object item(Object array, Object key) {
    return array instanceof CArray a ? CArray.get(a, key) : Items.get(array, key);
  }

  private static Object setItem(Object array, Object key, Object value) {
    if (array instanceof CArray a) {
      return CArray.set(a, key, value);
    }
    Items.set(array, key, value);
    return PySingleton.NONE;
  }

  private static Object slice(Object array, Object start, Object stop) {
    PyList items = new PyList();
    for (int i = Items.toInt(start); i < Math.min(Items.toInt(stop), Items.length(array)); i++) {
      items.append(Items.get(array, i));
    }
    return items;
  }
}
