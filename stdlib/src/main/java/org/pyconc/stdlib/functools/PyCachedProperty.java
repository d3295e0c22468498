package org.pyconc.stdlib.functools;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Refillable;

/** A property that is computed once and then is an attribute of the instance. */
public final class PyCachedProperty extends PyInstance implements Refillable {
  /** {@code functools.cached_property}. */
  public static final PyType TYPE =
      new PyType(
          "functools.cached_property",
          BuiltinTypes.OBJECT,
          true,
          PyCachedProperty::new,
          PyCachedProperty::define);

  private Object function = PySingleton.NONE;

  public PyCachedProperty(PyType type) {
    super(type);
  }

  @Override
  public PyCachedProperty emptyCopy(PyType type) {
    return new PyCachedProperty(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    function = copy.apply(((PyCachedProperty) original).function);
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__init__(self, func)",
        "Initialize self.",
        (self, function) -> {
          ((PyCachedProperty) self).function = function;
          return PySingleton.NONE;
        });
    b.getter("func", "The function that computes the value.", p -> ((PyCachedProperty) p).function);
    b.method(
        "__get__(self, instance, owner=None)",
        "Computes the value the first time.",
        (self, instance, owner) -> {
          if (instance == PySingleton.NONE) {
            return self;
          }
          Object function = ((PyCachedProperty) self).function;
          String name = Text.java(Attributes.load(function, "__name__"));
          if (!(instance instanceof Namespace namespace)) {
            throw Errors.typeError(
                "No '__dict__' attribute on '"
                    + PyType.of(instance).name()
                    + "' instance to cache '"
                    + name
                    + "' property.");
          }
          Object value = Calls.call1(function, instance);
          namespace.setOwn(name, value);
          return value;
        });
  }
}
