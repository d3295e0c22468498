package org.pyconc.operations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Signature;
import org.pyconc.objects.WideString;

/**
 * Binds arguments to parameters: the one mechanism for functions of programs and native ones.
 *
 * @see <a href="https://docs.python.org/3.11/reference/expressions.html#calls">Calls</a>
 */
public final class ArgumentBinder {
  private ArgumentBinder() {}

  /**
   * The values of all parameters in the order of the signature's names.
   *
   * @param name what messages call the function
   * @param defaults of the last positional parameters
   * @param keywordDefaults one per keyword-only parameter, null for required ones
   */
  @SuppressWarnings("NullAway") // no element is null any more when the array is returned
  public static Object[] bind(
      Signature s,
      String name,
      Object[] defaults,
      @Nullable Object[] keywordDefaults,
      Object[] arguments,
      String[] keywords) {
    @Nullable Object[] bound = new Object[s.names().length];
    int given = arguments.length - keywords.length;
    int positional = s.positional();
    System.arraycopy(arguments, 0, bound, 0, Math.min(given, positional));
    int fixed = positional + s.keywordOnly();
    if (s.hasVarArgs()) {
      int extra = Math.max(0, given - positional);
      Object[] rest = new Object[extra];
      System.arraycopy(arguments, given - extra, rest, 0, extra);
      bound[fixed] = PyTuple.of(rest);
    }
    PyDict kwArgs = null;
    if (s.hasKwArgs()) {
      kwArgs = new PyDict();
      bound[bound.length - 1] = kwArgs;
    }
    for (int k = 0; k < keywords.length; k++) {
      bindKeyword(s, name, bound, kwArgs, keywords, keywords[k], arguments[given + k]);
    }
    if (given > positional && !s.hasVarArgs()) {
      throw tooMany(s, name, defaults, bound, given);
    }
    fillDefaults(s, name, defaults, keywordDefaults, bound, given);
    return bound;
  }

  private static void bindKeyword(
      Signature s,
      String name,
      @Nullable Object[] bound,
      @Nullable PyDict kwArgs,
      String[] keywords,
      String keyword,
      Object value) {
    String[] names = s.names();
    for (int i = s.positionalOnly(); i < s.positional() + s.keywordOnly(); i++) {
      if (names[i].equals(keyword)) {
        if (bound[i] != null) {
          throw Errors.typeError(name + "() got multiple values for argument '" + keyword + "'");
        }
        bound[i] = value;
        return;
      }
    }
    if (kwArgs == null) {
      List<String> wrong = positionalOnlyGivenByName(s, keywords);
      if (!wrong.isEmpty()) {
        throw Errors.typeError(
            name
                + "() got some positional-only arguments passed as keyword arguments: '"
                + String.join(", ", wrong)
                + "'");
      }
      throw Errors.typeError(name + "() got an unexpected keyword argument '" + keyword + "'");
    }
    Object key = WideString.of(keyword);
    if (kwArgs.containsKey(key)) {
      throw Errors.typeError(
          name + "() got multiple values for keyword argument '" + keyword + "'");
    }
    kwArgs.put(key, value);
  }

  private static List<String> positionalOnlyGivenByName(Signature s, String[] keywords) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < s.positionalOnly(); i++) {
      for (String keyword : keywords) {
        if (keyword.equals(s.names()[i])) {
          wrong.add(keyword);
        }
      }
    }
    return wrong;
  }

  private static void fillDefaults(
      Signature s,
      String name,
      Object[] defaults,
      @Nullable Object[] keywordDefaults,
      @Nullable Object[] bound,
      int given) {
    int positional = s.positional();
    int firstDefault = positional - defaults.length;
    List<String> missing = null;
    for (int i = Math.min(given, positional); i < positional; i++) {
      if (bound[i] == null) {
        if (i >= firstDefault) {
          bound[i] = defaults[i - firstDefault];
        } else {
          missing = missing == null ? new ArrayList<>() : missing;
          missing.add(s.names()[i]);
        }
      }
    }
    if (missing != null) {
      throw missing(name, "positional", missing);
    }
    for (int i = 0; i < s.keywordOnly(); i++) {
      if (bound[positional + i] == null) {
        Object value = i < keywordDefaults.length ? keywordDefaults[i] : null;
        if (value == null) {
          missing = missing == null ? new ArrayList<>() : missing;
          missing.add(s.names()[positional + i]);
        } else {
          bound[positional + i] = value;
        }
      }
    }
    if (missing != null) {
      throw missing(name, "keyword-only", missing);
    }
  }

  private static PyException missing(String name, String kind, List<String> names) {
    StringBuilder text = new StringBuilder();
    text.append(name).append("() missing ").append(names.size()).append(" required ");
    text.append(kind).append(names.size() == 1 ? " argument: " : " arguments: ");
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        text.append(names.size() == 2 ? " and " : i == names.size() - 1 ? ", and " : ", ");
      }
      text.append('\'').append(names.get(i)).append('\'');
    }
    return Errors.typeError(text.toString());
  }

  private static PyException tooMany(
      Signature s, String name, Object[] defaults, @Nullable Object[] bound, int given) {
    int keywordOnlyGiven = 0;
    for (int i = s.positional(); i < s.positional() + s.keywordOnly(); i++) {
      if (bound[i] != null) {
        keywordOnlyGiven++;
      }
    }
    int most = s.positional();
    int least = most - defaults.length;
    String takes = defaults.length == 0 ? String.valueOf(most) : "from " + least + " to " + most;
    boolean plural = defaults.length == 0 ? most != 1 : true;
    String also = "";
    if (keywordOnlyGiven > 0) {
      also =
          " positional argument"
              + (given == 1 ? "" : "s")
              + " (and "
              + keywordOnlyGiven
              + " keyword-only argument"
              + (keywordOnlyGiven == 1 ? "" : "s")
              + ")";
    }
    String verb = given == 1 && keywordOnlyGiven == 0 ? " was given" : " were given";
    return Errors.typeError(
        name
            + "() takes "
            + takes
            + " positional argument"
            + (plural ? "s" : "")
            + " but "
            + given
            + also
            + verb);
  }
}
