package org.pyconc.transfer;

import java.util.function.UnaryOperator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;

/**
 * An object of a native class that holds other values, and is copied in two steps so that it may be
 * part of a cycle: first an empty one, then its content. Attributes, and what a dict has in it, are
 * copied without its doing.
 */
public interface Refillable {
  /** A new object without content, whose class is a copy of this one's. */
  PyObject emptyCopy(PyType type);

  /** Takes over what {@code original} holds, which is of the same Java class. */
  void refill(PyObject original, UnaryOperator<Object> copy);
}
