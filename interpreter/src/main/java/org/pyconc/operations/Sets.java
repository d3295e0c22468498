package org.pyconc.operations;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;

/** The algebra of sets with sets, dicts and any other iterables. */
public final class Sets {
  private Sets() {}

  /** A new set of the elements of an iterable. */
  public static PySet of(Object iterable, boolean frozen) {
    PySet set = new PySet(frozen);
    addAll(set, iterable);
    return set;
  }

  /** A new set of the same kind with the same elements. */
  public static PySet copy(PySet set) {
    PySet copy = new PySet(set.isFrozen());
    copy.addAll(set);
    return copy;
  }

  /** The set inside an instance of a subclass, unless that goes through its elements otherwise. */
  private static Object plain(Object value) {
    if (value instanceof PyPayloadInstance p && p.payload() instanceof PySet s) {
      return p.type().lookup("__iter__") == s.type().ownAttribute("__iter__") ? s : value;
    }
    return value;
  }

  /** {@code set |= iterable}. */
  public static void addAll(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (plain instanceof PySet other) {
      set.addAll(other);
      return;
    }
    if (plain instanceof PyDict dict && dict.type() == BuiltinTypes.DICT) {
      set.reserve(dict.size());
    }
    PyIterator iterator = Iteration.iterator(plain);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      set.add(next);
    }
  }

  /** {@code set & iterable}: a new set of the kind of {@code set}. */
  public static PySet intersection(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (plain == set) {
      return copy(set);
    }
    PySet result = new PySet(set.isFrozen());
    if (plain instanceof PySet other) {
      PySet smaller = other.size() > set.size() ? set : other;
      PySet larger = smaller == set ? other : set;
      for (int i = smaller.next(0); i >= 0; i = smaller.next(i + 1)) {
        Object element = smaller.elementAt(i);
        long hash = smaller.hashAt(i);
        if (larger.contains(element, hash)) {
          result.add(element, hash);
        }
      }
      return result;
    }
    PyIterator iterator = Iteration.iterator(plain);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      long hash = Hashing.hash(next);
      if (set.contains(next, hash)) {
        result.add(next, hash);
      }
    }
    return result;
  }

  /** {@code set - iterable}: a new set of the kind of {@code set}. */
  public static PySet difference(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (!(plain instanceof PySet || plain instanceof PyDict)
        || (set.size() >> 2) > Items.length(plain)) {
      PySet result = copy(set);
      removeAll(result, plain);
      return result;
    }
    PySet result = new PySet(set.isFrozen());
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      Object element = set.elementAt(i);
      long hash = set.hashAt(i);
      boolean found =
          plain instanceof PySet other
              ? other.contains(element, hash)
              : ((PyDict) plain).containsKey(element);
      if (!found) {
        result.add(element, hash);
      }
    }
    return result;
  }

  /** {@code set -= iterable}. */
  public static void removeAll(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (plain == set) {
      set.clear();
      return;
    }
    if (plain instanceof PySet other) {
      PySet toRemove = (other.size() >> 3) > set.size() ? intersection(set, other) : other;
      for (int i = toRemove.next(0); i >= 0; i = toRemove.next(i + 1)) {
        set.remove(toRemove.elementAt(i), toRemove.hashAt(i));
      }
    } else {
      PyIterator iterator = Iteration.iterator(plain);
      for (Object next = iterator.next(); next != null; next = iterator.next()) {
        set.remove(next);
      }
    }
    set.compact();
  }

  /** {@code set ^= iterable}. */
  public static void toggleAll(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (plain == set) {
      set.clear();
      return;
    }
    if (plain instanceof PyDict dict) {
      PyIterator keys = Iteration.iterator(dict);
      for (Object key = keys.next(); key != null; key = keys.next()) {
        toggle(set, key, Hashing.hash(key));
      }
      return;
    }
    PySet other = plain instanceof PySet s ? s : of(plain, false);
    for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
      toggle(set, other.elementAt(i), other.hashAt(i));
    }
  }

  private static void toggle(PySet set, Object element, long hash) {
    if (!set.remove(element, hash)) {
      set.add(element, hash);
    }
  }

  /** {@code set ^ iterable}: a new set of the kind of {@code set}. */
  public static PySet symmetricDifference(PySet set, Object iterable) {
    PySet result = of(iterable, set.isFrozen());
    toggleAll(result, set);
    return result;
  }

  /** Whether all elements of one set are in another. */
  public static boolean isSubset(PySet set, PySet other) {
    if (set.size() > other.size()) {
      return false;
    }
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      if (!other.contains(set.elementAt(i), set.hashAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no element of an iterable is in the set. */
  public static boolean isDisjoint(PySet set, Object iterable) {
    Object plain = plain(iterable);
    if (plain instanceof PySet other) {
      PySet smaller = other.size() > set.size() ? set : other;
      PySet larger = smaller == set ? other : set;
      for (int i = smaller.next(0); i >= 0; i = smaller.next(i + 1)) {
        if (larger.contains(smaller.elementAt(i), smaller.hashAt(i))) {
          return false;
        }
      }
      return true;
    }
    PyIterator iterator = Iteration.iterator(plain);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (set.contains(next)) {
        return false;
      }
    }
    return true;
  }

  /** {@code element in set}; a set is looked up as the frozenset that equals it. */
  public static boolean contains(PySet set, Object element) {
    return set.contains(lookupKey(element));
  }

  /** {@code set.remove(element)}; a set is looked up as the frozenset that equals it. */
  public static boolean remove(PySet set, Object element) {
    return set.remove(lookupKey(element));
  }

  private static Object lookupKey(Object element) {
    if (PyPayloadInstance.unwrap(element) instanceof PySet s && !s.isFrozen()) {
      return of(s, true);
    }
    return element;
  }
}
