package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;
import org.pyconc.operations.Truth;

/**
 * The iterators that pass on some elements of another: takewhile, dropwhile, filterfalse, compress.
 */
final class SelectingIterator extends PyIterator {
  /** By what the elements are chosen. */
  enum Kind {
    TAKEWHILE("takewhile", "Gives elements as long as the predicate is true."),
    DROPWHILE("dropwhile", "Leaves out elements as long as the predicate is true."),
    FILTERFALSE("filterfalse", "Gives the elements for which the function is false."),
    COMPRESS("compress", "Gives the elements whose selector is true.");

    private final PyType type;

    Kind(String name, String doc) {
      String signature =
          name.equals("compress")
              ? "__new__(cls, data, selectors)"
              : "__new__(cls, function, iterable, /)";
      type =
          BuiltinTypes.iterator(
              "itertools." + name,
              false,
              b -> {
                b.staticMethod(signature, doc, bound -> make(this, bound[1], bound[2]));
                if (name.endsWith("while")) {
                  IteratorMethods.defineSetState(b);
                }
              });
    }

    PyType type() {
      return type;
    }
  }

  private final Kind kind;
  private final Object function;
  private final PyIterator source;
  private boolean decided;

  private SelectingIterator(Kind kind, Object function, PyIterator source) {
    this.kind = kind;
    this.function = function;
    this.source = source;
  }

  private static SelectingIterator make(Kind kind, Object a, Object b) {
    return kind == Kind.COMPRESS
        ? new SelectingIterator(kind, Iteration.iterator(b), Iteration.iterator(a))
        : new SelectingIterator(kind, a, Iteration.iterator(b));
  }

  @Override
  public @Nullable Object next() {
    if (kind == Kind.TAKEWHILE && decided) {
      return null;
    }
    for (Object value = source.next(); value != null; value = source.next()) {
      switch (kind) {
        case TAKEWHILE -> {
          if (Truth.isTrue(Calls.call1(function, value))) {
            return value;
          }
          decided = true;
          return null;
        }
        case DROPWHILE -> {
          if (decided || !Truth.isTrue(Calls.call1(function, value))) {
            decided = true;
            return value;
          }
        }
        case FILTERFALSE -> {
          if (!Truth.isTrue(function == PySingleton.NONE ? value : Calls.call1(function, value))) {
            return value;
          }
        }
        case COMPRESS -> {
          Object selector = ((PyIterator) function).next();
          if (selector == null) {
            return null;
          }
          if (Truth.isTrue(selector)) {
            return value;
          }
        }
      }
    }
    return null;
  }

  @Override
  public PyTuple reduction() {
    Object seen = IteratorReductions.seen(source);
    return switch (kind) {
      case COMPRESS ->
          PyTuple.of(type(), PyTuple.of(seen, IteratorReductions.seen((PyIterator) function)));
      case FILTERFALSE -> PyTuple.of(type(), PyTuple.of(function, seen));
      case TAKEWHILE, DROPWHILE ->
          PyTuple.of(type(), PyTuple.of(function, seen), decided ? 1L : 0L);
    };
  }

  @Override
  public void restore(Object state) {
    decided = Truth.isTrue(state);
  }

  @Override
  public PyType type() {
    return kind.type();
  }
}
