package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.SequenceComparison;

/** What constructors of containers do with {@code *args} and {@code **kwargs}. */
final class Arguments {
  private Arguments() {}

  /**
   * The only argument of a constructor, or null if there is none; no other arguments may be there.
   */
  static @Nullable Object single(String name, Object args, Object kwargs) {
    noKeywords(name, kwargs);
    PyTuple positional = (PyTuple) args;
    between(name, positional, 0, 1);
    return positional.size() == 0 ? null : positional.get(0);
  }

  /**
   * The only argument of {@code __init__}, or null if there is none; keyword arguments are left to
   * the {@code __new__} of a subclass, if it has one.
   */
  static @Nullable Object single(PyType builtin, Object self, Object args, Object kwargs) {
    PyType type = PyType.of(self);
    if (type == builtin || type.lookup("__new__") == builtin.lookup("__new__")) {
      noKeywords(builtin.name(), kwargs);
    }
    PyTuple positional = (PyTuple) args;
    between(builtin.name(), positional, 0, 1);
    return positional.size() == 0 ? null : positional.get(0);
  }

  /** Refuses keyword arguments. */
  static void noKeywords(String name, Object kwargs) {
    if (((PyDict) kwargs).size() > 0) {
      throw Errors.typeError(name + "() takes no keyword arguments");
    }
  }

  /** Refuses keyword arguments unless the class has an {@code __init__} that may want them. */
  static void noKeywords(PyType builtin, Object cls, Object kwargs) {
    if (cls == builtin || ((PyType) cls).lookup("__init__") == builtin.lookup("__init__")) {
      noKeywords(builtin.name(), kwargs);
    }
  }

  /** Refuses fewer than {@code least} or more than {@code most} positional arguments. */
  static void between(String name, PyTuple args, int least, int most) {
    int given = args.size();
    if (given < least || given > most) {
      int bound = given < least ? least : most;
      String how = least == most ? "" : given < least ? "at least " : "at most ";
      throw Errors.typeError(
          name
              + " expected "
              + how
              + bound
              + (bound == 1 ? " argument" : " arguments")
              + ", got "
              + given);
    }
  }

  /** A new value as an instance of {@code cls}, which is the builtin type or a subclass of it. */
  static Object instance(PyType builtin, Object cls, Object value) {
    return cls == builtin
        ? value
        : new PyPayloadInstance(subclass(builtin, builtin.name(), cls), value);
  }

  /** The class that a {@code __new__} was called with. */
  static PyType subclass(PyType builtin, String name, Object cls) {
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError(
          name + ".__new__(X): X is not a type object (" + PyType.of(cls).name() + ")");
    }
    if (!type.isSubtypeOf(builtin)) {
      throw Errors.typeError(
          name + ".__new__(" + type.name() + "): " + type.name() + " is not a subtype of " + name);
    }
    return type;
  }

  /** An argument that is true or false as an integer: {@code reverse=}. */
  static boolean flag(Object value) {
    return value instanceof Boolean b ? b : !Long.valueOf(0).equals(Items.index(value));
  }

  /** The six comparisons of lists or of tuples. */
  static void sequenceComparisons(TypeBuilder b) {
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) -> SequenceComparison.compare(op, self, PyPayloadInstance.unwrap(other)));
    }
  }
}
