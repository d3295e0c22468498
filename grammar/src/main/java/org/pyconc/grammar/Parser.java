package org.pyconc.grammar;

import java.util.function.Function;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.build.Diagnosis;
import org.pyconc.grammar.build.TreeBuilder;
import org.pyconc.grammar.build.TreeLimits;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;

/** Turns source text into a syntax tree. */
public final class Parser {
  private Parser() {}

  /** Parses a whole file. */
  public static Module parseModule(SourceText source) throws SyntaxError {
    return run(source, source.text(), false, parser -> new TreeBuilder().module(parser.file()));
  }

  /** Parses a single expression, as for {@code eval}. */
  public static Expression parseExpression(SourceText source) throws SyntaxError {
    return run(
        source,
        withoutLeadingBlanks(source.text()),
        true,
        parser -> new TreeBuilder().expression(parser.expressionInput()));
  }

  private static <T> T run(
      SourceText source, String text, boolean isExpression, Function<PythonParser, T> rule)
      throws SyntaxError {
    if (text.indexOf('\0') >= 0) {
      throw new SyntaxError(
          SyntaxError.Kind.SYNTAX,
          "source code string cannot contain null bytes",
          new Span(1, 0, 1, 0),
          source);
    }
    Tokens tokens = Tokens.ofFile(withLineFeeds(text));
    try {
      return Diagnosis.parse(tokens, rule);
    } catch (Refusal found) {
      SyntaxError.Stage stage =
          found == tokens.failure() || isExpression && text.indexOf('\n') < 0
              ? SyntaxError.Stage.TOKENS
              : SyntaxError.Stage.TREE;
      throw new SyntaxError(found.kind(), found.text(), found.span(), source, stage);
    } catch (StackOverflowError tooDeep) {
      // The depth limits leave room on an ordinary stack; the caller's may be nearly used up.
      Refusal found = TreeLimits.tooDeep(new Span(1, 0, 1, 0));
      throw new SyntaxError(found.kind(), found.text(), found.span(), source);
    }
  }

  static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** {@code eval} does not mind blanks before the expression. */
  private static String withoutLeadingBlanks(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return text.substring(i);
  }
}
