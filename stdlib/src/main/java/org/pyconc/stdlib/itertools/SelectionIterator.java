package org.pyconc.stdlib.itertools;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** product, permutations, combinations, combinations_with_replacement: selections from pools. */
final class SelectionIterator extends PyIterator {
  /** Which selections. */
  enum Kind {
    PRODUCT("product", "*iterables, repeat=1", "All tuples with one element of each iterable."),
    PERMUTATIONS("permutations", "iterable, r=None", "All orders of r elements."),
    COMBINATIONS("combinations", "iterable, r", "All choices of r elements."),
    COMBINATIONS_WITH_REPLACEMENT(
        "combinations_with_replacement",
        "iterable, r",
        "All choices of r elements, each any number of times.");

    private final PyType type;

    Kind(String name, String parameters, String doc) {
      type =
          BuiltinTypes.iterator(
              "itertools." + name,
              false,
              b -> {
                b.staticMethod(
                    "__new__(cls, " + parameters + ")",
                    doc,
                    bound -> make(this, bound[1], bound[2]));
                IteratorMethods.defineSetState(b);
              });
    }

    PyType type() {
      return type;
    }
  }

  private final Kind kind;
  private final Object[] pool;
  private final Object[][] pools;
  private final int[] indices;
  private boolean started;
  private boolean ended;

  private SelectionIterator(Kind kind, Object[] pool, Object[][] pools) {
    this.pool = pool;
    this.kind = kind;
    this.pools = pools;
    this.indices = new int[pools.length];
    int size = pool.length;
    switch (kind) {
      case PRODUCT -> {
        for (Object[] each : pools) {
          ended |= each.length == 0;
        }
      }
      case PERMUTATIONS, COMBINATIONS -> {
        ended = pools.length > size && pools.length > 0;
        for (int i = 0; i < indices.length; i++) {
          indices[i] = i;
        }
      }
      case COMBINATIONS_WITH_REPLACEMENT -> ended = pools.length > 0 && size == 0;
    }
  }

  private static Object make(Kind kind, Object a, Object b) {
    if (kind == Kind.PRODUCT) {
      int repeat = Items.toInt(a);
      if (repeat < 0) {
        throw Errors.valueError("repeat argument cannot be negative");
      }
      Object[] iterables = ((PyTuple) b).items();
      Object[][] pools = new Object[iterables.length * repeat][];
      for (int i = 0; i < iterables.length; i++) {
        Object[] pool = Iteration.toArray(iterables[i]);
        for (int k = 0; k < repeat; k++) {
          pools[k * iterables.length + i] = pool;
        }
      }
      return new SelectionIterator(kind, new Object[0], pools);
    }
    Object[] pool = Iteration.toArray(a);
    int count = b == PySingleton.NONE ? pool.length : Items.toInt(b);
    if (count < 0) {
      throw Errors.valueError("r must be non-negative");
    }
    Object[][] pools = new Object[count][];
    Arrays.fill(pools, pool);
    return new SelectionIterator(kind, pool, pools);
  }

  @Override
  public @Nullable Object next() {
    if (ended) {
      return null;
    }
    if (started && !advance()) {
      ended = true;
      return null;
    }
    started = true;
    Object[] values = new Object[indices.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pools[i][indices[i]];
    }
    return PyTuple.of(values);
  }

  private boolean advance() {
    for (int i = indices.length - 1; i >= 0; i--) {
      int next = following(i);
      if (next >= 0) {
        indices[i] = next;
        for (int j = i + 1; j < indices.length; j++) {
          indices[j] = first(j);
        }
        return true;
      }
    }
    return false;
  }

  /** The next possible index at a place, or -1. */
  private int following(int place) {
    int size = pools[place].length;
    int next = indices[place] + 1;
    return switch (kind) {
      case PRODUCT, COMBINATIONS_WITH_REPLACEMENT -> next < size ? next : -1;
      case COMBINATIONS -> next <= size - (indices.length - place) ? next : -1;
      case PERMUTATIONS -> unused(place, next);
    };
  }

  /** The first possible index at a place when those before it are set. */
  private int first(int place) {
    return switch (kind) {
      case PRODUCT -> 0;
      case COMBINATIONS -> indices[place - 1] + 1;
      case COMBINATIONS_WITH_REPLACEMENT -> indices[place - 1];
      case PERMUTATIONS -> unused(place, 0);
    };
  }

  private int unused(int place, int from) {
    for (int candidate = from; candidate < pool.length; candidate++) {
      boolean free = true;
      for (int j = 0; j < place; j++) {
        free &= indices[j] != candidate;
      }
      if (free) {
        return candidate;
      }
    }
    return -1;
  }

  @Override
  public PyTuple reduction() {
    PyTuple arguments = ended ? stopped() : arguments();
    return started && !ended
        ? PyTuple.of(type(), arguments, places())
        : PyTuple.of(type(), arguments);
  }

  private PyTuple stopped() {
    return kind == Kind.PRODUCT
        ? PyTuple.of(PyTuple.EMPTY)
        : PyTuple.of(PyTuple.EMPTY, (long) pools.length);
  }

  private PyTuple arguments() {
    if (kind == Kind.PRODUCT) {
      Object[] all = new Object[pools.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = PyTuple.of(pools[i]);
      }
      return PyTuple.of(all);
    }
    return PyTuple.of(PyTuple.of(pool), (long) pools.length);
  }

  /** Where it is: the indices, and for permutations those that are left and how many follow. */
  private PyTuple places() {
    if (kind != Kind.PERMUTATIONS) {
      return indices(indices);
    }
    int size = pool.length;
    int[] order = Arrays.copyOf(indices, size);
    int[] cycles = new int[indices.length];
    for (int i = 0; i < cycles.length; i++) {
      int following = 0;
      for (int free = unused(i, indices[i] + 1); free >= 0; free = unused(i, free + 1)) {
        following++;
      }
      cycles[i] = following + 1;
    }
    int free = -1;
    for (int i = indices.length; i < size; i++) {
      free = unused(indices.length, free + 1);
      order[i] = free;
    }
    return PyTuple.of(indices(order), indices(cycles));
  }

  private static PyTuple indices(int[] from) {
    Object[] all = new Object[from.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (long) from[i];
    }
    return PyTuple.of(all);
  }

  @Override
  public void restore(Object state) {
    Object given = state;
    if (kind == Kind.PERMUTATIONS && state instanceof PyTuple both && both.size() == 2) {
      given = both.get(0);
    }
    if (!(given instanceof PyTuple tuple)
        || tuple.size() != (kind == Kind.PERMUTATIONS ? pool.length : indices.length)) {
      throw Errors.valueError("invalid arguments");
    }
    Object[] parts = tuple.items();
    for (int i = 0; i < indices.length; i++) {
      indices[i] = IteratorReductions.place(parts[i], 0, pools[i].length - 1);
    }
    started = true;
  }

  @Override
  public PyType type() {
    return kind.type();
  }
}
