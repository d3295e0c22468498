package org.pyconc.builtins;

import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Text;

/** The methods of {@code staticmethod} and {@code classmethod}. */
final class WrapperMethods {
  private WrapperMethods() {}

  private static final String[] COPIED = {
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__"
  };

  static void defineStatic(TypeBuilder b) {
    b.method(
        "__init__(self, function, /)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        (self, function) -> {
          ((PyStaticMethod) self).setFunction(function);
          return copyAttributes((PyInstance) self, function);
        });
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> {
          Spread s = Spread.of((PyTuple) bound[1], (PyDict) bound[2]);
          return Calls.call(((PyStaticMethod) bound[0]).function(), s.arguments(), s.keywords());
        });
    defineCommon(b);
  }

  static void defineClass(TypeBuilder b) {
    b.method(
        "__init__(self, function, /)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        (self, function) -> {
          ((PyClassMethod) self).setFunction(function);
          return copyAttributes((PyInstance) self, function);
        });
    defineCommon(b);
  }

  private static void defineCommon(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a ->
            WideString.of(
                "<" + PyType.of(a).simpleName() + "(" + Text.javaRepr(function(a)) + ")>"));
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) -> {
          FunctionMethods.checkGet(instance, owner);
          return self instanceof PyClassMethod c
              ? Attributes.bindClassMethod(c, owner instanceof PyType t ? t : PyType.of(instance))
              : ((PyStaticMethod) self).function();
        });
    b.getter("__func__", "", WrapperMethods::function);
    b.getter("__wrapped__", "", WrapperMethods::function);
    b.getter("__isabstractmethod__", "", a -> isAbstract(function(a)));
    b.getSet("__dict__", "", a -> ((PyInstance) a).attributes(), InstanceDictionary::set);
  }

  private static Object function(Object self) {
    return self instanceof PyStaticMethod s ? s.function() : ((PyClassMethod) self).function();
  }

  private static Object copyAttributes(PyInstance self, Object function) {
    for (String name : COPIED) {
      Object value = Attributes.findQuietly(function, name);
      if (value != null) {
        self.setOwn(name, value);
      }
    }
    return PySingleton.NONE;
  }

  /** Whether a function is marked as abstract. */
  static boolean isAbstract(Object function) {
    return PropertyMethods.isTrue(Attributes.findQuietly(function, "__isabstractmethod__"));
  }
}
