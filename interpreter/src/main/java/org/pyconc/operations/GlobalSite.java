package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.DictGlobals;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.Shape;
import org.pyconc.runtime.ImportHooks;

/** One place that reads a global variable or builtin: remembers the slot for the shape it saw. */
public final class GlobalSite {
  private record Entry(Shape shape, boolean isBuiltin, Shape builtins, int slot) {}

  private final String name;
  private @Nullable Entry entry;

  public GlobalSite(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** The value, or NameError. Small, so that HotSpot inlines it into the generated code. */
  public Object load(PyModule globals) {
    Entry e = entry;
    if (e != null && e.shape == globals.shape && !e.isBuiltin) {
      Object value = globals.slots[e.slot];
      if (value != null) {
        return value;
      }
    }
    return loadOther(globals);
  }

  private Object loadOther(PyModule globals) {
    Entry e = entry;
    if (e != null && e.shape == globals.shape && e.isBuiltin) {
      PyModule builtins = globals.builtins();
      if (e.builtins == builtins.shape) {
        Object value = builtins.slots[e.slot];
        if (value != null) {
          return value;
        }
      }
    }
    Object value = find(globals);
    if (value == null) {
      value = ImportHooks.attribute(globals, name);
    }
    if (value == null) {
      throw Errors.nameError(name, globals);
    }
    return value;
  }

  /** The value, or null if there is neither a global variable nor a builtin of that name. */
  public @Nullable Object find(PyModule globals) {
    if (globals instanceof DictGlobals || globals.isDictionary()) {
      Object value = globals.own(name);
      return value != null ? value : globals.builtins().own(name);
    }
    Shape shape = globals.shape;
    PyModule builtins = globals.builtins();
    int slot = shape.indexOf(name);
    if (slot >= 0) {
      Object value = globals.slots[slot];
      if (value != null) {
        entry = new Entry(shape, false, shape, slot);
        return value;
      }
    }
    int builtinSlot = builtins.shape.indexOf(name);
    if (builtinSlot < 0) {
      return null;
    }
    if (slot < 0) {
      entry = new Entry(shape, true, builtins.shape, builtinSlot);
    }
    return builtins.slots[builtinSlot];
  }

  /** Sets the global variable. */
  public void store(PyModule globals, Object value) {
    Entry e = entry;
    if (e != null && !e.isBuiltin && e.shape == globals.shape) {
      globals.slots[e.slot] = value;
      return;
    }
    globals.setOwn(name, value);
    if (globals instanceof DictGlobals || globals.isDictionary()) {
      return;
    }
    Shape shape = globals.shape;
    entry = new Entry(shape, false, shape, shape.indexOf(name));
  }

  /** Deletes the global variable. */
  public void delete(PyModule globals) {
    Deletion.done(remove(globals));
  }

  /** As {@link #delete}, and says what {@link Deletion#matters} said of the value. */
  public boolean remove(PyModule globals) {
    boolean matters = Deletion.matters(globals.own(name));
    if (!globals.deleteOwn(name)) {
      throw Errors.nameError(name, globals);
    }
    return matters;
  }

  /** Sets the global variable to None, and says what {@link Deletion#matters} said of its value. */
  public boolean clear(PyModule globals) {
    boolean matters = Deletion.matters(globals.own(name));
    store(globals, PySingleton.NONE);
    return matters;
  }
}
