package org.pyconc.objects;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;

/**
 * A set or frozenset: a hash table with short linear probes, which has the same order as CPython's
 * for elements with the same hashes.
 *
 * <p>Hashing and comparing elements may run code of the program, which may change the set; a search
 * that sees this starts again.
 *
 * @see <a href="https://github.com/python/cpython/blob/3.11/Objects/setobject.c">setobject.c</a>
 */
public final class PySet extends PyObject {
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;
  private static final int MINIMUM = 8;
  private static final int MAXIMUM = 1 << 30;
  private static final Object REMOVED = new Object();
  private static final int CHANGED = -2;

  private final boolean frozen;
  private @Nullable Object[] keys = NO_ARGUMENTS;
  private long[] hashes = {};
  private int mask = MINIMUM - 1;
  private int fill; // entries including removed ones
  private int used;
  private int finger; // where pop goes on

  /** An empty set. */
  public PySet() {
    this(false);
  }

  /** An empty set or, while it is being filled, frozenset. */
  public PySet(boolean frozen) {
    this.frozen = frozen;
  }

  /**
   * What a set display of constants makes. CPython's compiler puts them into a frozenset, that into
   * another one, and the program adds this to an empty set, which decides the order.
   */
  public static PySet ofConstants(Object... elements) {
    PySet first = new PySet(true);
    for (Object element : elements) {
      first.add(element);
    }
    PySet second = new PySet(true);
    for (int i = first.next(0); i >= 0; i = first.next(i + 1)) {
      second.add(first.elementAt(i), first.hashAt(i));
    }
    PySet set = new PySet();
    set.addAll(second);
    return set;
  }

  public boolean isFrozen() {
    return frozen;
  }

  public int size() {
    return used;
  }

  /** Adds an element; tells whether it was new. */
  public boolean add(Object element) {
    return add(element, Hashing.hash(element));
  }

  /** Adds an element whose hash is known; tells whether it was new. */
  public boolean add(Object element, long hash) {
    int place;
    do {
      if (keys.length == 0) {
        allocate(mask + 1);
      }
      place = search(element, hash, true);
    } while (place == CHANGED);
    if (place >= 0) {
      return false;
    }
    place = -place - 3;
    boolean reused = keys[place] == REMOVED;
    keys[place] = element;
    hashes[place] = hash;
    used++;
    if (reused) {
      return true;
    }
    fill++;
    if (fill * 5L >= mask * 3L) {
      resize(grown());
    }
    return true;
  }

  private long grown() {
    return used > 50000 ? used * 2L : used * 4L;
  }

  public boolean contains(Object element) {
    return contains(element, Hashing.hash(element));
  }

  /** Whether an element is there whose hash is known. */
  public boolean contains(Object element, long hash) {
    return find(element, hash) >= 0;
  }

  /** Removes an element; tells whether it was there. */
  public boolean remove(Object element) {
    return remove(element, Hashing.hash(element));
  }

  /** Removes an element whose hash is known; tells whether it was there. */
  public boolean remove(Object element, long hash) {
    int place = find(element, hash);
    if (place < 0) {
      return false;
    }
    removeAt(place);
    return true;
  }

  private void removeAt(int place) {
    keys[place] = REMOVED;
    hashes[place] = -1;
    used--;
  }

  /** Removes and returns some element, or null if there is none. */
  public @Nullable Object pop() {
    if (used == 0) {
      return null;
    }
    int i = finger & mask;
    while (keys[i] == null || keys[i] == REMOVED) {
      i = (i + 1) & mask;
    }
    Object element = keys[i];
    removeAt(i);
    finger = i + 1;
    return element;
  }

  private int find(Object element, long hash) {
    int place = CHANGED;
    while (place == CHANGED) {
      place = keys.length == 0 ? -1 : search(element, hash, false);
    }
    return place;
  }

