package org.pyconc.operations;

import static org.pyconc.objects.PyObject.NO_KEYWORDS;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyFinalizableInstance;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeTraits;

/** Calling any value. */
public final class Calls {
  private Calls() {}

  /** The value as something that can be called, or a TypeError. */
  private static PyObject callable(Object function) {
    if (function instanceof PyObject o) {
      return o;
    }
    throw notCallable(function);
  }

  private static RuntimeException notCallable(Object function) {
    return Errors.typeError("'" + PyType.of(function).name() + "' object is not callable");
  }

  /** Calls any value; see {@link PyObject#call}. */
  public static Object call(Object function, Object[] arguments, String[] keywords) {
    return callable(function).call(arguments, keywords);
  }

  /** Calls any value with positional arguments. */
  public static Object call(Object function, Object... arguments) {
    return callable(function).call(arguments, NO_KEYWORDS);
  }

  /** Calls any value without arguments. */
  public static Object call0(Object function) {
    return callable(function).call0();
  }

  /** Calls any value with one argument. */
  public static Object call1(Object function, Object a) {
    return callable(function).call1(a);
  }

  /** Calls any value with two arguments. */
  public static Object call2(Object function, Object a, Object b) {
    return callable(function).call2(a, b);
  }

  /** Calls any value with three arguments. */
  public static Object call3(Object function, Object a, Object b, Object c) {
    return callable(function).call3(a, b, c);
  }

  /** Calls any value with four arguments. */
  public static Object call4(Object function, Object a, Object b, Object c, Object d) {
    return callable(function).call4(a, b, c, d);
  }

  /**
   * Calls a method with its receiver, or the bound attribute.
   *
   * @param function the function, or null where {@code self} is the bound attribute to call
   */
  public static Object method0(@Nullable PyObject function, Object self) {
    return function == null ? call0(self) : function.call1(self);
  }

  /** The same with one more argument. */
  public static Object method1(@Nullable PyObject function, Object self, Object a) {
    return function == null ? call1(self, a) : function.call2(self, a);
  }

  /** The same with two more arguments. */
  public static Object method2(@Nullable PyObject function, Object self, Object a, Object b) {
    return function == null ? call2(self, a, b) : function.call3(self, a, b);
  }

  /** The same with three more arguments. */
  public static Object method3(
      @Nullable PyObject function, Object self, Object a, Object b, Object c) {
    return function == null ? call3(self, a, b, c) : function.call4(self, a, b, c);
  }

  /** The same with any number of further arguments. */
  public static Object methodN(@Nullable PyObject function, Object self, Object[] arguments) {
    return function == null
        ? call(self, arguments, NO_KEYWORDS)
        : function.call(prepend(self, arguments), NO_KEYWORDS);
  }

  /** Calls an object through the {@code __call__} of its class. */
  public static Object callThroughType(PyObject object, Object[] arguments, String[] keywords) {
    Object method = Attributes.special(object, "__call__");
    if (method == null) {
      throw notCallable(object);
    }
    return call(method, arguments, keywords);
  }

  /** Whether a value can be called. */
  public static boolean isCallable(Object value) {
    if (value instanceof PyInstance i) {
      return i.type().lookup("__call__") != null;
    }
    return PyType.of(value).lookup("__call__") != null;
  }

  /** Calls {@code object.name(arguments)}. */
  public static Object method(Object object, String name, Object... arguments) {
    return call(Attributes.load(object, name), arguments, NO_KEYWORDS);
  }

  /** Calls a special method found on the class of the object, or gives null if it has none. */
  public static @Nullable Object special(Object object, String name) {
    Object function = PyType.of(object).lookup(name);
    return function == null ? null : callUnbound(function, object);
  }

  /** Calls a special method found on the class of the object, or gives null if it has none. */
  public static @Nullable Object special(Object object, String name, Object a) {
    Object function = PyType.of(object).lookup(name);
    return function == null ? null : callUnbound(function, object, a);
  }

  /** Calls a special method found on the class of the object, or gives null if it has none. */
  public static @Nullable Object special(Object object, String name, Object a, Object b) {
    Object function = PyType.of(object).lookup(name);
    return function == null ? null : callUnbound(function, object, a, b);
  }

  /** Calls an attribute of the object's class as a method of the object. */
  public static Object callUnbound(Object function, Object self) {
    return Attributes.bindsReceiver(function)
        ? call1(function, self)
        : call0(Attributes.bind(function, self, PyType.of(self)));
  }

