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

  /** Who found it: that decides which text CPython shows. */
  public enum Stage {
    TOKENS,
    TREE,
    /** The names and places of a valid tree. */
    SCOPES
  }

  private final Kind kind;
  private final Stage stage;
  private final transient Span span;
  private final transient SourceText source;

  public SyntaxError(Kind kind, String message, Span span, SourceText source) {
    this(kind, message, span, source, Stage.TREE);
  }

  public SyntaxError(Kind kind, String message, Span span, SourceText source, Stage stage) {
    super(message, null, false, false);
    this.kind = kind;
    this.stage = stage;
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

  /** Whether the line of the source is shown: not by the compiler where there is no file. */
  public boolean showsLine() {
    return stage != Stage.SCOPES || !source.name().startsWith("<");
  }

  /** Whether the line is shown with its end. */
  public boolean showsLineEnd() {
    return stage != Stage.TOKENS && span.line() == span.endLine();
  }

  /** CPython's words. */
  public String text() {
    String message = getMessage();
    return message == null ? "invalid syntax" : message;
  }
}
