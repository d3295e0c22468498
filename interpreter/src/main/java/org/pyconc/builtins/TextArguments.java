package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** Arguments of the methods of str and bytes. */
final class TextArguments {
  private TextArguments() {}

  /** The str that an argument is, or null. */
  static @Nullable Object textOrNull(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    return Text.isText(plain) ? plain : null;
  }

  /** An argument that must be a str, in the words of methods with one untyped argument. */
  static Object text(Object value) {
    Object text = textOrNull(value);
    if (text == null) {
      throw Errors.typeError("must be str, not " + PyType.of(value).name());
    }
    return text;
  }

  /** An argument that must be a str, which the message names ({@code replace() argument 1}). */
  static Object text(Object value, String which) {
    Object text = textOrNull(value);
    if (text == null) {
      throw mustBeStr(which, value);
    }
    return text;
  }

  static PyException mustBeStr(String which, Object value) {
    return Errors.typeError(which + " must be str, not " + PyType.of(value).name());
  }

  /** A name of Java's ({@code encoding}), or the default if it is not given. */
  static String name(Object value, String function, String parameter, String whenUnset) {
    return value == Unset.UNSET ? whenUnset : Text.javaArgument(value, function, parameter);
  }

  /** A count or width that must fit into 64 bits. */
  static long size(Object value) {
    if (Items.index(value) instanceof Long l) {
      return l;
    }
    throw Errors.overflow("Python int too large to convert to C ssize_t");
  }

  /** A count as {@code int}, where beyond its range only the sign matters. */
  static int clamped(Object value) {
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, size(value)));
  }

  /** An int that counts as true or false. */
  static boolean flag(Object value) {
    return value instanceof Boolean b ? b : Items.toInt(value) != 0;
  }

  /** A repetition count, 0 if negative. */
  static long repetitions(Object count) {
    if (Items.index(count) instanceof Long l) {
      return Math.max(0, l);
    }
    throw Errors.overflow("cannot fit 'int' into an index-sized integer");
  }

  /** Whether a value can be used as an index. */
  static boolean isIndex(Object value) {
    return value instanceof Long || PyType.of(value).lookup("__index__") != null;
  }

  /** An index counted from the start, or IndexError. */
  static int index(Object index, int length, String kind) {
    long i = Items.toLong(index);
    long at = i < 0 ? i + length : i;
    if (at < 0 || at >= length) {
      throw Errors.indexError(kind + "index out of range");
    }
    return (int) at;
  }

  /** A value made in {@code __new__} as an instance of the class that was called. */
  static Object instance(Object cls, PyType builtin, Object value) {
    return cls == builtin ? value : new PyPayloadInstance((PyType) cls, value);
  }
}
