package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.ClassVersion;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Shape;
import org.pyconc.objects.TypeTraits;

/**
 * One place that reads, sets or calls an attribute. It remembers where the value stood for the
 * class version and shape that it saw last, never the value itself: that belongs to one process.
 */
public final class AttributeSite {
  /** A slot of the object itself, for objects of that class version and shape. */
  private record Own(ClassVersion version, Shape shape, int slot) {}

  /** A slot of a class in the resolution order, for objects of that class version and shape. */
  private record OnClass(ClassVersion version, @Nullable Shape shape, int order, int slot) {}

  /** A new slot: the shape before and after. */
  private record Transition(ClassVersion version, Shape before, Shape after) {}

  private final String name;
  private @Nullable Own own;
  private @Nullable OnClass onClass;
  private @Nullable Transition transition;

  public AttributeSite(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** {@code object.name}. */
  public Object load(Object object) {
    if (object instanceof PyInstance i) {
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        Object value = i.slots[o.slot];
        if (value != null) {
          return value;
        }
      }
      rememberOwn(i);
    } else if (object instanceof PyModule m) {
      Own o = own;
      if (o != null && o.shape == m.shape) {
        Object value = m.slots[o.slot];
        if (value != null) {
          return value;
        }
      }
      int slot = m.shape.indexOf(name);
      if (slot >= 0) {
        own = new Own(m.type().version(), m.shape, slot);
      }
    }
    return Attributes.load(object, name);
  }

  private void rememberOwn(PyInstance i) {
    PyType type = i.type();
    int slot = i.shape.indexOf(name);
    if (slot >= 0 && i.slots[slot] != null && type.traits().getAttribute() == null) {
      Object shadow = type.lookup(name);
      if (shadow == null || !Attributes.isDataDescriptor(shadow)) {
        own = new Own(type.version(), i.shape, slot);
      }
    }
  }

  /** {@code object.name = value}. */
  public void store(Object object, Object value) {
    if (object instanceof PyInstance i) {
      Own o = own;
      if (o != null && o.shape == i.shape && o.version == i.type().version()) {
        i.slots[o.slot] = value;
        return;
      }
      Transition t = transition;
      if (t != null && t.before == i.shape && t.version == i.type().version()) {
        i.append(t.after, value);
        return;
      }
      storeAndRemember(i, value);
      return;
    }
    Attributes.store(object, name, value);
  }

  private void storeAndRemember(PyInstance i, Object value) {
    PyType type = i.type();
    Shape before = i.shape;
    boolean plain =
        type.traits().setAttr() == null && !type.hasSlotsOnly() && type.lookup(name) == null;
    Attributes.store(i, name, value);
    if (plain) {
      if (before == i.shape) {
        rememberOwn(i);
      } else if (i.shape == before.with(name)) {
        transition = new Transition(type.version(), before, i.shape);
      }
    }
  }

  /**
   * The function to call with the object as first argument for {@code object.name(...)}, or null
   * where the attribute has to be read in the ordinary way.
   */
  public @Nullable PyObject method(Object object) {
    PyType type = PyType.of(object);
    OnClass c = onClass;
    Shape shape = object instanceof Namespace n ? n.shape : null;
    if (c != null && c.version == type.version() && c.shape == shape) {
      Object function = type.mro()[c.order].slots[c.slot];
      if (function instanceof PyObject f) {
        return f;
      }
    }
    return findMethod(object, type, shape);
  }

  private @Nullable PyObject findMethod(Object object, PyType type, @Nullable Shape shape) {
    if (object instanceof PyType || object instanceof PyModule || object instanceof PySuper) {
      return null;
    }
    TypeTraits traits = type.traits();
    if (traits.getAttribute() != null) {
      return null;
    }
    if (object instanceof Namespace n && n.own(name) != null) {
      return null;
    }
    ClassVersion version = type.version();
    PyType[] mro = type.mro();
    for (int order = 0; order < mro.length; order++) {
      Object found = mro[order].ownAttribute(name);
      if (found != null) {
        if (!Attributes.bindsReceiver(found)) {
          return null;
        }
        onClass = new OnClass(version, shape, order, mro[order].shape.indexOf(name));
        return (PyObject) found;
      }
    }
    return null;
  }
}
