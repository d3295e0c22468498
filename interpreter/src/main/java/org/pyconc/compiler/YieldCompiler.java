package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyGenerator;
import org.pyconc.operations.Delegation;

/** Compiles {@code yield}, {@code yield from} and {@code await}: returns, and a place to go on. */
final class YieldCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final List<Label> resumptions = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  YieldCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
  }

  /** Where the code can go on, for positions from 1. */
  List<Label> resumptions() {
    return resumptions;
  }

  /** The lines of {@link #resumptions}. */
  int[] lines() {
    return lines.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Yields the value on the otherwise empty stack; code goes on with nothing on it. */
  private void suspend(Span span) {
    int value = e.newLocal();
    e.code.astore(value);
    Label resumption = e.newLabel();
    resumptions.add(resumption);
    lines.add(span.line());
    unit.writeGenerator();
    e.code.loadConstant(resumptions.size());
    e.code.putfield(
        UnitConstants.desc(CompiledGenerator.class), "position", UnitConstants.desc(int.class));
    e.code.aload(value);
    e.code.areturn();
    e.bind(resumption);
  }

  /** {@code yield} of the value on the stack; leaves what is sent. */
  void yieldValue(Span span) {
    suspend(span);
    e.at(span);
    unit.writeGenerator();
    e.callVirtual(CompiledGenerator.class, "received", Object.class);
  }

  void yieldFrom(Expression value, Span span, boolean isAwait) {
    unit.expressions().value(value);
    e.at(span);
    unit.writeGenerator();
    e.call(
        Support.class,
        isAwait ? "awaited" : "delegation",
        Delegation.class,
        Object.class,
        CompiledGenerator.class);
    Temporary delegation = variables.newTemporary();
    variables.store(delegation);
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
    variables.load(delegation, Delegation.class);
    e.call(Support.class, "delegate", Object.class, CompiledGenerator.class, Delegation.class);
    e.code.goto_(step);
    e.bind(done);
    e.code.pop();
    variables.load(delegation, Delegation.class);
    e.callVirtual(Delegation.class, "result", Object.class);
    variables.release(delegation);
  }
}
