package org.pyconc.launcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  /** A file with more is hardly one in this language; each costs a look at the rest of the file. */
  static final int MOST_ERRORS = 1000;

  private record Found(int line, String report) {}

  private final SourceText source;
  private final Predicate<String> isBuiltin;
  private final List<Found> found = new ArrayList<>();

  /** Lines that were taken out for what the parser has nothing against. */
  private final Set<Integer> meaningless = new HashSet<>();

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
    return check.found.stream()
        .sorted(Comparator.comparingInt(Found::line))
        .map(Found::report)
        .toList();
  }

  private void run() {
    int lastLine = 0;
    while (found.size() < MOST_ERRORS) {
      SourceText text = new SourceText(source.name(), String.join("\n", lines) + "\n");
      Module tree;
      try {
        tree = Parser.parseModule(text);
      } catch (SyntaxError error) {
        int line = error.span().line();
        if (line < 1 || line > lines.size()) {
          found.add(new Found(line, SyntaxErrorReport.of(error)));
          return;
        }
        boolean isNew = line > lastLine;
        if (isNew) {
          add(error);
        }
        lastLine =
            Math.max(lastLine, isNew && isOneLine(error) ? takeOut(line) : takeOutBlock(line));
        continue;
      }
      try {
        List<UnresolvedNames.Place> places = UnresolvedNames.find(tree, text, isBuiltin);
        if (found.isEmpty()) {
          reportNames(places);
        }
        return;
      } catch (SyntaxError error) {
        int line = error.span().line();
        boolean isTakenOut = !meaningless.add(line);
        if (line < 1 || line > lines.size() || isTakenOut) {
          return;
        }
        add(error);
        takeOut(line);
      }
    }
  }

  private void add(SyntaxError error) {
    String message = error.kind().typeName() + ": " + error.text();
    String report = SyntaxErrorReport.of(source, error.span(), message);
    found.add(new Found(error.span().line(), report));
  }

  /** A statement left out may have bound names: they are looked at only if nothing was. */
  private void reportNames(List<UnresolvedNames.Place> places) {
    for (UnresolvedNames.Place place : places) {
      String message = "NameError: name '" + place.name() + "' is not defined";
      String report = SyntaxErrorReport.of(source, place.span(), message);
      found.add(new Found(place.span().line(), report));
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
    lines.set(line - 1, indentation + (hasBlock ? header(old.strip()) : "pass"));
    return line;
  }

  /** In which the same statements make sense as in the block that was meant. */
  private static String header(String meant) {
    if (meant.startsWith("async def ")) {
      return "async def _():";
    }
    if (meant.startsWith("def ")) {
      return "def _():";
    }
    if (meant.startsWith("class ")) {
      return "class _:";
    }
    boolean isLoop =
        meant.startsWith("for ") || meant.startsWith("while ") || meant.startsWith("async for ");
    return isLoop ? "while 1:" : "if 1:";
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
