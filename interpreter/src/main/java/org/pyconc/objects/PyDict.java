package org.pyconc.objects;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;

/**
 * A dict: keeps insertion order. Entries stand in arrays in that order; an index with open
 * addressing finds them. Deleted entries leave holes until the next resize.
 *
 * <p>Hashing and comparing keys may run code of the program, which may change the dict; a lookup
 * that sees this starts again.
 */
public class PyDict extends PyObject {
  private static final int EMPTY = -1;
  private static final int DELETED = -2;
  private static final int MAXIMUM = 1 << 27;
  private static final int CHANGED = -3;
  private static final int[] NO_INDEX = {EMPTY};

  private int[] index = NO_INDEX;
  private @Nullable Object[] keys = NO_ARGUMENTS;
  private Object[] values = NO_ARGUMENTS;
  private int[] hashes = NO_INDEX;
  private int used; // entries including holes
  private int first; // all entries before this one are holes
  private int usable; // how many more entries fit before the next resize
  private int size;

  /** An empty dict. */
  public PyDict() {}

  /** The hash that the table uses; equal keys have equal ones. */
  private static int hashOf(Object key) {
    long h = key instanceof String s ? s.hashCode() : Hashing.hash(key);
    return (int) (h ^ (h >>> 32));
  }

  /**
   * The next place to look at, as in CPython: neighbouring ints stand side by side, and where many
   * begin at the same place their higher bits tell them apart.
   */
  private static int probe(int place, int perturbation, int mask) {
    return (place * 5 + perturbation + 1) & mask;
  }

  public int size() {
    return size;
  }

  /** The position of the key's entry, or -1. */
  private int find(Object key, int hash) {
    while (true) {
      int entry = findOnce(key, hash);
      if (entry != CHANGED) {
        return entry;
      }
    }
  }

  /**
   * The position of the key's entry, -1, or {@link #CHANGED} if comparing keys changed the dict.
   */
  private int findOnce(Object key, int hash) {
    if (size == 0) {
      return -1;
    }
    if (index == NO_INDEX) {
      return findInSmall(key, hash);
    }
    int[] table = index;
    int mask = table.length - 1;
    int perturbation = hash;
    int i = hash & mask;
    while (true) {
      int entry = table[i];
      if (entry == EMPTY) {
        return -1;
      }
      if (entry >= 0 && hashes[entry] == hash) {
        Object candidate = keys[entry];
        if (candidate == key) {
          return entry;
        }
        if (candidate instanceof String a && key instanceof String b) {
          if (a.equals(b)) {
            return entry;
          }
        } else if (candidate != null) {
          boolean equal = Comparison.equal(candidate, key);
          if (table != index || keys[entry] != candidate) {
            return CHANGED;
          }
          if (equal) {
            return entry;
          }
        }
      }
      perturbation >>>= 5;
      i = probe(i, perturbation, mask);
    }
  }

  /** A dict of a few entries has no index. */
  private int findInSmall(Object key, int hash) {
    @Nullable Object[] searched = keys;
    for (int entry = first; entry < used; entry++) {
      if (hashes[entry] == hash) {
        Object candidate = searched[entry];
        if (candidate == key) {
          return entry;
        }
        if (candidate instanceof String a && key instanceof String b) {
          if (a.equals(b)) {
            return entry;
          }
        } else if (candidate != null) {
          boolean equal = Comparison.equal(candidate, key);
          if (searched != keys || searched[entry] != candidate) {
            return CHANGED;
          }
          if (equal) {
            return entry;
          }
        }
      }
    }
    return -1;
  }

  /** The value of a key, or null. */
  public @Nullable Object get(Object key) {
    int entry = find(key, hashOf(key));
    return entry < 0 ? null : values[entry];
  }

  public boolean containsKey(Object key) {
    return find(key, hashOf(key)) >= 0;
  }

  /** Sets the value of a key, which keeps its place if it is there already. */
  public void put(Object key, Object value) {
    int hash = hashOf(key);
    int entry = find(key, hash);
    if (entry >= 0) {
      values[entry] = value;
    } else {
      add(key, hash, value);
    }
  }

  /** The value of a key; sets it first if there is none. */
  public Object setDefault(Object key, Object value) {
    int hash = hashOf(key);
    int entry = find(key, hash);
    if (entry >= 0) {
      return values[entry];
    }
    add(key, hash, value);
    return value;
  }

  private void add(Object key, int hash, Object value) {
    if (usable == 0) {
      resize();
    }
    if (index != NO_INDEX) {
      int mask = index.length - 1;
      int perturbation = hash;
      int i = hash & mask;
      while (index[i] != EMPTY) { // a deleted one may be in the middle of a search that goes on
        perturbation >>>= 5;
        i = probe(i, perturbation, mask);
      }
      index[i] = used;
    }
    keys[used] = key;
    values[used] = value;
    hashes[used] = hash;
    used++;
    usable--;
    size++;
  }

  /** Removes a key; its value, or null if it was not there. */
  public @Nullable Object remove(Object key) {
    int entry = find(key, hashOf(key));
    if (entry < 0) {
      return null;
    }
    Object old = values[entry];
    removeAt(entry);
    return old;
  }

