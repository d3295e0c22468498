package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyModule;
import org.pyconc.operations.Annotations;
import org.pyconc.operations.AsyncIteration;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.scope.CodeUnit;

/**
 * Compiles statements. Every method that compiles one tells whether what follows can be reached.
 * The operand stack is empty between statements.
 */
final class StatementCompiler {
  /** What a jump out of a statement has to run on its way. */
  interface CleanUp {
    /** Writes the clean-up code; tells whether what follows can be reached. */
    boolean write();

    /** The covered code, which has a gap where the clean-up is written. */
    Region region();
  }

  private record Loop(Label exit, Label next, int depth) {}

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;
  private final TargetCompiler targets;
  private final TryCompiler tries;
  private final List<CleanUp> cleanUps = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private boolean partInLoop;

  /** How many loops there are where no statement stands in one: that around a part is one. */
  private int outside;

  private final Set<Label> left = new HashSet<>();

  StatementCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = unit.expressions();
    this.targets = new TargetCompiler(unit);
    this.tries = new TryCompiler(unit, this);
  }

  TargetCompiler targets() {
    return targets;
  }

  boolean block(List<Statement> statements) {
    PartCompiler parts = unit.parts();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      List<Statement> part = parts == null ? null : parts.at(statement);
      if (parts == null || part == null) {
        if (!statement(statement)) {
          return false;
        }
        continue;
      }
      if (!parts.call(part)) {
        return false;
      }
      i += part.size() - 1;
    }
    return true;
  }

  private boolean statement(Statement statement) {
    switch (statement) {
      case Statement.FunctionDef s -> {
        expressions.definitions().functionDef(s);
        variables.write(unit.mangle(s.name()));
      }
      case Statement.ClassDef s -> {
        expressions.definitions().classDef(s);
        variables.write(unit.mangle(s.name()));
      }
      case Statement.Return s -> {
        expressions.valueOrNone(s.value());
        returnValue();
        return false;
      }
      case Statement.Delete s -> s.targets().forEach(targets::delete);
      case Statement.Assign s -> {
        note();
        assign(s);
        finalizeAfter(s.value());
        e.forget();
      }
      case Statement.AugAssign s -> targets.augment(s);
      case Statement.AnnAssign s -> annotated(s);
      case Statement.For s -> {
        return forLoop(s);
      }
      case Statement.While s -> {
        return whileLoop(s);
      }
      case Statement.If s -> {
        return ifStatement(s);
      }
      case Statement.With s -> {
        return tries.with(s, 0);
      }
      case Statement.Match s -> {
        return new MatchCompiler(unit).match(s);
      }
      case Statement.Raise s -> {
        raise(s);
        return false;
      }
      case Statement.Try s -> {
        return tries.tryStatement(s);
      }
      case Statement.Assert s -> assertion(s);
      case Statement.Import s -> importStatement(s);
      case Statement.ImportFrom s -> importFrom(s);
      case Statement.Global s -> {}
      case Statement.Nonlocal s -> {}
      case Statement.ExpressionStatement s -> {
        if (!(s.value() instanceof Expression.StringLiteral)
            && !(s.value() instanceof Expression.EllipsisLiteral)) {
          note();
          expressions.value(s.value());
          e.code.pop();
          finalizeAfter(s.value());
          e.forget();
        }
      }
      case Statement.Pass s -> {}
      case Statement.Break s -> {
        leaveLoop(true);
        return false;
      }
      case Statement.Continue s -> {
        leaveLoop(false);
        return false;
      }
    }
    return true;
  }

  /** Where a program may want to get rid of objects. */
  private void note() {
    if (unit.unit().kind() == CodeUnit.Kind.MODULE || unit.deletes()) {
      e.note();
    }
  }

  /** Outside of loops, where it costs little, what a call has left is finalized. */
  private void finalizeAfter(Expression value) {
    if (value instanceof Expression.Call && !isInLoop() && !unit.unit().source().isLibrary()) {
      expressions.calls().finalizeAfterwards();
    }
  }

  private void assign(Statement.Assign s) {
    int count = s.targets().size();
    if (count == 1
        && s.targets().get(0) instanceof Expression.Name name
        && expressions.numbers().assign(unit.mangle(name.id()), s.value())) {
      return;
    }
    if (count == 1
        && s.targets().get(0) instanceof Expression.Attribute attribute
        && expressions.numbers().assign(attribute, s.value())) {
      return;
    }
    if (count == 1
        && s.value() instanceof Expression.NoneLiteral
        && s.targets().get(0) instanceof Expression.Name name
        && !unit.unit().source().isLibrary()
        && variables.clear(name.id())) {
      return;
    }
    if (count == 1 && targets.assignPairs(s.targets().get(0), s.value())) {
      return;
    }
    expressions.value(s.value());
    if (count > 1 && unit.isGenerator() && unit.anySuspends(s.targets())) {
      Temporary value = variables.newTemporary();
      variables.store(value);
      for (Expression target : s.targets()) {
        variables.load(value, Object.class);
        targets.assign(target);
      }
      variables.release(value);
      return;
    }
    for (int i = 0; i < count; i++) {
      if (i < count - 1) {
        e.code.dup();
      }
      targets.assign(s.targets().get(i));
    }
  }

  private void annotated(Statement.AnnAssign s) {
    Expression value = s.value();
    if (value != null) {
      expressions.value(value);
      targets.assign(s.target());
    }
    CodeUnit.Kind kind = unit.unit().kind();
    if (kind != CodeUnit.Kind.MODULE && kind != CodeUnit.Kind.CLASS) {
      return;
    }
    expressions.value(unit.unit().scope().annotation(s.annotation()));
    if (kind == CodeUnit.Kind.CLASS && s.simple() && s.target() instanceof Expression.Name name) {
      int annotation = e.newLocal();
      e.code.astore(annotation);
      variables.loadNamespace();
      e.code.loadConstant(unit.mangle(name.id()));
      e.code.aload(annotation);
      e.at(s.span());
      e.call(
          ClassNamespace.class, "annotate", void.class, Object.class, String.class, Object.class);
      return;
    }
    if (s.simple() && s.target() instanceof Expression.Name name) {
      int annotation = e.newLocal();
      e.code.astore(annotation);
      variables.loadGlobals();
      e.code.loadConstant(name.id());
      e.code.aload(annotation);
      e.call(Annotations.class, "note", void.class, PyModule.class, String.class, Object.class);
    } else {
      e.code.pop();
    }
  }

  // ---- leaving ----------------------------------------------------------------------------------

  void push(CleanUp cleanUp) {
    cleanUps.add(cleanUp);
  }

  void pop() {
    cleanUps.remove(cleanUps.size() - 1);
  }

  /**
   * Writes all clean-ups down to a depth, and then the jump; what follows is covered again.
   *
   * @param jump writes what leaves
   */
  private void unwind(int depth, Runnable jump) {
    List<CleanUp> left = new ArrayList<>();
    BitSet before = variables.snapshot();
    boolean reachable = true;
    while (reachable && cleanUps.size() > depth) {
      CleanUp cleanUp = cleanUps.remove(cleanUps.size() - 1);
      left.add(cleanUp);
      cleanUp.region().pause();
      reachable = cleanUp.write();
    }
    if (reachable) {
      jump.run();
    }
    for (int i = left.size() - 1; i >= 0; i--) {
      left.get(i).region().resume();
      cleanUps.add(left.get(i));
    }
    variables.restore(before);
  }

  /** Returns the value on the stack. */
  void returnValue() {
    if (cleanUps.isEmpty()) {
      unit.writeReturn();
      return;
    }
    Temporary value = variables.newTemporary();
    variables.store(value);
    unwind(
        0,
        () -> {
          variables.load(value, Object.class);
          unit.writeReturn();
        });
    variables.release(value);
  }

  void leaveLoop(boolean isBreak) {
    Loop loop = loops.get(loops.size() - 1);
    left.add(isBreak ? loop.exit : loop.next);
    unwind(loop.depth, () -> e.code.goto_(isBreak ? loop.exit : loop.next));
  }

  /**
   * What follows is a part of a unit; a break or continue of the loop around jumps to those labels.
   *
   * @param inLoop whether there is such a loop
   */
  void enterPart(Label exit, Label next, boolean inLoop) {
    loops.add(new Loop(exit, next, 0));
    partInLoop = inLoop;
    outside = 1;
  }

  /** Whether the statement that is written may be executed again and again. */
  boolean isInLoop() {
    return partInLoop || loops.size() > outside;
  }

  /** Whether code jumps to that label out of a loop. */
  boolean isLeft(Label label) {
    return left.contains(label);
  }

  // ---- control flow
  // -------------------------------------------------------------------------------

  private boolean ifStatement(Statement.If s) {
    Label otherwise = e.newLabel();
    Label end = e.newLabel();
    expressions.jumpIfFalse(s.test(), otherwise);
    BitSet before = variables.snapshot();
    boolean thenEnds = block(s.body());
    BitSet afterThen = thenEnds ? variables.snapshot() : null;
    if (thenEnds) {
      e.code.goto_(end);
    }
    e.bind(otherwise);
    variables.restore(before);
    boolean elseEnds = block(s.orElse());
    variables.meet(afterThen, elseEnds ? variables.snapshot() : null);
    e.bind(end);
    return thenEnds || elseEnds;
  }

  /** Lets others run; an interrupt is raised at the place that was set last. */
  private void poll() {
    unit.writePoll();
  }

  private boolean whileLoop(Statement.While s) {
    Label next = e.newLabel();
    Label exit = e.newLabel();
    Label otherwise = e.newLabel();
    e.bind(next);
    BitSet before = variables.snapshot();
    e.at(s.test().span());
    poll();
    boolean endless = s.test() instanceof Expression.BooleanLiteral b && b.value();
    expressions.jumpIfFalse(s.test(), otherwise);
    loops.add(new Loop(exit, next, cleanUps.size()));
    if (block(s.body())) {
      e.code.goto_(next);
    }
    loops.remove(loops.size() - 1);
    e.bind(otherwise);
    variables.restore(before);
    if (!endless) {
      block(s.orElse());
    }
    e.bind(exit);
    variables.restore(before);
    return !endless || breaks(s.body());
  }

  /** Whether there is a break of the loop around among the statements. */
  private static boolean breaks(List<Statement> statements) {
    for (Statement statement : statements) {
      boolean found =
          switch (statement) {
            case Statement.Break s -> true;
            case Statement.If s -> breaks(s.body()) || breaks(s.orElse());
            case Statement.With s -> breaks(s.body());
            case Statement.Try s ->
                breaks(s.body())
                    || breaks(s.orElse())
                    || breaks(s.finalBody())
                    || s.handlers().stream().anyMatch(h -> breaks(h.body()));
            case Statement.For s -> breaks(s.orElse());
            case Statement.While s -> breaks(s.orElse());
            case Statement.Match s -> s.cases().stream().anyMatch(c -> breaks(c.body()));
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean forLoop(Statement.For s) {
    if (s.isAsync()) {
      expressions.value(s.iterable());
      iterateAsync(s.span(), false, s.target(), () -> block(s.body()), s.orElse());
      return true;
    }
    Counter counter = counter(s.target());
    Expression.Call range = NumberGuesses.rangeCall(s.iterable(), unit.unit().scope());
    if (counter != null
        && range != null
        && !(unit.isGenerator() && unit.anySuspends(range.arguments()))) {
      List<Expression> all = new ArrayList<>(List.of(range.function()));
      all.addAll(range.arguments());
      int[] values = new int[all.size()];
      for (int i = 0; i < values.length; i++) {
        expressions.value(all.get(i));
        values[i] = e.newLocal();
        e.code.astore(values[i]);
      }
      counter.beginRange(values[0], Arrays.copyOfRange(values, 1, values.length), range.span());
    } else {
      expressions.value(s.iterable());
      if (counter != null) {
        counter.begin(s.span());
      }
    }
    iterate(s.span(), false, counter, s.target(), () -> block(s.body()), s.orElse());
    return true;
  }

  /** An asynchronous loop over the value on the stack: see {@link #iterate}. */
  void iterateAsync(
      Span span, boolean hasIterator, Expression target, LoopBody body, List<Statement> orElse) {
    if (!hasIterator) {
      e.at(span);
      e.call(AsyncIteration.class, "iterator", Object.class, Object.class);
    }
    Temporary iterator = variables.newTemporary();
    variables.store(iterator);
    Label next = e.newLabel();
    Label exit = e.newLabel();
    Label ended = e.newLabel();
    e.bind(next);
    BitSet before = variables.snapshot();
    e.at(span);
    poll();
    Region region = new Region(e);
    variables.load(iterator, Object.class);
    e.call(AsyncIteration.class, "next", Object.class, Object.class);
    unit.yields().delegateTo(span);
    region.pause();
    targets.assign(target);
    loops.add(new Loop(exit, next, cleanUps.size()));
    if (body.write()) {
      e.code.goto_(next);
    }
    loops.remove(loops.size() - 1);
    region.handleAt(ended);
    e.bind(ended);
    variables.restore(before);
    e.call(Support.class, "requireAsyncEnd", void.class, Throwable.class);
    block(orElse);
    e.bind(exit);
    variables.restore(before);
    variables.release(iterator);
  }

  /** Writes the body of a loop; tells whether its end can be reached. */
  interface LoopBody {
    boolean write();
  }

  /**
   * A loop over the value on the stack, or that which a counter has begun with.
   *
   * @param span what an error of the iterator is shown at: the whole statement
   * @param hasIterator whether the value is an iterator already
   */
  void iterate(
      Span span,
      boolean hasIterator,
      @Nullable Counter counter,
      Expression target,
      LoopBody body,
      List<Statement> orElse) {
    Temporary iterator = null;
    if (counter == null) {
      e.at(span);
      e.call(Iteration.class, hasIterator ? "wrap" : "iterator", PyIterator.class, Object.class);
      iterator = variables.newTemporary();
      variables.store(iterator);
    }
    Label next = e.newLabel();
    Label exit = e.newLabel();
    Label exhausted = e.newLabel();
    e.bind(next);
    BitSet before = variables.snapshot();
    e.at(span);
    poll();
    if (counter != null) {
      counter.next(exhausted);
    } else {
      next(Objects.requireNonNull(iterator));
      e.code.dup();
      e.code.ifnull(exhausted);
      targets.assign(target);
    }
    loops.add(new Loop(exit, next, cleanUps.size()));
    if (body.write()) {
      e.code.goto_(next);
    }
    loops.remove(loops.size() - 1);
    e.bind(exhausted);
    if (iterator != null) {
      e.code.pop();
    }
    variables.restore(before);
    block(orElse);
    e.bind(exit);
    variables.restore(before);
    if (iterator != null) {
      variables.release(iterator);
    }
    if (counter != null) {
      counter.end();
    }
  }

  /** Loads the next value or null. A generator is told the task, which it would look for. */
  private void next(Temporary iterator) {
    Label other = e.newLabel();
    Label end = e.newLabel();
    ClassDesc generator = UnitConstants.desc(PyGenerator.class);
    variables.load(iterator, PyIterator.class);
    e.code.dup();
    e.code.instanceOf(generator);
    e.code.ifeq(other);
    e.code.checkcast(generator);
    e.code.aload(unit.task());
    e.callVirtual(PyGenerator.class, "next", Object.class, Task.class);
    e.code.goto_(end);
    e.code.labelBinding(other);
    e.callVirtual(PyIterator.class, "next", Object.class);
    e.code.labelBinding(end);
  }

  /** What counts the loop, if its variable is kept as an integer. */
  private @Nullable Counter counter(Expression target) {
    if (!(target instanceof Expression.Name name)) {
      return null;
    }
    String variable = unit.mangle(name.id());
    Variables.Unboxed number = variables.unboxed(variable);
    return number == null || number.kind() != NumberKind.LONG
        ? null
        : new Counter(e, variables, variable, number);
  }

  // ---- others
  // -------------------------------------------------------------------------------------

  private void raise(Statement.Raise s) {
    Expression exception = s.exception();
    if (exception == null) {
      e.at(s.span());
      e.call(Raising.class, "reraise", PyException.class);
      e.code.athrow();
      return;
    }
    Expression cause = s.cause();
    if (cause == null) {
      expressions.value(exception);
      e.code.aconst_null();
    } else {
      expressions.all(exception, cause);
    }
    e.at(s.span());
    e.call(Raising.class, "raise", PyException.class, Object.class, Object.class);
    e.code.athrow();
  }

  private void assertion(Statement.Assert s) {
    Label failed = e.newLabel();
    Label passed = e.newLabel();
    expressions.jumpIfFalse(s.test(), failed);
    e.code.goto_(passed);
    e.bind(failed);
    BitSet before = variables.snapshot();
    Expression message = s.message();
    if (message == null) {
      e.at(s.test().span());
      e.call(Support.class, "assertion", PyException.class);
    } else {
      expressions.value(message);
      e.at(s.test().span());
      e.call(Support.class, "assertion", PyException.class, Object.class);
    }
    e.code.athrow();
    variables.restore(before);
    e.bind(passed);
  }

  private void importStatement(Statement.Import s) {
    for (ImportAlias alias : s.names()) {
      String as = alias.asName();
      int dot = alias.name().indexOf('.');
      String bound = as != null ? as : dot < 0 ? alias.name() : alias.name().substring(0, dot);
      e.at(s.span());
      e.call(ModuleLoader.class, "current", ModuleLoader.class);
      e.code.loadConstant(alias.name());
      e.code.loadConstant(as != null ? 1 : 0);
      variables.loadGlobals();
      e.callVirtual(
          ModuleLoader.class,
          "importStatement",
          Object.class,
          String.class,
          boolean.class,
          PyModule.class);
      variables.write(unit.mangle(bound));
    }
  }

  private void importFrom(Statement.ImportFrom s) {
    e.at(s.span());
    e.call(ModuleLoader.class, "current", ModuleLoader.class);
    String module = s.module();
    if (module == null) {
      e.code.aconst_null();
    } else {
      e.code.loadConstant(module);
    }
    e.code.loadConstant(s.level());
    variables.loadGlobals();
    e.code.loadConstant(String.join(",", s.names().stream().map(ImportAlias::name).toList()));
    e.callVirtual(
        ModuleLoader.class,
        "importFromStatement",
        Object.class,
        String.class,
        int.class,
        PyModule.class,
        String.class);
    int from = e.newLocal();
    e.code.astore(from);
    if (s.names().get(0).name().equals("*")) {
      e.call(ModuleLoader.class, "current", ModuleLoader.class);
      e.code.aload(from);
      if (unit.unit().kind() == CodeUnit.Kind.CLASS) {
        e.callVirtual(ModuleLoader.class, "importStar", PyDict.class, Object.class);
        int found = e.newLocal();
        e.code.astore(found);
        variables.loadNamespace();
        e.code.aload(found);
        e.call(ClassNamespace.class, "addAll", void.class, Object.class, PyDict.class);
        return;
      }
      variables.loadGlobals();
      e.callVirtual(ModuleLoader.class, "importStarInto", void.class, Object.class, PyModule.class);
      return;
    }
    for (ImportAlias alias : s.names()) {
      String as = alias.asName();
      e.call(ModuleLoader.class, "current", ModuleLoader.class);
      e.code.aload(from);
      e.code.loadConstant(alias.name());
      e.callVirtual(ModuleLoader.class, "attribute", Object.class, Object.class, String.class);
      variables.write(unit.mangle(as != null ? as : alias.name()));
    }
  }
}
