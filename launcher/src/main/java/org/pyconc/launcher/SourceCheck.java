package org.pyconc.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.grammar.tree.Module;
import org.pyconc.scope.UnresolvedNames;

/**
 * Finds all errors in a file that can be found without running it.
 *
 * <p>The parser stops at the first error. To find the next one, the statement with the error is
 * taken out and the rest is parsed again.
 */
final class SourceCheck {
  /** A file with more is hardly one in this language. */
  private static final int MOST_ERRORS = 20;

  private final SourceText source;
  private final Predicate<String> isBuiltin;
  private final List<String> reports = new ArrayList<>();
  private final List<String> lines;

  private SourceCheck(SourceText source, Predicate<String> isBuiltin) {
    this.source = source;
    this.isBuiltin = isBuiltin;
    this.lines = new ArrayList<>(source.text().lines().toList());
  }

  /** One report for each error, in the order of their lines. */
  static List<String> errors(SourceText source, Predicate<String> isBuiltin) {
    SourceCheck check = new SourceCheck(source, isBuiltin);
    check.run();
    return check.reports;
  }

  private void run() {
    int lastLine = 0;
    while (reports.size() < MOST_ERRORS) {
      SourceText text = new SourceText(source.name(), String.join("\n", lines) + "\n");
      try {
        Module tree = Parser.parseModule(text);
        List<UnresolvedNames.Place> places = UnresolvedNames.find(tree, text, isBuiltin);
        if (reports.isEmpty()) {
          reportNames(places);
        }
        return;
      } catch (SyntaxError error) {
        int line = error.span().line();
        if (line < 1 || line > lines.size()) {
          reports.add(SyntaxErrorReport.of(error));
          return;
        }
        boolean isNew = line > lastLine;
        if (isNew) {
          reports.add(
              SyntaxErrorReport.of(
                  source, error.span(), error.kind().typeName() + ": " + error.text()));
        }
        lastLine =
            Math.max(lastLine, isNew && isOneLine(error) ? takeOut(line) : takeOutBlock(line));
      }
    }
  }

  /** A statement left out may have bound names: they are looked at only if nothing was. */
  private void reportNames(List<UnresolvedNames.Place> places) {
    for (UnresolvedNames.Place place : places) {
      reports.add(
          SyntaxErrorReport.of(
              source, place.span(), "NameError: name '" + place.name() + "' is not defined"));
    }
  }

  /** Whether the statement surely ends on the line of the error. */
  private static boolean isOneLine(SyntaxError error) {
    String text = error.text();
    return !text.contains("never closed")
        && !text.startsWith("unterminated")
        && !text.startsWith("expected an indented block")
        && error.kind() == SyntaxError.Kind.SYNTAX;
  }

  /** Puts another statement in the place of the line, one with a block if it seems to have one. */
  private int takeOut(int line) {
    String old = lines.get(line - 1);
    String indentation = old.substring(0, indentation(old));
    boolean hasBlock = line < lines.size() && indentation(nextLine(line)) > indentation.length();
    lines.set(line - 1, indentation + (hasBlock ? "if 1:" : "pass"));
    return line;
  }

  private String nextLine(int line) {
    for (int i = line; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return lines.get(i);
      }
    }
    return "";
  }

  /** Blanks everything from the line without indentation above to the next one below. */
  private int takeOutBlock(int line) {
    int first = line - 1;
    while (first > 0 && !startsBlock(first)) {
      first--;
    }
    int end = line;
    while (end < lines.size() && !startsBlock(end)) {
      end++;
    }
    for (int i = first; i < end; i++) {
      lines.set(i, "");
    }
    return end;
  }

  private boolean startsBlock(int index) {
    String line = lines.get(index);
    return !line.isBlank() && indentation(line) == 0 && ")]}#".indexOf(line.charAt(0)) < 0;
  }

  private static int indentation(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
