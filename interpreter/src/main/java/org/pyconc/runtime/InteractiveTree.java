package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/**
 * Turns statements into what they mean when typed in: the value of an expression that stands alone
 * goes to {@code sys.displayhook}.
 */
public final class InteractiveTree {
  private InteractiveTree() {}

  /** The same module with each such expression handed over, but for those in functions. */
  public static Module of(Module module) {
    return new Module(block(module.body()), module.span());
  }

  private static List<Statement> block(List<Statement> statements) {
    List<Statement> changed = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      changed.add(statement(statement));
    }
    return List.copyOf(changed);
  }

  private static Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.ExpressionStatement s ->
          new Statement.ExpressionStatement(display(s.value()), s.span());
      case Statement.If s ->
          new Statement.If(s.test(), block(s.body()), block(s.orElse()), s.span());
      case Statement.While s ->
          new Statement.While(s.test(), block(s.body()), block(s.orElse()), s.span());
      case Statement.For s ->
          new Statement.For(
              s.target(), s.iterable(), block(s.body()), block(s.orElse()), s.isAsync(), s.span());
      case Statement.With s ->
          new Statement.With(s.items(), block(s.body()), s.isAsync(), s.span());
      case Statement.Try s ->
          new Statement.Try(
              block(s.body()),
              handlers(s.handlers()),
              block(s.orElse()),
              block(s.finalBody()),
              s.isStar(),
              s.span());
      case Statement.Match s -> new Statement.Match(s.subject(), cases(s.cases()), s.span());
      default -> statement;
    };
  }

  private static List<ExceptHandler> handlers(List<ExceptHandler> handlers) {
    List<ExceptHandler> changed = new ArrayList<>(handlers.size());
    for (ExceptHandler h : handlers) {
      changed.add(new ExceptHandler(h.type(), h.name(), block(h.body()), h.span()));
    }
    return List.copyOf(changed);
  }

  private static List<MatchCase> cases(List<MatchCase> cases) {
    List<MatchCase> changed = new ArrayList<>(cases.size());
    for (MatchCase c : cases) {
      changed.add(new MatchCase(c.pattern(), c.guard(), block(c.body()), c.span()));
    }
    return List.copyOf(changed);
  }

  private static Expression display(Expression value) {
    Span span = value.span();
    Expression sys =
        new Expression.Call(
            new Expression.Name("__import__", span),
            List.of(new Expression.StringLiteral("sys", span)),
            List.of(),
            span);
    return new Expression.Call(
        new Expression.Attribute(sys, "displayhook", span), List.of(value), List.of(), span);
  }
}
