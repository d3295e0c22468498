package org.pyconc.builtins;

import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyDictView;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.DictIterator;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Sets;

/**
 * The types of {@code d.keys()}, {@code d.values()} and {@code d.items()}.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#dictionary-view-objects">
 *     Dictionary view objects</a>
 */
final class DictViewMethods {
  private DictViewMethods() {}

  static void define(String name, TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", self -> (long) dict(self).size());
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> new DictIterator(dict(self), ((PyDictView) self).part()));
    b.method(
        "__reversed__(self, /)",
        "Return a reverse iterator over the dict.",
        self -> new DictIterator(dict(self), ((PyDictView) self).part(), true));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self ->
            ContainerRepr.named(
                self, (dict(self).isOrdered() ? "odict" : "dict") + name.substring(4)));
    b.getter(
        "mapping", "dictionary that this view refers to", self -> new PyMappingProxy(dict(self)));
    if (!name.equals("dict_values")) {
      defineSet(b);
    }
  }

  private static void defineSet(TypeBuilder b) {
    b.constant("__hash__", PySingleton.NONE);
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> contains((PyDictView) self, key));
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) -> compare(op, (PyDictView) self, other));
    }
    b.method("__and__(self, value, /)", "Return self&value.", DictViewMethods::and);
    b.method("__rand__(self, value, /)", "Return value&self.", DictViewMethods::and);
    b.method("__or__(self, value, /)", "Return self|value.", DictViewMethods::or);
    b.method("__ror__(self, value, /)", "Return value|self.", (self, a) -> or(a, self));
    b.method("__sub__(self, value, /)", "Return self-value.", DictViewMethods::subtract);
    b.method("__rsub__(self, value, /)", "Return value-self.", (self, a) -> subtract(a, self));
    b.method("__xor__(self, value, /)", "Return self^value.", DictViewMethods::xor);
    b.method("__rxor__(self, value, /)", "Return value^self.", (self, a) -> xor(a, self));
    b.method(
        "isdisjoint(self, other, /)",
        "Return True if the view and the given iterable have a null intersection.",
        (self, other) -> isDisjoint((PyDictView) self, other));
  }

  private static PyDict dict(Object view) {
    return ((PyDictView) view).dict();
  }

  private static boolean contains(PyDictView view, Object key) {
    if (view.part() == DictIterator.Part.KEYS) {
      return view.dict().containsKey(key);
    }
    if (!(PyPayloadInstance.unwrap(key) instanceof PyTuple pair) || pair.size() != 2) {
      return false;
    }
    Object value = view.dict().get(pair.get(0));
    return value != null && Comparison.equal(value, pair.get(1));
  }

  private static boolean isSetLike(Object value) {
    return PyPayloadInstance.unwrap(value) instanceof PySet
        || (value instanceof PyDictView v && v.part() != DictIterator.Part.VALUES);
  }

  private static Object compare(Comparison.Operator op, PyDictView view, Object other) {
    if (!isSetLike(other)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    int size = view.dict().size();
    int otherSize = Items.length(other);
    return switch (op) {
      case EQ -> size == otherSize && allIn(view, other);
      case NE -> !(size == otherSize && allIn(view, other));
      case LT -> size < otherSize && allIn(view, other);
      case LE -> size <= otherSize && allIn(view, other);
      case GT -> size > otherSize && allIn(other, view);
      case GE -> size >= otherSize && allIn(other, view);
    };
  }

  private static boolean allIn(Object elements, Object container) {
    PyIterator iterator = Iteration.iterator(elements);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (!Items.contains(container, next)) {
        return false;
      }
    }
    return true;
  }

  private static PySet toSet(Object value) {
    return value instanceof PyDictView v && v.part() == DictIterator.Part.KEYS
        ? Sets.of(v.dict(), false)
        : Sets.of(value, false);
  }

  private static Object or(Object a, Object b) {
    PySet result = toSet(a);
    Sets.addAll(result, b);
    return result;
  }

  private static Object subtract(Object a, Object b) {
    PySet result = toSet(a);
    Sets.removeAll(result, b);
    return result;
  }

  private static Object xor(Object a, Object b) {
    PySet result = toSet(a);
    Sets.toggleAll(result, b);
    return result;
  }

  private static Object and(Object self, Object other) {
    PyDictView view = (PyDictView) self;
    if (other instanceof PySet set && !set.isFrozen() && view.dict().size() <= set.size()) {
      return Sets.intersection(set, view);
    }
    Object smaller = other;
    if (other instanceof PyDictView v && isSetLike(v) && v.dict().size() > view.dict().size()) {
      smaller = view;
      view = v;
    }
    PySet result = new PySet();
    PyIterator iterator = Iteration.iterator(smaller);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (contains(view, next)) {
        result.add(next);
      }
    }
    return result;
  }

  private static Object isDisjoint(PyDictView view, Object other) {
    Object smaller = other;
    Object container = view;
    if (isSetLike(other) && Items.length(other) > view.dict().size()) {
      smaller = view;
      container = other;
    }
    PyIterator iterator = Iteration.iterator(smaller);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Items.contains(container, next)) {
        return false;
      }
    }
    return true;
  }
}
