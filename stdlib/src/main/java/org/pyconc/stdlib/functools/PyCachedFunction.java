package org.pyconc.stdlib.functools;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.transfer.Refillable;

/** A function that remembers its latest results. */
public final class PyCachedFunction extends PyInstance implements Refillable {
  /** The type of what {@code lru_cache} makes. */
  public static final PyType TYPE =
      new PyType(
          "functools._lru_cache_wrapper",
          BuiltinTypes.OBJECT,
          false,
          PyCachedFunction::new,
          PyCachedFunction::define);

  /** The size of a cache without limit. */
  static final int UNLIMITED = -1;

  private Object function = PySingleton.NONE;
  private int limit = UNLIMITED;
  private boolean typed;
  private final PyDict results = new PyDict(); // the one used last is the last
  private long hits;
  private long misses;

  public PyCachedFunction(PyType type) {
    super(type);
  }

  PyCachedFunction(Object function, int limit, boolean typed) {
    this(TYPE);
    this.function = function;
    this.limit = limit;
    this.typed = typed;
  }

  @Override
  public PyCachedFunction emptyCopy(PyType type) {
    return new PyCachedFunction(type);
  }

  /** The copy begins with an empty cache. */
  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    PyCachedFunction other = (PyCachedFunction) original;
    function = copy.apply(other.function);
    limit = other.limit;
    typed = other.typed;
  }

  private static void define(TypeBuilder b) {
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> ((PyCachedFunction) bound[0]).apply((PyTuple) bound[1], (PyDict) bound[2]));
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) ->
            instance == PySingleton.NONE ? self : new PyMethod(instance, (PyCachedFunction) self));
    b.method(
        "__reduce__(self, /)",
        "The name of the function.",
        self -> Attributes.load(((PyCachedFunction) self).function, "__qualname__"));
    b.method(
        "cache_clear(self, /)",
        "Clear the cache and cache statistics",
        self -> {
          PyCachedFunction f = (PyCachedFunction) self;
          f.results.clear();
          f.hits = 0;
          f.misses = 0;
          return PySingleton.NONE;
        });
    b.method(
        "cache_info(self, /)",
        "Report cache statistics",
        self -> {
          PyCachedFunction f = (PyCachedFunction) self;
          Object most = f.limit == UNLIMITED ? PySingleton.NONE : (Object) (long) f.limit;
          return new CacheInfo(f.hits, f.misses, most, f.results.size());
        });
    b.method(
        "cache_parameters(self, /)",
        "The arguments of lru_cache.",
        self -> {
          PyCachedFunction f = (PyCachedFunction) self;
          PyDict parameters = new PyDict();
          parameters.put(
              "maxsize", f.limit == UNLIMITED ? PySingleton.NONE : (Object) (long) f.limit);
          parameters.put("typed", f.typed);
          return parameters;
        });
  }

  private Object apply(PyTuple args, PyDict kwargs) {
    if (limit == 0) {
      misses++;
      return PyPartial.call(function, args, kwargs);
    }
    Object key = key(args, kwargs);
    Object known = results.get(key);
    if (known != null) {
      hits++;
      if (limit != UNLIMITED) {
        Object ignored = results.remove(key);
        results.put(key, known);
      }
      return known;
    }
    misses++;
    Object result = PyPartial.call(function, args, kwargs);
    if (limit != UNLIMITED && results.size() >= limit && !results.containsKey(key)) {
      results.removeAt(results.next(0));
    }
    results.put(key, result);
    return result;
  }

  private Object key(PyTuple args, PyDict kwargs) {
    if (kwargs.size() == 0 && !typed) {
      boolean simple =
          args.size() == 1 && (args.get(0) instanceof Long || args.get(0) instanceof String);
      return simple ? args.get(0) : args;
    }
    Object[] parts = new Object[(args.size() + kwargs.size() * 2) * (typed ? 2 : 1) + 1];
    int count = 0;
    for (Object each : args.items()) {
      parts[count++] = each;
    }
    parts[count++] = TYPE; // separates positional arguments from the others
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      parts[count++] = kwargs.keyAt(i);
      parts[count++] = kwargs.valueAt(i);
    }
    int values = count;
    for (int i = 0; typed && i < values && count < parts.length; i++) {
      parts[count++] = PyType.of(parts[i]);
    }
    return PyTuple.of(Arrays.copyOf(parts, count));
  }
}
