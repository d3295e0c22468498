package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;
import org.pyconc.objects.PyBaseException;
import org.pyconc.operations.ContextManagers;
import org.pyconc.operations.GroupHandling;
import org.pyconc.operations.Handling;
import org.pyconc.operations.Truth;
import org.pyconc.scope.CodeUnit;

/** Compiles {@code try} and {@code with}. Final code is written once for each way out. */
final class TryCompiler {
  private final UnitContext unit;
  private final StatementCompiler statements;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  TryCompiler(UnitContext unit, StatementCompiler statements) {
    this.unit = unit;
    this.statements = statements;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = unit.expressions();
  }

  private record CleanUp(Region region, BooleanSupplier code) implements StatementCompiler.CleanUp {
    @Override
    public boolean write() {
      return code.getAsBoolean();
    }
  }

  boolean tryStatement(Statement.Try s) {
    if (s.finalBody().isEmpty()) {
      return handlers(s);
    }
    return tryFinally(s);
  }

  // ---- finally
  // -----------------------------------------------------------------------------------

  private boolean tryFinally(Statement.Try s) {
    Label end = e.newLabel();
    BitSet before = variables.snapshot();
    Region region = new Region(e);
    statements.push(new CleanUp(region, () -> statements.block(s.finalBody())));
    boolean ends =
        s.handlers().isEmpty()
            ? statements.block(s.body()) && statements.block(s.orElse())
            : handlers(s);
    statements.pop();
    region.pause();
    BitSet after = null;
    if (ends) {
      ends = statements.block(s.finalBody());
      after = ends ? variables.snapshot() : null;
      if (ends) {
        e.code.goto_(end);
      }
    }
    Label handler = e.newLabel();
    region.handleAt(handler);
    e.bind(handler);
    variables.restore(before);
    Temporary handling = beginHandling();
    Region inHandler = new Region(e);
    statements.push(endHandling(inHandler, handling));
    boolean cleaned = statements.block(s.finalBody());
    statements.pop();
    inHandler.pause();
    if (cleaned) {
      throwAgain(handling);
    }
    endByOther(inHandler, handling);
    variables.release(handling);
    variables.meet(after, null);
    e.bind(end);
    return ends;
  }

  // ---- handling
  // ------------------------------------------------------------------------------------

  /** With what was thrown on the stack: begins to handle it. */
  private Temporary beginHandling() {
    unit.writePlace();
    e.call(Support.class, "begin", Handling.class, Throwable.class, CodeUnit.class, Span.class);
    Temporary handling = variables.newTemporary();
    variables.store(handling);
    return handling;
  }

  private CleanUp endHandling(Region region, Temporary handling) {
    return new CleanUp(
        region,
        () -> {
          end(handling);
          return true;
        });
  }

  private void end(Temporary handling) {
    variables.load(handling, Handling.class);
    e.callVirtual(Handling.class, "end", void.class);
  }

  private void throwAgain(Temporary handling) {
    variables.load(handling, Handling.class);
    e.callVirtual(Handling.class, "again", PyException.class);
    e.code.athrow();
  }

  /** What is thrown while an exception is handled ends the handling. */
  private void endByOther(Region region, Temporary handling) {
    Label handler = e.newLabel();
    region.handleAt(handler);
    e.bind(handler);
    unit.writePlace();
    variables.load(handling, Handling.class);
    e.call(
        Support.class,
        "endBy",
        RuntimeException.class,
        Throwable.class,
        CodeUnit.class,
        Span.class,
        Handling.class);
    e.code.athrow();
  }

  private void handled(Temporary handling) {
    variables.load(handling, Handling.class);
    e.callVirtual(Handling.class, "value", PyBaseException.class);
  }

  // ---- except
  // --------------------------------------------------------------------------------------

  private boolean handlers(Statement.Try s) {
    return s.isStar() ? tryExceptStar(s) : tryExcept(s);
  }

