package org.pyconc.stdlib.support;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.Calls;

/** Calls what a program has given with its arguments. */
public final class CallWith {
  private CallWith() {}

  /** Calls with positional arguments and those of a dict. */
  public static Object call(Object function, Object[] positional, @Nullable PyDict keywords) {
    if (keywords == null || keywords.size() == 0) {
      return Calls.call(function, positional, PyObject.NO_KEYWORDS);
    }
    Object[] all = new Object[positional.length + keywords.size()];
    String[] names = new String[keywords.size()];
    System.arraycopy(positional, 0, all, 0, positional.length);
    int count = 0;
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      if (!(keywords.keyAt(i) instanceof String name)) {
        throw Errors.typeError("keywords must be strings");
      }
      names[count] = name;
      all[positional.length + count++] = keywords.valueAt(i);
    }
    return Calls.call(function, all, names);
  }
}
