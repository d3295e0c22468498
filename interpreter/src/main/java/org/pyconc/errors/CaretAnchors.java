package org.pyconc.errors;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;

/**
 * Which part of a failing expression is to blame: the operator of an operation, the index of a
 * subscript. Columns count in code points from the expression's start; {@code right} is exclusive.
 */
record CaretAnchors(int left, int right) {

  /** The part of an expression in one line, or null if all of it is to blame. */
  static @Nullable CaretAnchors of(String segment) {
    Module module;
    try {
      module = Parser.parseModule(new SourceText("<segment>", segment));
    } catch (SyntaxError e) {
      return null; // a statement without its end, such as a with statement's header
    }
    if (module.body().size() != 1
        || !(module.body().get(0) instanceof Statement.ExpressionStatement statement)) {
      return null;
    }
    return switch (statement.value()) {
      case Expression.BinaryOperation o -> ofOperator(segment, o);
      case Expression.Subscript s ->
          new CaretAnchors(s.value().span().endColumn(), s.index().span().endColumn() + 1);
      default -> null;
    };
  }

  private static @Nullable CaretAnchors ofOperator(
      String segment, Expression.BinaryOperation operation) {
    int[] text = segment.codePoints().toArray();
    int end = operation.right().span().column();
    int i = operation.left().span().endColumn();
    while (i < end && Character.isWhitespace(text[i])) {
      i++;
    }
    if (i >= end) {
      return null;
    }
    boolean isDouble = i + 1 < end && !Character.isWhitespace(text[i + 1]);
    return new CaretAnchors(i, isDouble ? i + 2 : i + 1);
  }
}
