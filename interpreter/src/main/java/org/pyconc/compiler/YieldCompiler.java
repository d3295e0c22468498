package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PyGenerator;
import org.pyconc.operations.Delegation;

/** Compiles {@code yield}, {@code yield from} and {@code await}: returns, and a place to go on. */
final class YieldCompiler {
  private static final ClassDesc GENERATOR = UnitConstants.desc(CompiledGenerator.class);

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final List<Suspension> suspensions = new ArrayList<>();

  /**
   * A place where the generator is suspended.
   *
   * @param value the local with what is yielded
   * @param needed the temporaries that are needed to go on
   */
  private record Suspension(Label save, Label resume, int value, BitSet needed, int line) {}

  YieldCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
  }

  /** The lines where it can be suspended, for positions from 1. */
  int[] lines() {
    return suspensions.stream().mapToInt(Suspension::line).toArray();
  }

  /** Yields the value on the otherwise empty stack; code goes on with nothing on it. */
  private void suspend(Span span) {
    int value = e.newLocal();
    e.code.astore(value);
    Suspension s =
        new Suspension(e.newLabel(), e.newLabel(), value, frame().suspend(), span.line());
    suspensions.add(s);
    e.code.goto_(s.save);
    e.bind(s.resume);
  }

  private Frame frame() {
    return Objects.requireNonNull(variables.frame());
  }

  /**
   * Writes the code that goes on where the generator was suspended, and that which suspends it:
   * when all variables are known.
   *
   * @param start where the first step begins
   */
  void writeDispatch(Label start, int parameters) {
    Frame frame = frame();
    frame.clear();
    Label begin = e.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < suspensions.size(); i++) {
      labels.add(e.newLabel());
      cases.add(SwitchCase.of(i + 1, labels.get(i)));
    }
    if (!cases.isEmpty()) {
      unit.writeGenerator();
      e.code.getfield(GENERATOR, "position", UnitConstants.desc(int.class));
    }
    if (cases.size() == 1) {
      e.code.ifne(labels.get(0));
    } else if (!cases.isEmpty()) {
      e.code.tableswitch(1, cases.size(), begin, cases);
    }
    e.bind(begin);
    frame.begin(parameters);
    e.code.goto_(start);
    for (int i = 0; i < suspensions.size(); i++) {
      Suspension s = suspensions.get(i);
      e.bind(labels.get(i));
      frame.restore(s.needed);
      e.code.goto_(s.resume);
      e.bind(s.save);
      frame.save(s.needed);
      unit.writeGenerator();
      e.code.loadConstant(i + 1);
      e.code.putfield(GENERATOR, "position", UnitConstants.desc(int.class));
      e.code.aload(s.value);
      e.code.areturn();
    }
  }

  /** {@code yield} of the value on the stack; leaves what is sent. */
  void yieldValue(Span span) {
    if (unit.unit().isAsync()) {
      e.call(PyAsyncGenerator.class, "wrap", Object.class, Object.class);
    }
    suspend(span);
    e.at(span);
    unit.writeGenerator();
    unit.writeSent();
    e.callVirtual(CompiledGenerator.class, "received", Object.class, Object.class);
  }

  void yieldFrom(Expression value, Span span, boolean isAwait) {
    unit.expressions().value(value);
    delegateTo(span, isAwait);
  }

  /** Delegates to what is on the stack; leaves the result. */
  void delegateTo(Span span, boolean isAwait) {
    e.at(span);
    unit.writeGenerator();
    e.call(
        Support.class,
        isAwait ? "awaited" : "delegation",
        Delegation.class,
        Object.class,
        CompiledGenerator.class);
    delegate(span);
  }

  /** Delegates to what is on the stack, an iterator; leaves its result. */
  void delegateTo(Span span) {
    e.at(span);
    e.call(Support.class, "delegationTo", Delegation.class, Object.class);
    delegate(span);
  }

  /** Runs the delegation on the stack; leaves its result. */
  void delegate(Span span) {
    Temporary delegation = variables.newTemporary();
    variables.store(delegation);
    e.at(span);
    variables.load(delegation, Delegation.class);
    e.none();
    e.callVirtual(Delegation.class, "send", Object.class, Object.class);
    Label step = e.newLabel();
    Label done = e.newLabel();
    e.bind(step);
    e.code.dup();
    e.code.ifnull(done);
    unit.writeGenerator();
    variables.load(delegation, Delegation.class);
    e.callVirtual(Delegation.class, "iterator", Object.class);
    e.callVirtual(PyGenerator.class, "setDelegate", void.class, Object.class);
    suspend(span);
    e.at(span);
    unit.writeGenerator();
    unit.writeSent();
    variables.load(delegation, Delegation.class);
    e.call(
        Support.class,
        "delegate",
        Object.class,
        CompiledGenerator.class,
        Object.class,
        Delegation.class);
    e.code.goto_(step);
    e.bind(done);
    e.code.pop();
    variables.load(delegation, Delegation.class);
    e.callVirtual(Delegation.class, "result", Object.class);
    variables.release(delegation);
  }
}
