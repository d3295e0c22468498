package org.pyconc.embedding;

/**
 * Ends what a thread of the program does for the host, because the context was interrupted. No
 * handler of the language sees it; the thread itself lives on.
 */
final class Stopped extends Error {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("interrupted", null, false, false);
  }
}
