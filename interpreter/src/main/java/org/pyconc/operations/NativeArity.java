package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;

/**
 * Refuses wrong arguments to native functions in the words CPython has for them. There are two
 * families of words: for functions without keywords and for those with.
 */
public final class NativeArity {
  private NativeArity() {}

  /**
   * Throws a TypeError if the arguments do not fit.
   *
   * @param arguments positional ones, with the receiver, and the values of keywords
   */
  public static void check(Object function, Signature s, Object[] arguments, String[] keywords) {
    int self = hasReceiver(s) ? 1 : 0;
    int count = arguments.length - keywords.length - self;
    if (s.positionalOnly() == s.names().length && !s.hasVarArgs()) {
      if (keywords.length > 0) {
        throw Errors.typeError(
            qualified(function, s, arguments, self) + "() takes no keyword arguments");
      }
      int most = s.positional() - self;
      if (count < most - s.defaults().length || count > most) {
        throw wrongCount(function, s, arguments, self);
      }
    } else if (!s.hasKwArgs()) {
      if (!s.hasVarArgs()) {
        checkCounts(s, arguments, self, count, keywords);
        checkRequired(s, arguments, self, count, keywords);
      }
      checkNames(s, arguments, self, count, keywords);
    }
  }

  private static boolean hasReceiver(Signature s) {
    return s.positional() > 0
        && (s.names()[0].equals("self") || s.names()[0].equals("cls"))
        && !s.name().equals("issubclass"); // whose first argument is a class like any other
  }

  private static PyException wrongCount(
      Object function, Signature s, Object[] arguments, int self) {
    int count = arguments.length - self;
    int most = s.positional() - self;
    int least = most - s.defaults().length;
    if (most == 0) {
      return Errors.typeError(
          qualified(function, s, arguments, self) + "() takes no arguments (" + count + " given)");
    }
    if (least == 1 && most == 1 && !isConstructor(s)) {
      return Errors.typeError(
          qualified(function, s, arguments, self)
              + "() takes exactly one argument ("
              + count
              + " given)");
    }
    String expected = least == most ? "" : count < least ? "at least " : "at most ";
    if (least == 1 && most == 3 && searches(s.name(), arguments)) {
      int limit = count < least ? least : most;
      return Errors.typeError(
          s.name() + "() takes " + expected + counted(limit) + " (" + count + " given)");
    }
    return Errors.typeError(
        name(s, arguments)
            + " expected "
            + expected
            + counted(count < least ? least : most)
            + ", got "
            + count);
  }

  /** The methods of texts that CPython parses the arguments of in another way. */
  private static boolean searches(String name, Object[] arguments) {
    Object receiver = arguments.length == 0 ? "" : PyPayloadInstance.unwrap(arguments[0]);
    boolean isText =
        Text.isText(receiver) || receiver instanceof PyBytes || receiver instanceof PyByteArray;
    return isText
        && switch (name) {
          case "find", "rfind", "index", "rindex", "count", "startswith", "endswith" -> true;
          default -> false;
        };
  }

  /** The words for functions that take keywords: too many or too few arguments. */
  private static void checkCounts(
      Signature s, Object[] arguments, int self, int count, String[] keywords) {
    int positional = s.positional() - self;
    int required = positional - s.defaults().length;
    int all = positional + s.keywordOnly();
    int given = count + keywords.length;
    if (given > all) {
      throw Errors.typeError(
          name(s, arguments)
              + "() takes at most "
              + all
              + (count == 0 ? " keyword" : "")
              + plural(all)
              + " ("
              + given
              + " given)");
    }
    if (count > positional) {
      if (positional == 0) {
        throw Errors.typeError(name(s, arguments) + "() takes no positional arguments");
      }
      throw wrongPositional(
          s, arguments, required < positional ? "at most " : "exactly ", positional, count);
    }
    int requiredOnly = Math.min(required, s.positionalOnly() - self);
    if (count < requiredOnly) {
      throw wrongPositional(
          s, arguments, requiredOnly < positional ? "at least " : "exactly ", requiredOnly, count);
    }
  }

  private static PyException wrongPositional(
      Signature s, Object[] arguments, String limit, int expected, int count) {
    return Errors.typeError(
        name(s, arguments)
            + "() takes "
            + limit
            + expected
            + " positional"
            + plural(expected)
            + " ("
            + count
            + " given)");
  }

  private static void checkRequired(
      Signature s, Object[] arguments, int self, int count, String[] keywords) {
    int required = s.positional() - s.defaults().length;
    for (int i = count + self; i < required; i++) {
      if (indexOf(keywords, s.names()[i]) < 0) {
        throw Errors.typeError(
            name(s, arguments)
                + "() missing required argument '"
                + s.names()[i]
                + "' (pos "
                + (i + 1 - self)
                + ")");
      }
    }
  }

  private static void checkNames(
      Signature s, Object[] arguments, int self, int count, String[] keywords) {
    for (String keyword : keywords) {
      int index = indexOf(s.names(), keyword);
      if (index < s.positionalOnly() || index >= s.positional() + s.keywordOnly()) {
        throw Errors.typeError(
            "'" + keyword + "' is an invalid keyword argument for " + name(s, arguments) + "()");
      }
      if (index < Math.min(count + self, s.positional())) {
        throw Errors.typeError(
            "argument for "
                + name(s, arguments)
                + "() given by name ('"
                + keyword
                + "') and position ("
                + (index + 1 - self)
                + ")");
      }
    }
  }

  private static int indexOf(String[] names, String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isConstructor(Signature s) {
    return s.name().equals("__new__") || s.name().equals("__init__");
  }

  /** The function's name; for a constructor that of the class. */
  private static String name(Signature s, Object[] arguments) {
    if (!isConstructor(s) || arguments.length == 0) {
      return s.name();
    }
    Object receiver = arguments[0];
    PyType type = receiver instanceof PyType t ? t : PyType.of(receiver);
    return type.isNative() ? type.simpleName() : type.layout().simpleName();
  }

  private static String qualified(Object function, Signature s, Object[] arguments, int self) {
    if (function instanceof NativeFunction f
        && f.moduleName() instanceof String module
        && !module.equals("builtins")) {
      return module + "." + s.name();
    }
    return self == 1 && function instanceof NativeMethod m && !isConstructor(s)
        ? m.owner().simpleName() + "." + s.name()
        : name(s, arguments);
  }

  private static String counted(int count) {
    return count + plural(count);
  }

  private static String plural(int count) {
    return count == 1 ? " argument" : " arguments";
  }
}
