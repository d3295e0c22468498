package org.pyconc.stdlib.weakref;

import java.lang.ref.WeakReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Refillable;

/**
 * {@code weakref.ref}. The object vanishes when the JVM's collector has found that nothing else
 * refers to it, which {@code gc.collect()} makes it look for.
 *
 * @see <a href="https://docs.python.org/3.11/library/weakref.html">weakref</a>
 */
final class ReferenceObject extends PyInstance implements Refillable {
  static final PyType TYPE =
      new PyType(
          "weakref.ReferenceType",
          BuiltinTypes.OBJECT,
          true,
          ReferenceObject::new,
          ReferenceObject::define);

  private @Nullable WeakReference<Object> target;
  private Object callback = PySingleton.NONE;
  private @Nullable Long hash;

  private ReferenceObject(PyType type) {
    super(type);
  }

  private static ReferenceObject of(Object self) {
    return (ReferenceObject) self;
  }

  /** The object, or null if it has vanished. */
  @Nullable Object get() {
    WeakReference<Object> known = target;
    return known == null ? null : known.get();
  }

  Object callback() {
    return callback;
  }

  void forgetCallback() {
    callback = PySingleton.NONE;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, object, callback=<unrepresentable>, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> make((PyType) a[0], a[1], a[2]));
    b.methodN("__init__(self, /, *args, **kwargs)", "Initialize self.", a -> PySingleton.NONE);
    b.method("__call__(self, /)", "The object, or None.", self -> called(of(self)));
    b.getter("__callback__", "", self -> of(self).callback);
    b.method("__hash__(self, /)", "Return hash(self).", self -> of(self).hashOfTarget());
    b.method("__repr__(self, /)", "Return repr(self).", self -> of(self).repr());
    b.method("__eq__(self, value, /)", "Return self==value.", ReferenceObject::isEqual);
    b.generic();
  }

  private static Object make(PyType cls, Object object, Object callback) {
    requireReferable(object);
    ReferenceObject made = new ReferenceObject(cls);
    made.callback = callback == Unset.UNSET ? PySingleton.NONE : callback;
    made.target = references().add(made, object);
    return made;
  }

  private static References references() {
    return ProcessState.current().moduleState(References.class, References::new);
  }

  /** Numbers, texts and the plain containers cannot be referred to weakly. */
  private static void requireReferable(Object object) {
    boolean isReferable =
        object instanceof PyInstance i
            ? !i.type().hasSlotsOnly() || hasWeakSlot(i.type())
            : object instanceof PyObject
                && !(PyPayloadInstance.unwrap(object) instanceof PySingleton)
                && isReferableType(PyType.of(object));
    if (!isReferable || PyType.of(object) == BuiltinTypes.OBJECT) {
      throw Errors.typeError(
          "cannot create weak reference to '" + PyType.of(object).name() + "' object");
    }
  }

  private static boolean hasWeakSlot(PyType type) {
    for (PyType each : type.mro()) {
      Object slots = each.isNative() ? null : each.own("__slots__");
      if (slots != null && Items.contains(slots, "__weakref__")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReferableType(PyType type) {
    return type != BuiltinTypes.STR
        && type != BuiltinTypes.INT
        && type != BuiltinTypes.BYTES
        && type != BuiltinTypes.BYTEARRAY
        && type != BuiltinTypes.COMPLEX
        && type != BuiltinTypes.TUPLE
        && type != BuiltinTypes.LIST
        && type != BuiltinTypes.DICT
        && type != BuiltinTypes.RANGE
        && type != BuiltinTypes.SLICE
        && type != BuiltinTypes.CELL;
  }

  private static Object called(ReferenceObject reference) {
    Object object = reference.get();
    if (object == null) {
      references().run();
      return PySingleton.NONE;
    }
    return object;
  }

  private Object hashOfTarget() {
    Long known = hash;
    if (known == null) {
      Object object = get();
      if (object == null) {
        throw Errors.typeError("weak object has gone away");
      }
      known = Hashing.hash(object);
      hash = known;
    }
    return known;
  }

  private static Object isEqual(Object self, Object other) {
    if (!(other instanceof ReferenceObject reference)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    Object mine = of(self).get();
    Object its = reference.get();
    return mine == null || its == null ? self == other : (Object) Comparison.equal(mine, its);
  }

  private Object repr() {
    Object object = get();
    String start = "<weakref at " + Text.address(this);
    if (object == null) {
      return start + "; dead>";
    }
    Object name = object instanceof PySet ? null : Attributes.findQuietly(object, "__name__");
    boolean isNamed =
        name instanceof String && (object instanceof PyFunction || object instanceof PyType);
    return start
        + "; to '"
        + PyType.of(object).fullName()
        + "' at "
        + Text.address(object)
        + (isNamed ? " (" + name + ")>" : ">");
  }

  @Override
  public ReferenceObject emptyCopy(PyType type) {
    return new ReferenceObject(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    ReferenceObject other = (ReferenceObject) original;
    Object object = other.get();
    target = object == null ? null : new WeakReference<>(copy.apply(object));
    hash = null;
  }
}
