package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.Signature;

/** Refuses wrong numbers of arguments to native functions in the words CPython has for them. */
public final class NativeArity {
  private NativeArity() {}

  /** Throws a TypeError if so many positional arguments do not fit. */
  public static void check(Object function, Signature s, int given, String[] keywords) {
    int self = function instanceof NativeMethod ? 1 : 0;
    int most = s.positional() - self;
    int least = most - s.defaults().length;
    int count = given - self;
    boolean onlyPositional = s.positionalOnly() == s.names().length && !s.hasVarArgs();
    if (keywords.length > 0 && onlyPositional) {
      throw Errors.typeError(qualified(function, s, self) + "() takes no keyword arguments");
    }
    if (!onlyPositional) {
      if (count > most && !s.hasVarArgs() && self == 1) {
        throw Errors.typeError(
            s.name() + "() takes " + (least == most ? "exactly " : "at most ") + arguments(most)
                + " (" + count + " given)");
      }
      checkRequired(s, self, given, keywords);
      return;
    }
    if (count >= least && count <= most) {
      return;
    }
    throw wrongCount(function, s, self, count, least, most);
  }

  /** Native functions name the first missing argument only. */
  private static void checkRequired(Signature s, int self, int given, String[] keywords) {
    int required = s.positional() - s.defaults().length;
    for (int i = Math.max(given, self); i < required; i++) {
      String name = s.names()[i];
      if (!java.util.Arrays.asList(keywords).contains(name)) {
        throw Errors.typeError(
            s.name() + "() missing required argument '" + name + "' (pos " + (i - self + 1) + ")");
      }
    }
  }

  private static PyException wrongCount(
      Object function, Signature s, int self, int count, int least, int most) {
    String name = qualified(function, s, self);
    if (most == 0) {
      return Errors.typeError(name + "() takes no arguments (" + count + " given)");
    }
    if (least == 1 && most == 1) {
      return Errors.typeError(name + "() takes exactly one argument (" + count + " given)");
    }
    String expected = least == most ? "" : count < least ? "at least " : "at most ";
    return Errors.typeError(
        s.name() + " expected " + expected + arguments(count < least ? least : most) + ", got "
            + count);
  }

  private static String qualified(Object function, Signature s, int self) {
    return self == 1 && function instanceof NativeMethod m
        ? m.owner().name() + "." + s.name()
        : s.name();
  }

  private static String arguments(int count) {
    return count + (count == 1 ? " argument" : " arguments");
  }
}