  /**
   * The body, with {@code else}, whose end goes on at a label; then the place where what the body
   * throws arrives on the stack.
   *
   * @return what is bound at the label, or null if nothing goes on there
   */
  private @Nullable BitSet guarded(Statement.Try s, Label end) {
    BitSet before = variables.snapshot();
    Region region = new Region(e);
    // nothing to clean up, but what others clean up on the way out is not covered
    statements.push(new CleanUp(region, () -> true));
    boolean ends = statements.block(s.body());
    statements.pop();
    region.pause();
    BitSet after = null;
    if (ends && statements.block(s.orElse())) {
      after = variables.snapshot();
      e.code.goto_(end);
    }
    Label handler = e.newLabel();
    region.handleAt(handler);
    e.bind(handler);
    variables.restore(before);
    return after;
  }

  private boolean tryExcept(Statement.Try s) {
    Label end = e.newLabel();
    BitSet before = variables.snapshot();
    BitSet after = guarded(s, end);
    boolean ends = after != null;
    Temporary handling = beginHandling();
    Region inHandlers = new Region(e);
    StatementCompiler.CleanUp cleanUp = endHandling(inHandlers, handling);
    statements.push(cleanUp);
    List<@Nullable BitSet> afters = new ArrayList<>();
    boolean caughtAll = false;
    for (ExceptHandler each : s.handlers()) {
      Label next = e.newLabel();
      Expression type = each.type();
      caughtAll |= type == null;
      if (type != null) {
        expressions.value(type);
        handled(handling);
        e.at(type.span());
        e.call(Support.class, "matches", boolean.class, Object.class, PyBaseException.class);
        e.code.ifeq(next);
      }
      if (handlerBody(each, () -> handled(handling))) {
        inHandlers.pause();
        end(handling);
        afters.add(variables.snapshot());
        e.code.goto_(end);
        inHandlers.resume();
        ends = true;
      }
      variables.restore(before);
      e.bind(next);
    }
    statements.pop();
    inHandlers.pause();
    if (!caughtAll) {
      throwAgain(handling);
    }
    endByOther(inHandlers, handling);
    variables.release(handling);
    boolean first = after == null;
    if (after != null) {
      variables.restore(after);
    }
    for (BitSet each : afters) {
      if (first && each != null) {
        variables.restore(each);
        first = false;
      } else {
        variables.meet(variables.snapshot(), each);
      }
    }
    e.bind(end);
    return ends;
  }

  /**
   * The clauses one after the other, each with its part of the exception. None is left by a jump.
   */
  private boolean tryExceptStar(Statement.Try s) {
    Label end = e.newLabel();
    BitSet before = variables.snapshot();
    BitSet after = guarded(s, end);
    Temporary handling = beginHandling();
    Region inTypes = new Region(e);
    variables.load(handling, Handling.class);
    e.call(GroupHandling.class, "of", GroupHandling.class, Handling.class);
    Temporary group = variables.newTemporary();
    variables.store(group);
    Temporary match = variables.newTemporary();
    for (ExceptHandler each : s.handlers()) {
      clause(each, group, match, inTypes);
      variables.restore(before);
    }
    inTypes.pause();
    variables.load(group, GroupHandling.class);
    e.callVirtual(GroupHandling.class, "end", PyException.class);
    e.code.dup();
    Label nothing = e.newLabel();
    e.code.ifnull(nothing);
    e.code.athrow();
    e.code.labelBinding(nothing);
    e.code.pop();
    e.code.goto_(end);
    endByOther(inTypes, handling);
    variables.release(match);
    variables.release(group);
    variables.release(handling);
    variables.meet(before, after);
    e.bind(end);
    return true;
  }

  private void clause(ExceptHandler each, Temporary group, Temporary match, Region inTypes) {
    Label next = e.newLabel();
    Expression type = Objects.requireNonNull(each.type());
    expressions.value(type);
    variables.load(group, GroupHandling.class);
    e.at(type.span());
    e.call(Support.class, "match", PyBaseException.class, Object.class, GroupHandling.class);
    e.code.dup();
    variables.store(match);
    e.code.ifnull(next);
    inTypes.pause();
    Region inBody = new Region(e);
    statements.push(new CleanUp(inBody, () -> true));
    boolean ends = handlerBody(each, () -> variables.load(match, PyBaseException.class));
    statements.pop();
    inBody.pause();
    if (ends) {
      e.code.goto_(next);
    }
    Label thrown = e.newLabel();
    inBody.handleAt(thrown);
    e.bind(thrown);
    unit.writePlace();
    variables.load(group, GroupHandling.class);
    e.call(
        Support.class,
        "endClause",
        void.class,
        Throwable.class,
        CodeUnit.class,
        Span.class,
        GroupHandling.class);
    inTypes.resume();
    e.bind(next);
  }

