package org.pyconc.grammar.build;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Span;

/** Reading parse tree nodes by position: cheaper than the generated accessors, which search. */
final class Children {
  private Children() {}

  static int count(ParserRuleContext context) {
    return context.children == null ? 0 : context.children.size();
  }

  static ParseTree at(ParserRuleContext context, int index) {
    return context.children.get(index);
  }

  /** The type of the token at that position, or 0 if there is a rule or nothing. */
  static int typeAt(ParserRuleContext context, int index) {
    if (index < 0 || index >= count(context)) {
      return Token.INVALID_TYPE;
    }
    return context.children.get(index) instanceof TerminalNode leaf
        ? leaf.getSymbol().getType()
        : Token.INVALID_TYPE;
  }

  static PlacedToken tokenAt(ParserRuleContext context, int index) {
    return (PlacedToken) ((TerminalNode) context.children.get(index)).getSymbol();
  }

  static String textAt(ParserRuleContext context, int index) {
    return tokenAt(context, index).getText();
  }

  static Span spanAt(ParserRuleContext context, int index) {
    return tokenAt(context, index).span();
  }

  static Span span(ParserRuleContext context) {
    Span start = ((PlacedToken) context.getStart()).span();
    return context.getStart() == context.getStop()
        ? start
        : start.to(((PlacedToken) context.getStop()).span());
  }

  static Span start(ParserRuleContext context) {
    return ((PlacedToken) context.getStart()).span();
  }

  static Span stop(ParserRuleContext context) {
    return ((PlacedToken) context.getStop()).span();
  }

  /** Where the operand begins behind its prefix operators. */
  static Span operandStart(ParserRuleContext operand, int prefixes) {
    return at(operand, prefixes) instanceof ParserRuleContext first
        ? start(first)
        : spanAt(operand, prefixes);
  }

  static Refusal invalid(Span at) {
    return new Refusal("invalid syntax", at);
  }

  /** Of {@code x (',' x?)*}: no two commas may follow each other. Returns whether it ends so. */
  static boolean checkCommas(ParserRuleContext context, int from, int to, int separator) {
    boolean comma = false;
    for (int i = from; i < to; i++) {
      if (typeAt(context, i) == separator) {
        if (comma) {
          throw invalid(spanAt(context, i));
        }
        comma = true;
      } else {
        comma = false;
      }
    }
    return comma;
  }
}
