package org.pyconc.stdlib.io;

/** What can be told to refuse (BlockingIOError) where it would otherwise let one wait. */
public interface CanDecline {
  /** Whether it lets one wait, as it does at first. */
  boolean isBlocking();

  void setBlocking(boolean blocking);
}
