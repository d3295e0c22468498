package org.pyconc.scope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** Finds what CPython's compiler gives a {@code SyntaxWarning} for. */
final class SyntaxChecks {
  private List<SyntaxNote> notes = List.of();

  /** What was found, in the order of the text. */
  List<SyntaxNote> notes() {
    return notes;
  }

  private void add(String message, Span span) {
    if (notes.isEmpty()) {
      notes = new ArrayList<>();
    }
    notes.add(new SyntaxNote(message, span));
  }

  void comparison(Expression.Comparison e) {
    boolean isLiteral = isIdentityless(e.left());
    for (int i = 0; i < e.operators().size(); i++) {
      boolean isNextLiteral = isIdentityless(e.comparators().get(i));
      ComparisonOperator operator = e.operators().get(i);
      if (isLiteral || isNextLiteral) {
        if (operator == ComparisonOperator.IS) {
          add("\"is\" with a literal. Did you mean \"==\"?", e.span());
        } else if (operator == ComparisonOperator.IS_NOT) {
          add("\"is not\" with a literal. Did you mean \"!=\"?", e.span());
        }
      }
      isLiteral = isNextLiteral;
    }
  }

  private static boolean isIdentityless(Expression e) {
    return Constants.isConstant(e)
        && !(e instanceof Expression.NoneLiteral
            || e instanceof Expression.BooleanLiteral
            || e instanceof Expression.EllipsisLiteral);
  }

  void assertion(Statement.Assert s) {
    if (s.test() instanceof Expression.TupleDisplay tuple && !tuple.elements().isEmpty()) {
      add("assertion is always true, perhaps remove parentheses?", s.span());
    }
  }

  void call(Expression.Call e) {
    String type = e.function() instanceof Expression.Lambda ? null : typeOf(e.function());
    if (type != null) {
      add("'" + type + "' object is not callable; perhaps you missed a comma?", e.span());
    }
  }

  void subscript(Expression.Subscript e) {
    String type = typeOf(e.value());
    if (type == null) {
      return;
    }
    switch (type) {
      case "dict":
        return;
      case "str", "bytes", "tuple", "list":
        String index = typeOf(e.index());
        if (index != null && !index.equals("int") && !index.equals("bool")) {
          add(
              type
                  + " indices must be integers or slices, not "
                  + index
                  + "; perhaps you missed a comma?",
              e.span());
        }
        return;
      case "bool":
        if (e.value() instanceof Expression.BooleanLiteral) {
          add("'bool' object is not subscriptable; perhaps you missed a comma?", e.span());
        }
        return;
      default:
        add("'" + type + "' object is not subscriptable; perhaps you missed a comma?", e.span());
    }
  }

  /** The class of what the expression gives, if it shows. */
  private static @Nullable String typeOf(Expression e) {
    return switch (e) {
      case Expression.NoneLiteral x -> "NoneType";
      case Expression.EllipsisLiteral x -> "ellipsis";
      case Expression.BooleanLiteral x -> "bool";
      case Expression.IntegerLiteral x -> "int";
      case Expression.FloatLiteral x -> "float";
      case Expression.ImaginaryLiteral x -> "complex";
      case Expression.StringLiteral x -> "str";
      case Expression.JoinedString x -> "str";
      case Expression.FormattedValue x -> "str";
      case Expression.BytesLiteral x -> "bytes";
      case Expression.TupleDisplay x -> "tuple";
      case Expression.ListDisplay x -> "list";
      case Expression.ListComprehension x -> "list";
      case Expression.DictDisplay x -> "dict";
      case Expression.DictComprehension x -> "dict";
      case Expression.SetDisplay x -> "set";
      case Expression.SetComprehension x -> "set";
      case Expression.GeneratorExpression x -> "generator";
      case Expression.Lambda x -> "function";
      case Expression.UnaryOperation x when Constants.isConstant(x) -> typeOf(x.operand());
      default -> null;
    };
  }
}
