package org.pyconc.objects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.ArgumentBinder;
import org.pyconc.operations.NativeArity;

/**
 * A Java body with a signature in Python's own syntax: what {@code help()} shows, what messages
 * quote, and what binds positional, keyword and default arguments. Shared by all processes.
 */
public final class Native {
  /** A body with no parameters. */
  @FunctionalInterface
  public interface F0 {
    Object call();
  }

  /** A body with one parameter. */
  @FunctionalInterface
  public interface F1 {
    Object call(Object a);
  }

  /** A body with two parameters. */
  @FunctionalInterface
  public interface F2 {
    Object call(Object a, Object b);
  }

  /** A body with three parameters. */
  @FunctionalInterface
  public interface F3 {
    Object call(Object a, Object b, Object c);
  }

  /** A body with four parameters. */
  @FunctionalInterface
  public interface F4 {
    Object call(Object a, Object b, Object c, Object d);
  }

  /** A body that gets its bound parameters in one array, in the order of the signature's names. */
  @FunctionalInterface
  public interface FN {
    Object call(Object[] bound);
  }

  /** A body that gets its arguments as they come, bound to no parameters. */
  @FunctionalInterface
  public interface Raw {
    /**
     * @param arguments the positional arguments, a method's receiver first, followed by the values
     *     of the keyword arguments
     */
    Object call(Object[] arguments, String[] keywords);

    default Object call1(Object a) {
      return call(new Object[] {a}, PyObject.NO_KEYWORDS);
    }

    default Object call2(Object a, Object b) {
      return call(new Object[] {a, b}, PyObject.NO_KEYWORDS);
    }
  }

  private final String text;
  private final String doc;
  private final Object body;
  private final int arity;
  private final @Nullable Raw raw;
  private final @Nullable F1 f1;
  private final @Nullable F2 f2;
  private final @Nullable F3 f3;
  private volatile @Nullable Signature signature;
  private @Nullable String qualifiedName;

  /**
   * @param text such as {@code pop(self, index=-1, /)}
   * @param doc one line
   * @param body one of the functional interfaces of this class
   */
  Native(String text, String doc, Object body) {
    this.text = text;
    this.doc = doc;
    this.body = body;
    this.raw = body instanceof Raw r ? r : null;
    this.f1 = body instanceof F1 f ? f : null;
    this.f2 = body instanceof F2 f ? f : null;
    this.f3 = body instanceof F3 f ? f : null;
    this.arity =
        switch (body) {
          case F0 f -> 0;
          case F1 f -> 1;
          case F2 f -> 2;
          case F3 f -> 3;
          case F4 f -> 4;
          default -> -1;
        };
  }

  /**
   * Says that it is a function of Python in CPython, called so in messages about its arguments,
   * which have other words than those of functions in C.
   */
  Native asPython(String name) {
    qualifiedName = name;
    return this;
  }

  /** The signature as it was written. */
  public String text() {
    return text;
  }

  public String name() {
    return text.substring(0, text.indexOf('('));
  }

  public String doc() {
    return doc;
  }

  /** One of the functional interfaces of this class. */
  public Object body() {
    return body;
  }

  /** The parsed signature. */
  public Signature signature() {
    Signature parsed = signature;
    if (parsed == null) {
      parsed = SignatureParser.parse(text);
      signature = parsed;
    }
    return parsed;
  }

  /** The body, if it has one parameter and takes what it is called with. */
  public @Nullable F1 f1() {
    return f1;
  }

  /** The body, if it has two parameters and takes what it is called with. */
  public @Nullable F2 f2() {
    return f2;
  }

  /** The body, if it has three parameters and takes what it is called with. */
  public @Nullable F3 f3() {
    return f3;
  }

  Object call0(Object function) {
    return arity == 0 ? ((F0) body).call() : bind(function, PyObject.NO_ARGUMENTS);
  }

  Object call1(Object function, Object a) {
    if (f1 != null) {
      return f1.call(a);
    }
    return raw != null ? raw.call1(a) : bind(function, a);
  }

  Object call2(Object function, Object a, Object b) {
    if (f2 != null) {
      return f2.call(a, b);
    }
    return raw != null ? raw.call2(a, b) : bind(function, a, b);
  }

  Object call3(Object function, Object a, Object b, Object c) {
    return f3 != null ? f3.call(a, b, c) : bind(function, a, b, c);
  }

  Object call4(Object function, Object a, Object b, Object c, Object d) {
    return arity == 4 ? ((F4) body).call(a, b, c, d) : bind(function, a, b, c, d);
  }

  private Object bind(Object function, Object... arguments) {
    if (raw == null) {
      Signature s = signature();
      int missing = s.positional() - arguments.length;
      Object[] defaults = s.defaults();
      if (s.isSimple() && missing >= 0 && missing <= defaults.length) {
        Object[] all = Arrays.copyOf(arguments, s.positional());
        System.arraycopy(defaults, defaults.length - missing, all, arguments.length, missing);
        return invoke(all);
      }
      if (s.isStarred() && missing <= 0) {
        Object[] all = Arrays.copyOf(arguments, s.positional() + 1);
        all[s.positional()] =
            PyTuple.of(Arrays.copyOfRange(arguments, s.positional(), arguments.length));
        return invoke(all);
      }
    }
    return call(function, arguments, PyObject.NO_KEYWORDS);
  }

  Object call(Object function, Object[] arguments, String[] keywords) {
    if (raw != null) {
      return raw.call(arguments, keywords);
    }
    Signature s = signature();
    String name = qualifiedName;
    if (name == null) {
      NativeArity.check(function, s, arguments, keywords);
      name = s.name();
    }
    Object[] bound =
        keywords.length == 0 && arguments.length == arity && s.isFixed(arity)
            ? arguments
            : ArgumentBinder.bind(s, name, s.defaults(), s.keywordDefaults(), arguments, keywords);
    return invoke(bound);
  }

  private Object invoke(Object[] bound) {
    return switch (arity) {
      case 0 -> ((F0) body).call();
      case 1 -> ((F1) body).call(bound[0]);
      case 2 -> ((F2) body).call(bound[0], bound[1]);
      case 3 -> ((F3) body).call(bound[0], bound[1], bound[2]);
      case 4 -> ((F4) body).call(bound[0], bound[1], bound[2], bound[3]);
      default -> ((FN) body).call(bound);
    };
  }
}
