package org.pyconc.builtins;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.ListIterator;
import org.pyconc.operations.ListReverseIterator;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Sorting;
import org.pyconc.operations.Text;

/**
 * The type list.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#lists">Lists</a>
 */
final class ListMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private ListMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty"
            + " list.\nThe argument must be an iterable if specified.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> Arguments.instance(BuiltinTypes.LIST, bound[0], new PyList()));
    b.shortcut(cls -> Arguments.instance(BuiltinTypes.LIST, cls, new PyList()));
    b.shortcut((cls, iterable) -> Arguments.instance(BuiltinTypes.LIST, cls, new PyList()));
    b.wholeMethodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          Object iterable = Arguments.single(BuiltinTypes.LIST, bound[0], bound[1], bound[2]);
          PyList list = (PyList) PyPayloadInstance.unwrap(bound[0]);
          list.clear();
          if (iterable != null) {
            extend(list, iterable);
          }
          return NONE;
        });
    b.shortcut(
        (self, iterable) -> {
          PyList list = (PyList) PyPayloadInstance.unwrap(self);
          list.clear();
          extend(list, iterable);
          return NONE;
        });
    b.method("__len__(self, /)", "Return len(self).", self -> (long) ((PyList) self).size());
    b.method("__iter__(self, /)", "Implement iter(self).", self -> new ListIterator((PyList) self));
    b.method(
        "__reversed__(self, /)",
        "Return a reverse iterator over the list.",
        self -> new ListReverseIterator((PyList) self));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> Items.contains(self, key));
    b.method("__repr__(self, /)", "Return repr(self).", self -> ContainerRepr.list((PyList) self));
    b.constant("__hash__", NONE);
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    Arguments.sequenceComparisons(b);
    defineOperators(b);
    defineChanges(b);
    defineQueries(b);
  }

  private static void defineOperators(TypeBuilder b) {
    b.method("__getitem__(self, index, /)", "x.__getitem__(y) <==> x[y]", ListMethods::get);
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> {
          set((PyList) self, key, value);
          return NONE;
        });
    b.method(
        "__delitem__(self, key, /)",
        "Delete self[key].",
        (self, key) -> {
          delete((PyList) self, key);
          return NONE;
        });
    b.method(
        "__add__(self, value, /)",
        "Return self+value.",
        (self, value) ->
            PyPayloadInstance.unwrap(value) instanceof PyList other
                ? concatenate((PyList) self, other)
                : PySingleton.NOT_IMPLEMENTED);
    b.method("__mul__(self, value, /)", "Return self*value.", ListMethods::repeat);
    b.method("__rmul__(self, value, /)", "Return value*self.", ListMethods::repeat);
    b.wholeMethod(
        "__iadd__(self, value, /)",
        "Implement self+=value.",
        (self, value) -> {
          extend((PyList) PyPayloadInstance.unwrap(self), value);
          return self;
        });
    b.wholeMethod(
        "__imul__(self, value, /)",
        "Implement self*=value.",
        (self, value) -> {
          Object count = Repetition.count(value);
          if (count == null) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          PyList list = (PyList) PyPayloadInstance.unwrap(self);
          Object[] items = Repetition.repeat(list.array(), list.size(), count);
          list.replaceAll(items, items.length);
          return self;
        });
  }

  private static void defineChanges(TypeBuilder b) {
    b.method(
        "append(self, object, /)",
        "Append object to the end of the list.",
        (self, value) -> {
          ((PyList) self).append(value);
          return NONE;
        });
    b.method(
        "clear(self, /)",
        "Remove all items from list.",
        self -> {
          ((PyList) self).clear();
          return NONE;
        });
    b.method(
        "extend(self, iterable, /)",
        "Extend list by appending elements from the iterable.",
        (self, iterable) -> {
          extend((PyList) self, iterable);
          return NONE;
        });
    b.method(
        "insert(self, index, object, /)",
        "Insert object before index.",
        (self, index, value) -> {
          PyList list = (PyList) self;
          long at = Indices.toSize(index);
          int size = list.size();
          at = at < 0 ? Math.max(0, at + size) : Math.min(at, size);
          list.insert((int) at, value);
          return NONE;
        });
    b.method(
        "pop(self, index=-1, /)",
        "Remove and return item at index (default last).\n\n"
            + "Raises IndexError if list is empty or index is out of range.",
        ListMethods::pop);
    b.method(
        "remove(self, value, /)",
        "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
        (self, value) -> {
          PyList list = (PyList) self;
          for (int i = 0; i < list.size(); i++) {
            if (Comparison.equal(list.get(i), value)) {
              if (i < list.size()) { // comparing may have changed the list
                list.remove(i);
              }
              return NONE;
            }
          }
          throw Errors.valueError("list.remove(x): x not in list");
        });
    b.method(
        "reverse(self, /)",
        "Reverse *IN PLACE*.",
        self -> {
          PyList list = (PyList) self;
          for (int i = 0, j = list.size() - 1; i < j; i++, j--) {
            Object swap = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swap);
          }
          return NONE;
        });
    b.methodN(
        "sort(self, /, *args, key=None, reverse=False)",
        "Sort the list in ascending order and return None.\n\n"
            + "The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n"
            + "order of two equal elements is maintained).\n\n"
            + "If a key function is given, apply it once to each list item and sort them,\n"
            + "ascending or descending, according to their function values.\n\n"
            + "The reverse flag can be set to sort in descending order.",
        bound -> {
          if (((PyTuple) bound[3]).size() > 0) {
            throw Errors.typeError("sort() takes no positional arguments");
          }
          Sorting.sort((PyList) bound[0], bound[1], Arguments.flag(bound[2]));
          return NONE;
        });
  }

  private static void defineQueries(TypeBuilder b) {
    b.method(
        "copy(self, /)",
        "Return a shallow copy of the list.",
        self -> PyList.of(((PyList) self).toArray()));
    b.method(
        "count(self, value, /)",
        "Return number of occurrences of value.",
        (self, value) -> {
          PyList list = (PyList) self;
          long count = 0;
          for (int i = 0; i < list.size(); i++) {
            if (Comparison.equal(list.get(i), value)) {
              count++;
            }
          }
          return count;
        });
    b.method(
        "index(self, value, start=0, stop=9223372036854775807, /)",
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
        (self, value, start, stop) -> {
          PyList list = (PyList) self;
          int from = Indices.bound(start, list.size());
          int to = Indices.bound(stop, list.size());
          for (int i = from; i < to && i < list.size(); i++) {
            if (Comparison.equal(list.get(i), value)) {
              return (long) i;
            }
          }
          throw Errors.valueError(Text.javaRepr(value) + " is not in list");
        });
  }

  /** Appends the elements of an iterable. */
  static void extend(PyList list, Object iterable) {
    switch (iterable) {
      case PyList other -> list.appendAll(other.array(), other.size());
      case PyTuple other -> list.appendAll(other.items(), other.size());
      case PyDict other -> {
        Object[] keys = Iteration.toArray(other);
        list.appendAll(keys, keys.length);
      }
      default -> Iteration.addAll(list, iterable);
    }
  }

  private static PyList concatenate(PyList a, PyList b) {
    Object[] items = Arrays.copyOf(a.array(), a.size() + b.size());
    System.arraycopy(b.array(), 0, items, a.size(), b.size());
    return PyList.of(items);
  }

  private static Object repeat(Object self, Object value) {
    Object count = Repetition.count(value);
    if (count == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    PyList list = (PyList) self;
    return PyList.of(Repetition.repeat(list.array(), list.size(), count));
  }

  private static Object pop(Object self, Object index) {
    PyList list = (PyList) self;
    long at = Indices.toSize(index);
    int size = list.size();
    if (size == 0) {
      throw Errors.indexError("pop from empty list");
    }
    at = at < 0 ? at + size : at;
    if (at < 0 || at >= size) {
      throw Errors.indexError("pop index out of range");
    }
    return list.remove((int) at);
  }

  /** The indices of a slice of a list, whose size evaluating them may change. */
  private static Slices.Range resolve(PySlice slice, PyList list) {
    while (true) {
      int size = list.size();
      Slices.Range range = Slices.resolve(slice, size);
      if (list.size() == size) {
        return range;
      }
    }
  }

  private static Object get(Object self, Object index) {
    PyList list = (PyList) self;
    if (index instanceof PySlice slice) {
      Slices.Range r = resolve(slice, list);
      return PyList.of(Indices.select(list.array(), r));
    }
    return list.get(Indices.element(index, "list", "list index out of range", list::size));
  }

  private static void set(PyList list, Object index, Object value) {
    if (index instanceof PySlice slice) {
      setSlice(list, slice, value);
      return;
    }
    list.set(
        Indices.element(index, "list", "list assignment index out of range", list::size), value);
  }

  private static void setSlice(PyList list, PySlice slice, Object value) {
    boolean extended = resolve(slice, list).step() != 1;
    Object[] items = itemsToAssign(value, extended);
    Slices.Range r = resolve(slice, list);
    if (r.step() == 1) {
      list.replaceRange(r.start(), Math.max(r.start(), r.stop()), items, items.length);
      return;
    }
    if (items.length != r.length()) {
      throw Errors.valueError(
          "attempt to assign sequence of size "
              + items.length
              + " to extended slice of size "
              + r.length());
    }
    int at = r.start();
    for (Object item : items) {
      list.set(at, item);
      at += r.step();
    }
  }

  private static Object[] itemsToAssign(Object value, boolean extended) {
    if (!(value instanceof PyList)
        && !(value instanceof PyTuple)
        && !(value instanceof PyIterator)
        && PyType.of(value).lookup("__iter__") == null
        && PyType.of(value).lookup("__getitem__") == null) {
      throw Errors.typeError(
          extended ? "must assign iterable to extended slice" : "can only assign an iterable");
    }
    return Iteration.toArray(value);
  }

  private static void delete(PyList list, Object index) {
    if (!(index instanceof PySlice slice)) {
      list.remove(Indices.element(index, "list", "list assignment index out of range", list::size));
      return;
    }
    Slices.Range r = resolve(slice, list);
    if (r.length() == 0) {
      return;
    }
    int step = Math.abs(r.step());
    int first = r.step() > 0 ? r.start() : r.start() + (r.length() - 1) * r.step();
    if (step == 1) {
      list.replaceRange(first, first + r.length(), PyObject.NO_ARGUMENTS, 0);
      return;
    }
    Object[] kept = new Object[list.size() - r.length()];
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      int distance = i - first;
      if (distance < 0 || distance % step != 0 || distance / step >= r.length()) {
        kept[count++] = list.get(i);
      }
    }
    list.replaceAll(kept, count);
  }
}
