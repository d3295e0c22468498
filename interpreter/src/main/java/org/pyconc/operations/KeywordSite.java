package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Signature;
import org.pyconc.objects.WideString;

/**
 * One place that calls with keyword arguments. It remembers which parameters of the signature that
 * it saw last they are.
 */
public final class KeywordSite {
  /** Not a parameter: goes into {@code **kwargs}. */
  private static final int EXTRA = -1;

  /**
   * Where the keywords go.
   *
   * @param parameters one for each keyword: the index of the parameter, or {@link #EXTRA}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Plan(Signature signature, int given, int[] parameters) {}

  private final String[] keywords;
  private final Object[] keys;
  private @Nullable Plan plan;

  /**
   * @param keywords the names, each of them once
   */
  public KeywordSite(String[] keywords) {
    this.keywords = keywords;
    this.keys = new Object[keywords.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = WideString.of(keywords[i]);
    }
  }

  /** The names, in the order of the call. */
  public String[] keywords() {
    return keywords;
  }

  /** Calls with positional arguments followed by those for the keywords. */
  public Object call(Object callee, Object[] arguments) {
    if (callee instanceof PyFunction f) {
      Object[] bound = bind(f.code().signature(), f.defaults(), f.keywordDefaults(), arguments);
      if (bound != null) {
        return f.code().body().run(f, Task.require(), bound);
      }
    }
    Native n = nativeCode(callee, arguments);
    if (n != null) {
      Signature s = n.signature();
      Object[] bound = bind(s, s.defaults(), s.keywordDefaults(), arguments);
      if (bound != null) {
        return n.callBound(bound);
      }
    }
    return Calls.call(callee, arguments, keywords);
  }

  /** The code of a builtin function, or of a method that takes the first argument as it is. */
  private @Nullable Native nativeCode(Object callee, Object[] arguments) {
    Native code = null;
    if (callee instanceof NativeFunction f) {
      code = f.code();
    } else if (callee instanceof NativeMethod m
        && arguments.length > keywords.length
        && m.takes(arguments[0])) {
      code = m.code();
    }
    return code != null && code.hasParameters() ? code : null;
  }

  /**
   * Calls a method with its receiver first.
   *
   * @param function the function, or null where {@code self} is the bound attribute to call
   */
  public Object callMethod(@Nullable Object function, Object self, Object[] arguments) {
    return function == null
        ? call(self, arguments)
        : call(function, Calls.prepend(self, arguments));
  }

  /** All parameters' values, or null if this is left to the general way. */
  private Object @Nullable [] bind(
      Signature s, Object[] defaults, @Nullable Object[] keywordDefaults, Object[] arguments) {
    int given = arguments.length - keywords.length;
    Plan p = plan;
    if (p == null || p.signature != s || p.given != given) {
      p = plan(s, given);
      if (p == null) {
        return null;
      }
      plan = p;
    }
    int positional = s.positional();
    int keywordOnly = s.keywordOnly();
    @Nullable Object[] bound = new Object[s.names().length];
    System.arraycopy(arguments, 0, bound, 0, Math.min(given, positional));
    PyDict extra = null;
    if (s.hasKwArgs()) {
      extra = new PyDict();
      bound[bound.length - 1] = extra;
    }
    for (int k = 0; k < keys.length; k++) {
      int parameter = p.parameters[k];
      if (parameter != EXTRA) {
        bound[parameter] = arguments[given + k];
      } else if (extra != null) {
        extra.put(keys[k], arguments[given + k]);
      }
    }
    if (s.hasVarArgs()) {
      bound[positional + keywordOnly] = rest(arguments, positional, given);
    }
    return fill(bound, given, positional, defaults, keywordOnly, keywordDefaults);
  }

  private static PyTuple rest(Object[] arguments, int positional, int given) {
    if (given <= positional) {
      return PyTuple.EMPTY;
    }
    Object[] rest = new Object[given - positional];
    System.arraycopy(arguments, positional, rest, 0, rest.length);
    return PyTuple.of(rest);
  }

  /** Puts the defaults where nothing was given; null if there is none. */
  private static Object @Nullable [] fill(
      @Nullable Object[] bound,
      int given,
      int positional,
      Object[] defaults,
      int keywordOnly,
      @Nullable Object[] keywordDefaults) {
    int firstDefault = positional - defaults.length;
    for (int i = given; i < positional; i++) {
      if (bound[i] == null) {
        if (i < firstDefault) {
          return null;
        }
        bound[i] = defaults[i - firstDefault];
      }
    }
    for (int i = 0; i < keywordOnly; i++) {
      if (bound[positional + i] == null) {
        Object value = i < keywordDefaults.length ? keywordDefaults[i] : null;
        if (value == null) {
          return null;
        }
        bound[positional + i] = value;
      }
    }
    return filled(bound);
  }

  @SuppressWarnings("NullAway") // no element is null any more
  private static Object[] filled(@Nullable Object[] bound) {
    return bound;
  }

  /** Where the keywords go, or null if the call is wrong. */
  private @Nullable Plan plan(Signature s, int given) {
    if (given > s.positional() && !s.hasVarArgs()) {
      return null;
    }
    int[] parameters = new int[keywords.length];
    for (int k = 0; k < keywords.length; k++) {
      int found = EXTRA;
      for (int i = s.positionalOnly(); i < s.positional() + s.keywordOnly(); i++) {
        if (s.names()[i].equals(keywords[k])) {
          found = i;
        }
      }
      if (found == EXTRA ? !s.hasKwArgs() : found < Math.min(given, s.positional())) {
        return null;
      }
      parameters[k] = found;
    }
    return new Plan(s, given, parameters);
  }
}