  /** Calls an attribute of the object's class as a method of the object. */
  public static Object callUnbound(Object function, Object self, Object a) {
    return Attributes.bindsReceiver(function)
        ? call2(function, self, a)
        : call1(Attributes.bind(function, self, PyType.of(self)), a);
  }

  /** Calls an attribute of the object's class as a method of the object. */
  public static Object callUnbound(Object function, Object self, Object a, Object b) {
    return Attributes.bindsReceiver(function)
        ? call3(function, self, a, b)
        : call2(Attributes.bind(function, self, PyType.of(self)), a, b);
  }

  /** Calls an attribute of the object's class as a method of the object. */
  public static Object callUnbound(Object function, Object self, Object a, Object b, Object c) {
    return Attributes.bindsReceiver(function)
        ? call4(function, self, a, b, c)
        : call3(Attributes.bind(function, self, PyType.of(self)), a, b, c);
  }

  /** Calls a class: {@code type.__call__}, or that of its metaclass. */
  public static Object instantiate(PyType type, Object[] arguments, String[] keywords) {
    PyType meta = type.type();
    if (meta != BuiltinTypes.TYPE) {
      Object call = meta.traits().metaCall();
      if (call != null) {
        return call(Attributes.bind(call, type, meta), arguments, keywords);
      }
    }
    return instantiateDefault(type, arguments, keywords);
  }

  /** Calls a class without arguments. */
  public static Object instantiate0(PyType type) {
    TypeTraits traits = usualTraits(type);
    if (traits == null) {
      return instantiate(type, PyObject.NO_ARGUMENTS, NO_KEYWORDS);
    }
    PyObject create = traits.create();
    Object made = create == null ? allocate(type) : create.call1(type);
    Object init = initialiser(type, traits, made);
    return init == null ? made : initialised(made, callUnbound(init, made));
  }

  /** Calls a class with one argument. */
  public static Object instantiate1(PyType type, Object a) {
    TypeTraits traits = usualTraits(type);
    if (traits == null || hasNeither(traits)) {
      return instantiate(type, new Object[] {a}, NO_KEYWORDS);
    }
    PyObject create = traits.create();
    Object made = create == null ? allocate(type) : create.call2(type, a);
    Object init = initialiser(type, traits, made);
    return init == null ? made : initialised(made, callUnbound(init, made, a));
  }

  /** Calls a class with two arguments. */
  public static Object instantiate2(PyType type, Object a, Object b) {
    TypeTraits traits = usualTraits(type);
    if (traits == null || hasNeither(traits)) {
      return instantiate(type, new Object[] {a, b}, NO_KEYWORDS);
    }
    PyObject create = traits.create();
    Object made = create == null ? allocate(type) : create.call3(type, a, b);
    Object init = initialiser(type, traits, made);
    return init == null ? made : initialised(made, callUnbound(init, made, a, b));
  }

  /** Calls a class with three arguments. */
  public static Object instantiate3(PyType type, Object a, Object b, Object c) {
    TypeTraits traits = usualTraits(type);
    if (traits == null || hasNeither(traits)) {
      return instantiate(type, new Object[] {a, b, c}, NO_KEYWORDS);
    }
    PyObject create = traits.create();
    Object made = create == null ? allocate(type) : create.call4(type, a, b, c);
    Object init = initialiser(type, traits, made);
    return init == null ? made : initialised(made, callUnbound(init, made, a, b, c));
  }

  /** The traits of a class whose instances are made in the usual way, or null. */
  private static @Nullable TypeTraits usualTraits(PyType type) {
    PyType meta = type.type();
    if (type == BuiltinTypes.TYPE
        || (meta != BuiltinTypes.TYPE && meta.traits().metaCall() != null)) {
      return null;
    }
    TypeTraits traits = type.traits();
    boolean canCreate = traits.isPlainNew() ? type.allocator() != null : traits.create() != null;
    return canCreate ? traits : null;
  }

  /** Whether nothing takes arguments. */
  private static boolean hasNeither(TypeTraits traits) {
    return traits.isPlainNew() && traits.init() == null;
  }

  /** The {@code __init__} for what a call of the class has made; null for none. */
  private static @Nullable Object initialiser(PyType type, TypeTraits traits, Object made) {
    PyType madeType = PyType.of(made);
    return madeType == type
        ? traits.init()
        : madeType.isSubtypeOf(type) ? madeType.traits().init() : null;
  }

