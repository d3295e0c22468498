package org.pyconc.stdlib.abc;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Classes;
import org.pyconc.runtime.NativeModule;

/**
 * Abstract base classes.
 *
 * @see <a href="https://docs.python.org/3.11/library/abc.html">abc</a>
 */
public final class AbcModule implements NativeModule {
  @Override
  public String name() {
    return "abc";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(AbstractClasses.META);
    PyDict namespace = new PyDict();
    namespace.put("__module__", "abc");
    namespace.put(
        "__doc__",
        "Helper class that provides a standard way to create an ABC using\n    inheritance.\n    ");
    namespace.put("__slots__", PyTuple.EMPTY);
    PyType abc =
        Classes.create(
            AbstractClasses.META,
            "ABC",
            PyTuple.EMPTY,
            namespace,
            PyObject.NO_ARGUMENTS,
            PyObject.NO_KEYWORDS);
    AbstractClasses.markAbstracts(abc);
    b.constant("ABC", abc);
    b.function(
        "abstractmethod(funcobj)",
        "A decorator indicating abstract methods.",
        AbcModule::abstractMethod);
    b.function(
        "abstractclassmethod(callable)",
        "A decorator indicating abstract classmethods.",
        f -> new PyClassMethod(abstractMethod(f)));
    b.function(
        "abstractstaticmethod(callable)",
        "A decorator indicating abstract staticmethods.",
        f -> new PyStaticMethod(abstractMethod(f)));
    b.function(
        "abstractproperty(fget)",
        "A decorator indicating abstract properties.",
        f -> Calls.call1(BuiltinTypes.PROPERTY, abstractMethod(f)));
    b.function(
        "update_abstractmethods(cls)",
        "Recalculate the set of abstract methods of an abstract class.",
        cls -> {
          if (cls instanceof PyType t && t.own("__abstractmethods__") != null) {
            AbstractClasses.markAbstracts(t);
          }
          return cls;
        });
    b.function(
        "get_cache_token()",
        "Returns the current ABC cache token.",
        () -> Registrations.ofProcess().count());
  }

  private static Object abstractMethod(Object function) {
    Attributes.store(function, "__isabstractmethod__", true);
    return function;
  }
}