  /** Removes the entry at a position that {@link #next} gave. */
  public void removeAt(int position) {
    if (index != NO_INDEX) {
      int mask = index.length - 1;
      int perturbation = hashes[position];
      int i = perturbation & mask;
      while (index[i] != position) {
        perturbation >>>= 5;
        i = probe(i, perturbation, mask);
      }
      index[i] = DELETED;
    }
    keys[position] = null;
    values[position] = PySingleton.NONE;
    size--;
    if (position == first) {
      do {
        first++;
      } while (first < used && keys[first] == null);
    }
  }

  /** Removes the last entry, at the position that {@link #previous} gave for {@link #end}. */
  public void removeLast(int position) {
    removeAt(position);
    used = position;
    first = Math.min(first, used);
  }

  public void clear() {
    index = NO_INDEX;
    keys = NO_ARGUMENTS;
    values = NO_ARGUMENTS;
    hashes = NO_INDEX;
    used = 0;
    first = 0;
    usable = 0;
    size = 0;
  }

  /** Makes room at the sizes at which CPython does, which decide when holes go away. */
  private void resize() {
    if (size > MAXIMUM) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, PyObject.NO_ARGUMENTS);
    }
    int slots = Math.max(8, Integer.highestOneBit(Math.max(1, size * 3 - 1)) * 2);
    int capacity = (int) (slots * 2L / 3);
    int tableSize = slots == 8 ? 1 : slots * 2;
    int[] newIndex = NO_INDEX;
    if (tableSize > 1) {
      newIndex = new int[tableSize];
      Arrays.fill(newIndex, EMPTY);
    }
    @Nullable Object[] newKeys = new Object[capacity];
    Object[] newValues = new Object[capacity];
    int[] newHashes = new int[capacity];
    int count = 0;
    for (int entry = 0; entry < used; entry++) {
      Object key = keys[entry];
      if (key != null) {
        int hash = hashes[entry];
        newKeys[count] = key;
        newValues[count] = values[entry];
        newHashes[count] = hash;
        if (tableSize > 1) {
          int perturbation = hash;
          int i = hash & (tableSize - 1);
          while (newIndex[i] >= 0) {
            perturbation >>>= 5;
            i = probe(i, perturbation, tableSize - 1);
          }
          newIndex[i] = count;
        }
        count++;
      }
    }
    index = newIndex;
    keys = newKeys;
    values = newValues;
    hashes = newHashes;
    used = count;
    first = 0;
    usable = capacity - count;
  }

  /**
   * The position of the first entry at or behind {@code from} (0 to begin), or -1. Positions stay
   * valid until a key is added.
   */
  public int next(int from) {
    for (int i = Math.max(from, first); i < used; i++) {
      if (keys[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /** The position of the last entry before {@code before}, or -1. */
  public int previous(int before) {
    for (int i = Math.min(before, used) - 1; i >= 0; i--) {
      if (keys[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /** One past the position of the last entry. */
  public int end() {
    return used;
  }

  /** The key at a position that {@link #next} gave. */
  public Object keyAt(int position) {
    Object key = keys[position];
    if (key == null) {
      throw new IllegalArgumentException("no entry at " + position);
    }
    return key;
  }

  /** The value at a position that {@link #next} gave. */
  public Object valueAt(int position) {
    return values[position];
  }

  /** Replaces the value at a position that {@link #next} gave. */
  public void setValueAt(int position, Object value) {
    values[position] = value;
  }

  /** Adds all entries of another dict. */
  public void putAll(PyDict other) {
    for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
      put(other.keyAt(i), other.valueAt(i));
    }
  }

  /** Makes this empty dict a copy of another one whose keys and values go through functions. */
  public void fillFrom(
      PyDict other, UnaryOperator<Object> keyCopier, UnaryOperator<Object> copier) {
    int count = other.used;
    if (other.size == 0) {
      return;
    }
    @Nullable Object[] newKeys = new Object[other.keys.length];
    Object[] newValues = new Object[other.values.length];
    for (int i = 0; i < count; i++) {
      Object key = other.keys[i];
      if (key == null) {
        newValues[i] = PySingleton.NONE;
      } else {
        newKeys[i] = keyCopier.apply(key);
        newValues[i] = copier.apply(other.values[i]);
      }
    }
    index = other.index == NO_INDEX ? NO_INDEX : other.index.clone();
    hashes = other.hashes.clone();
    keys = newKeys;
    values = newValues;
    used = count;
    usable = other.usable;
    size = other.size;
  }

  /** Finds the keys anew whose hashes have changed. */
  public void rehash(Predicate<Object> hasChanged) {
    for (int i = 0; i < used; i++) {
      Object key = keys[i];
      if (key != null && hasChanged.test(key)) {
        hashes[i] = hashOf(key);
      }
    }
    if (index == NO_INDEX) {
      return;
    }
    int mask = index.length - 1;
    Arrays.fill(index, EMPTY);
    for (int entry = 0; entry < used; entry++) {
      if (keys[entry] != null) {
        int perturbation = hashes[entry];
        int i = perturbation & mask;
        while (index[i] >= 0) {
          perturbation >>>= 5;
          i = probe(i, perturbation, mask);
        }
        index[i] = entry;
      }
    }
  }

  /** A new plain dict with the same entries. */
  public PyDict copy() {
    PyDict copy = new PyDict();
    copy.putAll(this);
    return copy;
  }

  /** Whether it is an OrderedDict, whose views and iterators have classes of their own. */
  public boolean isOrdered() {
    return false;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.DICT;
  }
}
