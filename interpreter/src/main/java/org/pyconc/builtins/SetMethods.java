package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.SetIterator;
import org.pyconc.operations.Sets;

/**
 * The types set and frozenset.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#set-types-set-frozenset">Set
 *     Types</a>
 */
final class SetMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private SetMethods() {}

  /** What set and frozenset have in common. */
  private static void defineCommon(TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", self -> (long) ((PySet) self).size());
    b.method("__iter__(self, /)", "Implement iter(self).", self -> new SetIterator((PySet) self));
    b.method(
        "__contains__(self, key, /)",
        "x.__contains__(y) <==> y in x.",
        (self, key) -> Sets.contains((PySet) self, key));
    b.wholeMethod(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> ContainerRepr.set((PySet) PyPayloadInstance.unwrap(self), self));
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) ->
              PyPayloadInstance.unwrap(other) instanceof PySet o
                  ? (Object) compare(op, (PySet) self, o)
                  : PySingleton.NOT_IMPLEMENTED);
    }
    operator(b, "and", "&", Sets::intersection);
    operator(b, "or", "|", SetMethods::union);
    operator(b, "sub", "-", Sets::difference);
    operator(b, "xor", "^", Sets::symmetricDifference);
    defineQueries(b);
  }

  @FunctionalInterface
  private interface Operation {
    Object apply(PySet set, Object other);
  }

  private static void operator(TypeBuilder b, String name, String symbol, Operation operation) {
    b.method(
        "__" + name + "__(self, value, /)",
        "Return self" + symbol + "value.",
        (self, other) -> apply(operation, self, other));
    b.method(
        "__r" + name + "__(self, value, /)",
        "Return value" + symbol + "self.",
        (self, other) -> apply(operation, other, self));
  }

  private static Object apply(Operation operation, Object left, Object right) {
    return PyPayloadInstance.unwrap(left) instanceof PySet set
            && PyPayloadInstance.unwrap(right) instanceof PySet
        ? operation.apply(set, right)
        : PySingleton.NOT_IMPLEMENTED;
  }

  private static PySet union(PySet set, Object other) {
    PySet result = Sets.copy(set);
    Sets.addAll(result, other);
    return result;
  }

  private static boolean compare(Comparison.Operator op, PySet a, PySet b) {
    return switch (op) {
      case EQ -> a.size() == b.size() && Sets.isSubset(a, b);
      case NE -> a.size() != b.size() || !Sets.isSubset(a, b);
      case LT -> a.size() < b.size() && Sets.isSubset(a, b);
      case LE -> Sets.isSubset(a, b);
      case GT -> a.size() > b.size() && Sets.isSubset(b, a);
      case GE -> Sets.isSubset(b, a);
    };
  }

  private static void defineQueries(TypeBuilder b) {
    b.method(
        "copy(self, /)",
        "Return a shallow copy of a set.",
        self -> ((PySet) self).isFrozen() ? self : Sets.copy((PySet) self));
    b.methodN(
        "union(self, /, *others)",
        "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)",
        bound -> {
          PySet result = Sets.copy((PySet) bound[0]);
          for (Object other : ((PyTuple) bound[1]).items()) {
            Sets.addAll(result, other);
          }
          return result;
        });
    b.methodN(
        "intersection(self, /, *others)",
        "Return the intersection of two sets as a new set.\n\n"
            + "(i.e. all elements that are in both sets.)",
        bound -> intersection((PySet) bound[0], (PyTuple) bound[1]));
    b.methodN(
        "difference(self, /, *others)",
        "Return the difference of two or more sets as a new set.\n\n"
            + "(i.e. all elements that are in this set but not the others.)",
        bound -> {
          PyTuple others = (PyTuple) bound[1];
          if (others.size() == 0) {
            return Sets.copy((PySet) bound[0]);
          }
          PySet result = Sets.difference((PySet) bound[0], others.get(0));
          for (int i = 1; i < others.size(); i++) {
            Sets.removeAll(result, others.get(i));
          }
          return result;
        });
    b.method(
        "symmetric_difference(self, other, /)",
        "Return the symmetric difference of two sets as a new set.\n\n"
            + "(i.e. all elements that are in exactly one of the sets.)",
        (self, other) -> Sets.symmetricDifference((PySet) self, other));
    b.method(
        "isdisjoint(self, other, /)",
        "Return True if two sets have a null intersection.",
        (self, other) -> Sets.isDisjoint((PySet) self, other));
    b.method(
        "issubset(self, other, /)",
        "Report whether another set contains this set.",
        (self, other) -> Sets.isSubset((PySet) self, set(other)));
    b.method(
        "issuperset(self, other, /)",
        "Report whether this set contains another set.",
        (self, other) -> isSuperset((PySet) self, other));
  }

  private static PySet set(Object iterable) {
    return PyPayloadInstance.unwrap(iterable) instanceof PySet s ? s : Sets.of(iterable, false);
  }

  private static boolean isSuperset(PySet set, Object other) {
    if (PyPayloadInstance.unwrap(other) instanceof PySet s) {
      return Sets.isSubset(s, set);
    }
    PyIterator iterator = Iteration.iterator(other);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (!set.contains(next)) {
        return false;
      }
    }
    return true;
  }

  private static PySet intersection(PySet set, PyTuple others) {
    PySet result = others.size() == 0 ? Sets.copy(set) : set;
    for (Object other : others.items()) {
      result = Sets.intersection(result, other);
    }
    return result;
  }

  static void defineFrozenSet(TypeBuilder b) {
    b.doc(
        "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\n"
            + "Build an immutable unordered collection of unique elements.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          boolean isPlain = bound[0] == BuiltinTypes.FROZENSET;
          Arguments.noKeywords(BuiltinTypes.FROZENSET, bound[0], bound[2]);
          PyTuple args = (PyTuple) bound[1];
          Object iterable =
              isPlain
                  ? Arguments.single("frozenset", args, bound[2])
                  : args.size() == 0 ? null : args.get(0);
          return isPlain && iterable instanceof PySet s && s.isFrozen()
              ? s
              : Arguments.instance(BuiltinTypes.FROZENSET, bound[0], frozen(iterable));
        });
    b.method("__hash__(self, /)", "Return hash(self).", self -> Hashing.hash(self));
    defineCommon(b);
  }

  private static PySet frozen(@Nullable Object iterable) {
    return iterable == null ? new PySet(true) : Sets.of(iterable, true);
  }

  static void defineSet(TypeBuilder b) {
    b.doc(
        "set() -> new empty set object\nset(iterable) -> new set object\n\n"
            + "Build an unordered collection of unique elements.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> Arguments.instance(BuiltinTypes.SET, bound[0], new PySet()));
    b.shortcut(cls -> Arguments.instance(BuiltinTypes.SET, cls, new PySet()));
    b.shortcut((cls, iterable) -> Arguments.instance(BuiltinTypes.SET, cls, new PySet()));
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          Object iterable = Arguments.single("set", bound[1], bound[2]);
          PySet set = (PySet) bound[0];
          set.clear();
          if (iterable != null) {
            Sets.addAll(set, iterable);
          }
          return NONE;
        });
    b.shortcut(
        (self, iterable) -> {
          PySet set = (PySet) self;
          set.clear();
          Sets.addAll(set, iterable);
          return NONE;
        });
    b.constant("__hash__", NONE);
    defineCommon(b);
    defineElementChanges(b);
    defineUpdates(b);
  }

  private static void defineElementChanges(TypeBuilder b) {
    b.method(
        "add(self, object, /)",
        "Add an element to a set.\n\nThis has no effect if the element is already present.",
        (self, element) -> {
          ((PySet) self).add(element);
          return NONE;
        });
    b.method(
        "discard(self, object, /)",
        "Remove an element from a set if it is a member.\n\n"
            + "Unlike set.remove(), the discard() method does not raise\n"
            + "an exception when an element is missing from the set.",
        (self, element) -> {
          Sets.remove((PySet) self, element);
          return NONE;
        });
    b.method(
        "remove(self, object, /)",
        "Remove an element from a set; it must be a member.\n\n"
            + "If the element is not a member, raise a KeyError.",
        (self, element) -> {
          if (!Sets.remove((PySet) self, element)) {
            throw Errors.keyError(element);
          }
          return NONE;
        });
    b.method(
        "pop(self, /)",
        "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.",
        self -> {
          Object element = ((PySet) self).pop();
          if (element == null) {
            throw Errors.keyError("pop from an empty set");
          }
          return element;
        });
    b.method(
        "clear(self, /)",
        "Remove all elements from this set.",
        self -> {
          ((PySet) self).clear();
          return NONE;
        });
  }

  @FunctionalInterface
  private interface Change {
    void apply(PySet set, Object other);
  }

  private static void inPlace(TypeBuilder b, String name, String symbol, Change change) {
    b.wholeMethod(
        "__i" + name + "__(self, value, /)",
        "Return self" + symbol + "=value.",
        (self, other) -> {
          if (!(PyPayloadInstance.unwrap(other) instanceof PySet)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          change.apply((PySet) PyPayloadInstance.unwrap(self), other);
          return self;
        });
  }

  private static void defineUpdates(TypeBuilder b) {
    inPlace(b, "or", "|", Sets::addAll);
    inPlace(b, "and", "&", (set, other) -> set.replaceBy(Sets.intersection(set, other)));
    inPlace(b, "sub", "-", Sets::removeAll);
    inPlace(b, "xor", "^", Sets::toggleAll);
    b.methodN(
        "update(self, /, *others)",
        "Update a set with the union of itself and others.",
        bound -> {
          for (Object other : ((PyTuple) bound[1]).items()) {
            Sets.addAll((PySet) bound[0], other);
          }
          return NONE;
        });
    b.methodN(
        "intersection_update(self, /, *others)",
        "Update a set with the intersection of itself and another.",
        bound -> {
          PySet set = (PySet) bound[0];
          set.replaceBy(intersection(set, (PyTuple) bound[1]));
          return NONE;
        });
    b.methodN(
        "difference_update(self, /, *others)",
        "Remove all elements of another set from this set.",
        bound -> {
          for (Object other : ((PyTuple) bound[1]).items()) {
            Sets.removeAll((PySet) bound[0], other);
          }
          return NONE;
        });
    b.method(
        "symmetric_difference_update(self, other, /)",
        "Update a set with the symmetric difference of itself and another.",
        (self, other) -> {
          Sets.toggleAll((PySet) self, other);
          return NONE;
        });
  }
}
