package org.pyconc.runtime;

/** A standard stream of the whole program that takes bytes: all its processes write to it. */
public interface Output {
  /** EPIPE: nobody reads what is written. */
  int BROKEN_PIPE = 32;

  /**
   * Writes all the bytes, not mixed with those of another call.
   *
   * @return false if they could not be written; {@link #error} says why
   */
  boolean write(byte[] bytes, int length);

  /** The number (errno) of the error with which the last write failed. */
  default int error() {
    return BROKEN_PIPE;
  }

  /** Whether it is the JVM's own stream, so that a child program can be given it. */
  default boolean isHostStream() {
    return false;
  }

  /** Whether it is a terminal, so that output should appear line by line. */
  boolean isTerminal();
}
