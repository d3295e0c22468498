package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.UnaryOperator;

/**
 * Precedence climbing over a flat list of operators and operands, by the table in <a
 * href="https://docs.python.org/3.11/reference/expressions.html#operator-precedence">operator
 * precedence</a>.
 */
final class OperatorClimber {
  private static final int LOWEST = 1;
  private static final int MAX_DEPTH = 1000;

  private final ExpressionBuilder expressions;
  private final ParserRuleContext context;

  /** Operator tokens, and operand contexts that stand for what follows their prefix operators. */
  private final List<Object> items;

  private int at;
  private int depth;

  /** Where the last operand ends, with the parentheses that may stand around it. */
  private Span end;

  OperatorClimber(ExpressionBuilder expressions, ParserRuleContext context) {
    this.expressions = expressions;
    this.context = context;
    int count = Children.count(context);
    items = new ArrayList<>(count + 4);
    end = Children.start(context);
    for (int i = 0; i < count; i++) {
      ParseTree child = Children.at(context, i);
      if (child instanceof TerminalNode leaf) {
        items.add(leaf.getSymbol());
      } else {
        PythonParser.OperandContext operand = (PythonParser.OperandContext) child;
        int prefixes = prefixes(operand);
        for (int j = 0; j < prefixes; j++) {
          items.add(Children.tokenAt(operand, j));
        }
        items.add(operand);
      }
    }
  }

  private static int prefixes(PythonParser.OperandContext operand) {
    int i = 0;
    while (Children.at(operand, i) instanceof TerminalNode leaf
        && leaf.getSymbol().getType() != PythonParser.AWAIT) {
      i++;
    }
    return i;
  }

  Expression build() {
    Expression result =
        context instanceof PythonParser.ArithmeticContext ? binary(LOWEST) : disjunction();
    if (at < items.size()) {
      throw refuseHere();
    }
    return result;
  }

  private Refusal refuseHere() {
    if (at >= items.size()) {
      return Children.invalid(end);
    }
    return items.get(at) instanceof PlacedToken token
        ? Children.invalid(token.span())
        : Children.invalid(Children.start((ParserRuleContext) items.get(at)));
  }

  private Span start() {
    if (at >= items.size()) {
      throw Children.invalid(end);
    }
    return switch (items.get(at)) {
      case PlacedToken token -> token.span();
      case PythonParser.OperandContext operand -> Children.operandStart(operand, prefixes(operand));
      default -> end;
    };
  }

  private int type() {
    return at < items.size() && items.get(at) instanceof PlacedToken token ? token.getType() : 0;
  }

  private Expression disjunction() {
    Span start = start();
    Expression first = conjunction();
    if (type() != PythonParser.OR) {
      return first;
    }
    List<Expression> values = new ArrayList<>();
    values.add(first);
    while (type() == PythonParser.OR) {
      at++;
      values.add(conjunction());
    }
    return new Expression.BooleanOperation(false, values, start.to(end));
  }

  private Expression conjunction() {
    Span start = start();
    Expression first = inversion();
    if (type() != PythonParser.AND) {
      return first;
    }
    List<Expression> values = new ArrayList<>();
    values.add(first);
    while (type() == PythonParser.AND) {
      at++;
      values.add(inversion());
    }
    return new Expression.BooleanOperation(true, values, start.to(end));
  }

  private Expression inversion() {
    if (type() != PythonParser.NOT) {
      return comparison();
    }
    PlacedToken not = (PlacedToken) items.get(at++);
    deeper(not);
    Expression operand = inversion();
    depth--;
    return new Expression.UnaryOperation(UnaryOperator.NOT, operand, not.span().to(end));
  }

  private Expression comparison() {
    Span start = start();
    Expression left = binary(LOWEST);
    ComparisonOperator operator = comparisonOperator();
    if (operator == null) {
      return left;
    }
    List<ComparisonOperator> operators = new ArrayList<>(1);
    List<Expression> comparators = new ArrayList<>(1);
    while (operator != null) {
      operators.add(operator);
      comparators.add(binary(LOWEST));
      operator = comparisonOperator();
    }
    return new Expression.Comparison(left, operators, comparators, start.to(end));
  }

  private @Nullable ComparisonOperator comparisonOperator() {
    ComparisonOperator operator =
        switch (type()) {
          case PythonParser.LESS -> ComparisonOperator.LESS;
          case PythonParser.GREATER -> ComparisonOperator.GREATER;
          case PythonParser.EQUAL -> ComparisonOperator.EQUAL;
          case PythonParser.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
          case PythonParser.LESS_EQUAL -> ComparisonOperator.LESS_EQUAL;
          case PythonParser.GREATER_EQUAL -> ComparisonOperator.GREATER_EQUAL;
          case PythonParser.IN -> ComparisonOperator.IN;
          case PythonParser.IS -> ComparisonOperator.IS;
          case PythonParser.NOT -> ComparisonOperator.NOT_IN;
          default -> null;
        };
    if (operator == null) {
      return null;
    }
    at++;
    if (operator == ComparisonOperator.NOT_IN) {
      at++;
    } else if (operator == ComparisonOperator.IS && type() == PythonParser.NOT) {
      at++;
      return ComparisonOperator.IS_NOT;
    }
    return operator;
  }

