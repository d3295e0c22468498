package org.pyconc.stdlib.random;

import java.security.SecureRandom;

/** Random bits of the operating system. */
final class SystemBits implements RandomBits {
  private final SecureRandom source = new SecureRandom();

  @Override
  public int next() {
    return source.nextInt();
  }

  @Override
  public RandomBits copy() {
    return this;
  }
}
