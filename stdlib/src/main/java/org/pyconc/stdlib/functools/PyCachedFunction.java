package org.pyconc.stdlib.functools;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.objects.BindsReceiver;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.transfer.Refillable;

/** A function that remembers its latest results. */
public final class PyCachedFunction extends PyInstance implements BindsReceiver, Refillable {
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
        bound -> {
          Spread s = Spread.of((PyTuple) bound[1], (PyDict) bound[2]);
          return ((PyCachedFunction) bound[0]).call(s.arguments(), s.keywords());
        });
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) ->
            instance == PySingleton.NONE ? self : new PyMethod(instance, (PyCachedFunction) self));
    b.method(
        "__reduce__(self, /)",
        "The name of the function.",
        self -> Attributes.load(((PyCachedFunction) self).function, "__qualname__"));
    b.getSet("__dict__", "", f -> ((PyInstance) f).attributes(), InstanceDictionary::set);
    b.method("__copy__(self, /)", "The function itself.", self -> self);
    b.method("__deepcopy__(self, memo, /)", "The function itself.", (self, memo) -> self);
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

  @Override
  public Object call1(Object a) {
    if (typed || limit == 0 || !isSimple(a)) {
      return call(new Object[] {a}, NO_KEYWORDS);
    }
    Object known = known(a);
    if (known != null) {
      return known;
    }
    misses++;
    return remember(a, Calls.call1(function, a));
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    if (limit == 0) {
      misses++;
      return Calls.call(function, arguments, keywords);
    }
    Object key = key(arguments, keywords);
    Object known = known(key);
    if (known != null) {
      return known;
    }
    misses++;
    return remember(key, Calls.call(function, arguments, keywords));
  }

  private @Nullable Object known(Object key) {
    Object known = results.get(key);
    if (known != null) {
      hits++;
      if (limit != UNLIMITED) {
        Object ignored = results.remove(key);
        results.put(key, known);
      }
    }
    return known;
  }

  private Object remember(Object key, Object result) {
    if (limit != UNLIMITED && results.size() >= limit && !results.containsKey(key)) {
      results.removeAt(results.next(0));
    }
    results.put(key, result);
    return result;
  }

  /** Whether a single argument of that kind is its own key. */
  private static boolean isSimple(Object argument) {
    return argument instanceof Long || argument instanceof String;
  }

  private Object key(Object[] arguments, String[] keywords) {
    if (keywords.length == 0 && !typed) {
      return arguments.length == 1 && isSimple(arguments[0])
          ? arguments[0]
          : PyTuple.of(arguments.clone());
    }
    int positional = arguments.length - keywords.length;
    Object[] parts = new Object[(arguments.length + keywords.length) * (typed ? 2 : 1) + 2];
    System.arraycopy(arguments, 0, parts, 0, positional);
    int count = positional;
    parts[count++] = TYPE; // separates positional arguments from the others
    for (int i = 0; i < keywords.length; i++) {
      parts[count++] = WideString.of(keywords[i]);
      parts[count++] = arguments[positional + i];
    }
    int values = count;
    for (int i = 0; typed && i < values && count < parts.length; i++) {
      parts[count++] = PyType.of(parts[i]);
    }
    return PyTuple.of(Arrays.copyOf(parts, count));
  }
}
