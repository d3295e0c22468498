package org.pyconc.stdlib.threading;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Shape;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.LocalArguments;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Attributes that each thread has for itself. What the running thread has stands in the object
 * itself; those of others are put aside.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#thread-local-data">Thread-local
 *     data</a>
 */
final class LocalObject extends PyInstance implements Transferable {
  static final PyType TYPE =
      new PyType(
          "_thread._local", BuiltinTypes.OBJECT, true, LocalObject::new, LocalObject::define);

  private record Own(Shape shape, @Nullable Object[] slots) {}

  private final Map<Task, Own> aside = new WeakHashMap<>();
  private @Nullable Task owner;
  private LocalArguments arguments = LocalArguments.NONE;

  private LocalObject(PyType type) {
    super(type);
    owner = Task.current();
  }

  private static void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Thread-local data.",
        a -> {
          LocalObject self = (LocalObject) a[0];
          if (self.type() == TYPE && (((PyTuple) a[1]).size() > 0 || ((PyDict) a[2]).size() > 0)) {
            throw Errors.typeError("Initialization arguments are not supported");
          }
          return PySingleton.NONE;
        });
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> {
          PyType type = (PyType) a[0];
          LocalObject made = new LocalObject(type);
          made.arguments = new LocalArguments((PyTuple) a[1], (PyDict) a[2]);
          return made;
        });
    b.getter("__dict__", "", self -> new NamespaceDict(current(self)));
    b.method(
        "__getattribute__(self, name, /)",
        "Return getattr(self, name).",
        (self, name) -> {
          LocalObject local = current(self);
          Object found = Attributes.findDefault(local, local.type(), Text.java(name));
          if (found == null) {
            throw local.type() == TYPE
                ? Errors.of(
                    ExceptionTypes.ATTRIBUTE_ERROR,
                    "'_thread._local' object has no attribute '" + Text.java(name) + "'")
                : Errors.noAttribute(local, Text.java(name));
          }
          return found;
        });
    b.method(
        "__setattr__(self, name, value, /)",
        "Implement setattr(self, name, value).",
        (self, name, value) -> {
          LocalObject local = current(self);
          Attributes.storeDefault(local, local.type(), Text.java(name), value);
          return PySingleton.NONE;
        });
    b.method(
        "__delattr__(self, name, /)",
        "Implement delattr(self, name).",
        (self, name) -> {
          LocalObject local = current(self);
          Attributes.deleteDefault(local, local.type(), Text.java(name));
          return PySingleton.NONE;
        });
  }

  /** The object with the attributes of the running thread in it. */
  private static LocalObject current(Object o) {
    LocalObject self = (LocalObject) o;
    Task task = Task.require();
    if (self.owner != task) {
      self.switchTo(task);
    }
    return self;
  }

  /** The objects of a process that some thread has attributes in. */
  private static final class Used {
    final Set<LocalObject> objects = Collections.newSetFromMap(new WeakHashMap<>());
  }

  /** At the end of a thread: what it had for itself is gone. */
  static void forget(Task task) {
    Used used = ProcessState.current().findModuleState(Used.class);
    if (used != null) {
      for (LocalObject each : used.objects) {
        each.drop(task);
      }
    }
  }

  private void drop(Task task) {
    if (owner == task) {
      owner = null;
      shape = type().instanceRoot();
      slots = NO_ARGUMENTS;
    } else {
      aside.remove(task);
    }
  }

  private void switchTo(Task task) {
    Task before = owner;
    if (before != null) {
      aside.put(before, new Own(shape, slots));
    }
    owner = task;
    Own known = aside.remove(task);
    if (known != null) {
      shape = known.shape;
      slots = known.slots;
      return;
    }
    ProcessState.current().moduleState(Used.class, Used::new).objects.add(this);
    shape = type().instanceRoot();
    slots = NO_ARGUMENTS;
    arguments.initialise(this);
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.makesLocks()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    LocalObject copy = new LocalObject(copier.copyType(type()));
    copier.register(this, copy);
    if (!copier.isFork()) {
      copy.owner = null; // no thread of the receiver has anything in it
      copy.arguments = arguments.copy(copier);
      return copy;
    }
    current(this);
    copier.copyAttributes(this, copy);
    copy.arguments = arguments.copy(copier);
    var child = copier.target();
    copy.owner = child == null ? null : child.process().mainTask();
    return copy;
  }
}
