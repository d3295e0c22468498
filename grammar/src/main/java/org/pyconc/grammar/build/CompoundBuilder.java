package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;

/** Statements that hold blocks. Their spans end where their last statement ends. */
final class CompoundBuilder {
  private final StatementBuilder statements;
  private final ExpressionBuilder expressions;
  private final PatternBuilder patterns;

  CompoundBuilder(StatementBuilder statements, ExpressionBuilder expressions) {
    this.statements = statements;
    this.expressions = expressions;
    this.patterns = new PatternBuilder(expressions);
  }

  Statement statement(ParserRuleContext context) {
    Span start = Children.start(context);
    return switch (context) {
      case PythonParser.IfStatementContext c -> ifStatement(c);
      case PythonParser.WhileStatementContext c -> whileStatement(c);
      case PythonParser.ForStatementContext c -> forStatement(c, false, start);
      case PythonParser.TryStatementContext c -> tryStatement(c);
      case PythonParser.WithStatementContext c -> withStatement(c, false, start);
      case PythonParser.FunctionDefinitionContext c -> function(c, List.of(), false, start);
      case PythonParser.ClassDefinitionContext c -> classDefinition(c, List.of());
      case PythonParser.AsyncStatementContext c ->
          switch (Children.at(c, 1)) {
            case PythonParser.FunctionDefinitionContext f -> function(f, List.of(), true, start);
            case PythonParser.WithStatementContext w -> withStatement(w, true, start);
            case PythonParser.ForStatementContext f -> forStatement(f, true, start);
            default -> throw new IllegalStateException(c.getClass().getName());
          };
      case PythonParser.DecoratedContext c -> decorated(c);
      case PythonParser.MatchStatementContext c -> match(c);
      default -> throw new IllegalStateException(context.getClass().getName());
    };
  }

  private List<Statement> blockAt(ParserRuleContext context, int index) {
    return statements.block((PythonParser.BlockContext) Children.at(context, index));
  }

  private List<Statement> elseAt(ParserRuleContext context, int index) {
    return index < Children.count(context)
        ? blockAt((ParserRuleContext) Children.at(context, index), 2)
        : List.of();
  }

  private Expression namedAt(ParserRuleContext context, int index) {
    return expressions.namedExpression(
        (PythonParser.NamedExpressionContext) Children.at(context, index));
  }

  private Statement ifStatement(PythonParser.IfStatementContext context) {
    int count = Children.count(context);
    if (count / 4 > TreeLimits.MAX_CHAIN) {
      throw TreeLimits.tooDeep(Children.start(context));
    }
    List<Statement> orElse = List.of();
    int last = count;
    Span end = null;
    if (Children.at(context, count - 1) instanceof PythonParser.ElseBlockContext) {
      orElse = elseAt(context, count - 1);
      end = statements.end();
      last--;
    }
    Statement result = null;
    for (int i = last - 4; i >= 0; i -= 4) {
      Expression test = namedAt(context, i + 1);
      List<Statement> body = blockAt(context, i + 3);
      if (end == null) {
        end = statements.end();
      }
      result = new Statement.If(test, body, orElse, Children.spanAt(context, i).to(end));
      orElse = List.of(result);
    }
    if (result == null || end == null) {
      throw Children.invalid(Children.start(context));
    }
    statements.setEnd(end);
    return result;
  }

  private Statement whileStatement(PythonParser.WhileStatementContext context) {
    Expression test = namedAt(context, 1);
    List<Statement> body = blockAt(context, 3);
    List<Statement> orElse = elseAt(context, 4);
    return new Statement.While(test, body, orElse, Children.start(context).to(statements.end()));
  }

  private Statement forStatement(
      PythonParser.ForStatementContext context, boolean isAsync, Span start) {
    Expression target =
        expressions.targets().assignable((PythonParser.TargetsContext) Children.at(context, 1));
    Expression iterable =
        expressions.starExpressions((ParserRuleContext) Children.at(context, 3), true);
    List<Statement> body = blockAt(context, 5);
    List<Statement> orElse = elseAt(context, 6);
    return new Statement.For(target, iterable, body, orElse, isAsync, start.to(statements.end()));
  }

  private Statement tryStatement(PythonParser.TryStatementContext context) {
    List<Statement> body = blockAt(context, 2);
    List<ExceptHandler> handlers = new ArrayList<>(1);
    List<Statement> orElse = List.of();
    List<Statement> finalBody = List.of();
    int stars = 0;
    for (int i = 3; i < Children.count(context); i++) {
      switch (Children.at(context, i)) {
        case PythonParser.ExceptBlockContext c -> {
          boolean isStar = Children.typeAt(c, 1) == PythonParser.STAR;
          stars += isStar ? 1 : 0;
          ExceptHandler handler = handler(c, isStar);
          if (stars != 0 && stars != handlers.size() + 1) {
            throw new Refusal(
                "cannot have both 'except' and 'except*' on the same 'try'",
                isStar ? Children.spanAt(c, 0).to(Children.spanAt(c, 1)) : Children.spanAt(c, 0));
          }
          if (!handlers.isEmpty() && handlers.getLast().type() == null) {
            throw Refusal.definite("default 'except:' must be last", handlers.getLast().span());
          }
          handlers.add(handler);
        }
        case PythonParser.ElseBlockContext c -> {
          orElse = blockAt(c, 2);
        }
        default -> {
          finalBody = blockAt((ParserRuleContext) Children.at(context, i), 2);
        }
      }
    }
    return new Statement.Try(
        body, handlers, orElse, finalBody, stars > 0, Children.start(context).to(statements.end()));
  }

