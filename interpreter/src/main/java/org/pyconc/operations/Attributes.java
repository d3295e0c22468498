package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BindsReceiver;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeTraits;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.ImportHooks;

/**
 * Reading, setting and deleting attributes, with descriptors.
 *
 * @see <a href="https://docs.python.org/3.11/howto/descriptor.html">Descriptor guide</a>
 */
public final class Attributes {
  private Attributes() {}

  /** {@code object.name}, or AttributeError. */
  public static Object load(Object object, String name) {
    Object found;
    try {
      found = find(object, name);
    } catch (PyException e) {
      throw about(e, object, name);
    }
    if (found == null) {
      throw missing(object, name);
    }
    return found;
  }

  /** An AttributeError of the program's own code gets to know which attribute it is about. */
  static PyException about(PyException error, Object object, String name) {
    PyBaseException e = error.value();
    if (e.type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)
        && isUnset(e.field(ExceptionFields.ATTRIBUTE_ERROR_NAME))
        && isUnset(e.field(ExceptionFields.ATTRIBUTE_ERROR_OBJECT))) {
      e.setField(ExceptionFields.ATTRIBUTE_ERROR_NAME, WideString.of(name));
      e.setField(ExceptionFields.ATTRIBUTE_ERROR_OBJECT, object);
    }
    return error;
  }

  private static boolean isUnset(@Nullable Object field) {
    return field == null || field == PySingleton.NONE;
  }

  /** The AttributeError for an attribute that is not there. */
  public static PyException missing(Object object, String name) {
    if (object instanceof PyModule m) {
      if (m.own("__name__") == null) {
        return Errors.attributeError("module has no attribute '" + name + "'", m, name);
      }
      return Errors.attributeError(
          (m.isInitializing() ? "partially initialized module '" : "module '")
              + m.name()
              + "' has no attribute '"
              + name
              + "'"
              + (m.isInitializing() ? " (most likely due to a circular import)" : ""),
          m,
          name);
    }
    if (object instanceof PySuper) {
      return Errors.attributeError("'super' object has no attribute '" + name + "'", object, name);
    }
    return Errors.noAttribute(object, name);
  }

  /**
   * {@code object.name}, or null where reading it would raise AttributeError; other exceptions are
   * raised.
   */
  public static @Nullable Object find(Object object, String name) {
    PyType type = PyType.of(object);
    TypeTraits traits = type.traits();
    Object getAttribute = traits.getAttribute();
    Object getAttr = traits.getAttr();
    if (getAttribute == null && getAttr == null) {
      return findDefault(object, type, name);
    }
    Object found;
    PyException refused = null;
    try {
      found =
          getAttribute == null
              ? findDefault(object, type, name)
              : Calls.callUnbound(getAttribute, object, name);
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
        throw e;
      }
      refused = e;
      found = null;
    }
    if (found != null) {
      return found;
    }
    if (getAttr != null) {
      return Calls.callUnbound(getAttr, object, name);
    }
    if (refused != null) {
      throw refused;
    }
    return null;
  }

  /**
   * Like {@link #find}, but an AttributeError from the program's own code counts as missing too.
   */
  public static @Nullable Object findQuietly(Object object, String name) {
    try {
      return find(object, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  /** What {@code object.__getattribute__} finds, or null. */
  public static @Nullable Object findDefault(Object object, PyType type, String name) {
    if (object instanceof PyType t) {
      return findOnClass(t, type, name);
    }
    if (object instanceof PySuper s) {
      return findOnSuper(s, name);
    }
    if (object instanceof PyPayloadInstance p && p.payload() instanceof PySuper s) {
      Object found = findBehind(s, name);
      if (found != null) {
        return found;
      }
    }
    Object onClass = type.lookup(name);
    if (onClass != null && isDataDescriptor(onClass) && canGet(onClass)) {
      return bind(onClass, object, type);
    }
    if (object instanceof Namespace n) {
      Object own = n.own(name);
      if (own != null) {
        return own;
      }
    } else if (object instanceof AttributedDict d
        && d.existingAttributes() instanceof Namespace n) {
      Object own = n.own(name);
      if (own != null) {
        return own;
      }
    }
    if (onClass != null) {
      return bind(onClass, object, type);
    }
    if (object instanceof PyModule m) {
      Object hook = m.own("__getattr__");
      if (hook != null) {
        return Calls.call1(hook, name);
      }
      return ImportHooks.attribute(m, name);
    }
    return null;
  }

  private static @Nullable Object findOnClass(PyType object, PyType meta, String name) {
    Object onMeta = meta.lookup(name);
    if (onMeta != null && isDataDescriptor(onMeta)) {
      return bind(onMeta, object, meta);
    }
    Object own = object.lookup(name);
    if (own != null) {
      return bindOnClass(own, object);
    }
    return onMeta == null ? null : bind(onMeta, object, meta);
  }

  private static @Nullable Object findOnSuper(PySuper s, String name) {
    Object found = findBehind(s, name);
    if (found != null) {
      return found;
    }
    Object own = s.type().lookup(name);
    return own == null ? null : bind(own, s, s.type());
  }

  private static @Nullable Object findBehind(PySuper s, String name) {
    if (name.equals("__class__") || s.self() == Unset.UNSET) {
      return null;
    }
    Object found = s.objectType().lookupAfter(s.start(), name);
    return found == null
        ? null
        : s.self() == s.objectType()
            ? bindOnClass(found, s.objectType())
            : bind(found, s.self(), s.objectType());
  }

  /** The special method of the object's class, bound to the object, or null. */
  public static @Nullable Object special(Object object, String name) {
    PyType type = PyType.of(object);
    Object found = type.lookup(name);
    return found == null ? null : bind(found, object, type);
  }

  /** Whether a class attribute takes the receiver as first argument when called through it. */
  public static boolean bindsReceiver(Object attribute) {
    return attribute instanceof PyFunction
        || attribute instanceof NativeMethod
        || attribute instanceof BindsReceiver;
  }

  /** What a class attribute gives when read through an instance. */
  public static Object bind(Object attribute, Object object, PyType type) {
    return switch (attribute) {
      case PyFunction f -> new PyMethod(object, f);
      case NativeMethod m -> new BoundNative(object, m);
      case BindsReceiver f -> new PyMethod(object, (PyObject) f);
      case GetSet g -> g.get(object);
      case PyProperty p when p.type() == BuiltinTypes.PROPERTY -> getProperty(p, object);
      case PyStaticMethod s when s.type() == BuiltinTypes.STATIC_METHOD -> s.function();
      case PyClassMethod c when c.type() == BuiltinTypes.CLASS_METHOD -> bindClassMethod(c, type);
      case SlotDescriptor s -> getSlot(s, object);
      case PyObject o -> bindThroughGet(o, object, type);
      default -> attribute;
    };
  }

  private static Object bindThroughGet(PyObject attribute, Object object, PyType type) {
    Object get = attribute.type().lookup("__get__");
    return get == null
        ? attribute
        : Calls.call2(bind(get, attribute, attribute.type()), object, type);
  }

  /** What a class attribute gives when read through the class. */
  public static Object bindOnClass(Object attribute, PyType type) {
    return switch (attribute) {
      case PyFunction f -> f;
      case NativeMethod m -> m;
      case GetSet g -> g;
      case SlotDescriptor s -> s;
      case PyProperty p when p.type() == BuiltinTypes.PROPERTY -> p;
      case PyStaticMethod s when s.type() == BuiltinTypes.STATIC_METHOD -> s.function();
      case PyClassMethod c when c.type() == BuiltinTypes.CLASS_METHOD -> bindClassMethod(c, type);
      case PyObject o -> bindThroughGet(o, PySingleton.NONE, type);
      default -> attribute;
    };
  }

  /**
   * What a class method gives for a class: its function, or what that gives, bound to the class.
   */
  public static Object bindClassMethod(PyClassMethod c, PyType type) {
    Object function = c.function();
    return function instanceof NativeFunction n
        ? new BoundNative(type, n)
        : function instanceof PyFunction || PyType.of(function).lookup("__get__") == null
            ? new PyMethod(type, function)
            : bind(function, type, type);
  }

  private static Object getSlot(SlotDescriptor slot, Object object) {
    Object value = object instanceof Namespace n ? n.own(slot.name()) : null;
    if (value == null) {
      checkReceiver(slot, object);
      throw Errors.noAttribute(object, slot.name());
    }
    return value;
  }

  private static void checkReceiver(SlotDescriptor slot, Object object) {
    if (!PyType.of(object).isSubtypeOf(slot.owner())) {
      throw Errors.typeError(
          "descriptor '"
              + slot.name()
              + "' for '"
              + slot.owner().name()
              + "' objects doesn't apply to a '"
              + PyType.of(object).name()
              + "' object");
    }
  }

  /** Reads a property of an object. */
  public static Object getProperty(PyProperty p, Object object) {
    if (p.getter() == PySingleton.NONE) {
      throw noAccessor(p, object, "getter");
    }
    return Calls.call1(p.getter(), object);
  }

  private static PyException noAccessor(PyProperty p, Object object, String accessor) {
    String name = p.name();
    return Errors.of(
        ExceptionTypes.ATTRIBUTE_ERROR,
        (name == null ? "property of '" : "property '" + name + "' of '")
            + PyType.of(object).qualifiedName()
            + "' object has no "
            + accessor);
  }

  /** Sets a property of an object, or deletes it if the value is {@link Unset#UNSET}. */
  public static void setProperty(PyProperty p, Object object, Object value) {
    boolean delete = value == Unset.UNSET;
    Object function = delete ? p.deleter() : p.setter();
    if (function == PySingleton.NONE) {
      throw noAccessor(p, object, delete ? "deleter" : "setter");
    }
    if (delete) {
      Calls.call1(function, object);
    } else {
      Calls.call2(function, object, value);
    }
  }

  /** An argument that must be the name of an attribute, or TypeError. */
  public static String name(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "attribute name must be string, not '" + PyType.of(value).name() + "'");
    }
    return Text.java(plain);
  }

  /** {@code super(start, object)}. */
  public static PySuper superOf(PyType start, Object object) {
    if (object instanceof PyType t && t.isSubtypeOf(start)) {
      return new PySuper(start, object, t);
    }
    PyType type = PyType.of(object);
    if (type.isSubtypeOf(start)) {
      return new PySuper(start, object, type);
    }
    if (findQuietly(object, "__class__") instanceof PyType pretended
        && pretended.isSubtypeOf(start)) {
      return new PySuper(start, object, pretended);
    }
    throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
  }

  /** Whether a data descriptor is more than a way to set. */
  private static boolean canGet(Object descriptor) {
    return !(descriptor instanceof PyInstance i) || i.type().lookup("__get__") != null;
  }

  /** Whether a class attribute goes before the instance's own. */
  public static boolean isDataDescriptor(Object attribute) {
    return switch (attribute) {
      case GetSet g -> true;
      case PyProperty p -> true;
      case SlotDescriptor s -> true;
      case PyFunction f -> false;
      case NativeMethod m -> false;
      case PyInstance i ->
          i.type().lookup("__set__") != null || i.type().lookup("__delete__") != null;
      default -> false;
    };
  }

  /** {@code object.name = value}. */
  public static void store(Object object, String name, Object value) {
    PyType type = PyType.of(object);
    Object setAttr = type.traits().setAttr();
    if (setAttr != null) {
      Calls.special(object, "__setattr__", name, value);
    } else {
      storeDefault(object, type, name, value);
    }
  }

  /** What {@code object.__setattr__} does. */
  public static void storeDefault(Object object, PyType type, String name, Object value) {
    Object onClass = type.lookup(name);
    if (onClass != null && isDataDescriptor(onClass)) {
      set(onClass, object, name, value);
      return;
    }
    Namespace namespace = writable(object, type, name, onClass);
    namespace.setOwn(name, value);
  }

  private static Namespace writable(
      Object object, PyType type, String name, @Nullable Object onClass) {
    if (object instanceof PyType t && t.isNative()) {
      throw Errors.typeError(
          "cannot set '" + name + "' attribute of immutable type '" + t.fullName() + "'");
    }
    if (object instanceof Namespace n && type.takesAttributes()) {
      return n;
    }
    if (object instanceof AttributedDict d) {
      return d.attributes();
    }
    if (onClass != null) {
      throw Errors.attributeError(
          "'" + type.name() + "' object attribute '" + name + "' is read-only", object, name);
    }
    throw Errors.noAttribute(object, name);
  }

  /** Sets through a data descriptor; deletes if the value is {@link Unset#UNSET}. */
  public static void set(Object descriptor, Object object, String name, Object value) {
    switch (descriptor) {
      case GetSet g -> {
        if (value == Unset.UNSET && g.isProperty()) {
          throw Errors.attributeError(
              "property '" + name + "' of '" + PyType.of(object).name() + "' object has no deleter",
              object,
              name);
        }
        Native.F2 setter = g.setter();
        if (setter == null) {
          throw Errors.attributeError(
              isMember(g)
                  ? "readonly attribute"
                  : g.isProperty()
                      ? "property '"
                          + name
                          + "' of '"
                          + PyType.of(object).name()
                          + "' object has no setter"
                      : "attribute '"
                          + name
                          + "' of '"
                          + g.owner().fullName()
                          + "' objects is not writable",
              object,
              name);
        }
        setter.call(object, value);
      }
      case SlotDescriptor s -> {
        checkReceiver(s, object);
        Namespace n = (Namespace) object;
        if (value != Unset.UNSET) {
          n.setOwn(s.name(), value);
        } else if (!n.deleteOwn(s.name())) {
          throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, name);
        }
      }
      case PyProperty p when p.type() == BuiltinTypes.PROPERTY -> {
        setProperty(p, object, value);
      }
      default -> {
        Object done =
            value == Unset.UNSET
                ? Calls.special(descriptor, "__delete__", object)
                : Calls.special(descriptor, "__set__", object, value);
        if (done == null) {
          throw Errors.attributeError(
              value == Unset.UNSET ? "__delete__" : "__set__", object, name);
        }
      }
    }
  }

  /** Whether CPython keeps the attribute in a field, which messages tell from a getter. */
  private static boolean isMember(GetSet g) {
    return switch (g.owner().simpleName()) {
      case "range",
          "slice",
          "complex",
          "method",
          "BaseExceptionGroup",
          "code",
          "property",
          "super",
          "staticmethod",
          "classmethod" ->
          !g.name().startsWith("__") || g.owner().simpleName().equals("method");
      case "module" -> g.name().equals("__dict__");
      case "function" -> g.name().equals("__globals__") || g.name().equals("__closure__");
      case "type" -> g.name().equals("__mro__") || g.name().equals("__base__");
      default -> false;
    };
  }

  /** {@code del object.name}. */
  public static void delete(Object object, String name) {
    PyType type = PyType.of(object);
    Object delAttr = type.traits().delAttr();
    if (delAttr != null) {
      Calls.callUnbound(delAttr, object, name);
    } else {
      deleteDefault(object, type, name);
    }
  }

  /** What {@code object.__delattr__} does. */
  public static void deleteDefault(Object object, PyType type, String name) {
    Object onClass = type.lookup(name);
    if (onClass != null && isDataDescriptor(onClass)) {
      set(onClass, object, name, Unset.UNSET);
      return;
    }
    Namespace namespace = writable(object, type, name, onClass);
    if (!namespace.deleteOwn(name)) {
      throw object instanceof PyModule ? Errors.noAttribute(object, name) : missing(object, name);
    }
  }

  /** Whether the object has the attribute: {@code hasattr}. */
  public static boolean has(Object object, String name) {
    return findQuietly(object, name) != null;
  }
}
