package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through the keys, values or items of a dict and notices when the dict changes meanwhile. */
public final class DictIterator extends PyIterator implements Transferable {
  /** What of an entry the iterator gives. */
  public enum Part {
    KEYS,
    VALUES,
    ITEMS
  }

  private static final int ALWAYS_WRONG = -1;

  private @Nullable PyDict dict;
  private final Part part;
  private final boolean reversed;
  private final boolean isOrdered;
  private int position;
  private int expectedSize;
  private int remaining;

  public DictIterator(PyDict dict, Part part) {
    this(dict, part, false);
  }

  /**
   * @param reversed whether to begin with the entry that was added last
   */
  public DictIterator(PyDict dict, Part part, boolean reversed) {
    this.dict = dict;
    this.part = part;
    this.reversed = reversed;
    this.isOrdered = dict.isOrdered();
    this.position = reversed ? dict.end() : 0;
    this.expectedSize = dict.size();
    this.remaining = expectedSize;
  }

  /** The dict, or null when the iterator has come to its end. */
  public @Nullable PyDict dict() {
    return dict;
  }

  public Part part() {
    return part;
  }

  public boolean isReversed() {
    return reversed;
  }

  /** How many values are to come if the dict stays as it is. */
  public int remaining() {
    PyDict d = dict;
    return d == null || d.size() != expectedSize ? 0 : remaining;
  }

  @Override
  public @Nullable Object next() {
    PyDict d = dict;
    if (d == null) {
      return null;
    }
    if (expectedSize != d.size()) {
      expectedSize = ALWAYS_WRONG;
      throw Errors.runtimeError(
          d.isOrdered()
              ? "OrderedDict mutated during iteration"
              : "dictionary changed size during iteration");
    }
    int at = reversed ? d.previous(position) : d.next(position);
    if (at < 0) {
      dict = null;
      return null;
    }
    if (remaining == 0) {
      dict = null;
      throw Errors.runtimeError("dictionary keys changed during iteration");
    }
    remaining--;
    position = reversed ? at : at + 1;
    return switch (part) {
      case KEYS -> d.keyAt(at);
      case VALUES -> d.valueAt(at);
      case ITEMS -> PyTuple.of(d.keyAt(at), d.valueAt(at));
    };
  }

  @Override
  public PyTuple reduction() {
    PyDict d = dict;
    return d == null
        ? IteratorReductions.iter(new PyList())
        : IteratorReductions.iterOfRest(over(d));
  }

  @Override
  public PyType type() {
    if (isOrdered) {
      return BuiltinTypes.ODICT_ITERATOR;
    }
    return switch (part) {
      case KEYS ->
          reversed ? BuiltinTypes.DICT_REVERSE_KEY_ITERATOR : BuiltinTypes.DICT_KEY_ITERATOR;
      case VALUES ->
          reversed ? BuiltinTypes.DICT_REVERSE_VALUE_ITERATOR : BuiltinTypes.DICT_VALUE_ITERATOR;
      case ITEMS ->
          reversed ? BuiltinTypes.DICT_REVERSE_ITEM_ITERATOR : BuiltinTypes.DICT_ITEM_ITERATOR;
    };
  }

  @Override
  public Object copy(Copier copier) {
    PyDict d = dict;
    PyDict its = d == null ? new PyDict() : (PyDict) copier.copy(d);
    DictIterator copy = over(its);
    if (d == null) {
      copy.dict = null;
    }
    return copy;
  }

  /** An iterator at the same place of a dict with the same content. */
  private DictIterator over(PyDict its) {
    DictIterator copy = new DictIterator(its, part, reversed);
    copy.position = position;
    copy.expectedSize = expectedSize;
    copy.remaining = remaining;
    return copy;
  }
}
