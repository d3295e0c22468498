package org.pyconc.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.kernel.Task;
import org.pyconc.scope.CodeUnit;

/** What the compilers of one unit's parts share. */
final class UnitContext {
  private final CodeUnit unit;
  private final Emitter emitter;
  private final Variables variables;
  private final NumberGuesses guesses;
  private final boolean isGenerator;
  private final Locals locals;
  private final int places;
  private @Nullable ExpressionCompiler expressions;
  private @Nullable StatementCompiler statements;
  private @Nullable YieldCompiler yields;
  private @Nullable Boolean deletes;
  private @Nullable PartCompiler parts;
  private final @Nullable Runnable partReturn;

  /**
   * The local variables of the JVM with what every unit needs, and with what generators do: -1 in
   * others.
   */
  record Locals(int task, int generator, int sent, int place) {
    Locals(int task, int place) {
      this(task, -1, -1, place);
    }
  }

  /**
   * @param places the number of the constant that holds the places in the source
   */
  UnitContext(
      CodeUnit unit,
      Emitter emitter,
      Variables variables,
      NumberGuesses guesses,
      Locals locals,
      int places) {
    this(unit, emitter, variables, guesses, locals, places, null);
  }

  private UnitContext(
      CodeUnit unit,
      Emitter emitter,
      Variables variables,
      NumberGuesses guesses,
      Locals locals,
      int places,
      @Nullable Runnable partReturn) {
    this.partReturn = partReturn;
    this.guesses = guesses;
    this.locals = locals;
    this.places = places;
    this.unit = unit;
    this.emitter = emitter;
    this.variables = variables;
    this.isGenerator =
        partReturn == null && (unit.isGenerator() || unit.isAsync() || !unit.forkCalls().isEmpty());
  }

  /**
   * The same unit in another method, which has no {@code yield}.
   *
   * @param partReturn writes what returns the value on the stack
   */
  UnitContext forPart(Emitter other, Variables part, Locals partLocals, Runnable partReturn) {
    return new UnitContext(unit, other, part, guesses, partLocals, places, partReturn);
  }

  /** What writes parts of the unit as methods of their own; null if it is not large. */
  @Nullable PartCompiler parts() {
    return parts;
  }

  void setParts(PartCompiler compiler) {
    parts = compiler;
  }

  /** The local variable with the number of the place in the source. */
  int placeLocal() {
    return locals.place();
  }

  CodeUnit unit() {
    return unit;
  }

  Emitter emitter() {
    return emitter;
  }

  Variables variables() {
    return variables;
  }

  /** Which expressions are numbers, most likely. */
  NumberGuesses guesses() {
    return guesses;
  }

  /** The local variable with the running task. */
  int task() {
    return locals.task();
  }

  boolean isGenerator() {
    return isGenerator;
  }

  /** Whether evaluating the expression may suspend this code. */
  boolean suspends(@Nullable Expression expression) {
    return Trees.suspends(expression, unit.forkCalls());
  }

  boolean anySuspends(List<Expression> expressions) {
    for (Expression each : expressions) {
      if (suspends(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a {@code del} of a variable in it. */
  boolean deletes() {
    Boolean known = deletes;
    if (known == null) {
      Set<String> names = new HashSet<>();
      Trees.addUnbound(UnitCompiler.statements(unit.tree()), names);
      known = !names.isEmpty();
      deletes = known;
    }
    return known;
  }

  String mangle(String name) {
    return unit.scope().mangle(name);
  }

  ExpressionCompiler expressions() {
    ExpressionCompiler known = expressions;
    if (known == null) {
      known = new ExpressionCompiler(this);
      expressions = known;
    }
    return known;
  }

  StatementCompiler statements() {
    StatementCompiler known = statements;
    if (known == null) {
      known = new StatementCompiler(this);
      statements = known;
    }
    return known;
  }

  YieldCompiler yields() {
    YieldCompiler known = yields;
    if (known == null) {
      known = new YieldCompiler(this);
      yields = known;
    }
    return known;
  }

  /** Returns the value on the stack as that of the call, or as the result of the generator. */
  void writeReturn() {
    CodeBuilder code = emitter.code;
    if (partReturn != null) {
      partReturn.run();
      return;
    }
    if (isGenerator) {
      writeGenerator();
      code.swap();
      emitter.callVirtual(CompiledGenerator.class, "finish", Object.class, Object.class);
    } else {
      writeLeave();
    }
    code.areturn();
  }

  /** Counts the depth of calls down again. */
  void writeLeave() {
    CodeBuilder code = emitter.code;
    ClassDesc task = UnitConstants.desc(Task.class);
    ClassDesc number = UnitConstants.desc(int.class);
    code.aload(locals.task);
    code.dup();
    code.getfield(task, "depth", number);
    code.iconst_1();
    code.isub();
    code.putfield(task, "depth", number);
  }

  /** Lets others run if they should. */
  void writePoll() {
    CodeBuilder code = emitter.code;
    Label go = code.newLabel();
    code.aload(locals.task);
    code.getfield(UnitConstants.desc(Task.class), "attention", UnitConstants.desc(boolean.class));
    code.ifeq(go);
    code.aload(locals.task);
    emitter.callVirtual(Task.class, "attend", void.class);
    code.labelBinding(go);
  }

  /** Loads the unit and the place in the source that was set last. */
  void writePlace() {
    CodeBuilder code = emitter.code;
    emitter.constants.load(code, places - 1);
    emitter.constants.load(code, places);
    code.iload(locals.place);
    code.aaload();
  }

  /** Loads the generator. */
  void writeGenerator() {
    emitter.code.aload(locals.generator);
  }

  /** Loads what was sent into the generator in this step. */
  void writeSent() {
    emitter.code.aload(locals.sent);
  }
}
