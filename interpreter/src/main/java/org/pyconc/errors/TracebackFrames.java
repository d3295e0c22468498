package org.pyconc.errors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyTraceback;
import org.pyconc.scope.CodeUnit;

/** The lines of a traceback's entries: place, source line, carets under the failing expression. */
public final class TracebackFrames {
  /** How many entries are shown at most unless the program says otherwise. */
  static final int LIMIT = 1000;

  private static final int REPEATS_SHOWN = 3;
  private static final String INDENT = "    ";

  private TracebackFrames() {}

  /** The innermost entries, the outermost first; long repetitions are summed up. */
  static String format(PyTraceback traceback, int limit) {
    StringBuilder out = new StringBuilder();
    for (String entry : formatEach(traceback, limit)) {
      out.append(entry);
    }
    return out.toString();
  }

  /** One text for each entry that is shown. */
  private static List<String> formatEach(PyTraceback traceback, int limit) {
    int count = 0;
    for (PyTraceback t = traceback; t != null; t = t.next()) {
      count++;
    }
    PyTraceback entry = traceback;
    for (int i = limit; i < count && entry != null; i++) {
      entry = entry.next();
    }
    List<String> texts = new ArrayList<>();
    PyTraceback last = null;
    int repeats = 0;
    for (; entry != null; entry = entry.next()) {
      if (last == null || !isSamePlace(last, entry)) {
        addRepeats(texts, repeats);
        last = entry;
        repeats = 0;
      }
      repeats++;
      if (repeats <= REPEATS_SHOWN) {
        texts.add(format(entry.code(), entry.place()));
      }
    }
    addRepeats(texts, repeats);
    return texts;
  }

  private static boolean isSamePlace(PyTraceback a, PyTraceback b) {
    return a.place().line() == b.place().line()
        && a.code().name().equals(b.code().name())
        && a.code().source().name().equals(b.code().source().name());
  }

  private static void addRepeats(List<String> texts, int repeats) {
    int hidden = repeats - REPEATS_SHOWN;
    if (hidden > 0) {
      texts.add(
          "  [Previous line repeated " + hidden + " more time" + (hidden > 1 ? "s" : "") + "]\n");
    }
  }

  /** The lines of one entry. */
  public static String format(CodeUnit code, Span place) {
    SourceText source = code.source();
    StringBuilder out = new StringBuilder();
    out.append("  File \"").append(source.name()).append("\", line ").append(place.line());
    out.append(", in ").append(code.name()).append('\n');
    String line = sourceLine(source, place.line());
    if (line == null) {
      return out.toString();
    }
    int indent = 0;
    while (indent < line.length() && isBlank(line.charAt(indent))) {
      indent++;
    }
    out.append(INDENT).append(line, indent, line.length()).append('\n');
    appendCarets(out, line, indent, place);
    return out.toString();
  }

  /** The carets below a line of source, with a line end; empty if they would say nothing. */
  public static String carets(String line, Span place) {
    int indent = 0;
    while (indent < line.length() && isBlank(line.charAt(indent))) {
      indent++;
    }
    StringBuilder out = new StringBuilder();
    appendCarets(out, line, indent, place);
    return out.toString();
  }

  /** Code that does not come from a file has no lines to show. */
  private static @Nullable String sourceLine(SourceText source, int number) {
    if (number < 1 || (source.name().startsWith("<") && source.name().endsWith(">"))) {
      return null;
    }
    String line = source.line(number);
    return line.isBlank() ? null : line;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static void appendCarets(StringBuilder out, String line, int indent, Span place) {
    int length = line.codePointCount(0, line.length());
    int start = place.column();
    int end = place.endColumn();
    CaretAnchors anchors = null;
    if (place.endLine() == place.line()) {
      if (start > length || end > length || end < start) {
        return;
      }
      anchors =
          CaretAnchors.of(
              line.substring(line.offsetByCodePoints(0, start), line.offsetByCodePoints(0, end)));
    } else {
      end = line.stripTrailing().codePointCount(0, line.stripTrailing().length());
    }
    if (end - start == length - indent && anchors == null) {
      return; // carets under all of it would say nothing
    }
    out.append(INDENT);
    for (int i = indent; i < end; i++) {
      if (i < start) {
        out.append(' ');
      } else if (anchors == null) {
        out.append('^');
      } else {
        int at = i - start;
        out.append(at >= anchors.left() && at < anchors.right() ? '^' : '~');
      }
    }
    out.append('\n');
  }
}