  /**
   * The {@code __init__} of a class whose call does nothing else than to make an instance and to
   * call it with so many arguments behind the instance; else null.
   */
  public static @Nullable PyFunction plainInit(Object callee, int count) {
    if (callee instanceof PyType type && type.type() == BuiltinTypes.TYPE) {
      TypeTraits traits = type.traits();
      if (traits.isPlainNew()
          && type.allocator() != null
          && traits.init() instanceof PyFunction init
          && init.fixedCount() == count + 1) {
        return init;
      }
    }
    return null;
  }

  /** The end of a call of a class: what it has made, if {@code __init__} gave None. */
  public static Object initialised(Object made, Object result) {
    requireNone(result);
    if (made instanceof PyInstance i) {
      i.type().expectAttributes(i.shape.size());
    }
    return made;
  }

  /** {@code type.__call__}: makes an instance with {@code __new__} and {@code __init__}. */
  public static Object instantiateDefault(PyType type, Object[] arguments, String[] keywords) {
    if (type == BuiltinTypes.TYPE) {
      if (arguments.length == 1 && keywords.length == 0) {
        return PyType.of(arguments[0]);
      }
      if (arguments.length - keywords.length != 3) {
        throw Errors.typeError("type() takes 1 or 3 arguments");
      }
    }
    TypeTraits traits = type.traits();
    PyType.Allocator allocator = type.allocator();
    Object init = traits.init();
    if (traits.isPlainNew() && allocator != null) {
      if (init == null && arguments.length > 0) {
        throw Errors.typeError(type.name() + "() takes no arguments");
      }
      PyInstance instance = newInstance(type, allocator);
      if (init != null) {
        initialise(init, instance, arguments, keywords);
        type.expectAttributes(instance.shape.size());
      }
      return instance;
    }
    Object[] withType = prepend(type, arguments);
    PyObject create = traits.create();
    Object made =
        create != null
            ? create.call(withType, keywords)
            : call(Attributes.load(type, "__new__"), withType, keywords);
    PyType madeType = PyType.of(made);
    if (madeType.isSubtypeOf(type)) {
      Object itsInit = madeType.traits().init();
      if (itsInit != null) {
        initialise(itsInit, made, arguments, keywords);
      }
    }
    return made;
  }

  private static PyInstance newInstance(PyType type, PyType.Allocator allocator) {
    TypeTraits traits = type.traits();
    Object abstracts = traits.abstractMethods();
    if (abstracts != null && Truth.isTrue(abstracts)) {
      throw Errors.typeError(Classes.abstractMessage(type, abstracts));
    }
    return traits.finalizer() != null && type.layout() == BuiltinTypes.OBJECT
        ? PyFinalizableInstance.watched(type)
        : allocator.allocate(type);
  }

  /** {@code object.__new__}: an instance that is not initialised yet. */
  public static PyInstance allocate(PyType type) {
    PyType.Allocator allocator = type.allocator();
    if (allocator == null) {
      throw Errors.typeError(
          "object.__new__("
              + type.name()
              + ") is not safe, use "
              + type.layout().name()
              + ".__new__()");
    }
    return newInstance(type, allocator);
  }

  private static void initialise(
      Object init, Object instance, Object[] arguments, String[] keywords) {
    Object result;
    if (init instanceof PyFunction f) {
      result =
          switch (arguments.length) {
            case 0 -> f.call1(instance);
            case 1 ->
                keywords.length == 0
                    ? f.call2(instance, arguments[0])
                    : f.call(prepend(instance, arguments), keywords);
            case 2 ->
                keywords.length == 0
                    ? f.call3(instance, arguments[0], arguments[1])
                    : f.call(prepend(instance, arguments), keywords);
            default -> f.call(prepend(instance, arguments), keywords);
          };
    } else if (Attributes.bindsReceiver(init)) {
      result = call(init, prepend(instance, arguments), keywords);
    } else {
      result = call(Attributes.bind(init, instance, PyType.of(instance)), arguments, keywords);
    }
    requireNone(result);
  }

  private static void requireNone(Object result) {
    if (result != PySingleton.NONE) {
      throw Errors.typeError(
          "__init__() should return None, not '" + PyType.of(result).name() + "'");
    }
  }

  /** A new array with one more argument in front. */
  public static Object[] prepend(Object first, Object[] arguments) {
    if (arguments.length == 0) {
      return new Object[] {first};
    }
    Object[] all = new Object[arguments.length + 1];
    all[0] = first;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  /** Whether an exception's type is or derives from StopIteration. */
  static boolean isStopIteration(PyType type) {
    return type.isSubtypeOf(ExceptionTypes.STOP_ITERATION);
  }
}
