package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;

/** What dict does with other mappings, and with subclasses of dict. */
public final class Dicts {
  private Dicts() {}

  /**
   * {@code dict.__getitem__(self, key)}.
   *
   * @param self a dict or an instance of a subclass, whose {@code __missing__} is asked
   */
  public static Object getOrMissing(Object self, Object key) {
    PyDict dict = (PyDict) PyPayloadInstance.unwrap(self);
    Object value = dict.get(key);
    return value == null ? missing(dict, self, key) : value;
  }

  /**
   * What {@code self[key]} gives for a key that is not there.
   *
   * @param self the dict itself or an instance of a subclass around it
   */
  static Object missing(PyDict dict, Object self, Object key) {
    if (self != dict || dict.getClass() != PyDict.class) {
      Object result = Calls.special(self, "__missing__", key);
      if (result != null) {
        return result;
      }
    }
    throw Errors.keyError(key);
  }

  /** Adds the entries of a mapping or of an iterable of pairs. */
  public static void update(PyDict dict, Object other) {
    Object plain = plain(other);
    if (plain instanceof PyDict d) {
      putAll(dict, d);
    } else if (Attributes.findQuietly(other, "keys") != null) {
      merge(dict, other);
    } else {
      putPairs(dict, other);
    }
  }

  /** Adds the entries of a mapping: what has {@code keys}. */
  public static void merge(PyDict dict, Object mapping) {
    PyIterator keys = Iteration.iterator(Calls.method(mapping, "keys"));
    for (Object key = keys.next(); key != null; key = keys.next()) {
      dict.put(key, Items.get(mapping, key));
    }
  }

  /** The dict inside, unless a subclass goes through its entries in a way of its own. */
  private static Object plain(Object other) {
    if (other instanceof PyPayloadInstance p && p.payload() instanceof PyDict) {
      return p.type().lookup("__iter__") == BuiltinTypes.DICT.ownAttribute("__iter__")
          ? p.payload()
          : other;
    }
    return other;
  }

  private static void putAll(PyDict dict, PyDict other) {
    int size = other.size();
    for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
      dict.put(other.keyAt(i), other.valueAt(i));
      if (other.size() != size && other != dict) {
        throw Errors.runtimeError("dict mutated during update");
      }
    }
  }

  private static void putPairs(PyDict dict, Object pairs) {
    PyIterator iterator = Iteration.iterator(pairs);
    int count = 0;
    for (Object pair = iterator.next(); pair != null; pair = iterator.next()) {
      Object[] items;
      try {
        items = Iteration.toArray(pair);
      } catch (PyException e) {
        if (e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
          throw Errors.typeError(
              "cannot convert dictionary update sequence element #" + count + " to a sequence");
        }
        throw e;
      }
      if (items.length != 2) {
        throw Errors.valueError(
            "dictionary update sequence element #"
                + count
                + " has length "
                + items.length
                + "; 2 is required");
      }
      dict.put(items[0], items[1]);
      count++;
    }
  }

  /** Whether two dicts have equal keys with equal values. */
  public static boolean equal(PyDict a, PyDict b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = a.next(0); i >= 0; i = a.next(i + 1)) {
      Object value = a.valueAt(i);
      Object other = b.get(a.keyAt(i));
      if (other == null || !Comparison.equal(value, other)) {
        return false;
      }
    }
    return true;
  }
}