  /**
   * The place of an element; {@link #CHANGED} if comparing changed the table; else a negative
   * number: -1, or for an addition -3 minus the place to use: that of the last removed element on
   * the way, or the free one at the end of it.
   */
  private int search(Object element, long hash, boolean toAdd) {
    @Nullable Object[] table = keys;
    long[] itsHashes = hashes;
    int m = mask;
    int i = (int) hash & m;
    long perturb = hash;
    int removed = -1;
    while (true) {
      int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
      for (int place = i; place <= last; place++) {
        Object candidate = table[place];
        if (candidate == null) {
          return toAdd ? -(removed < 0 ? place : removed) - 3 : -1;
        }
        if (candidate == REMOVED) {
          removed = place;
        } else if (itsHashes[place] == hash) {
          if (candidate == element) {
            return place;
          }
          boolean equal = Comparison.equal(candidate, element);
          if (equal) {
            return place;
          }
          if (table != keys || table[place] != candidate) {
            return CHANGED;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & m;
    }
  }

  private void allocate(int size) {
    keys = new Object[size];
    hashes = new long[size];
    mask = size - 1;
  }

  private void resize(long least) {
    long size = MINIMUM;
    while (size <= least) {
      size <<= 1;
    }
    if (size > MAXIMUM) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, NO_ARGUMENTS);
    }
    @Nullable Object[] oldKeys = keys;
    long[] oldHashes = hashes;
    allocate((int) size);
    insertClean(oldKeys, oldHashes);
    fill = used;
  }

  /** Inserts elements that are known to be different into a table without removed ones. */
  private void insertClean(@Nullable Object[] elements, long[] theirHashes) {
    for (int entry = 0; entry < elements.length; entry++) {
      Object element = elements[entry];
      if (element != null && element != REMOVED) {
        int place = freePlace(theirHashes[entry]);
        keys[place] = element;
        hashes[place] = theirHashes[entry];
      }
    }
  }

  private int freePlace(long hash) {
    int m = mask;
    int i = (int) hash & m;
    long perturb = hash;
    while (true) {
      int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
      for (int place = i; place <= last; place++) {
        if (keys[place] == null) {
          return place;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & m;
    }
  }

  /** Adds all elements of another set. */
  public void addAll(PySet other) {
    if (other == this || other.used == 0) {
      return;
    }
    reserve(other.used);
    if (fill == 0) {
      if (keys.length == 0) {
        allocate(mask + 1);
      }
      if (mask == other.mask && other.fill == other.used) {
        System.arraycopy(other.keys, 0, keys, 0, keys.length);
        System.arraycopy(other.hashes, 0, hashes, 0, hashes.length);
      } else {
        insertClean(other.keys, other.hashes);
      }
      fill = other.used;
      used = other.used;
      return;
    }
    for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
      add(other.elementAt(i), other.hashAt(i));
    }
  }

  /** Makes room for so many more elements at once. */
  public void reserve(int more) {
    if ((fill + (long) more) * 5 >= mask * 3L) {
      resize((used + (long) more) * 2);
    }
  }

  /** Makes the table smaller if too much of it is removed elements. */
  public void compact() {
    if (fill - used > mask / 4) {
      resize(grown());
    }
  }

  public void clear() {
    keys = NO_ARGUMENTS;
    hashes = new long[0];
    mask = MINIMUM - 1;
    fill = 0;
    used = 0;
  }

  /** Takes over the elements of another set, which must not be used any more. */
  public void replaceBy(PySet other) {
    keys = other.keys;
    hashes = other.hashes;
    mask = other.mask;
    fill = other.fill;
    used = other.used;
  }

  /** Makes this empty set a copy of another one whose elements go through a function. */
  public void fillFrom(PySet other, UnaryOperator<Object> copier) {
    if (other.used == 0) {
      return;
    }
    @Nullable Object[] newKeys = new Object[other.keys.length];
    for (int i = 0; i < newKeys.length; i++) {
      Object key = other.keys[i];
      newKeys[i] = key == null || key == REMOVED ? key : copier.apply(key);
    }
    keys = newKeys;
    hashes = other.hashes.clone();
    mask = other.mask;
    fill = other.fill;
    used = other.used;
    finger = other.finger;
  }

  /** Finds the elements anew whose hashes have changed. */
  public void rehash(Predicate<Object> hasChanged) {
    if (used == 0) {
      return;
    }
    @Nullable Object[] oldKeys = keys;
    long[] newHashes = hashes;
    for (int i = 0; i < oldKeys.length; i++) {
      Object key = oldKeys[i];
      if (key != null && key != REMOVED && hasChanged.test(key)) {
        newHashes[i] = Hashing.hash(key);
      }
    }
    allocate(oldKeys.length);
    insertClean(oldKeys, newHashes);
    fill = used;
  }

  /** The position of the first element at or behind {@code from} (0 to begin), or -1. */
  public int next(int from) {
    for (int i = from; i < keys.length; i++) {
      Object key = keys[i];
      if (key != null && key != REMOVED) {
        return i;
      }
    }
    return -1;
  }

  /** The element at a position that {@link #next} gave. */
  public Object elementAt(int position) {
    Object key = keys[position];
    if (key == null) {
      throw new IllegalArgumentException("no element at " + position);
    }
    return key;
  }

  /** The hash of the element at a position that {@link #next} gave. */
  public long hashAt(int position) {
    return hashes[position];
  }

  @Override
  public PyType type() {
    return frozen ? BuiltinTypes.FROZENSET : BuiltinTypes.SET;
  }
}