  private ExceptHandler handler(PythonParser.ExceptBlockContext context, boolean isStar) {
    int at = isStar ? 2 : 1;
    Expression type = null;
    String name = null;
    if (Children.at(context, at) instanceof PythonParser.ExpressionContext written) {
      type = expressions.expression(written);
      at++;
      if (Children.typeAt(context, at) == PythonParser.AS) {
        name = Children.textAt(context, at + 1);
      }
    } else if (isStar) {
      throw new Refusal("expected one or more exception types", Children.spanAt(context, at));
    }
    List<Statement> body = blockAt(context, Children.count(context) - 1);
    return new ExceptHandler(type, name, body, Children.start(context).to(statements.end()));
  }

  private Statement withStatement(
      PythonParser.WithStatementContext context, boolean isAsync, Span start) {
    List<WithItem> items = new WithItems(expressions).build(context);
    List<Statement> body = blockAt(context, Children.count(context) - 1);
    return new Statement.With(items, body, isAsync, start.to(statements.end()));
  }

  private Statement decorated(PythonParser.DecoratedContext context) {
    List<Expression> decorators = new ArrayList<>(1);
    int i = 0;
    for (; Children.typeAt(context, i) == PythonParser.AT; i += 3) {
      decorators.add(namedAt(context, i + 1));
    }
    boolean isAsync = Children.typeAt(context, i) == PythonParser.ASYNC;
    ParseTree definition = Children.at(context, Children.count(context) - 1);
    if (definition instanceof PythonParser.ClassDefinitionContext c) {
      return classDefinition(c, decorators);
    }
    PythonParser.FunctionDefinitionContext c = (PythonParser.FunctionDefinitionContext) definition;
    return function(
        c, decorators, isAsync, isAsync ? Children.spanAt(context, i) : Children.start(c));
  }

  private Statement function(
      PythonParser.FunctionDefinitionContext context,
      List<Expression> decorators,
      boolean isAsync,
      Span start) {
    int at = 3;
    Parameters parameters = ParametersBuilder.NONE;
    if (Children.at(context, at) instanceof PythonParser.ParametersContext written) {
      parameters = expressions.parameters().function(written);
      at++;
    }
    at++;
    Expression returns = null;
    if (Children.typeAt(context, at) == PythonParser.ARROW) {
      returns =
          expressions.expression((PythonParser.ExpressionContext) Children.at(context, at + 1));
    }
    List<Statement> body = blockAt(context, Children.count(context) - 1);
    return new Statement.FunctionDef(
        Children.textAt(context, 1),
        parameters,
        body,
        decorators,
        returns,
        isAsync,
        start.to(statements.end()));
  }

  private Statement classDefinition(
      PythonParser.ClassDefinitionContext context, List<Expression> decorators) {
    ExpressionBuilder.Arguments arguments = new ExpressionBuilder.Arguments(List.of(), List.of());
    if (Children.count(context) > 3
        && Children.at(context, 3) instanceof PythonParser.ArgumentsContext written) {
      arguments = expressions.arguments(written, null);
    }
    List<Statement> body = blockAt(context, Children.count(context) - 1);
    return new Statement.ClassDef(
        Children.textAt(context, 1),
        arguments.positional(),
        arguments.keywords(),
        body,
        decorators,
        Children.start(context).to(statements.end()));
  }

  private Statement match(PythonParser.MatchStatementContext context) {
    PlacedToken keyword = Children.tokenAt(context, 0);
    Expression subject =
        expressions.starExpressions((ParserRuleContext) Children.at(context, 1), false);
    List<MatchCase> cases = new ArrayList<>();
    for (int i = 5; i < Children.count(context) - 1; i++) {
      ParserRuleContext block = (ParserRuleContext) Children.at(context, i);
      Expression guard = Children.typeAt(block, 2) == PythonParser.IF ? namedAt(block, 3) : null;
      List<Statement> body = blockAt(block, Children.count(block) - 1);
      cases.add(
          new MatchCase(
              patterns.open((PythonParser.PatternsContext) Children.at(block, 1)),
              guard,
              body,
              Children.start(block).to(statements.end())));
    }
    return new Statement.Match(subject, cases, keyword.span().to(statements.end()));
  }
}
