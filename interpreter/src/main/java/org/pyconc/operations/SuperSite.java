package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ClassVersion;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;

/**
 * One place that calls a method of {@code super()}. It remembers where the function stood for the
 * two classes that it saw last, so that no super object and no bound method is made.
 */
public final class SuperSite {
  /**
   * A slot of a class in the resolution order.
   *
   * @param version of the object's class
   * @param start version of the class behind which is looked
   */
  private record Found(ClassVersion version, ClassVersion start, int order, int slot) {}

  private final String name;
  private @Nullable Found found;

  public SuperSite(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /**
   * The function to call with the object as first argument, or null where a super object has to be
   * made. The parameters are those of {@link SuperCall#call}.
   */
  public @Nullable PyObject method(Object function, @Nullable Object start, @Nullable Object self) {
    if (function != BuiltinTypes.SUPER
        || self == null
        || self == Unset.UNSET
        || self instanceof PyType
        || !(start instanceof PyType behind)) {
      return null;
    }
    PyType type = PyType.of(self);
    Found f = found;
    if (f == null || f.version != type.version() || f.start != behind.version()) {
      f = find(type, behind);
      if (f == null) {
        return null;
      }
      found = f;
    }
    Object value = type.mro()[f.order].slots[f.slot];
    return value instanceof PyObject o && Attributes.bindsReceiver(o) ? o : null;
  }

  private @Nullable Found find(PyType type, PyType start) {
    PyType[] mro = type.mro();
    int order = 0;
    while (order < mro.length && mro[order] != start) {
      order++;
    }
    for (order++; order < mro.length; order++) {
      if (mro[order].ownAttribute(name) != null) {
        return new Found(type.version(), start.version(), order, mro[order].shape.indexOf(name));
      }
    }
    return null;
  }
}
