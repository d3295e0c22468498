package org.pyconc.grammar;

import org.pyconc.grammar.tree.Span;

/** The source is not a program: what CPython raises as SyntaxError or one of its two subclasses. */
public final class SyntaxError extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which of CPython's exception types it is. */
  public enum Kind {
    SYNTAX("SyntaxError"),
    INDENTATION("IndentationError"),
    TAB("TabError");

    private final String typeName;

    Kind(String typeName) {
      this.typeName = typeName;
    }

    /** The name of the Python type. */
    public String typeName() {
      return typeName;
    }
  }

  private final Kind kind;
  private final transient Span span;
  private final transient SourceText source;

  public SyntaxError(Kind kind, String message, Span span, SourceText source) {
    super(message, null, false, false);
    this.kind = kind;
    this.span = span;
    this.source = source;
  }

  public Kind kind() {
    return kind;
  }

  public Span span() {
    return span;
  }

  public SourceText source() {
    return source;
  }

  /** CPython's words. */
  public String text() {
    String message = getMessage();
    return message == null ? "invalid syntax" : message;
  }
}
