package org.pyconc.compiler;

/** The unit holds something that is left to the interpreter. */
final class CannotCompile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  CannotCompile(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /** What it holds. */
  String what() {
    return what;
  }
}
