package org.pyconc.grammar.token;

import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Span;

/** Carries a syntax error up through generated code, which knows no checked exceptions. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int AFTER = -1;

  private final SyntaxError.Kind kind;
  private final String text;
  private final transient Span span;
  private final boolean definite;

  private Refusal(SyntaxError.Kind kind, String text, Span span, boolean definite) {
    super(text, null, false, false);
    this.kind = kind;
    this.text = text;
    this.span = span;
    this.definite = definite;
  }

  public Refusal(SyntaxError.Kind kind, String text, Span span) {
    this(kind, text, span, false);
  }

  public Refusal(String text, Span span) {
    this(SyntaxError.Kind.SYNTAX, text, span);
  }

  /** One whose message and place need no second look at the source. */
  public static Refusal definite(String text, Span span) {
    return new Refusal(SyntaxError.Kind.SYNTAX, text, span, true);
  }

  /** One whose place is the token that follows that span. */
  public static Refusal after(String text, Span span) {
    return new Refusal(
        SyntaxError.Kind.SYNTAX,
        text,
        new Span(span.endLine(), span.endColumn(), AFTER, AFTER),
        true);
  }

  /** Whether the place is that of the token behind the span's start. */
  public boolean isAfter() {
    return span.endLine() == AFTER;
  }

  public SyntaxError.Kind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  public Span span() {
    return span;
  }

  public boolean isDefinite() {
    return definite;
  }
}
