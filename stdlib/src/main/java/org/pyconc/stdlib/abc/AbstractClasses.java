package org.pyconc.stdlib.abc;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.operations.TypeChecks;

/** The metaclass {@code ABCMeta}: abstract methods and virtual subclasses. */
public final class AbstractClasses {
  private AbstractClasses() {}

  /** {@code ABCMeta}. */
  public static final PyType META =
      new PyType("abc.ABCMeta", BuiltinTypes.TYPE, true, null, AbstractClasses::define);

  /** The class attribute that lists the virtual subclasses. */
  private static final String REGISTRY = "_abc_impl";

  private static void define(TypeBuilder b) {
    b.doc("Metaclass for defining Abstract Base Classes (ABCs).");
    b.staticMethod(
        "__new__(mcls, name, bases, namespace, /, **kwargs)",
        "Create and return a new object.",
        AbstractClasses::make);
    b.method(
        "register(cls, subclass)",
        "Register a virtual subclass of an ABC.",
        (cls, subclass) -> register((PyType) cls, subclass));
    b.method(
        "__instancecheck__(cls, instance)",
        "Override for isinstance(instance, cls).",
        (cls, value) -> isInstance((PyType) cls, value));
    b.method(
        "__subclasscheck__(cls, subclass)",
        "Override for issubclass(subclass, cls).",
        (cls, subclass) -> isSubclass((PyType) cls, subclass));
  }

  private static Object make(Object[] bound) {
    Spread s = Spread.of(PyTuple.of(bound[0], bound[1], bound[2], bound[3]), (PyDict) bound[4]);
    Object made =
        Calls.call(Attributes.load(BuiltinTypes.TYPE, "__new__"), s.arguments(), s.keywords());
    if (made instanceof PyType type) {
      markAbstracts(type);
    }
    return made;
  }

  /** Finds out which methods of a class are abstract. */
  public static void markAbstracts(PyType type) {
    PySet names = new PySet(true);
    for (String name : type.ownAttributeNames()) {
      if (isAbstract(type.own(name))) {
        names.add(name);
      }
    }
    for (PyType base : type.bases()) {
      Object inherited = base.isNative() ? null : base.own("__abstractmethods__");
      if (inherited == null) {
        continue;
      }
      PyIterator iterator = Iteration.iterator(inherited);
      for (Object name = iterator.next(); name != null; name = iterator.next()) {
        if (isAbstract(Attributes.findQuietly(type, Text.java(name)))) {
          names.add(name);
        }
      }
    }
    type.setOwn("__abstractmethods__", names);
    if (type.own(REGISTRY) == null) {
      type.setOwn(REGISTRY, new PyList());
    }
  }

  private static boolean isAbstract(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    Object mark = Attributes.findQuietly(value, "__isabstractmethod__");
    return mark != null && Truth.isTrue(mark);
  }

  /** {@code cls.register(subclass)}. */
  public static Object register(PyType cls, Object subclass) {
    if (!(subclass instanceof PyType)) {
      throw Errors.typeError("Can only register classes");
    }
    if (TypeChecks.isSubclass(subclass, cls)) {
      return subclass;
    }
    if (TypeChecks.isSubclass(cls, subclass)) {
      throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "Refusing to create an inheritance cycle");
    }
    if (cls.own(REGISTRY) instanceof PyList registry) {
      registry.append(subclass);
      Registrations.ofProcess().add();
    }
    if (subclass instanceof PyType type && !type.isNative() && cls.patternKind() != 0) {
      return type.withPatternKind(cls.patternKind());
    }
    return subclass;
  }

  private static boolean isInstance(PyType cls, Object value) {
    PyType type = PyType.of(value);
    Object pretended = Attributes.findQuietly(value, "__class__");
    return check(cls, type) || (pretended instanceof PyType p && p != type && check(cls, p));
  }

  private static boolean check(PyType cls, PyType subclass) {
    Object result = Calls.special(cls, "__subclasscheck__", subclass);
    return result != null && Truth.isTrue(result);
  }

  private static boolean isSubclass(PyType cls, Object subclass) {
    if (!(subclass instanceof PyType type)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    Object hook = Calls.method(cls, "__subclasshook__", type);
    if (hook != PySingleton.NOT_IMPLEMENTED) {
      return Truth.isTrue(hook);
    }
    if (type.isSubtypeOf(cls)) {
      return true;
    }
    if (cls.own(REGISTRY) instanceof PyList registry) {
      for (int i = 0; i < registry.size(); i++) {
        if (TypeChecks.isSubclass(type, registry.get(i))) {
          return true;
        }
      }
    }
    for (PyType each : cls.subclasses()) {
      if (TypeChecks.isSubclass(type, each)) {
        return true;
      }
    }
    return false;
  }
}
