package org.pyconc.runtime;

/** What has something left to do when the program refers to it no more. */
public interface Forgettable {
  /**
   * Does it. Called at a safe point of the thread or process that it belongs to. What it raises is
   * for it to report.
   */
  void forgotten();

  /** Whether there is something left to do now. */
  boolean isWatched();
}
