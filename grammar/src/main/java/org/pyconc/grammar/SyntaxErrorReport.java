package org.pyconc.grammar;

import org.pyconc.grammar.tree.Span;

/**
 * What CPython prints for a syntax error that nobody catches:
 *
 * <pre>
 *   File "/home/me/queue.py", line 2
 *     total = = 2
 *             ^
 * SyntaxError: invalid syntax
 * </pre>
 */
public final class SyntaxErrorReport {
  private static final String INDENT = "    ";

  private SyntaxErrorReport() {}

  /** The lines of the report, each with its line end. */
  public static String of(SyntaxError error) {
    String message = error.kind().typeName() + ": " + error.text();
    return error.showsLine()
        ? of(error.source(), error.span(), message)
        : place(error.source(), error.span()) + message + '\n';
  }

  /** The same form for another message about a place in a file. */
  public static String of(SourceText source, Span span, String message) {
    StringBuilder report = new StringBuilder();
    if (span.line() > 0) {
      report.append(place(source, span));
      appendSource(report, source.line(span.line()), span);
    }
    return report.append(message).append('\n').toString();
  }

  private static String place(SourceText source, Span span) {
    return "  File \"" + source.name() + "\", line " + span.line() + '\n';
  }

  private static void appendSource(StringBuilder report, String line, Span span) {
    int indentation = 0;
    while (indentation < line.length() && isBlank(line.charAt(indentation))) {
      indentation++;
    }
    String shown = line.substring(indentation);
    report.append(INDENT).append(shown).append('\n');
    int length = shown.codePointCount(0, shown.length());
    int start = Math.min(span.column() - indentation, length);
    if (start < 0) {
      return;
    }
    boolean onOneLine = span.endLine() == span.line();
    int end = onOneLine ? span.endColumn() - indentation : length;
    report.append(INDENT);
    report.repeat(' ', start).repeat('^', Math.max(1, Math.min(end, length) - start)).append('\n');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }
}
