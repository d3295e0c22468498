package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/**
 * What the patterns of a {@code match} statement ask of their subject.
 *
 * @see <a href="https://docs.python.org/3.11/reference/compound_stmts.html#patterns">Patterns</a>
 */
public final class PatternMatching {
  /** The kind of classes whose instances match sequence patterns. */
  public static final int SEQUENCE = 1 << 5;

  /** The kind of classes whose instances match mapping patterns. */
  public static final int MAPPING = 1 << 6;

  private PatternMatching() {}

  /** Whether a sequence pattern may match: no text, no bytes, no iterators. */
  public static boolean isSequence(Object subject) {
    PyType type = PyType.of(subject);
    int kind = type.patternKind();
    if (kind != 0) {
      return kind == SEQUENCE;
    }
    PyType layout = type.layout();
    return layout == BuiltinTypes.LIST
        || layout == BuiltinTypes.TUPLE
        || layout == BuiltinTypes.RANGE
        || layout == BuiltinTypes.MEMORYVIEW;
  }

  /** Whether a mapping pattern may match. */
  public static boolean isMapping(Object subject) {
    PyType type = PyType.of(subject);
    int kind = type.patternKind();
    if (kind != 0) {
      return kind == MAPPING;
    }
    PyType layout = type.layout();
    return layout.isSubtypeOf(BuiltinTypes.DICT) || layout == BuiltinTypes.MAPPING_PROXY;
  }

  /** The length, of which the program is told as of {@code len(subject)}. */
  public static int length(Object subject) {
    return Items.length(subject);
  }

  /** The element at an index counted from the start, or from the end if it is negative. */
  public static Object element(Object subject, int index) {
    return Items.get(subject, (long) (index < 0 ? length(subject) + index : index));
  }

  /** The values of the keys, or null if the mapping lacks one of them. */
  public static Object @Nullable [] values(Object mapping, Object[] keys) {
    PySet seen = new PySet();
    Object[] values = new Object[keys.length];
    Object get = null;
    Object missing = PyTuple.of(keys);
    for (int i = 0; i < keys.length; i++) {
      if (!seen.add(keys[i])) {
        throw Errors.valueError(
            "mapping pattern checks duplicate key (" + Text.javaRepr(keys[i]) + ")");
      }
      if (get == null) {
        get = Attributes.load(mapping, "get");
      }
      Object value = Calls.call2(get, keys[i], missing);
      if (value == missing) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  /** What {@code **rest} gets: a new dict with everything but the keys. */
  public static PyDict rest(Object mapping, Object[] keys) {
    PyDict rest = new PyDict();
    Dicts.update(rest, mapping);
    for (Object key : keys) {
      Items.delete(rest, key);
    }
    return rest;
  }

  /**
   * The attributes that the subpatterns of a class pattern look at, or null if the subject is no
   * instance or lacks one of them.
   *
   * @param positional the number of positional subpatterns
   * @param names of the keyword subpatterns, behind the positional ones in the result
   */
  public static Object @Nullable [] attributes(
      Object subject, Object type, int positional, String[] names) {
    if (!(type instanceof PyType cls)) {
      throw Errors.typeError("called match pattern must be a type");
    }
    if (!TypeChecks.isInstance(subject, cls)) {
      return null;
    }
    Object[] values = new Object[positional + names.length];
    PySet seen = new PySet();
    if (positional > 0) {
      Object declared = Attributes.findQuietly(cls, "__match_args__");
      boolean isSelf = declared == null && matchesItself(cls);
      PyTuple matchArgs = declared == null ? PyTuple.EMPTY : matchArgs(cls, declared);
      int allowed = isSelf ? 1 : matchArgs.size();
      if (positional > allowed) {
        throw Errors.typeError(
            cls.name()
                + "() accepts "
                + allowed
                + " positional sub-pattern"
                + (allowed == 1 ? "" : "s")
                + " ("
                + positional
                + " given)");
      }
      if (isSelf) {
        values[0] = subject;
      } else if (!addPositional(subject, cls, matchArgs, positional, values, seen)) {
        return null;
      }
    }
    for (int i = 0; i < names.length; i++) {
      Object value = attribute(subject, cls, names[i], seen);
      if (value == null) {
        return null;
      }
      values[positional + i] = value;
    }
    return values;
  }

  private static PyTuple matchArgs(PyType cls, Object declared) {
    if (declared instanceof PyTuple tuple) {
      return tuple;
    }
    throw Errors.typeError(
        cls.name() + ".__match_args__ must be a tuple (got " + PyType.of(declared).name() + ")");
  }

  private static boolean addPositional(
      Object subject, PyType cls, PyTuple matchArgs, int count, Object[] values, PySet seen) {
    for (int i = 0; i < count; i++) {
      if (!(matchArgs.get(i) instanceof String name)) {
        throw Errors.typeError(
            "__match_args__ elements must be strings (got "
                + PyType.of(matchArgs.get(i)).name()
                + ")");
      }
      Object value = attribute(subject, cls, name, seen);
      if (value == null) {
        return false;
      }
      values[i] = value;
    }
    return true;
  }

  private static @Nullable Object attribute(Object subject, PyType cls, String name, PySet seen) {
    if (!seen.add(name)) {
      throw Errors.typeError(
          cls.name() + "() got multiple sub-patterns for attribute " + Text.javaRepr(name));
    }
    try {
      return Attributes.load(subject, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  /** Whether {@code type(x)} binds the subject itself to {@code x}. */
  private static boolean matchesItself(PyType cls) {
    return switch (cls.layout().name()) {
      case "bool",
          "bytearray",
          "bytes",
          "dict",
          "float",
          "frozenset",
          "int",
          "list",
          "set",
          "str",
          "tuple" ->
          cls.layout().isNative() && cls.layout().moduleName().equals("builtins");
      default -> false;
    };
  }

  /** Whether the subject equals the value of a pattern. */
  public static boolean equal(Object subject, Object value) {
    return Truth.isTrue(Comparison.compare(Comparison.Operator.EQ, subject, value));
  }
}
