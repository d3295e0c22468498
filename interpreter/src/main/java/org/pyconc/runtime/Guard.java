package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Notices that the program refers no more to the object which alone refers to this guard.
 * Finalizers of the JVM are the only means that finds objects in cycles too and still hands them
 * out; nothing but these guards has one, and most of them are used again and again.
 */
final class Guard {
  private final Forgotten watch;
  @Nullable Forgettable owner;

  /** Owners are told in the order in which they were given guards. */
  long number;

  /** How many collections had been noticed when it was given to its owner. */
  int collections;

  Guard(Forgotten watch) {
    this.watch = watch;
  }

  /** On a thread of the JVM. */
  @Override
  @SuppressWarnings({"removal", "Finalize"})
  protected void finalize() {
    Forgettable left = owner;
    if (left != null) {
      owner = null;
      watch.add(left, number);
    }
  }
}
