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
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;

/** Expressions. */
final class ExpressionBuilder {
  private final Targets targets = new Targets(this);
  private final ParametersBuilder parameters = new ParametersBuilder(this);
  private final StringLiterals strings = new StringLiterals();

  Targets targets() {
    return targets;
  }

  ParametersBuilder parameters() {
    return parameters;
  }

  // Lists of expressions

  /** {@code a, *b, c}: a tuple if there is a comma. A single starred one only where allowed. */
  Expression starExpressions(ParserRuleContext context, boolean singleStar) {
    int count = Children.count(context);
    if (count == 1) {
      Expression only = starExpression((ParserRuleContext) Children.at(context, 0));
      if (only instanceof Expression.Starred && !singleStar) {
        throw new Refusal("can't use starred expression here", only.span());
      }
      return only;
    }
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    List<Expression> elements = new ArrayList<>((count + 1) / 2);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof ParserRuleContext element) {
        elements.add(starExpression(element));
      }
    }
    return new Expression.TupleDisplay(elements, Children.span(context));
  }

  /** {@code *x}, or an expression of one of the kinds that stand in lists. */
  private Expression starExpression(ParserRuleContext context) {
    if (Children.typeAt(context, 0) == PythonParser.STAR) {
      Expression value = operators((ParserRuleContext) Children.at(context, 1));
      return new Expression.Starred(value, Children.span(context));
    }
    ParserRuleContext child = (ParserRuleContext) Children.at(context, 0);
    if (child instanceof PythonParser.NamedExpressionContext named) {
      if (Children.count(context) > 1) {
        throw Children.invalid(Children.spanAt(context, 1));
      }
      return namedExpression(named);
    }
    return expression((PythonParser.ExpressionContext) child);
  }

  Expression annotation(PythonParser.StarExpressionContext context, boolean starAllowed) {
    Expression annotation = starExpression(context);
    if (annotation instanceof Expression.Starred && !starAllowed) {
      throw Children.invalid(annotation.span());
    }
    return annotation;
  }

  /** The value side of an assignment and the like. */
  Expression assigned(PythonParser.AssignedContext context, boolean singleStar) {
    ParserRuleContext child = (ParserRuleContext) Children.at(context, 0);
    if (child instanceof PythonParser.YieldExpressionContext yield) {
      return yieldExpression(yield);
    }
    return starExpressions(child, singleStar);
  }

  Expression yieldExpression(PythonParser.YieldExpressionContext context) {
    Span span = Children.span(context);
    int count = Children.count(context);
    if (count == 1) {
      return new Expression.Yield(null, span);
    }
    if (count == 3) {
      return new Expression.YieldFrom(
          expression((PythonParser.ExpressionContext) Children.at(context, 2)), span);
    }
    return new Expression.Yield(
        starExpressions((ParserRuleContext) Children.at(context, 1), true), span);
  }

  // Single expressions

  Expression namedExpression(PythonParser.NamedExpressionContext context) {
    PythonParser.ExpressionContext first = (PythonParser.ExpressionContext) Children.at(context, 0);
    if (Children.count(context) == 1) {
      return expression(first);
    }
    return named(first, (PythonParser.ExpressionContext) Children.at(context, 2));
  }

  private Expression named(
      PythonParser.ExpressionContext target, PythonParser.ExpressionContext value) {
    PlacedToken name = nameOf(target);
    if (name == null) {
      Expression written = expression(target);
      throw new Refusal(
          "cannot use assignment expressions with " + ExpressionNames.of(written), written.span());
    }
    return new Expression.NamedExpression(
        new Expression.Name(name.getText(), name.span()),
        expression(value),
        name.span().to(Children.stop(value)));
  }

  /** The token if the expression is nothing but a name. */
  static @Nullable PlacedToken nameOf(PythonParser.ExpressionContext context) {
    return context.getStart() == context.getStop()
            && context.getStart().getType() == PythonParser.NAME
        ? (PlacedToken) context.getStart()
        : null;
  }

  Expression expression(PythonParser.ExpressionContext context) {
    if (Children.typeAt(context, 0) == PythonParser.LAMBDA) {
      boolean bare = Children.typeAt(context, 1) == PythonParser.COLON;
      Parameters list =
          bare
              ? ParametersBuilder.NONE
              : parameters.lambda((PythonParser.LambdaParametersContext) Children.at(context, 1));
      Expression body =
          expression((PythonParser.ExpressionContext) Children.at(context, bare ? 2 : 3));
      return new Expression.Lambda(list, body, Children.span(context));
    }
    Expression first = operators((ParserRuleContext) Children.at(context, 0));
    if (Children.count(context) == 1) {
      return first;
    }
    Expression test = operators((ParserRuleContext) Children.at(context, 2));
    Expression orElse = expression((PythonParser.ExpressionContext) Children.at(context, 4));
    return new Expression.Conditional(test, first, orElse, Children.span(context));
  }

  /** A flat list of operands and operators. */
  Expression operators(ParserRuleContext context) {
    if (Children.count(context) == 1) {
      PythonParser.OperandContext operand = (PythonParser.OperandContext) Children.at(context, 0);
      if (Children.at(operand, 0) instanceof ParserRuleContext) {
        return primary(operand, 0);
      }
    }
    return new OperatorClimber(this, context).build();
  }

  /** The operand behind its prefix operators, which end before {@code from}. */
  Expression primary(PythonParser.OperandContext context, int from) {
    int at = from;
    Span start = Children.operandStart(context, from);
    boolean await = false;
    if (Children.typeAt(context, at) == PythonParser.AWAIT) {
      await = true;
      at++;
    }
    Span atomStart = Children.operandStart(context, at);
    Expression result = atom((PythonParser.AtomContext) Children.at(context, at++));
    int count = Children.count(context);
    if (count - at > TreeLimits.MAX_CHAIN) {
      throw TreeLimits.tooDeep(start);
    }
    for (; at < count; at++) {
      PythonParser.TrailerContext trailer = (PythonParser.TrailerContext) Children.at(context, at);
      result = trailer(result, trailer, atomStart.to(Children.stop(trailer)));
    }
    return await ? new Expression.Await(result, start.to(Children.stop(context))) : result;
  }

  private Expression trailer(Expression value, PythonParser.TrailerContext context, Span span) {
    switch (Children.typeAt(context, 0)) {
      case PythonParser.DOT -> {
        return new Expression.Attribute(value, Children.textAt(context, 1), span);
      }
      case PythonParser.LSQB -> {
        PythonParser.SlicesContext slices = (PythonParser.SlicesContext) Children.at(context, 1);
        return new Expression.Subscript(value, slices(slices), span);
      }
      default -> {
        List<Expression> positional = List.of();
        List<Keyword> keywords = List.of();
        if (Children.count(context) == 3) {
          Arguments arguments =
              arguments(
                  (PythonParser.ArgumentsContext) Children.at(context, 1),
                  Children.spanAt(context, 0).to(Children.spanAt(context, 2)));
          positional = arguments.positional();
          keywords = arguments.keywords();
        }
        return new Expression.Call(value, positional, keywords, span);
      }
    }
  }

  private Expression slices(PythonParser.SlicesContext context) {
    int count = Children.count(context);
    if (count == 1) {
      Expression only = slice((PythonParser.SliceContext) Children.at(context, 0));
      return only instanceof Expression.Starred
          ? new Expression.TupleDisplay(List.of(only), only.span())
          : only;
    }
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    List<Expression> elements = new ArrayList<>((count + 1) / 2);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof PythonParser.SliceContext slice) {
        elements.add(slice(slice));
      }
    }
    return new Expression.TupleDisplay(elements, Children.span(context));
  }

  private Expression slice(PythonParser.SliceContext context) {
    if (Children.typeAt(context, 0) == PythonParser.STAR) {
      return new Expression.Starred(
          expression((PythonParser.ExpressionContext) Children.at(context, 1)),
          Children.span(context));
    }
    Expression lower = null;
    if (Children.at(context, 0) instanceof PythonParser.NamedExpressionContext named) {
      if (Children.count(context) == 1) {
        return namedExpression(named);
      }
      if (Children.count(named) > 1) {
        throw Children.invalid(Children.start((ParserRuleContext) Children.at(context, 1)));
      }
      lower = namedExpression(named);
    }
    PythonParser.BoundsContext bounds =
        (PythonParser.BoundsContext) Children.at(context, Children.count(context) - 1);
    Expression upper = null;
    Expression step = null;
    int colons = 0;
    for (int i = 0; i < Children.count(bounds); i++) {
      if (Children.at(bounds, i) instanceof PythonParser.ExpressionContext bound) {
        if (colons == 1) {
          upper = expression(bound);
        } else {
          step = expression(bound);
        }
      } else {
        colons++;
      }
    }
    return new Expression.Slice(lower, upper, step, Children.span(context));
  }

  /** What is between the parentheses of a call or a class header. */
  record Arguments(List<Expression> positional, List<Keyword> keywords) {}

  /**
   * @param parentheses the span that a lone generator expression takes; null where there may be
   *     none
   */
  Arguments arguments(PythonParser.ArgumentsContext context, @Nullable Span parentheses) {
    int count = Children.count(context);
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    List<Expression> positional = new ArrayList<>((count + 1) / 2);
    List<Keyword> keywords = new ArrayList<>(0);
    boolean doubleStar = false;
    for (int i = 0; i < count; i++) {
      if (!(Children.at(context, i) instanceof PythonParser.ArgumentContext argument)) {
        continue;
      }
      Span span = Children.span(argument);
      if (Children.typeAt(argument, 0) == PythonParser.DOUBLE_STAR) {
        doubleStar = true;
        keywords.add(new Keyword(null, expressionAt(argument, 1), span));
      } else if (Children.typeAt(argument, 0) == PythonParser.STAR) {
        if (doubleStar) {
          throw Refusal.definite(
              "iterable argument unpacking follows keyword argument unpacking",
              Children.start(argument));
        }
        positional.add(new Expression.Starred(expressionAt(argument, 1), span));
      } else if (Children.typeAt(argument, 1) == PythonParser.ASSIGN) {
        PlacedToken name = nameOf((PythonParser.ExpressionContext) Children.at(argument, 0));
        if (name == null) {
          throw keywordRefusal(argument);
        }
        keywords.add(new Keyword(name.getText(), expressionAt(argument, 2), span));
      } else {
        if (!keywords.isEmpty()) {
          throw Refusal.after(
              doubleStar
                  ? "positional argument follows keyword argument unpacking"
                  : "positional argument follows keyword argument",
              Children.span(context));
        }
        positional.add(positionalArgument(argument, count == 1, count == 1 ? parentheses : null));
      }
    }
    return new Arguments(positional, keywords);
  }

  private static Refusal keywordRefusal(PythonParser.ArgumentContext argument) {
    Span span = Children.start(argument).to(Children.spanAt(argument, 1));
    if (argument.getStart() == ((ParserRuleContext) Children.at(argument, 0)).getStop()) {
      switch (argument.getStart().getType()) {
        case PythonParser.TRUE, PythonParser.FALSE, PythonParser.NONE -> {
          return Refusal.definite("cannot assign to " + argument.getStart().getText(), span);
        }
        default -> {}
      }
    }
    return Refusal.definite(
        "expression cannot contain assignment, perhaps you meant \"==\"?", span);
  }

  private Expression positionalArgument(
      PythonParser.ArgumentContext argument, boolean only, @Nullable Span parentheses) {
    int count = Children.count(argument);
    boolean named = Children.typeAt(argument, 1) == PythonParser.WALRUS;
    if (named && nameOf((PythonParser.ExpressionContext) Children.at(argument, 0)) == null) {
      throw Children.invalid(Children.spanAt(argument, 1));
    }
    Expression value =
        named
            ? named(
                (PythonParser.ExpressionContext) Children.at(argument, 0),
                (PythonParser.ExpressionContext) Children.at(argument, 2))
            : expressionAt(argument, 0);
    if (count == (named ? 3 : 1)) {
      return value;
    }
    if (only && parentheses == null) {
      throw Children.invalid(Children.start((ParserRuleContext) Children.at(argument, count - 1)));
    }
    if (parentheses == null) {
      throw new Refusal("Generator expression must be parenthesized", Children.span(argument));
    }
    return new Expression.GeneratorExpression(
        value,
        clauses((PythonParser.ComprehensionContext) Children.at(argument, count - 1)),
        parentheses);
  }

  private Expression expressionAt(ParserRuleContext context, int index) {
    return expression((PythonParser.ExpressionContext) Children.at(context, index));
  }

  // Atoms

  private Expression atom(PythonParser.AtomContext context) {
    ParseTree first = Children.at(context, 0);
    if (first instanceof PythonParser.GroupContext group) {
      return group(group);
    }
    PlacedToken token = (PlacedToken) ((TerminalNode) first).getSymbol();
    return switch (token.getType()) {
      case PythonParser.NAME -> new Expression.Name(token.getText(), token.span());
      case PythonParser.NUMBER -> Numbers.literal(token.getText(), token.span());
      case PythonParser.STRING -> strings.join(context);
      case PythonParser.NONE -> new Expression.NoneLiteral(token.span());
      case PythonParser.TRUE -> new Expression.BooleanLiteral(true, token.span());
      case PythonParser.FALSE -> new Expression.BooleanLiteral(false, token.span());
      case PythonParser.ELLIPSIS -> new Expression.EllipsisLiteral(token.span());
      case PythonParser.LSQB -> list(context);
      default -> braces(context);
    };
  }

  StringLiterals strings() {
    return strings;
  }

  Expression group(PythonParser.GroupContext context) {
    Span span = Children.span(context);
    int count = Children.count(context);
    if (count == 2) {
      return new Expression.TupleDisplay(List.of(), span);
    }
    ParseTree first = Children.at(context, 1);
    if (first instanceof PythonParser.YieldExpressionContext yield) {
      return yieldExpression(yield);
    }
    Expression element = starExpression((ParserRuleContext) first);
    if (count == 3) {
      if (element instanceof Expression.Starred) {
        throw new Refusal("cannot use starred expression here", element.span());
      }
      return element;
    }
    if (Children.at(context, 2) instanceof PythonParser.ComprehensionContext comprehension) {
      return new Expression.GeneratorExpression(unstarred(element), clauses(comprehension), span);
    }
    return new Expression.TupleDisplay(elements(context, count - 1), span);
  }

  private Expression list(PythonParser.AtomContext context) {
    Span span = Children.span(context);
    int count = Children.count(context);
    if (count > 3
        && Children.at(context, 2) instanceof PythonParser.ComprehensionContext comprehension) {
      Expression element = starExpression((ParserRuleContext) Children.at(context, 1));
      return new Expression.ListComprehension(unstarred(element), clauses(comprehension), span);
    }
    return new Expression.ListDisplay(elements(context, count - 1), span);
  }

  private List<Expression> elements(ParserRuleContext context, int to) {
    Children.checkCommas(context, 1, to, PythonParser.COMMA);
    List<Expression> elements = new ArrayList<>(to / 2);
    for (int i = 1; i < to; i++) {
      if (Children.at(context, i) instanceof ParserRuleContext element) {
        elements.add(starExpression(element));
      }
    }
    return elements;
  }

  private static Expression unstarred(Expression element) {
    if (element instanceof Expression.Starred) {
      throw new Refusal("iterable unpacking cannot be used in comprehension", element.span());
    }
    return element;
  }

  private Expression braces(PythonParser.AtomContext context) {
    Span span = Children.span(context);
    int count = Children.count(context);
    if (count == 2) {
      return new Expression.DictDisplay(List.of(), List.of(), span);
    }
    PythonParser.BraceElementContext first =
        (PythonParser.BraceElementContext) Children.at(context, 1);
    boolean isDict = isItem(first);
    if (Children.at(context, 2) instanceof PythonParser.ComprehensionContext comprehension) {
      if (!isDict) {
        return new Expression.SetComprehension(
            unstarred(starExpression(first)), clauses(comprehension), span);
      }
      if (Children.typeAt(first, 0) == PythonParser.DOUBLE_STAR) {
        throw new Refusal(
            "dict unpacking cannot be used in dict comprehension", Children.start(first));
      }
      return new Expression.DictComprehension(
          key(first), expressionAt(first, 2), clauses(comprehension), span);
    }
    Children.checkCommas(context, 1, count - 1, PythonParser.COMMA);
    List<@Nullable Expression> keys = new ArrayList<>(isDict ? count / 2 : 0);
    List<Expression> values = new ArrayList<>(count / 2);
    for (int i = 1; i < count - 1; i++) {
      if (!(Children.at(context, i) instanceof PythonParser.BraceElementContext element)) {
        continue;
      }
      if (isItem(element) != isDict) {
        throw mixedBraces(element, isDict);
      }
      if (!isDict) {
        values.add(starExpression(element));
      } else if (Children.typeAt(element, 0) == PythonParser.DOUBLE_STAR) {
        keys.add(null);
        values.add(operators((ParserRuleContext) Children.at(element, 1)));
      } else {
        keys.add(key(element));
        values.add(expressionAt(element, 2));
      }
    }
    return isDict
        ? new Expression.DictDisplay(keys, values, span)
        : new Expression.SetDisplay(values, span);
  }

  private static Refusal mixedBraces(PythonParser.BraceElementContext element, boolean isDict) {
    if (isDict && Children.typeAt(element, 0) == 0) {
      Span end = Children.stop(element);
      return new Refusal(
          "':' expected after dictionary key",
          new Span(end.endLine(), end.endColumn() - 1, end.endLine(), end.endColumn() - 1));
    }
    return Children.invalid(
        isDict || Children.typeAt(element, 0) != 0
            ? Children.start(element)
            : Children.spanAt(element, 1));
  }

  private static boolean isItem(PythonParser.BraceElementContext element) {
    return Children.count(element) == 3 || Children.typeAt(element, 0) == PythonParser.DOUBLE_STAR;
  }

  private Expression key(PythonParser.BraceElementContext element) {
    PythonParser.NamedExpressionContext key =
        (PythonParser.NamedExpressionContext) Children.at(element, 0);
    if (Children.count(key) > 1) {
      throw Children.invalid(Children.spanAt(element, 1));
    }
    return namedExpression(key);
  }

  private List<ComprehensionClause> clauses(PythonParser.ComprehensionContext context) {
    int count = Children.count(context);
    List<ComprehensionClause> clauses = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ParserRuleContext clause = (ParserRuleContext) Children.at(context, i);
      int at = 0;
      boolean isAsync = Children.typeAt(clause, 0) == PythonParser.ASYNC;
      if (isAsync) {
        at++;
      }
      Expression target =
          targets.assignable((PythonParser.TargetsContext) Children.at(clause, at + 1));
      Expression iterable = operators((ParserRuleContext) Children.at(clause, at + 3));
      List<Expression> conditions = new ArrayList<>(1);
      for (int j = at + 5; j < Children.count(clause); j += 2) {
        conditions.add(operators((ParserRuleContext) Children.at(clause, j)));
      }
      clauses.add(new ComprehensionClause(target, iterable, conditions, isAsync));
    }
    return clauses;
  }
}
