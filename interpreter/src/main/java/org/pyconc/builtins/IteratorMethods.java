package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.BigRangeIterator;
import org.pyconc.operations.BytesIterator;
import org.pyconc.operations.Calls;
import org.pyconc.operations.DictIterator;
import org.pyconc.operations.EnumerateIterator;
import org.pyconc.operations.FilterIterator;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.ListIterator;
import org.pyconc.operations.ListReverseIterator;
import org.pyconc.operations.MapIterator;
import org.pyconc.operations.RangeIterator;
import org.pyconc.operations.ReversedIterator;
import org.pyconc.operations.SequenceIterator;
import org.pyconc.operations.SetIterator;
import org.pyconc.operations.StrIterator;
import org.pyconc.operations.Truth;
import org.pyconc.operations.TupleIterator;
import org.pyconc.operations.ZipIterator;

/** The iterators: what all have in common, and the types enumerate, zip, map, filter, reversed. */
public final class IteratorMethods {
  private IteratorMethods() {}

  /** What all builtin iterators have. */
  static void defineIterator(TypeBuilder b) {
    b.wholeMethod("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)",
        "Implement next(self).",
        self -> {
          Object next = ((PyIterator) self).next();
          if (next == null) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return next;
        });
  }

  /** What the iterators of containers have beside. */
  static void defineLengthHint(TypeBuilder b) {
    b.method(
        "__length_hint__(self, /)",
        "Private method returning an estimate of len(list(it)).",
        IteratorMethods::lengthHint);
  }

  /** What iterators have that a pickle moves to their place. */
  public static void defineSetState(TypeBuilder b) {
    b.method(
        "__setstate__(self, state, /)",
        "Set state information for unpickling.",
        (self, state) -> {
          ((PyIterator) self).restore(state);
          return PySingleton.NONE;
        });
  }

  /** The iterator itself, or an instance of a program's subclass around it. */
  private static Object made(PyType type, Object cls, PyIterator iterator) {
    return cls == type ? iterator : new PyPayloadInstance((PyType) cls, iterator);
  }

  private static Object lengthHint(Object iterator) {
    return switch (iterator) {
      case ListIterator i -> {
        PyList list = i.list();
        yield list == null ? 0L : (long) Math.max(0, list.size() - i.index());
      }
      case TupleIterator i -> (long) i.remaining();
      case StrIterator i -> (long) i.remaining();
      case BytesIterator i -> (long) i.remaining();
      case SequenceIterator i -> i.remaining();
      case RangeIterator i -> i.remaining();
      case BigRangeIterator i -> PyRange.normal(i.remaining());
      case DictIterator i -> (long) i.remaining();
      case SetIterator i -> (long) i.remaining();
      case ListReverseIterator i -> (long) i.remaining();
      case ReversedIterator i -> i.remaining();
      default -> PySingleton.NOT_IMPLEMENTED;
    };
  }

