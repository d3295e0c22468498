package org.pyconc.stdlib.gevent;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.stdlib.support.LocalArguments;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Attributes that each greenlet has for itself. They belong to the greenlet, and vanish with it.
 *
 * @see <a href="https://www.gevent.org/api/gevent.local.html">gevent.local</a>
 */
final class GreenletLocal extends PyInstance implements Transferable {
  static final PyType TYPE =
      new PyType(
          "gevent._core.local",
          BuiltinTypes.OBJECT,
          true,
          GreenletLocal::new,
          GreenletLocal::define);

  private LocalArguments arguments = LocalArguments.NONE;

  /** What the main greenlet of a forked process has, before it asks. */
  private @Nullable PyDict inherited;

  private GreenletLocal(PyType type) {
    super(type);
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> {
          GreenletLocal made = new GreenletLocal((PyType) a[0]);
          made.arguments = new LocalArguments((PyTuple) a[1], (PyDict) a[2]);
          made.remember(PyGreenlet.current(), new PyDict());
          return made;
        });
    b.method(
        "__getattribute__(self, name, /)",
        "Return getattr(self, name).",
        (self, name) -> ((GreenletLocal) self).load(Text.java(name)));
    b.method(
        "__setattr__(self, name, value, /)",
        "Implement setattr(self, name, value).",
        (self, name, value) -> ((GreenletLocal) self).store(Text.java(name), value));
    b.method(
        "__delattr__(self, name, /)",
        "Implement delattr(self, name).",
        (self, name) -> ((GreenletLocal) self).store(Text.java(name), Unset.UNSET));
  }

  static void functions(ModuleBuilder b) {
    b.function(
        "local_arguments(local, /)",
        "What a local was made with.",
        o -> {
          LocalArguments made = ((GreenletLocal) o).arguments;
          PyDict keywords = made.keywords();
          return PyTuple.of(made.positional(), keywords == null ? new PyDict() : keywords);
        });
    b.function(
        "locals_of(greenlet, /)",
        "Pairs of the locals that a greenlet has used and what it has there.",
        g -> {
          PyList found = new PyList();
          Map<Object, Object> locals = ((PyGreenlet) g).locals;
          if (locals != null) {
            for (Map.Entry<Object, Object> each : locals.entrySet()) {
              found.append(PyTuple.of(each.getKey(), each.getValue()));
            }
          }
          return found;
        });
  }

  private Object load(String name) {
    PyDict attributes = ofRunning();
    if (name.equals("__dict__")) {
      return attributes;
    }
    PyType type = type();
    Object onClass = type.lookup(name);
    if (onClass == null || !Attributes.isDataDescriptor(onClass)) {
      Object own = attributes.get(name);
      if (own != null) {
        return own;
      }
    }
    if (onClass == null) {
      throw Errors.noAttribute(this, name);
    }
    return Attributes.bind(onClass, this, type);
  }

  /** Sets an attribute; deletes it if the value is {@link Unset#UNSET}. */
  private Object store(String name, Object value) {
    if (name.equals("__dict__")) {
      throw Errors.attributeError(
          "'" + type().name() + "' object attribute '__dict__' is read-only", this, name);
    }
    PyDict attributes = ofRunning();
    Object onClass = type().lookup(name);
    if (onClass != null && Attributes.isDataDescriptor(onClass)) {
      Attributes.set(onClass, this, name, value);
    } else if (value != Unset.UNSET) {
      attributes.put(name, value);
    } else if (attributes.remove(name) == null) {
      throw Errors.attributeError(name, this, name);
    }
    return PySingleton.NONE;
  }

  /** What the running greenlet has; {@code __init__} is called when it asks for the first time. */
  private PyDict ofRunning() {
    PyGreenlet greenlet = PyGreenlet.current();
    PyDict known = attributesOf(greenlet);
    if (known != null) {
      return known;
    }
    PyDict fromParent = inherited;
    if (fromParent != null && greenlet.isMain()) {
      inherited = null;
      return remember(greenlet, fromParent);
    }
    PyDict made = remember(greenlet, new PyDict());
    arguments.initialise(this);
    return made;
  }

  private PyDict remember(PyGreenlet greenlet, PyDict made) {
    Map<Object, Object> locals = greenlet.locals;
    if (locals == null) {
      locals = new WeakHashMap<>();
      greenlet.locals = locals;
    }
    locals.put(this, made);
    return made;
  }

  /** What a greenlet has, or null. */
  private @Nullable PyDict attributesOf(PyGreenlet greenlet) {
    Map<Object, Object> locals = greenlet.locals;
    return locals == null ? null : (PyDict) locals.get(this);
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    GreenletLocal copy = new GreenletLocal(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.arguments = arguments.copy(copier);
    copy.inherited = (PyDict) copier.copyOrNull(attributesOf(PyGreenlet.current()));
    return copy;
  }
}
