package org.pyconc.objects;

import org.pyconc.scope.CodeUnit;

/** A frame as programs see it: which code runs, and where it is. */
public final class PyFrame extends PyObject {
  private final CodeUnit code;
  private final PyModule globals;
  private int line;

  public PyFrame(CodeUnit code, PyModule globals) {
    this.code = code;
    this.globals = globals;
    this.line = code.span().line();
  }

  public CodeUnit code() {
    return code;
  }

  public PyModule globals() {
    return globals;
  }

  /** {@code f_lineno}. */
  public int line() {
    return line;
  }

  public void setLine(int newLine) {
    line = newLine;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.FRAME;
  }
}