  static void defineEnumerate(TypeBuilder b) {
    b.doc(
        "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n"
            + "The enumerate object yields pairs containing a count (from start, which\n"
            + "defaults to zero) and a value yielded by the iterable argument.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.ENUMERATE, "enumerate", bound[0]);
          return made(
              BuiltinTypes.ENUMERATE, bound[0], enumerate((PyTuple) bound[1], (PyDict) bound[2]));
        });
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
  }

  private static PyIterator enumerate(PyTuple args, PyDict kwargs) {
    int given = args.size() + kwargs.size();
    if (given > 2) {
      throw Errors.typeError("enumerate() takes at most 2 arguments (" + given + " given)");
    }
    Object iterable = args.size() > 0 ? args.get(0) : kwargs.get("iterable");
    if (iterable == null) {
      throw Errors.typeError("enumerate() missing required argument 'iterable'");
    }
    Object start = args.size() > 1 ? args.get(1) : kwargs.get("start");
    int known = (args.size() == 0 ? 1 : 0) + (args.size() < 2 && start != null ? 1 : 0);
    if (kwargs.size() > known) {
      for (Object name : Iteration.toArray(kwargs)) {
        boolean isKnown =
            name.equals("start") ? args.size() < 2 : name.equals("iterable") && args.size() == 0;
        if (!isKnown) {
          throw Errors.typeError("'" + name + "' is an invalid keyword argument for enumerate()");
        }
      }
    }
    Object first = start == null ? 0L : Items.index(start);
    return new EnumerateIterator(Iteration.iterator(iterable), first);
  }

  static void defineZip(TypeBuilder b) {
    b.doc(
        "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n"
            + "   >>> list(zip('abcdefg', range(3), range(4)))\n"
            + "   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\n"
            + "The zip object yields n-length tuples, where n is the number of iterables\n"
            + "passed as positional arguments to zip().  The i-th element in every tuple\n"
            + "comes from the i-th iterable argument to zip().  This continues until the\n"
            + "shortest argument is exhausted.\n\n"
            + "If strict is true and one of the arguments is exhausted before the others,\n"
            + "raise a ValueError.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.ZIP, "zip", bound[0]);
          PyDict kwargs = (PyDict) bound[2];
          if (kwargs.size() > 1) {
            throw Errors.typeError(
                "zip() takes at most 1 keyword argument (" + kwargs.size() + " given)");
          }
          Object strict = kwargs.get("strict");
          if (strict == null && kwargs.size() == 1) {
            throw Errors.typeError(
                "'" + kwargs.keyAt(kwargs.next(0)) + "' is an invalid keyword argument for zip()");
          }
          return made(
              BuiltinTypes.ZIP,
              bound[0],
              new ZipIterator(
                  iterators((PyTuple) bound[1], 0), strict != null && Truth.isTrue(strict)));
        });
    defineSetState(b);
  }

  private static PyIterator[] iterators(PyTuple args, int from) {
    PyIterator[] iterators = new PyIterator[args.size() - from];
    for (int i = 0; i < iterators.length; i++) {
      iterators[i] = Iteration.iterator(args.get(from + i));
    }
    return iterators;
  }

  static void defineMap(TypeBuilder b) {
    b.doc(
        "map(func, *iterables) --> map object\n\n"
            + "Make an iterator that computes the function using arguments from\n"
            + "each of the iterables.  Stops when the shortest iterable is exhausted.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.MAP, "map", bound[0]);
          Arguments.noKeywords("map", bound[2]);
          PyTuple args = (PyTuple) bound[1];
          if (args.size() < 2) {
            throw Errors.typeError("map() must have at least two arguments.");
          }
          return made(BuiltinTypes.MAP, bound[0], new MapIterator(args.get(0), iterators(args, 1)));
        });
  }

  static void defineFilter(TypeBuilder b) {
    b.doc(
        "filter(function or None, iterable) --> filter object\n\n"
            + "Return an iterator yielding those items of iterable for which function(item)\n"
            + "is true. If function is None, return the items that are true.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.FILTER, "filter", bound[0]);
          Arguments.noKeywords("filter", bound[2]);
          PyTuple args = (PyTuple) bound[1];
          Arguments.between("filter", args, 2, 2);
          return made(
              BuiltinTypes.FILTER,
              bound[0],
              new FilterIterator(args.get(0), Iteration.iterator(args.get(1))));
        });
  }

  static void defineReversed(TypeBuilder b) {
    b.doc("Return a reverse iterator over the values of the given sequence.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.REVERSED, "reversed", bound[0]);
          Arguments.noKeywords("reversed", bound[2]);
          PyTuple args = (PyTuple) bound[1];
          Arguments.between("reversed", args, 1, 1);
          Object made = reversed(args.get(0));
          return bound[0] != BuiltinTypes.REVERSED && made instanceof ReversedIterator r
              ? made(BuiltinTypes.REVERSED, bound[0], r)
              : made;
        });
    defineLengthHint(b);
    defineSetState(b);
  }

  private static Object reversed(Object sequence) {
    if (sequence instanceof PyList list) {
      return new ListReverseIterator(list);
    }
    PyType type = PyType.of(sequence);
    Object method = type.lookup("__reversed__");
    if (method != null && method != PySingleton.NONE) {
      return Calls.callUnbound(method, sequence);
    }
    if (method == PySingleton.NONE
        || type.lookup("__getitem__") == null
        || type.lookup("__len__") == null
        || PyPayloadInstance.unwrap(sequence) instanceof PyDict) {
      throw Errors.typeError("'" + type.name() + "' object is not reversible");
    }
    return new ReversedIterator(sequence);
  }
}
