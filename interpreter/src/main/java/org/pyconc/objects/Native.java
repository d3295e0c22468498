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
  private final @Nullable FN fn;
  private @Nullable F1 f1;
  private @Nullable F2 f2;
  private @Nullable F3 f3;
  private @Nullable F4 f4;
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
    this.fn = body instanceof FN f ? f : null;
    this.f1 = body instanceof F1 f ? f : null;
    this.f2 = body instanceof F2 f ? f : null;
    this.f3 = body instanceof F3 f ? f : null;
    this.f4 = body instanceof F4 f ? f : null;
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

  /** A body for calls with exactly one argument: it does the same with less work. */
  void shortcut(F1 f) {
    f1 = f;
  }

  /** The same for two arguments. */
  void shortcut(F2 f) {
    f2 = f;
  }

  /** Calls the body with all its parameters in the order of the signature. */
  public Object callBound(Object[] all) {
    return invoke(all);
  }

  /** Whether the body gets parameters, and not its arguments as they come. */
  public boolean hasParameters() {
    return raw == null;
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

  /**
   * What takes one argument as it stands: the body if that is its only parameter, or, once it has
   * been called so, the body with the defaults of all other parameters.
   */
  public @Nullable F1 f1() {
    return f1;
  }

  /** The same for two arguments. */
  public @Nullable F2 f2() {
    return f2;
  }

  /** The same for three arguments. */
  public @Nullable F3 f3() {
    return f3;
  }

  Object call0(Object function) {
    return arity == 0 ? ((F0) body).call() : bind(function, PyObject.NO_ARGUMENTS);
  }

  Object call1(Object function, Object a) {
    F1 f = f1;
    if (f != null) {
      return f.call(a);
    }
    if (raw != null) {
      return raw.call1(a);
    }
    f = withDefaults1();
    if (f == null) {
      return bind(function, a);
    }
    f1 = f;
    return f.call(a);
  }

  Object call2(Object function, Object a, Object b) {
    F2 f = f2;
    if (f != null) {
      return f.call(a, b);
    }
    if (raw != null) {
      return raw.call2(a, b);
    }
    f = withDefaults2();
    if (f == null) {
      return bind(function, a, b);
    }
    f2 = f;
    return f.call(a, b);
  }

  Object call3(Object function, Object a, Object b, Object c) {
    F3 f = f3;
    if (f != null) {
      return f.call(a, b, c);
    }
    f = withDefaults3();
    if (f == null) {
      return bind(function, a, b, c);
    }
    f3 = f;
    return f.call(a, b, c);
  }

  Object call4(Object function, Object a, Object b, Object c, Object d) {
    F4 f = f4;
    if (f != null) {
      return f.call(a, b, c, d);
    }
    f = withRestOf3();
    if (f == null) {
      return bind(function, a, b, c, d);
    }
    f4 = f;
    return f.call(a, b, c, d);
  }

  /**
   * The body of {@code f(self, *args)} for three more arguments: what {@code __exit__} is called
   * with.
   */
  private @Nullable F4 withRestOf3() {
    if (!(body instanceof F2 two)) {
      return null;
    }
    Signature s = signature();
    return s.positional() == 1 && s.hasVarArgs() && !s.hasKwArgs() && s.keywordOnly() == 0
        ? (a, b, c, d) -> two.call(a, PyTuple.of(b, c, d))
        : null;
  }

  /** The body with all defaults but one, or null if one argument is too few or too many. */
  private @Nullable F1 withDefaults1() {
    Object[] all = parameters(1);
    if (all == null) {
      return null;
    }
    FN many = fn;
    return switch (arity) {
      case 2 -> of2((F2) body, all[1]);
      case 3 -> of3((F3) body, all[1], all[2]);
      case 4 -> of4((F4) body, all[1], all[2], all[3]);
      default ->
          many == null
              ? null
              : a -> {
                Object[] bound = all.clone();
                bound[0] = a;
                return many.call(bound);
              };
    };
  }

  private static F1 of2(F2 body, Object b) {
    return a -> body.call(a, b);
  }

  private static F1 of3(F3 body, Object b, Object c) {
    return a -> body.call(a, b, c);
  }

  private static F1 of4(F4 body, Object b, Object c, Object d) {
    return a -> body.call(a, b, c, d);
  }

  private @Nullable F2 withDefaults2() {
    Object[] all = parameters(2);
    if (all == null) {
      return null;
    }
    FN many = fn;
    return switch (arity) {
      case 3 -> of3((F3) body, all[2]);
      case 4 -> of4((F4) body, all[2], all[3]);
      default ->
          many == null
              ? null
              : (a, b) -> {
                Object[] bound = all.clone();
                bound[0] = a;
                bound[1] = b;
                return many.call(bound);
              };
    };
  }

  private static F2 of3(F3 body, Object c) {
    return (a, b) -> body.call(a, b, c);
  }

  private static F2 of4(F4 body, Object c, Object d) {
    return (a, b) -> body.call(a, b, c, d);
  }

  private @Nullable F3 withDefaults3() {
    Object[] all = parameters(3);
    if (all == null) {
      return null;
    }
    FN many = fn;
    if (many != null) {
      return (a, b, c) -> {
        Object[] bound = all.clone();
        bound[0] = a;
        bound[1] = b;
        bound[2] = c;
        return many.call(bound);
      };
    }
    return arity == 4 ? of4((F4) body, all[3]) : null;
  }

  private static F3 of4(F4 body, Object d) {
    return (a, b, c) -> body.call(a, b, c, d);
  }

  /**
   * What the body gets when it is called with so many positional arguments, which are still
   * missing; null if that is not all that it needs, or if something is made anew for each call.
   */
  @SuppressWarnings("NullAway") // what is missing is put in before anybody reads it
  private Object @Nullable [] parameters(int given) {
    if (raw != null) {
      return null; // it looks at its arguments itself
    }
    Signature s = signature();
    int positional = s.positional();
    Object[] defaults = s.defaults();
    if (s.hasVarArgs() || s.hasKwArgs() || given > positional) {
      return null;
    }
    if (given < positional - defaults.length) {
      return null;
    }
    @Nullable Object[] all = new Object[s.names().length];
    System.arraycopy(defaults, 0, all, positional - defaults.length, defaults.length);
    for (int i = 0; i < s.keywordOnly(); i++) {
      Object value = s.keywordDefaults()[i];
      if (value == null) {
        return null;
      }
      all[positional + i] = value;
    }
    return all;
  }

  private Object bind(Object function, Object... arguments) {
    Object[] all = raw == null ? bound(arguments) : null;
    return all == null ? call(function, arguments, PyObject.NO_KEYWORDS) : invoke(all);
  }

  /** All parameters for positional arguments, or null if these are wrong or may be. */
  @SuppressWarnings("NullAway") // no element is null when the array is returned
  private Object @Nullable [] bound(Object[] arguments) {
    Signature s = signature();
    int positional = s.positional();
    int given = arguments.length;
    Object[] defaults = s.defaults();
    int missing = positional - given;
    if (missing > defaults.length || (missing < 0 && !s.hasVarArgs())) {
      return null;
    }
    @Nullable Object[] all = new Object[s.names().length];
    System.arraycopy(arguments, 0, all, 0, Math.min(given, positional));
    if (missing > 0) {
      System.arraycopy(defaults, defaults.length - missing, all, given, missing);
    }
    int next = positional;
    for (int i = 0; i < s.keywordOnly(); i++) {
      Object value = s.keywordDefaults()[i];
      if (value == null) {
        return null;
      }
      all[next++] = value;
    }
    if (s.hasVarArgs()) {
      all[next++] =
          missing < 0
              ? PyTuple.of(Arrays.copyOfRange(arguments, positional, given))
              : PyTuple.EMPTY;
    }
    if (s.hasKwArgs()) {
      all[next] = new PyDict();
    }
    return all;
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
