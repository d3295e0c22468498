package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** {@code itertools.groupby}. */
final class GroupByIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.groupby", false, GroupByIterator::define);

  private static final PyType GROUPER =
      BuiltinTypes.iterator(
          "itertools._grouper",
          false,
          b ->
              b.staticMethod(
                  "__new__(cls, parent, key, /)",
                  "The elements of one group.",
                  bound -> {
                    if (!(bound[1] instanceof GroupByIterator parent)) {
                      throw Errors.typeError("itertools.groupby expected");
                    }
                    Group made = new Group(parent, bound[2]);
                    parent.group = made;
                    return made;
                  }));

  private final PyIterator source;
  private final Object function;
  private @Nullable Object currentKey;
  private @Nullable Object currentValue;
  private @Nullable Object groupKey;
  private @Nullable Group group;

  private GroupByIterator(PyIterator source, Object function) {
    this.source = source;
    this.function = function;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, iterable, key=None)",
        "Gives keys, each with an iterator over the neighbouring elements that have it.",
        bound -> new GroupByIterator(Iteration.iterator(bound[1]), bound[2]));
    IteratorMethods.defineSetState(b);
  }

  private boolean step() {
    Object value = source.next();
    if (value == null) {
      currentValue = null;
      return false;
    }
    currentKey = function == PySingleton.NONE ? value : Calls.call1(function, value);
    currentValue = value;
    return true;
  }

  @Override
  public @Nullable Object next() {
    group = null;
    while (true) {
      Object key = currentKey;
      Object wanted = groupKey;
      if (key == null) {
        if (!step()) {
          return null;
        }
      } else if (wanted == null || !Comparison.equal(wanted, key)) {
        break;
      } else if (!step()) {
        return null;
      }
    }
    Object key = currentKey;
    if (key == null || currentValue == null) {
      return null;
    }
    groupKey = key;
    Group made = new Group(this, key);
    group = made;
    return PyTuple.of(key, made);
  }

  @Override
  public PyTuple reduction() {
    PyTuple arguments = PyTuple.of(IteratorReductions.seen(source), function);
    Object key = currentKey;
    Object value = currentValue;
    Object wanted = groupKey;
    return key == null || value == null || wanted == null
        ? PyTuple.of(TYPE, arguments)
        : PyTuple.of(TYPE, arguments, PyTuple.of(key, value, wanted));
  }

  @Override
  public void restore(Object state) {
    Object[] parts = IteratorReductions.parts(state, 3);
    currentKey = parts[0];
    currentValue = parts[1];
    groupKey = parts[2];
  }

  /** The elements of one group; ends when the next group is asked for. */
  private static final class Group extends PyIterator {
    private final GroupByIterator parent;
    private final Object key;

    Group(GroupByIterator parent, Object key) {
      this.parent = parent;
      this.key = key;
    }

    @Override
    public @Nullable Object next() {
      if (parent.group != this) {
        return null;
      }
      if (parent.currentValue == null && !parent.step()) {
        return null;
      }
      Object itsKey = parent.currentKey;
      if (itsKey == null || !Comparison.equal(key, itsKey)) {
        return null;
      }
      Object value = parent.currentValue;
      parent.currentValue = null;
      return value;
    }

    @Override
    public PyTuple reduction() {
      return parent.group == this
          ? PyTuple.of(GROUPER, PyTuple.of(parent, key))
          : IteratorReductions.iter(PyTuple.EMPTY);
    }

    @Override
    public PyType type() {
      return GROUPER;
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
