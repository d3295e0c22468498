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
import org.pyconc.operations.Comparison;
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
  private Object name = PySingleton.NONE;

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
    name = ((PyCachedProperty) original).name;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__init__(self, func)",
        "Initialize self.",
        (self, function) -> {
          PyCachedProperty p = (PyCachedProperty) self;
          p.function = function;
          Object doc = Attributes.findQuietly(function, "__doc__");
          p.setOwn("__doc__", doc == null ? PySingleton.NONE : doc);
          return PySingleton.NONE;
        });
    b.getter("func", "The function that computes the value.", p -> ((PyCachedProperty) p).function);
    b.getter("attrname", "The name under which values are kept.", p -> ((PyCachedProperty) p).name);
    b.method("__set_name__(self, owner, name)", "Learns its name.", PyCachedProperty::named);
    b.method(
        "__get__(self, instance, owner=None)",
        "Computes the value the first time.",
        (self, instance, owner) ->
            instance == PySingleton.NONE ? self : ((PyCachedProperty) self).valueFor(instance));
  }

  private static Object named(Object self, Object owner, Object name) {
    PyCachedProperty p = (PyCachedProperty) self;
    if (p.name == PySingleton.NONE) {
      p.name = name;
    } else if (!Comparison.equal(p.name, name)) {
      throw Errors.typeError(
          "Cannot assign the same cached_property to two different names ("
              + Text.javaRepr(p.name)
              + " and "
              + Text.javaRepr(name)
              + ").");
    }
    return PySingleton.NONE;
  }

  private Object valueFor(Object instance) {
    if (name == PySingleton.NONE) {
      throw Errors.typeError(
          "Cannot use cached_property instance without calling __set_name__ on it.");
    }
    String text = Text.java(name);
    PyType type = PyType.of(instance);
    if (!(instance instanceof Namespace namespace) || type.hasSlotsOnly()) {
      throw Errors.typeError(
          "No '__dict__' attribute on '"
              + type.name()
              + "' instance to cache '"
              + text
              + "' property.");
    }
    if (namespace instanceof PyType) {
      throw Errors.typeError(
          "The '__dict__' attribute on '"
              + type.name()
              + "' instance does not support item assignment for caching '"
              + text
              + "' property.");
    }
    Object known = namespace.own(text);
    if (known != null) {
      return known;
    }
    Object value = Calls.call1(function, instance);
    namespace.setOwn(text, value);
    return value;
  }
}
