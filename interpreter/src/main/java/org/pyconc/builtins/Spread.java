package org.pyconc.builtins;

import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Text;

/**
 * Arguments that were bound to {@code *args} and {@code **kwargs}, in the form in which calls take
 * them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Spread(Object[] arguments, String[] keywords) {

  /** The arguments of a call with {@code *positional, **named}. */
  public static Spread of(PyTuple positional, PyDict named) {
    int count = positional.size();
    Object[] arguments = new Object[count + named.size()];
    String[] keywords = new String[named.size()];
    System.arraycopy(positional.items(), 0, arguments, 0, count);
    int k = 0;
    for (int i = named.next(0); i >= 0; i = named.next(i + 1)) {
      keywords[k] = Text.java(named.keyAt(i));
      arguments[count + k++] = named.valueAt(i);
    }
    return new Spread(arguments, keywords);
  }
}