  /**
   * The statements of a clause.
   *
   * @param exception loads what its name stands for
   */
  private boolean handlerBody(ExceptHandler each, Runnable exception) {
    String name = each.name();
    if (name == null) {
      return statements.block(each.body());
    }
    String mangled = unit.mangle(name);
    variables.neverSure(mangled);
    exception.run();
    variables.write(mangled);
    Region named = new Region(e);
    statements.push(
        new CleanUp(
            named,
            () -> {
              variables.unbind(mangled);
              return true;
            }));
    boolean ends = statements.block(each.body());
    statements.pop();
    named.pause();
    Label end = e.newLabel();
    if (ends) {
      variables.unbind(mangled);
      e.code.goto_(end);
    }
    Label thrown = e.newLabel();
    named.handleAt(thrown);
    e.bind(thrown);
    int kept = e.newLocal();
    e.code.astore(kept);
    variables.unbind(mangled);
    e.code.aload(kept);
    e.code.athrow();
    e.bind(end);
    return ends;
  }

  // ---- with
  // ----------------------------------------------------------------------------------------

  boolean with(Statement.With s, int index) {
    if (index == s.items().size()) {
      return statements.block(s.body());
    }
    WithItem item = s.items().get(index);
    Span span = s.span(); // of the whole statement, as in CPython
    expressions.value(item.context());
    e.code.dup();
    e.at(span);
    e.call(ContextManagers.class, s.isAsync() ? "asyncExit" : "exit", Object.class, Object.class);
    Temporary exit = variables.newTemporary();
    variables.store(exit);
    e.call(ContextManagers.class, s.isAsync() ? "asyncEnter" : "enter", Object.class, Object.class);
    if (s.isAsync()) {
      unit.yields().delegateTo(span);
    }
    Temporary value = variables.newTemporary();
    variables.store(value);
    BitSet before = variables.snapshot();
    Label end = e.newLabel();
    Region region = new Region(e);
    statements.push(
        new CleanUp(
            region,
            () -> {
              leave(exit, span, s.isAsync());
              return true;
            }));
    Expression target = item.target();
    if (target != null) {
      variables.load(value, Object.class);
      statements.targets().assign(target);
    }
    boolean ends = with(s, index + 1);
    statements.pop();
    region.pause();
    if (ends) {
      leave(exit, span, s.isAsync());
      e.code.goto_(end);
    }
    BitSet after = variables.snapshot();
    Label handler = e.newLabel();
    region.handleAt(handler);
    e.bind(handler);
    variables.restore(before);
    Temporary handling = beginHandling();
    Region inExit = new Region(e);
    Label again = e.newLabel();
    variables.load(handling, Handling.class);
    variables.load(exit, Object.class);
    e.at(span);
    if (s.isAsync()) {
      e.callVirtual(Handling.class, "asyncExit", Object.class, Object.class);
      unit.yields().delegateTo(span);
      e.call(Truth.class, "isTrue", boolean.class, Object.class);
    } else {
      e.callVirtual(Handling.class, "exit", boolean.class, Object.class);
    }
    inExit.pause();
    e.code.ifeq(again);
    end(handling);
    e.code.goto_(end);
    e.bind(again);
    throwAgain(handling);
    endByOther(inExit, handling);
    variables.release(handling);
    variables.release(exit);
    variables.release(value);
    variables.meet(before, ends ? after : null);
    e.bind(end);
    return true;
  }

  private void leave(Temporary exit, Span span, boolean isAsync) {
    variables.load(exit, Object.class);
    e.at(span);
    if (isAsync) {
      e.call(ContextManagers.class, "asyncLeave", Object.class, Object.class);
      unit.yields().delegateTo(span);
      e.code.pop();
    } else {
      e.call(ContextManagers.class, "leave", void.class, Object.class);
    }
  }
}
