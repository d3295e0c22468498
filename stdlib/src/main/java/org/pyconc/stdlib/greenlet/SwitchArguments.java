package org.pyconc.stdlib.greenlet;

import java.util.Arrays;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;

/** What the arguments of {@code switch} become on the other side. */
final class SwitchArguments {
  private SwitchArguments() {}

  /**
   * The value of the call of {@code switch} that goes on: the only argument, a tuple, a dict, or a
   * tuple and a dict.
   *
   * @param values the positional arguments followed by those of the keywords
   */
  static Object result(Object[] values, String[] names) {
    int positional = values.length - names.length;
    if (names.length == 0) {
      return positional == 1 ? values[0] : PyTuple.of(values);
    }
    PyDict keywords = new PyDict();
    for (int i = 0; i < names.length; i++) {
      keywords.put(WideString.of(names[i]), values[positional + i]);
    }
    return positional == 0
        ? keywords
        : PyTuple.of(PyTuple.of(Arrays.copyOf(values, positional)), keywords);
  }

  /** Calls the function of a greenlet that begins. */
  static Object call(Object function, Object[] values, String[] names) {
    if (names.length == 0) {
      switch (values.length) {
        case 0:
          return Calls.call0(function);
        case 1:
          return Calls.call1(function, values[0]);
        default:
      }
    }
    return Calls.call(function, values, names);
  }
}
