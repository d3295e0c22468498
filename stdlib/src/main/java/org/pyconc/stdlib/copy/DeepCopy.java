package org.pyconc.stdlib.copy;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** One run of {@code copy.deepcopy}: what is met twice is copied once. */
public final class DeepCopy {
  private final Object memo;

  /**
   * @param memo copies by the identity of what they were made from; programs' own {@code
   *     __deepcopy__} methods are given it
   */
  public DeepCopy(Object memo) {
    this.memo = memo;
  }

  private @Nullable Object known(Object value) {
    if (memo instanceof PyDict dict) {
      return dict.get(Text.id(value));
    }
    Object known = Calls.method(memo, "get", Text.id(value), PySingleton.NONE);
    return known == PySingleton.NONE ? null : known;
  }

  private Object remember(Object value, Object copy) {
    if (copy != value) {
      Items.set(memo, Text.id(value), copy);
      keepAlive(value);
    }
    return copy;
  }

  /** What is remembered by its identity has to exist as long as the memo. */
  private void keepAlive(Object value) {
    Object kept = known(memo);
    if (kept == null) {
      kept = new PyList();
      Items.set(memo, Text.id(memo), kept);
    }
    Object ignored = Calls.method(kept, "append", value);
  }

  /** The copy of a value and of all that it refers to. */
  public Object copy(Object value) {
    if (Copies.isAtomic(value)) {
      return value;
    }
    Object known = known(value);
    if (known != null) {
      return known;
    }
    if (value.getClass() == PyList.class) {
      return copyList((PyList) value);
    }
    if (value instanceof PyTuple tuple) {
      return copyTuple(tuple);
    }
    if (value.getClass() == PyDict.class) {
      return copyDict((PyDict) value);
    }
    if (value instanceof PyMethod m) {
      return remember(value, new PyMethod(copy(m.self()), m.function()));
    }
    Object hook = Copies.hook(value, "__deepcopy__");
    if (hook != null) {
      return remember(value, Calls.call1(hook, memo));
    }
    PyInstance plain = Copies.plain(value);
    if (plain != null) {
      PyInstance copy = Copies.emptyLike(plain);
      Object ignored = remember(value, copy);
      Copies.copyAttributes(plain, copy, this::copy);
      return copy;
    }
    Object reduction = Copies.reduction(value);
    if (Text.isText(reduction)) {
      return value;
    }
    PyTuple recipe = Copies.checked(reduction);
    Object made = Copies.make(recipe, this::copy);
    Object ignored = remember(value, made);
    Copies.fill(made, recipe, this::copy);
    return made;
  }

  private Object copyList(PyList list) {
    PyList copy = new PyList();
    Object ignored = remember(list, copy);
    for (int i = 0; i < list.size(); i++) {
      copy.append(copy(list.get(i)));
    }
    return copy;
  }

  /** A tuple whose elements are their own copies is its own copy too. */
  private Object copyTuple(PyTuple tuple) {
    Object[] items = new Object[tuple.size()];
    boolean isSame = true;
    for (int i = 0; i < items.length; i++) {
      items[i] = copy(tuple.get(i));
      isSame &= items[i] == tuple.get(i);
    }
    Object known = known(tuple); // an element may have led back here
    return known != null ? known : remember(tuple, isSame ? tuple : PyTuple.of(items));
  }

  private Object copyDict(PyDict dict) {
    PyDict copy = new PyDict();
    Object ignored = remember(dict, copy);
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      copy.put(copy(dict.keyAt(i)), copy(dict.valueAt(i)));
    }
    return copy;
  }
}
