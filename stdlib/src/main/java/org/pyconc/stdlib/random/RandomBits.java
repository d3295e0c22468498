package org.pyconc.stdlib.random;

/** Where random bits come from. */
interface RandomBits {
  /** The next 32 bits. */
  int next();

  /** A source that goes on from the same state, independently. */
  RandomBits copy();
}
