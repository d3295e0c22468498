package org.pyconc.transfer;

/** Something that has to be copied cannot be. Becomes an exception of the language at the root. */
public final class CannotCopy extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Object culprit;
  private final String what;

  CannotCopy(Object culprit, String what) {
    super(what, null, false, false);
    this.culprit = culprit;
    this.what = what;
  }

  /** What cannot be copied. */
  public Object culprit() {
    return culprit;
  }

  /** In words, such as {@code generator 'numbers' (started)}. */
  public String what() {
    return what;
  }
}