  private Expression binary(int lowest) {
    Span start = start();
    Expression left = unary();
    int chain = 0;
    while (true) {
      BinaryOperator operator = binaryOperator(type());
      if (operator == null || operator == BinaryOperator.POWER || level(operator) < lowest) {
        return left;
      }
      PlacedToken token = (PlacedToken) items.get(at++);
      if (++chain > TreeLimits.MAX_CHAIN) {
        throw TreeLimits.tooDeep(token.span());
      }
      Expression right = binary(level(operator) + 1);
      left = new Expression.BinaryOperation(left, operator, right, start.to(end));
    }
  }

  private Expression unary() {
    UnaryOperator operator =
        switch (type()) {
          case PythonParser.PLUS -> UnaryOperator.PLUS;
          case PythonParser.MINUS -> UnaryOperator.MINUS;
          case PythonParser.TILDE -> UnaryOperator.INVERT;
          default -> null;
        };
    if (operator == null) {
      return power();
    }
    PlacedToken token = (PlacedToken) items.get(at++);
    deeper(token);
    Expression operand = unary();
    depth--;
    return new Expression.UnaryOperation(operator, operand, token.span().to(end));
  }

  private Expression power() {
    if (at >= items.size() || !(items.get(at) instanceof PythonParser.OperandContext operand)) {
      throw refuseHere();
    }
    Span start = start();
    at++;
    Expression base = expressions.primary(operand, prefixes(operand));
    end = Children.stop(operand);
    if (type() != PythonParser.DOUBLE_STAR) {
      return base;
    }
    PlacedToken token = (PlacedToken) items.get(at++);
    deeper(token);
    Expression exponent = unary();
    depth--;
    return new Expression.BinaryOperation(base, BinaryOperator.POWER, exponent, start.to(end));
  }

  private void deeper(PlacedToken token) {
    if (++depth > MAX_DEPTH) {
      throw TreeLimits.tooDeep(token.span());
    }
  }

  private static int level(BinaryOperator operator) {
    return switch (operator) {
      case BIT_OR -> 1;
      case BIT_XOR -> 2;
      case BIT_AND -> 3;
      case LEFT_SHIFT, RIGHT_SHIFT -> 4;
      case ADD, SUBTRACT -> 5;
      case MULTIPLY, MATRIX_MULTIPLY, DIVIDE, MODULO, FLOOR_DIVIDE -> 6;
      case POWER -> 7;
    };
  }

  static @Nullable BinaryOperator binaryOperator(int type) {
    return switch (type) {
      case PythonParser.PLUS, PythonParser.PLUS_ASSIGN -> BinaryOperator.ADD;
      case PythonParser.MINUS, PythonParser.MINUS_ASSIGN -> BinaryOperator.SUBTRACT;
      case PythonParser.STAR, PythonParser.STAR_ASSIGN -> BinaryOperator.MULTIPLY;
      case PythonParser.AT, PythonParser.AT_ASSIGN -> BinaryOperator.MATRIX_MULTIPLY;
      case PythonParser.SLASH, PythonParser.SLASH_ASSIGN -> BinaryOperator.DIVIDE;
      case PythonParser.PERCENT, PythonParser.PERCENT_ASSIGN -> BinaryOperator.MODULO;
      case PythonParser.DOUBLE_STAR, PythonParser.DOUBLE_STAR_ASSIGN -> BinaryOperator.POWER;
      case PythonParser.LEFT_SHIFT, PythonParser.LEFT_SHIFT_ASSIGN -> BinaryOperator.LEFT_SHIFT;
      case PythonParser.RIGHT_SHIFT, PythonParser.RIGHT_SHIFT_ASSIGN -> BinaryOperator.RIGHT_SHIFT;
      case PythonParser.VBAR, PythonParser.VBAR_ASSIGN -> BinaryOperator.BIT_OR;
      case PythonParser.CIRCUMFLEX, PythonParser.CIRCUMFLEX_ASSIGN -> BinaryOperator.BIT_XOR;
      case PythonParser.AMPERSAND, PythonParser.AMPERSAND_ASSIGN -> BinaryOperator.BIT_AND;
      case PythonParser.DOUBLE_SLASH, PythonParser.DOUBLE_SLASH_ASSIGN ->
          BinaryOperator.FLOOR_DIVIDE;
      default -> null;
    };
  }
}
