package org.pyconc.kernel;

/** Where in the program a kernel object was made; asked for only when a report is written. */
@FunctionalInterface
public interface Origin {
  /** Such as {@code "main.py", line 12}. */
  String describe();
}
