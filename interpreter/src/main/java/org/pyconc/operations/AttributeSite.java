package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ClassVersion;
import org.pyconc.objects.FloatCell;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Shape;
import org.pyconc.objects.TypeTraits;

/**
 * One place that reads, sets or calls an attribute. It remembers where the value stood for the
 * class version and shape that it saw last, never the value itself: that belongs to one process.
 */
public final class AttributeSite {
  /** So many classes or shapes are remembered before the oldest is forgotten. */
  private static final int MOST = 4;

  /** A slot of the object itself, for objects of that class version and shape. */
  private record Own(ClassVersion version, Shape shape, int slot, @Nullable Own next) {
    int length() {
      return next == null ? 1 : 1 + next.length();
    }
  }

  /**
   * A slot of a class in the resolution order, for objects of that class version and shape.
   *
   * @param shape null for objects without attributes of their own, and for classes
   * @param isOfClass whether the object itself is the class
   */
  private record OnClass(
      ClassVersion version,
      @Nullable Shape shape,
      int order,
      int slot,
      boolean isOfClass,
      @Nullable OnClass next) {
    /** The value. Most stand in the class itself, which is the shorter way. */
    @Nullable Object in(PyType type) {
      return (order == 0 ? type : type.mro()[order]).slots[slot];
    }

    int length() {
      return next == null ? 1 : 1 + next.length();
    }
  }

  /** A new slot: the shape before and after. */
  private record Transition(ClassVersion version, Shape before, Shape after) {}

  private final String name;
  private @Nullable Own own;
  private @Nullable OnClass onClass;
  private @Nullable Transition transition;

  /** The method of a native class that was found last. Such classes never change. */
  private @Nullable NativeMethod builtin;

  /** The shape of the object it was found for; null if that has no attributes of its own. */
  private @Nullable Shape builtinShape;

  public AttributeSite(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** {@code object.name}. Small, so that HotSpot inlines it into the generated code. */
  public Object load(Object object) {
    if (object.getClass() == PyInstance.class) {
      PyInstance i = (PyInstance) object;
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        Object value = i.slots[o.slot];
        if (value != null) {
          return value instanceof FloatCell cell ? (Object) cell.value : value;
        }
      }
    }
    return loadOther(object);
  }

