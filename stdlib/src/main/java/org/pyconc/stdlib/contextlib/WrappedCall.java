package org.pyconc.stdlib.contextlib;

import org.pyconc.builtins.Spread;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Text;

/**
 * What the decorators of this module make of a function: it has the function's name and
 * documentation, and becomes a method when a class holds it.
 */
final class WrappedCall {
  private WrappedCall() {}

  private static final String[] COPIED = {
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__"
  };

  /** What happens at a call of the wrapper. */
  @FunctionalInterface
  interface Body {
    Object call(PyInstance wrapper, Spread arguments);
  }

  /** A type of wrappers. */
  static PyType type(Body body) {
    return new PyType(
        "contextlib.function", BuiltinTypes.OBJECT, false, PyInstance::new, b -> define(b, body));
  }

  private static void define(TypeBuilder b, Body body) {
    Native.FN call =
        bound -> body.call((PyInstance) bound[0], Spread.of((PyTuple) bound[1], (PyDict) bound[2]));
    b.methodN("__call__(self, /, *args, **kwargs)", "Call self as a function.", call);
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) ->
            instance == PySingleton.NONE ? self : new PyMethod(instance, self));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a ->
            WideString.of(
                "<function "
                    + Text.javaStr(Attributes.load(a, "__qualname__"))
                    + " at "
                    + Text.address(a)
                    + ">"));
    b.getSet("__dict__", "", a -> ((PyInstance) a).attributes(), InstanceDictionary::set);
  }

  /** A wrapper around a function. */
  static PyInstance make(PyType type, Object function) {
    PyInstance wrapper = new PyInstance(type);
    for (String name : COPIED) {
      Object value = Attributes.findQuietly(function, name);
      if (value != null) {
        wrapper.setOwn(name, value);
      }
    }
    wrapper.setOwn("__wrapped__", function);
    return wrapper;
  }
}
