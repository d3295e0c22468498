package org.pyconc.ast;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.scope.CodeUnit;

/**
 * Makes the interpreter's code visible to tools of Truffle: units run as call targets of a
 * language, statements are nodes that can be instrumented.
 */
public interface Tracing {
  /** The language that the code belongs to. */
  TruffleLanguage<?> language();

  /** The place in a source of the context; null for code that nobody shall see. */
  @Nullable SourceSection section(CodeUnit code, Span span);

  /** A node around a statement. */
  TracedStatement statement(CodeUnit code, SourceSection section);

  /** A node around the whole body of a unit. */
  TracedStatement root(CodeUnit code, SourceSection section);
}
