package org.pyconc.stdlib.support;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.Calls;
import org.pyconc.operations.ForkingCall;

/** Calls what a program has given with its arguments. */
public final class CallWith {
  private CallWith() {}

  /** Calls with positional arguments and those of a dict. */
  public static Object call(Object function, Object[] positional, @Nullable PyDict keywords) {
    return call(Calls::call, function, positional, keywords);
  }

  /** As {@link #call}, for what a thread or process does: it may fork. */
  public static Object callAtRoot(Object function, Object[] positional, @Nullable PyDict keywords) {
    return call(ForkingCall::atRoot, function, positional, keywords);
  }

  private interface Caller {
    Object call(Object function, Object[] values, String[] keywords);
  }

  private static Object call(
      Caller caller, Object function, Object[] positional, @Nullable PyDict keywords) {
    if (keywords == null || keywords.size() == 0) {
      return caller.call(function, positional, PyObject.NO_KEYWORDS);
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
    return caller.call(function, all, names);
  }
}
