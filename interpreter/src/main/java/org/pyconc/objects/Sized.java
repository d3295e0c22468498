package org.pyconc.objects;

/**
 * An object of the library that knows its length without a call of {@code __len__}, unless a
 * subclass has its own idea of it.
 */
public interface Sized {
  /** How many elements it has. */
  int size();

  /** Its class. */
  PyType type();
}