  /** The same, but an attribute that is a changing float may be given as its cell. */
  public Object loadOrCell(Object object) {
    if (object.getClass() == PyInstance.class) {
      PyInstance i = (PyInstance) object;
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        Object value = i.slots[o.slot];
        if (value != null) {
          return value;
        }
      }
    }
    return loadOther(object);
  }

  private Object loadOther(Object object) {
    Object found = null;
    try {
      if (object instanceof PyInstance i) {
        found = loadFromInstance(i);
      } else if (object instanceof PyModule m) {
        found = loadFromModule(m);
      } else if (object instanceof PyType t) {
        found = loadFromClassItself(t);
      } else if (object instanceof PyFunction f) {
        found = loadFromFunction(f);
      }
    } catch (PyException e) {
      throw Attributes.about(e, object, name);
    }
    return found != null ? found : Attributes.load(object, name);
  }

  private @Nullable Object loadFromInstance(PyInstance i) {
    ClassVersion version = i.type().version();
    for (Own o = own; o != null; o = o.next) {
      if (o.shape == i.shape && o.version == version) {
        Object value = i.valueIn(o.slot);
        if (value != null) {
          return value;
        }
      }
    }
    Object found = loadFromClass(i, i.type(), i.shape);
    if (found == null) {
      rememberOwn(i);
    }
    return found;
  }

  private @Nullable Object loadFromModule(PyModule m) {
    Own o = own;
    if (o != null && o.shape == m.shape && o.version == m.type().version()) {
      Object value = m.slots[o.slot];
      if (value != null) {
        return value;
      }
    }
    int slot = m.shape.indexOf(name);
    if (slot < 0 || m.isDictionary() || m.type() != BuiltinTypes.MODULE) {
      return null;
    }
    own = new Own(m.type().version(), m.shape, slot, null);
    return m.slots[slot];
  }

  private @Nullable Object loadFromFunction(PyFunction f) {
    Own o = own;
    if (o != null && o.shape == f.shape) {
      return f.slots[o.slot];
    }
    rememberOnFunction(f);
    return null;
  }

  /** The bound attribute of the instance's class, or null to look in the ordinary way. */
  private @Nullable Object loadFromClass(PyInstance i, PyType type, Shape shape) {
    OnClass c = find(type.version(), shape, false);
    if (c == null) {
      c = rememberOnClass(type, shape);
    }
    Object value = c == null ? null : c.in(type);
    return value == null ? null : Attributes.bind(value, i, type);
  }

  private @Nullable Object loadFromClassItself(PyType type) {
    OnClass c = find(type.version(), null, true);
    if (c == null) {
      c = rememberOnClassItself(type);
    }
    Object value = c == null ? null : c.in(type);
    return value == null ? null : Attributes.bindOnClass(value, type);
  }

  private @Nullable OnClass find(ClassVersion version, @Nullable Shape shape, boolean isOfClass) {
    for (OnClass c = onClass; c != null; c = c.next) {
      if (c.version == version && c.shape == shape && c.isOfClass == isOfClass) {
        return c;
      }
    }
    return null;
  }

  private @Nullable OnClass rememberOnClass(PyType type, Shape shape) {
    if (type.traits().getAttribute() != null) {
      return null;
    }
    OnClass c = locate(type, shape, false);
    if (c == null) {
      return null;
    }
    Object value = c.in(type);
    if (value == null) {
      return null;
    }
    if (type.traits().getAttr() != null && mayRefuse(value)) {
      return null; // __getattr__ takes over when the descriptor raises AttributeError
    }
    if (value instanceof SlotDescriptor slot && isSlotOf(slot, type)) {
      return null; // it is the instance's own
    }
    boolean isData = Attributes.isDataDescriptor(value);
    boolean isPrograms = value instanceof PyInstance && !(value instanceof PyProperty);
    if (isData ? isPrograms : shape.indexOf(name) >= 0) {
      return null; // one without __get__ lets the instance's own attribute through
    }
    onClass = c;
    return c;
  }

  private static boolean mayRefuse(Object value) {
    return value instanceof PyInstance
        || value instanceof GetSet
        || value instanceof SlotDescriptor;
  }

  private @Nullable OnClass rememberOnClassItself(PyType type) {
    PyType meta = type.type();
    if (meta != BuiltinTypes.TYPE) {
      return null;
    }
    Object onMeta = meta.lookup(name);
    if (onMeta != null && Attributes.isDataDescriptor(onMeta)) {
      return null;
    }
    OnClass c = locate(type, null, true);
    if (c != null) {
      onClass = c;
    }
    return c;
  }

  /** Where the class attribute stands, as a new head of the chain; null if there is none. */
  private @Nullable OnClass locate(PyType type, @Nullable Shape shape, boolean isOfClass) {
    ClassVersion version = type.version();
    PyType[] mro = type.mro();
    for (int order = 0; order < mro.length; order++) {
      if (mro[order].ownAttribute(name) != null) {
        OnClass rest = onClass;
        return new OnClass(
            version,
            shape,
            order,
            mro[order].shape.indexOf(name),
            isOfClass,
            rest == null || rest.length() >= MOST ? null : rest);
      }
    }
    return null;
  }

  private void rememberOwn(PyInstance i) {
    PyType type = i.type();
    int slot = i.shape.indexOf(name);
    if (slot >= 0 && i.slots[slot] != null && type.traits().getAttribute() == null) {
      Object shadow = type.lookup(name);
      if (shadow == null || leadsToOwn(shadow, type)) {
        Own rest = own;
        own =
            new Own(
                type.version(), i.shape, slot, rest == null || rest.length() >= MOST ? null : rest);
      }
    }
  }

  /** Whether an instance's own attribute is what such a class attribute lets a reader find. */
  private boolean leadsToOwn(Object onClass, PyType type) {
    return onClass instanceof SlotDescriptor slot
        ? isSlotOf(slot, type)
        : !Attributes.isDataDescriptor(onClass);
  }

  /** Whether the slot is kept as attribute of that name by all instances of the class. */
  private boolean isSlotOf(SlotDescriptor slot, PyType type) {
    return slot.name().equals(name) && type.isSubtypeOf(slot.owner());
  }

  /** The class of functions never changes: the shape says all. */
  private void rememberOnFunction(PyFunction f) {
    int slot = f.shape.indexOf(name);
    if (slot >= 0 && f.slots[slot] != null && BuiltinTypes.FUNCTION.lookup(name) == null) {
      own = new Own(BuiltinTypes.FUNCTION.version(), f.shape, slot, null);
    }
  }

  /** {@code object.name = value}. Small, so that HotSpot inlines it into the generated code. */
  public void store(Object object, Object value) {
    if (object.getClass() == PyInstance.class) {
      PyInstance i = (PyInstance) object;
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        i.slots[o.slot] = value;
        return;
      }
    }
    storeOther(object, value);
  }

  /**
   * The same for a float. An attribute that was a float before gets a cell: it is likely to change
   * again.
   */
  public void store(Object object, double value) {
    if (object instanceof PyInstance i) {
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        Object before = i.slots[o.slot];
        if (before instanceof FloatCell cell) {
          cell.value = value;
          return;
        }
        if (before instanceof Double) {
          i.slots[o.slot] = new FloatCell(value);
          return;
        }
      }
    }
    store(object, (Object) value);
  }

  private void storeOther(Object object, Object value) {
    if (object instanceof PyInstance i) {
      ClassVersion version = i.type().version();
      Transition t = transition;
      if (t != null && t.before == i.shape && t.version == version) {
        i.append(t.after, value);
        return;
      }
      for (Own o = own; o != null; o = o.next) {
        if (o.shape == i.shape && o.version == version) {
          i.slots[o.slot] = value;
          return;
        }
      }
      storeAndRemember(i, value);
      return;
    }
    if (object instanceof PyFunction f) {
      Own o = own;
      if (o != null && o.shape == f.shape) {
        f.slots[o.slot] = value;
        return;
      }
      rememberOnFunction(f);
    }
    Attributes.store(object, name, value);
  }

  private void storeAndRemember(PyInstance i, Object value) {
    PyType type = i.type();
    Shape before = i.shape;
    Object onClass = type.lookup(name);
    boolean plain =
        type.traits().setAttr() == null
            && (onClass == null
                ? !type.hasSlotsOnly()
                : onClass instanceof SlotDescriptor slot && isSlotOf(slot, type));
    Attributes.store(i, name, value);
    if (plain) {
      if (before == i.shape) {
        rememberOwn(i);
      } else if (i.shape == before.with(name)) {
        transition = new Transition(type.version(), before, i.shape);
      }
    }
  }

  /** The body of a builtin's method that takes the object alone, if one was found here before. */
  public Native.@Nullable F1 native1(Object object) {
    NativeMethod n = builtin;
    return n != null && isFor(n, object) ? n.code().f1() : null;
  }

  /** The same for the object and one argument. */
  public Native.@Nullable F2 native2(Object object) {
    NativeMethod n = builtin;
    return n != null && isFor(n, object) ? n.code().f2() : null;
  }

  /** The same for the object and two arguments. */
  public Native.@Nullable F3 native3(Object object) {
    NativeMethod n = builtin;
    return n != null && isFor(n, object) ? n.code().f3() : null;
  }

  private boolean isFor(NativeMethod n, Object object) {
    return n.takes(object) && (!(object instanceof PyInstance i) || i.shape == builtinShape);
  }

  /**
   * The function to call with the object as first argument for {@code object.name(...)}, or null
   * where the attribute has to be read in the ordinary way.
   */
  public @Nullable PyObject method(Object object) {
    if (object.getClass() == PyInstance.class) {
      PyInstance i = (PyInstance) object;
      OnClass c = onClass;
      PyType type = i.type();
      if (c != null && c.shape == i.shape && c.version == type.version()) {
        Object function = c.in(type);
        if (function instanceof PyFunction f) {
          return f;
        }
      }
    }
    return methodOther(object);
  }

  private @Nullable PyObject methodOther(Object object) {
    PyType type = PyType.of(object);
    Shape shape = shapeOf(object);
    OnClass c = object instanceof PyType ? null : find(type.version(), shape, false);
    if (c != null) {
      Object function = c.in(type);
      if (function != null) {
        return function instanceof PyObject f && Attributes.bindsReceiver(f) ? f : null;
      }
    }
    PyObject found = findMethod(object, type, shape);
    if (found instanceof NativeMethod n && n.takes(object) && !(object instanceof AttributedDict)) {
      builtin = n;
      builtinShape = shape;
    }
    return found;
  }

  /** The shape of the attributes of the object's own; null if it has none. */
  private static @Nullable Shape shapeOf(Object object) {
    Namespace own =
        object instanceof AttributedDict d
            ? d.existingAttributes()
            : object instanceof Namespace n ? n : null;
    return own == null ? null : own.shape;
  }

  private @Nullable PyObject findMethod(Object object, PyType type, @Nullable Shape shape) {
    if (object instanceof PyType || object instanceof PyModule || object instanceof PySuper) {
      return null;
    }
    TypeTraits traits = type.traits();
    if (traits.getAttribute() != null) {
      return null;
    }
    if (shape != null && shape.indexOf(name) >= 0) {
      return null;
    }
    OnClass c = locate(type, shape, false);
    Object found = c == null ? null : c.in(type);
    if (found == null || !Attributes.bindsReceiver(found)) {
      return null;
    }
    onClass = c;
    return (PyObject) found;
  }
}
