package org.pyconc.stdlib.weakref;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Forgotten;

/** The weak references of a process: which have a callback, and whose objects have vanished. */
final class References {
  /**
   * Those with a callback. They are looked at one by one: a queue of the JVM would have them only
   * some time after a collection.
   */
  private final List<Target> watched = new ArrayList<>();

  private final List<WeakReference<ReferenceObject>> all = new ArrayList<>();
  private int pruneAt = 64;

  /** A reference of Java, and that of the program which it stands for. */
  private static final class Target extends WeakReference<Object> {
    final WeakReference<ReferenceObject> owner;

    Target(Object object, ReferenceObject owner) {
      super(object);
      this.owner = new WeakReference<>(owner);
    }
  }

  References() {
    Forgotten.ofProcess().afterCollection(this::run);
  }

  WeakReference<Object> add(ReferenceObject reference, Object object) {
    if (all.size() >= pruneAt) {
      all.removeIf(each -> each.get() == null);
      pruneAt = Math.max(64, all.size() * 2);
    }
    all.add(new WeakReference<>(reference));
    Target target = new Target(object, reference);
    Forgotten.ofProcess().observe(object);
    if (reference.callback() != PySingleton.NONE) {
      watched.add(target);
    }
    return target;
  }

  /** The living references to an object. */
  List<Object> to(Object object) {
    List<Object> found = new ArrayList<>();
    for (WeakReference<ReferenceObject> each : all) {
      ReferenceObject reference = each.get();
      if (reference != null && reference.get() == object) {
        found.add(reference);
      }
    }
    return found;
  }

  /** Calls the callbacks of references whose objects have vanished, the latest first. */
  void run() {
    List<Target> vanished = new ArrayList<>();
    watched.removeIf(each -> each.get() == null && vanished.add(each));
    for (int i = vanished.size() - 1; i >= 0; i--) {
      ReferenceObject reference = vanished.get(i).owner.get();
      if (reference != null && reference.callback() != PySingleton.NONE) {
        Object callback = reference.callback();
        reference.forgetCallback();
        try {
          Object ignored = Calls.call1(callback, reference);
        } catch (PyException e) {
          ErrorReport.ignored(callback, e);
        }
      }
    }
  }
}
