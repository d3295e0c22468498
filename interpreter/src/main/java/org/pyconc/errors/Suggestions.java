package org.pyconc.errors;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyTraceback;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Text;

/** The name that the program may have meant: {@code Did you mean: 'x'?}. */
final class Suggestions {
  private static final int MOVE_COST = 2;
  private static final int CASE_COST = 1;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_CANDIDATES = 750;

  private Suggestions() {}

  /** For a NameError or AttributeError; null if no name is similar. */
  static @Nullable String of(PyBaseException e) {
    if (e.type() == ExceptionTypes.ATTRIBUTE_ERROR) {
      Object name = e.field(ExceptionFields.ATTRIBUTE_ERROR_NAME);
      Object object = e.field(ExceptionFields.ATTRIBUTE_ERROR_OBJECT);
      return name instanceof String s && object != null ? closest(s, Directory.of(object)) : null;
    }
    if (e.type() == ExceptionTypes.NAME_ERROR
        && e.field(ExceptionFields.NAME_ERROR_NAME) instanceof String s) {
      return ofName(s, e);
    }
    return null;
  }

  private static @Nullable String ofName(String name, PyBaseException e) {
    PyTraceback innermost = e.traceback();
    while (innermost != null && innermost.next() != null) {
      innermost = innermost.next();
    }
    if (innermost != null) {
      List<String> locals = innermost.code().scope().locals();
      String found = closest(name, locals.toArray(new String[0]));
      if (found != null) {
        return found;
      }
    }
    if (e.field(ExceptionFields.NAME_ERROR_GLOBALS) instanceof PyModule globals) {
      String found = closest(name, globals.ownNames());
      return found != null ? found : closest(name, globals.builtins().ownNames());
    }
    return null;
  }

  private static @Nullable String closest(String name, PyList candidates) {
    String[] names = new String[candidates.size()];
    for (int i = 0; i < names.length; i++) {
      Object candidate = candidates.get(i);
      names[i] = Text.isText(candidate) ? Text.java(candidate) : name;
    }
    return closest(name, names);
  }

  /** The candidate with the smallest distance that is small enough, the first of equals. */
  static @Nullable String closest(String name, String[] candidates) {
    if (candidates.length >= MOST_CANDIDATES) {
      return null;
    }
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      if (candidate.equals(name)) {
        continue;
      }
      int most = (name.length() + candidate.length() + 3) * MOVE_COST / 6;
      most = Math.min(most, bestDistance - 1);
      int distance = distance(name, candidate, most);
      if (distance <= most) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static int substitution(char a, char b) {
    if (a == b) {
      return 0;
    }
    boolean sameLetter = a < 128 && b < 128 && Character.toLowerCase(a) == Character.toLowerCase(b);
    return sameLetter ? CASE_COST : MOVE_COST;
  }

  /** The Levenshtein distance, or anything above {@code most} once it is known to be so. */
  private static int distance(String first, String second, int most) {
    int start = 0;
    int endA = first.length();
    int endB = second.length();
    while (start < endA && start < endB && first.charAt(start) == second.charAt(start)) {
      start++;
    }
    while (endA > start && endB > start && first.charAt(endA - 1) == second.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    String a = first.substring(start, endA);
    String b = second.substring(start, endB);
    if (a.isEmpty() || b.isEmpty()) {
      return (a.length() + b.length()) * MOVE_COST;
    }
    if (a.length() > LONGEST_NAME || b.length() > LONGEST_NAME) {
      return most + 1;
    }
    if (b.length() < a.length()) {
      String longer = a;
      a = b;
      b = longer;
    }
    if ((b.length() - a.length()) * MOVE_COST > most) {
      return most + 1;
    }
    int[] row = new int[a.length()];
    Arrays.setAll(row, i -> (i + 1) * MOVE_COST);
    int result = 0;
    for (int j = 0; j < b.length(); j++) {
      int distance = j * MOVE_COST;
      result = distance;
      int smallest = Integer.MAX_VALUE;
      for (int i = 0; i < a.length(); i++) {
        int substitute = distance + substitution(b.charAt(j), a.charAt(i));
        distance = row[i];
        result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
        row[i] = result;
        smallest = Math.min(smallest, result);
      }
      if (smallest > most) {
        return most + 1;
      }
    }
    return result;
  }
}
