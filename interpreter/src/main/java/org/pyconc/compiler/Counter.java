package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.Arrays;
import java.util.List;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.compiler.Variables.Unboxed;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;

/**
 * The counter of a {@code for} loop that goes through a range, most likely: counts with the JVM's
 * numbers if it is one, and asks an iterator otherwise.
 */
final class Counter {
  private final Emitter e;
  private final Variables variables;
  private final String name;
  private final Unboxed target;
  private final List<Temporary> temporaries;
  private final int iterator;
  private final int value;
  private final int step;
  private final int remaining;

  /**
   * @param name the variable, which is kept as a number
   */
  Counter(Emitter e, Variables variables, String name, Unboxed target) {
    this.e = e;
    this.variables = variables;
    this.name = name;
    this.target = target;
    this.temporaries =
        List.of(
            variables.newTemporary(),
            variables.newTemporary(NumberKind.LONG),
            variables.newTemporary(NumberKind.LONG),
            variables.newTemporary(NumberKind.LONG));
    this.iterator = temporaries.get(0).local();
    this.value = temporaries.get(1).local();
    this.step = temporaries.get(2).local();
    this.remaining = temporaries.get(3).local();
  }

  /** The loop is over. */
  void end() {
    temporaries.forEach(variables::release);
  }

  /** Begins to go through the value on the stack. */
  void begin(Span span) {
    Label general = e.newLabel();
    Label end = e.newLabel();
    int range = e.newLocal();
    e.at(span);
    e.code.dup();
    e.call(Iteration.class, "smallRange", PyRange.class, Object.class);
    e.code.dup();
    e.code.astore(range);
    e.code.ifnull(general);
    e.code.pop();
    e.code.aconst_null();
    e.code.astore(iterator);
    part(range, "first", value);
    part(range, "distance", step);
    part(range, "length", remaining);
    e.code.goto_(end);
    e.code.labelBinding(general);
    e.call(Iteration.class, "iterator", PyIterator.class, Object.class);
    e.code.astore(iterator);
    for (int each : new int[] {value, step, remaining}) {
      e.code.lconst_0();
      e.code.lstore(each);
    }
    e.code.labelBinding(end);
  }

  /**
   * Begins to go through {@code range(...)}, without making the range if it is the builtin one and
   * its arguments are small.
   *
   * @param callee what {@code range} is, and then its arguments, evaluated
   */
  void beginRange(int callee, int[] arguments, Span span) {
    Label general = e.newLabel();
    Label end = e.newLabel();
    e.code.aload(callee);
    e.getStatic(BuiltinTypes.class, "RANGE", PyType.class);
    e.code.if_acmpne(general);
    int[] to =
        switch (arguments.length) {
          case 1 -> new int[] {remaining};
          case 2 -> new int[] {value, remaining};
          default -> new int[] {value, remaining, step};
        };
    for (int i = 0; i < to.length; i++) {
      e.unbox(NumberKind.LONG, arguments[i], general);
      e.code.lstore(to[i]);
    }
    if (to.length == 1) {
      e.code.lconst_0();
      e.code.lstore(value);
    }
    if (to.length < 3) {
      e.code.lconst_1();
      e.code.lstore(step);
    }
    e.code.lload(value);
    e.code.lload(remaining);
    e.code.lload(step);
    e.call(Iteration.class, "rangeLength", long.class, long.class, long.class, long.class);
    e.code.dup2();
    e.code.lstore(remaining);
    e.code.lconst_0();
    e.code.lcmp();
    e.code.iflt(general);
    e.code.aconst_null();
    e.code.astore(iterator);
    e.code.goto_(end);
    e.bind(general);
    e.code.aload(callee);
    Class<?>[] types = new Class<?>[arguments.length + 1];
    Arrays.fill(types, Object.class);
    for (int argument : arguments) {
      e.code.aload(argument);
    }
    e.at(span);
    e.call(Calls.class, "call" + arguments.length, Object.class, types);
    begin(span);
    e.bind(end);
  }

  private void part(int range, String method, int to) {
    e.code.aload(range);
    e.callVirtual(PyRange.class, method, long.class);
    e.code.lstore(to);
  }

  /** Assigns the next value, or jumps at the end. */
  void next(Label atEnd) {
    Label general = e.newLabel();
    Label exhausted = e.newLabel();
    Label end = e.newLabel();
    e.code.aload(iterator);
    e.code.ifnonnull(general);
    e.code.lload(remaining);
    e.code.lconst_0();
    e.code.lcmp();
    e.code.ifle(atEnd);
    e.code.lload(remaining);
    e.code.lconst_1();
    e.code.lsub();
    e.code.lstore(remaining);
    e.code.lload(value);
    e.code.dup2();
    e.code.lstore(target.number());
    e.code.aconst_null();
    e.code.astore(target.object());
    e.code.lload(step);
    e.code.ladd();
    e.code.lstore(value);
    e.code.goto_(end);
    e.code.labelBinding(exhausted);
    e.code.pop();
    e.code.goto_(atEnd);
    e.code.labelBinding(general);
    variables.load(temporaries.get(0), PyIterator.class);
    e.callVirtual(PyIterator.class, "next", Object.class);
    e.code.dup();
    e.code.ifnull(exhausted);
    variables.write(name);
    e.code.labelBinding(end);
  }
}
