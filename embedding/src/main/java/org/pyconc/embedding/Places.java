package org.pyconc.embedding;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;

/** Places of the language as sections of a source of the context. */
final class Places {
  private Places() {}

  /** The section that a place stands for: its first line if it goes over several. */
  static @Nullable SourceSection section(Source source, Span span) {
    int line = span.line();
    if (line < 1 || line > source.getLineCount()) {
      return null;
    }
    int length = source.getLineLength(line);
    boolean isExact =
        span.endLine() == line && span.endColumn() > span.column() && span.endColumn() <= length;
    return isExact
        ? source.createSection(line, span.column() + 1, line, span.endColumn())
        : source.createSection(line);
  }
}
