package org.pyconc.operations;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.runtime.ProcessState;

/** Recipes of iterators, as {@code __reduce__} gives them to pickles and copies. */
public final class IteratorReductions {
  private IteratorReductions() {}

  /** {@code iter(argument)}. */
  public static PyTuple iter(Object argument) {
    return PyTuple.of(builtin(), PyTuple.of(argument));
  }

  /** {@code iter(argument)}, which is then moved to a place. */
  public static PyTuple iterAt(Object argument, Object place) {
    return PyTuple.of(builtin(), PyTuple.of(argument), place);
  }

  /** {@code iter} of what an iterator still gives; the iterator is used up. */
  public static PyTuple iterOfRest(PyIterator iterator) {
    List<Object> rest = new ArrayList<>();
    for (Object each = iterator.next(); each != null; each = iterator.next()) {
      rest.add(each);
    }
    return iter(PyList.of(rest.toArray()));
  }

  static Object builtin() {
    Object iter = ProcessState.current().builtins().own("iter");
    return iter == null ? PySingleton.NONE : iter;
  }

  /** The iterator that a program knows: not the one that stands for it inside. */
  public static Object seen(PyIterator iterator) {
    return iterator instanceof MethodIterator m ? m.iterator() : iterator;
  }

  /** The iterators that a program knows. */
  public static Object[] seen(PyIterator[] iterators) {
    Object[] all = new Object[iterators.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = seen(iterators[i]);
    }
    return all;
  }

  /** The parts of a tuple that was given to {@code __setstate__}. */
  public static Object[] parts(Object state, int count) {
    if (!(state instanceof PyTuple tuple)) {
      throw Errors.typeError("state is not a tuple");
    }
    if (tuple.size() != count) {
      throw Errors.typeError(
          "function takes exactly " + count + " arguments (" + tuple.size() + " given)");
    }
    return tuple.items();
  }

  /** A place that was given to {@code __setstate__}, moved between two bounds. */
  public static int place(Object state, int lowest, int highest) {
    return (int) Math.max(lowest, Math.min(highest, Items.toLong(state)));
  }
}
