package org.pyconc.stdlib.functools;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Functions over functions.
 *
 * @see <a href="https://docs.python.org/3.11/library/functools.html">functools</a>
 */
public final class FunctoolsModule implements NativeModule {
  private static final PyTuple ASSIGNMENTS =
      PyTuple.of("__module__", "__name__", "__qualname__", "__doc__", "__annotations__");
  private static final PyTuple UPDATES = PyTuple.of("__dict__");
  private static final String[] ORDER = {"__lt__", "__le__", "__gt__", "__ge__"};

  @Override
  public String name() {
    return "functools";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("WRAPPER_ASSIGNMENTS", ASSIGNMENTS);
    b.constant("WRAPPER_UPDATES", UPDATES);
    b.type(PyPartial.TYPE);
    b.type(PyCachedProperty.TYPE);
    b.function(
        "reduce(function, iterable, initial=<unrepresentable>, /)",
        "Apply a function of two arguments cumulatively to the items of an iterable, from left to"
            + " right.",
        FunctoolsModule::reduce);
    b.functionN(
        "update_wrapper(wrapper, wrapped, assigned=<unrepresentable>, updated=<unrepresentable>)",
        "Update a wrapper function to look like the wrapped function",
        bound -> wrap(bound[0], bound[1], bound[2], bound[3]));
    b.functionN(
        "wraps(wrapped, assigned=<unrepresentable>, updated=<unrepresentable>)",
        "Decorator factory to apply update_wrapper() to a wrapper function",
        bound ->
            NativeFunction.of(
                "functools",
                "update_wrapper(wrapper)",
                "Update a wrapper function to look like the wrapped function",
                wrapper -> wrap(wrapper, bound[0], bound[1], bound[2])));
    b.functionN(
        "lru_cache(maxsize=128, typed=False)",
        "Least-recently-used cache decorator.",
        bound -> cacheDecorator(bound[0], Truth.isTrue(bound[1])));
    b.function(
        "cache(user_function, /)",
        "Simple lightweight unbounded cache.  Sometimes called \"memoize\".",
        f -> cached(f, PyCachedFunction.UNLIMITED, false));
    b.function(
        "cmp_to_key(mycmp)",
        "Convert a cmp= function into a key= function.",
        compare ->
            NativeFunction.of(
                "functools", "K(obj)", "", value -> new ComparisonKey(compare, value)));
    b.function(
        "singledispatch(func)", "A function that looks at a class.", FunctoolsModule::single);
    for (String name : new String[] {"singledispatchmethod", "partialmethod"}) {
      b.functionN(
          name + "(*args, **kwargs)",
          "A descriptor of a method.",
          a -> PyPartial.call(more(name), (PyTuple) a[0], (PyDict) a[1]));
    }
    b.function(
        "total_ordering(cls)",
        "Class decorator that fills in missing ordering methods",
        FunctoolsModule::totalOrdering);
  }

  /** What is written in the language, loaded when it is first used. */
  private static Object more(String name) {
    Object module = ModuleLoader.current().importModule("_functools_more", true);
    return Attributes.load(module, name);
  }

  private static Object single(Object function) {
    return Calls.call1(more("singledispatch"), function);
  }

  private static Object reduce(Object function, Object iterable, Object initial) {
    PyIterator iterator;
    try {
      iterator = Iteration.iterator(iterable);
    } catch (PyException e) {
      if (e.value().type() != ExceptionTypes.TYPE_ERROR) {
        throw e;
      }
      throw Errors.typeError("reduce() arg 2 must support iteration");
    }
    Object result = initial == Unset.UNSET ? iterator.next() : initial;
    if (result == null) {
      throw Errors.typeError("reduce() of empty iterable with no initial value");
    }
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      result = Calls.call2(function, result, next);
    }
    return result;
  }

  private static Object wrap(Object wrapper, Object wrapped, Object assigned, Object updated) {
    Object names = assigned == Unset.UNSET ? ASSIGNMENTS : assigned;
    for (Object name : Iteration.toArray(names)) {
      Object value = Attributes.findQuietly(wrapped, Text.java(name));
      if (value != null) {
        Attributes.store(wrapper, Text.java(name), value);
      }
    }
    for (Object each : Iteration.toArray(updated == Unset.UNSET ? UPDATES : updated)) {
      String name = Text.java(each);
      Object from = Attributes.findQuietly(wrapped, name);
      Object to = Attributes.load(wrapper, name);
      if (to instanceof PyDict dict) {
        Dicts.update(dict, from == null ? new PyDict() : from);
      } else {
        Object ignored = Calls.method(to, "update", from == null ? new PyDict() : from);
      }
    }
    Attributes.store(wrapper, "__wrapped__", wrapped);
    return wrapper;
  }

  private static Object cacheDecorator(Object maximum, boolean typed) {
    if (maximum == PySingleton.NONE || maximum instanceof Long) {
      int limit =
          maximum == PySingleton.NONE
              ? PyCachedFunction.UNLIMITED
              : Math.max(0, Items.toInt(maximum));
      return NativeFunction.of(
          "functools", "decorating_function(user_function)", "", f -> cached(f, limit, typed));
    }
    if (Calls.isCallable(maximum)) {
      return cached(maximum, 128, typed);
    }
    throw Errors.typeError("Expected first argument to be an integer, a callable, or None");
  }

  private static Object cached(Object function, int limit, boolean typed) {
    if (!Calls.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    return wrap(new PyCachedFunction(function, limit, typed), function, Unset.UNSET, Unset.UNSET);
  }

  private static Object totalOrdering(Object cls) {
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError("total_ordering() argument must be a class");
    }
    String root = null;
    for (String name : ORDER) {
      Object defined = type.lookup(name);
      if (root == null && defined != null && defined != BuiltinTypes.OBJECT.lookup(name)) {
        root = name;
      }
    }
    if (root == null) {
      throw Errors.valueError("must define at least one ordering operation: < > <= >=");
    }
    for (String name : ORDER) {
      Object defined = type.lookup(name);
      if (defined == null || defined == BuiltinTypes.OBJECT.lookup(name)) {
        type.setOwn(name, derived(name, root));
      }
    }
    return type;
  }

  /**
   * A comparison in terms of another: less and greater are the opposite of each other but for ==.
   */
  private static NativeMethod derived(String name, String root) {
    boolean sameDirection = name.charAt(2) == root.charAt(2);
    boolean rootStrict = root.charAt(3) == 't';
    boolean strict = name.charAt(3) == 't';
    return NativeMethod.of(
        BuiltinTypes.OBJECT,
        name + "(self, other)",
        "Derived from " + root + ".",
        bound -> {
          Object result = Calls.special(bound[0], root, bound[1]);
          if (result == null || result == PySingleton.NOT_IMPLEMENTED) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          boolean holds = sameDirection == Truth.isTrue(result);
          if (sameDirection ? rootStrict == strict : rootStrict != strict) {
            return holds;
          }
          return strict
              ? holds
                  && Truth.isTrue(Comparison.compare(Comparison.Operator.NE, bound[0], bound[1]))
              : holds
                  || Truth.isTrue(Comparison.compare(Comparison.Operator.EQ, bound[0], bound[1]));
        });
  }
}
