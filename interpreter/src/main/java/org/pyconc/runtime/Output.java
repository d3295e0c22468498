package org.pyconc.runtime;

/** A standard stream of the whole program that takes bytes: all its processes write to it. */
public interface Output {
  /**
   * Writes all the bytes, not mixed with those of another call.
   *
   * @return false if nobody reads them any more
   */
  boolean write(byte[] bytes, int length);

  /** Whether it is a terminal, so that output should appear line by line. */
  boolean isTerminal();
}
