package org.pyconc.operations;

import static org.pyconc.objects.PyObject.NO_KEYWORDS;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
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
    if (function == null) {
      return null;
    }
    return Attributes.bindsReceiver(function)
        ? call3(function, object, a, b)
        : call2(Attributes.bind(function, object, PyType.of(object)), a, b);
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
    PyFunction init = plainInit(type);
    if (init != null) {
      PyInstance instance = allocate(type);
      return initialised(instance, init.call1(instance));
    }
    PyObject create = nativeCreate(type);
    return create != null
        ? create.call1(type)
        : instantiate(type, PyObject.NO_ARGUMENTS, NO_KEYWORDS);
  }

  /** Calls a class with one argument. */
  public static Object instantiate1(PyType type, Object a) {
    PyFunction init = plainInit(type);
    if (init != null) {
      PyInstance instance = allocate(type);
      return initialised(instance, init.call2(instance, a));
    }
    PyObject create = nativeCreate(type);
    return create != null
        ? create.call2(type, a)
        : instantiate(type, new Object[] {a}, NO_KEYWORDS);
  }

  /** Calls a class with two arguments. */
  public static Object instantiate2(PyType type, Object a, Object b) {
    PyFunction init = plainInit(type);
    if (init != null) {
      PyInstance instance = allocate(type);
      return initialised(instance, init.call3(instance, a, b));
    }
    PyObject create = nativeCreate(type);
    return create != null
        ? create.call3(type, a, b)
        : instantiate(type, new Object[] {a, b}, NO_KEYWORDS);
  }

  /** Calls a class with three arguments. */
  public static Object instantiate3(PyType type, Object a, Object b, Object c) {
    PyFunction init = plainInit(type);
    if (init != null) {
      PyInstance instance = allocate(type);
      return initialised(instance, init.call4(instance, a, b, c));
    }
    return instantiate(type, new Object[] {a, b, c}, NO_KEYWORDS);
  }

  /** The program's {@code __init__} if all else about making an instance is as usual. */
  private static @Nullable PyFunction plainInit(PyType type) {
    if (type.type() != BuiltinTypes.TYPE || type.allocator() == null) {
      return null;
    }
    TypeTraits traits = type.traits();
    return traits.isPlainNew() && traits.init() instanceof PyFunction f ? f : null;
  }

  /** The {@code __new__} of a native class if nothing else has to be done to make a value. */
  private static @Nullable PyObject nativeCreate(PyType type) {
    if (!type.isNative() || type == BuiltinTypes.TYPE) {
      return null;
    }
    TypeTraits traits = type.traits();
    return traits.init() == null ? traits.create() : null;
  }

  private static Object initialised(PyInstance instance, Object result) {
    requireNone(result);
    instance.type().expectAttributes(instance.shape.size());
    return instance;
  }

  /** {@code type.__call__}: makes an instance with {@code __new__} and {@code __init__}. */
  public static Object instantiateDefault(PyType type, Object[] arguments, String[] keywords) {
    if (type == BuiltinTypes.TYPE && arguments.length == 1 && keywords.length == 0) {
      return PyType.of(arguments[0]);
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
    Object abstracts = type.isNative() ? null : type.lookup("__abstractmethods__");
    if (abstracts != null && Truth.isTrue(abstracts)) {
      throw Errors.typeError(Classes.abstractMessage(type, abstracts));
    }
    return allocator.allocate(type);
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
