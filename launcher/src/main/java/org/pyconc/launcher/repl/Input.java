package org.pyconc.launcher.repl;

import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;

/** Whether what was typed so far is all, and how far the next line is indented. */
public final class Input {
  private static final String STEP = "    ";

  private Input() {}

  /**
   * Whether another line is to be read: inside brackets or a long string, and in a compound
   * statement until a blank line.
   */
  public static boolean needsMore(String text) {
    if (text.isBlank() || text.startsWith(":")) {
      return false;
    }
    boolean isClosed = lastLine(text).isBlank();
    try {
      Module tree = Parser.parseModule(new SourceText("<stdin>", text + "\n"));
      return !isClosed && !tree.body().isEmpty() && isCompound(tree.body().getLast());
    } catch (SyntaxError error) {
      String message = error.text();
      if (message.endsWith("was never closed")
          || message.startsWith("unterminated triple-quoted")
          || lastLine(text).endsWith("\\")) {
        return true;
      }
      int lines = (int) text.stripTrailing().lines().count();
      boolean isAtEnd = error.span().line() >= lines;
      boolean lacksBlock =
          message.startsWith("expected an indented block")
              || message.startsWith("expected 'except' or 'finally'")
              || lastLine(text).startsWith("@");
      return !isClosed && isAtEnd && lacksBlock;
    }
  }

  /**
   * Whether another line is to be read: a blank line that is part of pasted text does not end a
   * statement whose lines go on behind it.
   *
   * @param next the character behind the line, negative if it has not been typed yet
   */
  static boolean needsMore(String text, int next) {
    boolean goesOn = lastLine(text).isBlank() && isBlank(next) && text.indexOf('\n') >= 0;
    return needsMore(goesOn ? text.stripTrailing() : text);
  }

  private static boolean isBlank(int character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  private static boolean isCompound(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef s -> true;
      case Statement.ClassDef s -> true;
      case Statement.If s -> true;
      case Statement.For s -> true;
      case Statement.While s -> true;
      case Statement.With s -> true;
      case Statement.Try s -> true;
      case Statement.Match s -> true;
      default -> false;
    };
  }

  /** The blanks that the line behind {@code text} begins with. */
  public static String indentation(String text) {
    String line = lastLine(text);
    String blanks = line.substring(0, line.length() - line.stripLeading().length());
    String code = line.strip();
    if (code.endsWith(":")) {
      return blanks + STEP;
    }
    boolean leaves =
        code.equals("pass")
            || code.equals("break")
            || code.equals("continue")
            || code.equals("return")
            || code.startsWith("return ")
            || code.startsWith("raise ");
    return leaves && blanks.length() >= STEP.length() ? blanks.substring(STEP.length()) : blanks;
  }

  /**
   * The blanks that the line behind {@code text} begins with.
   *
   * @param next the character that this line begins with, negative if it has not been typed yet:
   *     pasted text has blanks of its own
   */
  static String indentation(String text, int next) {
    if (next < 0) {
      return indentation(text);
    }
    boolean isNeeded = !isBlank(next) && text.stripTrailing().endsWith(":");
    return isNeeded ? indentation(text) : "";
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
