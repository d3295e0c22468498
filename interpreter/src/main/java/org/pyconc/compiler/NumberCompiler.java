package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pyconc.compiler.Variables.Unboxed;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.FloatCell;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.Conditions;
import org.pyconc.operations.NumberOverflow;

/**
 * Compiles arithmetic with the JVM's own numbers, behind a check that all operands are what they
 * were guessed to be. Where one is not, or an integer grows out of 64 bits, or a divisor is zero,
 * the same is computed with objects by the general operations: then nothing has happened yet,
 * because the operands are only variables, literals and values that were evaluated before.
 */
final class NumberCompiler {
  private static final ClassDesc CELL = UnitConstants.desc(FloatCell.class);

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;
  private final NumberPlanner planner;

  /** Where the operands that are objects have been unboxed to, by their local. */
  private Map<Integer, Integer> numbers = new HashMap<>();

  NumberCompiler(UnitContext unit, ExpressionCompiler expressions) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = expressions;
    this.planner = new NumberPlanner(unit);
  }

  // ---- statements and expressions
  // -----------------------------------------------------------------

  /** {@code name = expression} for a variable that is kept as a number; tells whether it did it. */
  boolean assign(String name, Expression expression) {
    Unboxed target = variables.unboxed(name);
    if (target == null) {
      return false;
    }
    NumberTree tree = planner.tree(expression, true);
    return tree != null && assign(name, target, tree);
  }

  /** {@code name op= expression}. */
  boolean augment(Statement.AugAssign s, Expression.Name targetName) {
    String name = unit.mangle(targetName.id());
    Unboxed target = variables.unboxed(name);
    if (target == null || !variables.isSure(name) || !NumberPlanner.isArithmetic(s.operator())) {
      return false;
    }
    NumberTree tree =
        NumberPlanner.assigns(s.value())
            ? null
            : planner.operation(s.operator(), targetName, s.value(), s.span(), true, true);
    return tree != null && assign(name, target, tree);
  }

  /**
   * {@code place op= expression} with the place's value in a local: leaves the result on the stack
   * as an object; tells whether it did it.
   */
  boolean combine(Statement.AugAssign s, int left) {
    NumberTree tree =
        planner.combination(s, new NumberTree.Value(left, null, planner.guess(s.target())));
    return tree != null && NumberPlanner.isWorthIt(tree) && value(tree);
  }

  // ---- attributes that are floats
  // -----------------------------------------------------------------

  /**
   * {@code object.name op= expression} with the object in a local; tells whether it did it.
   *
   * @param site reads and sets the attribute
   */
  boolean augment(
      Statement.AugAssign s, Expression.Attribute target, int object, AttributeSite site) {
    NumberTree.Value current = new NumberTree.Value(-1, target, planner.guess(target));
    NumberTree tree = planner.combination(s, current);
    if (tree == null || !isFloat(tree)) {
      return false;
    }
    e.at(target.span());
    loadOrCell(current, object, site);
    evaluate(((NumberTree.Operation) tree).right());
    store(tree, object, site, target.span());
    return true;
  }

  /** {@code variable.name = expression}; tells whether it did it. */
  boolean assign(Expression.Attribute target, Expression value) {
    if (!(target.value() instanceof Expression.Name object)) {
      return false;
    }
    String name = unit.mangle(object.id());
    int local = variables.plainLocal(name);
    NumberTree tree = local < 0 || !variables.isSure(name) ? null : planner.tree(value, true);
    if (!(tree instanceof NumberTree.Operation) || !isFloat(tree)) {
      return false;
    }
    evaluate(tree);
    store(tree, local, new AttributeSite(unit.mangle(target.name())), target.span());
    return true;
  }

  private static boolean isFloat(NumberTree tree) {
    return tree.kind() == NumberKind.DOUBLE && NumberPlanner.canCompute(tree, NumberKind.DOUBLE);
  }

  /** Computes and sets the attribute. */
  private void store(NumberTree tree, int object, AttributeSite site, Span span) {
    Label general = e.newLabel();
    Label end = e.newLabel();
    check(tree, NumberKind.DOUBLE, general);
    compute(tree, NumberKind.DOUBLE, general);
    int number = e.newLocal(NumberKind.DOUBLE);
    e.store(NumberKind.DOUBLE, number);
    e.at(span);
    e.own(site, AttributeSite.class);
    e.code.aload(object);
    e.load(NumberKind.DOUBLE, number);
    e.callVirtual(AttributeSite.class, "store", void.class, Object.class, double.class);
    e.code.goto_(end);
    e.bind(general);
    general(tree);
    int result = e.newLocal();
    e.code.astore(result);
    e.at(span);
    e.own(site, AttributeSite.class);
    e.code.aload(object);
    e.code.aload(result);
    e.callVirtual(AttributeSite.class, "store", void.class, Object.class, Object.class);
    e.bind(end);
  }

  /**
   * Reads an attribute that is a float, most likely: its number goes into a local of the JVM, and
   * null into that of the object if it was in a cell, whose content may change.
   */
  private void loadOrCell(NumberTree.Value v, int object, AttributeSite site) {
    int local = e.newLocal();
    int number = e.newLocal(NumberKind.DOUBLE);
    Label plain = e.newLabel();
    Label end = e.newLabel();
    e.own(site, AttributeSite.class);
    e.code.aload(object);
    e.callVirtual(AttributeSite.class, "loadOrCell", Object.class, Object.class);
    e.code.dup();
    e.code.astore(local);
    e.code.instanceOf(CELL);
    e.code.ifeq(plain);
    e.code.aload(local);
    e.code.checkcast(CELL);
    e.code.getfield(CELL, "value", UnitConstants.desc(double.class));
    e.store(NumberKind.DOUBLE, number);
    e.code.aconst_null();
    e.code.astore(local);
    e.code.goto_(end);
    e.code.labelBinding(plain);
    e.code.dconst_0();
    e.store(NumberKind.DOUBLE, number);
    e.code.labelBinding(end);
    locals.put(v, local);
    cells.put(v, number);
  }

  /** The numbers of the values that may have been in cells. */
  private final Map<NumberTree.Value, Integer> cells = new IdentityHashMap<>();

  private boolean assign(String name, Unboxed target, NumberTree tree) {
    NumberKind kind = target.kind();
    if (tree instanceof NumberTree.Value
        || !NumberPlanner.canCompute(tree, kind)
        || (tree.kind() != null && tree.kind() != kind)) {
      return false;
    }
    evaluate(tree);
    Label general = e.newLabel();
    Label end = e.newLabel();
    boolean checked = check(tree, kind, general);
    checked |= compute(tree, kind, general);
    e.store(kind, target.number());
    e.code.aconst_null();
    e.code.astore(target.object());
    variables.markBound(name);
    if (checked) {
      e.code.goto_(end);
      e.bind(general);
      general(tree);
      variables.write(name);
      e.bind(end);
    }
    return true;
  }

  /** Leaves the value of an operation on the stack as an object; tells whether it did it. */
  boolean value(Expression.BinaryOperation x) {
    NumberTree tree = planner.plan(x);
    return tree instanceof NumberTree.Operation && value(tree);
  }

  private boolean value(NumberTree tree) {
    NumberKind kind = tree.kind();
    if (kind == null || !NumberPlanner.canCompute(tree, kind)) {
      return false;
    }
    evaluate(tree);
    Label general = e.newLabel();
    Label end = e.newLabel();
    check(tree, kind, general);
    compute(tree, kind, general);
    e.box(kind);
    e.code.goto_(end);
    e.bind(general);
    general(tree);
    e.bind(end);
    return true;
  }

  /** Jumps if the comparison is {@code when}; tells whether it did it. */
  boolean jump(Expression.Comparison x, Label target, boolean when) {
    ComparisonOperator operator = x.operators().get(0);
    if (!isOrdering(operator)) {
      return false;
    }
    NumberTree left = planner.tree(x.left(), true);
    if (left == null) {
      return false;
    }
    Expression rightSide = x.comparators().get(0);
    NumberTree right = planner.tree(rightSide, !(left instanceof NumberTree.Operation));
    if (right == null || NumberPlanner.assigns(rightSide)) {
      return false;
    }
    if (!left.hasNumber() && !right.hasNumber() && left.operations() + right.operations() == 0) {
      return false; // the general comparison does it as well
    }
    NumberKind a = left.kind();
    NumberKind b = right.kind();
    NumberKind kind = a == null ? b : b == null ? a : a == b ? a : null;
    if (kind == null
        || !NumberPlanner.canCompute(left, kind)
        || !NumberPlanner.canCompute(right, kind)) {
      return false;
    }
    evaluate(left);
    evaluate(right);
    Label general = e.newLabel();
    Label end = e.newLabel();
    Map<Integer, Integer> before = numbers;
    numbers = new HashMap<>();
    checkOperands(left, kind, general);
    checkOperands(right, kind, general);
    compute(left, kind, general);
    int kept = e.newLocal(kind);
    e.store(kind, kept);
    compute(right, kind, general);
    int second = e.newLocal(kind);
    e.store(kind, second);
    numbers = before;
    e.load(kind, kept);
    e.load(kind, second);
    branch(operator, kind, target, when);
    e.code.goto_(end);
    e.bind(general);
    general(left);
    general(right);
    e.at(x.span());
    e.call(Conditions.class, condition(operator), boolean.class, Object.class, Object.class);
    if (when) {
      e.code.ifne(target);
    } else {
      e.code.ifeq(target);
    }
    e.bind(end);
    return true;
  }

  private void branch(ComparisonOperator operator, NumberKind kind, Label target, boolean when) {
    if (kind == NumberKind.LONG) {
      e.code.lcmp();
    } else if (operator == ComparisonOperator.LESS || operator == ComparisonOperator.LESS_EQUAL) {
      e.code.dcmpg(); // a NaN makes every comparison false
    } else {
      e.code.dcmpl();
    }
    switch (operator) {
      case EQUAL -> jumpIf(when, () -> e.code.ifeq(target), () -> e.code.ifne(target));
      case NOT_EQUAL -> jumpIf(when, () -> e.code.ifne(target), () -> e.code.ifeq(target));
      case LESS -> jumpIf(when, () -> e.code.iflt(target), () -> e.code.ifge(target));
      case LESS_EQUAL -> jumpIf(when, () -> e.code.ifle(target), () -> e.code.ifgt(target));
      case GREATER -> jumpIf(when, () -> e.code.ifgt(target), () -> e.code.ifle(target));
      default -> jumpIf(when, () -> e.code.ifge(target), () -> e.code.iflt(target));
    }
  }

  private static void jumpIf(boolean when, Runnable jump, Runnable opposite) {
    (when ? jump : opposite).run();
  }

  private static boolean isOrdering(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  private static String condition(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "equal";
      case NOT_EQUAL -> "notEqual";
      case LESS -> "less";
      case LESS_EQUAL -> "lessEqual";
      case GREATER -> "greater";
      default -> "greaterEqual";
    };
  }

  /**
   * An index that is an integer: leaves it on the stack as a long, or jumps.
   *
   * @return whether it is one; if not, nothing was written
   */
  boolean index(Expression expression, Label general) {
    NumberTree tree = planner.plan(expression);
    if (tree == null
        || tree.kind() != NumberKind.LONG
        || !NumberPlanner.canCompute(tree, NumberKind.LONG)) {
      return false;
    }
    List<NumberTree> operands = new ArrayList<>();
    tree.operands(operands);
    for (NumberTree each : operands) {
      if (each instanceof NumberTree.Value v && v.expression() != null) {
        return false;
      }
    }
    check(tree, NumberKind.LONG, general);
    compute(tree, NumberKind.LONG, general);
    return true;
  }

  // ---- code
  // ----------------------------------------------------------------------------------------

  /** Evaluates what is no variable or literal, in order. */
  private void evaluate(NumberTree tree) {
    List<NumberTree> operands = new ArrayList<>();
    tree.operands(operands);
    for (NumberTree each : operands) {
      if (each instanceof NumberTree.Value v && v.expression() != null) {
        if (v.expression() instanceof Expression.Attribute a && v.guess() == NumberKind.DOUBLE) {
          expressions.value(a.value());
          int object = e.newLocal();
          e.code.astore(object);
          e.at(a.span());
          loadOrCell(v, object, new AttributeSite(unit.mangle(a.name())));
          continue;
        }
        expressions.value(v.expression());
        int local = e.newLocal();
        e.code.astore(local);
        locals.put(v, local);
      }
    }
  }

  /** Where the values were evaluated to. */
  private final Map<NumberTree.Value, Integer> locals = new IdentityHashMap<>();

  private int local(NumberTree.Value v) {
    return v.expression() == null ? v.local() : Objects.requireNonNull(locals.get(v));
  }

  private boolean check(NumberTree tree, NumberKind kind, Label general) {
    numbers = new HashMap<>();
    return checkOperands(tree, kind, general);
  }

  /** Jumps if an operand is not what was guessed; tells whether there is such a jump. */
  private boolean checkOperands(NumberTree tree, NumberKind kind, Label general) {
    switch (tree) {
      case NumberTree.Literal x -> {
        return false;
      }
      case NumberTree.Number x -> {
        e.code.aload(x.variable().object());
        e.code.ifnonnull(general);
        return true;
      }
      case NumberTree.Value x -> {
        Integer number = cells.get(x);
        if (number == null) {
          unbox(local(x), kindOf(x, kind), general);
          return true;
        }
        Label known = e.newLabel();
        e.code.aload(local(x));
        e.code.ifnull(known);
        e.unbox(NumberKind.DOUBLE, local(x), general);
        e.store(NumberKind.DOUBLE, number);
        e.code.labelBinding(known);
        numbers.put(key(local(x), NumberKind.DOUBLE), number);
        return true;
      }
      case NumberTree.Operation x -> {
        NumberKind own = x.kind();
        NumberKind inner = own == null ? kind : own;
        boolean left = checkOperands(x.left(), inner, general);
        boolean right = checkOperands(x.right(), inner, general);
        return left || right;
      }
    }
  }

  /** What a value is unboxed as: an integer among floats is converted. */
  private static NumberKind kindOf(NumberTree.Value x, NumberKind wanted) {
    return x.guess() == NumberKind.LONG ? NumberKind.LONG : wanted;
  }

  private void unbox(int local, NumberKind kind, Label general) {
    if (numbers.containsKey(key(local, kind))) {
      return;
    }
    e.unbox(kind, local, general);
    int number = e.newLocal(kind);
    e.store(kind, number);
    numbers.put(key(local, kind), number);
  }

  private static int key(int local, NumberKind kind) {
    return local * 2 + kind.ordinal();
  }

  /**
   * Leaves the number on the stack, or jumps with nothing on it; tells whether there is such a
   * jump.
   */
  private boolean compute(NumberTree tree, NumberKind kind, Label general) {
    if (!(tree instanceof NumberTree.Operation)) {
      leaf(tree, kind);
      return false;
    }
    List<Integer> overflows = new ArrayList<>();
    // divisors are checked before anything else is computed: then nothing is on the stack
    boolean checked = divisors(tree, kind, overflows, general);
    operation(tree, kind, overflows);
    if (overflows.isEmpty()) {
      return checked;
    }
    int result = e.newLocal(kind);
    e.store(kind, result);
    for (int i = 0; i < overflows.size(); i++) {
      e.code.lload(overflows.get(i));
      if (i > 0) {
        e.code.lor();
      }
    }
    e.code.lconst_0();
    e.code.lcmp();
    e.code.iflt(general);
    e.load(kind, result);
    return true;
  }

  /** Where divisors that are operations themselves have been computed to. */
  private final Map<NumberTree.Operation, Integer> computed = new IdentityHashMap<>();

  /** Computes and checks all divisors; tells whether there is one to check. */
  private boolean divisors(
      NumberTree tree, NumberKind kind, List<Integer> overflows, Label general) {
    if (!(tree instanceof NumberTree.Operation x)) {
      return false;
    }
    NumberKind own = x.kind();
    NumberKind inner = own == null ? kind : own;
    boolean checked = divisors(x.left(), inner, overflows, general);
    checked |= divisors(x.right(), inner, overflows, general);
    boolean divides =
        switch (x.operator()) {
          case TRUEDIV, FLOORDIV, MOD -> true;
          default -> false;
        };
    if (divides && !(x.right() instanceof NumberTree.Literal l && isSafeDivisor(l.value()))) {
      checked = true;
      operation(x.right(), inner, overflows);
      if (x.right() instanceof NumberTree.Operation divisor) {
        int result = e.newLocal(inner);
        e.code.dup2();
        e.store(inner, result);
        computed.put(divisor, result);
      }
      if (inner == NumberKind.LONG) {
        e.call(NumberOverflow.class, "isSafeDivisor", boolean.class, long.class);
      } else {
        e.call(NumberOverflow.class, "isSafeDivisor", boolean.class, double.class);
      }
      e.code.ifeq(general);
    }
    return checked;
  }

  private static boolean isSafeDivisor(Object literal) {
    return literal instanceof Long l
        ? NumberOverflow.isSafeDivisor((long) l)
        : literal instanceof Double d && NumberOverflow.isSafeDivisor((double) d);
  }

  private void leaf(NumberTree tree, NumberKind kind) {
    switch (tree) {
      case NumberTree.Literal x -> {
        if (kind == NumberKind.LONG) {
          e.code.loadConstant((Long) x.value());
        } else {
          e.code.loadConstant(((java.lang.Number) x.value()).doubleValue());
        }
      }
      case NumberTree.Number x -> {
        e.load(x.variable().kind(), x.variable().number());
        if (x.variable().kind() != kind) {
          e.code.l2d();
        }
      }
      case NumberTree.Value x -> {
        NumberKind own = kindOf(x, kind);
        e.load(own, Objects.requireNonNull(numbers.get(key(local(x), own))));
        if (own != kind) {
          e.code.l2d();
        }
      }
      case NumberTree.Operation x -> throw new IllegalArgumentException();
    }
  }

  /** Leaves the number on the stack; adds the locals that are negative after an overflow. */
  private void operation(NumberTree tree, NumberKind kind, List<Integer> overflows) {
    if (!(tree instanceof NumberTree.Operation x)) {
      leaf(tree, kind);
      return;
    }
    NumberKind own = x.kind();
    NumberKind inner = own == null ? kind : own;
    Integer result = computed.get(x);
    if (result != null) {
      e.load(kind, result);
      return;
    }
    if (inner == NumberKind.DOUBLE) {
      operation(x.left(), inner, overflows);
      operation(x.right(), inner, overflows);
      switch (x.operator()) {
        case ADD -> e.code.dadd();
        case SUB -> e.code.dsub();
        case MUL -> e.code.dmul();
        default -> e.code.ddiv();
      }
      return;
    }
    Runnable left = operand(x.left(), overflows);
    Runnable right = operand(x.right(), overflows);
    left.run();
    right.run();
    switch (x.operator()) {
      case ADD -> overflowing("add", left, right, overflows, () -> e.code.ladd());
      case SUB -> overflowing("subtract", left, right, overflows, () -> e.code.lsub());
      case MUL -> overflowing("multiply", left, right, overflows, () -> e.code.lmul());
      case FLOORDIV -> floor("floorDiv");
      case MOD -> floor("floorMod");
      case AND -> e.code.land();
      case OR -> e.code.lor();
      default -> e.code.lxor();
    }
    if (kind == NumberKind.DOUBLE) {
      e.code.l2d();
    }
  }

  /** Computes an operand that is an operation itself; what then loads it, any number of times. */
  private Runnable operand(NumberTree tree, List<Integer> overflows) {
    if (!(tree instanceof NumberTree.Operation)) {
      return () -> leaf(tree, NumberKind.LONG);
    }
    operation(tree, NumberKind.LONG, overflows);
    int local = e.newLocal(NumberKind.LONG);
    e.code.lstore(local);
    return () -> e.code.lload(local);
  }

  private void floor(String name) {
    e.call(Math.class, name, long.class, long.class, long.class);
  }

  private void overflowing(
      String name, Runnable left, Runnable right, List<Integer> overflows, Runnable operation) {
    operation.run();
    e.code.dup2();
    int result = e.newLocal(NumberKind.LONG);
    e.code.lstore(result);
    left.run();
    right.run();
    e.code.lload(result);
    e.call(NumberOverflow.class, name, long.class, long.class, long.class, long.class);
    int overflow = e.newLocal(NumberKind.LONG);
    e.code.lstore(overflow);
    overflows.add(overflow);
  }

  /** Computes the same with objects. */
  private void general(NumberTree tree) {
    switch (tree) {
      case NumberTree.Literal x -> e.constant(x.value());
      case NumberTree.Number x -> variables.read(x.name(), x.span());
      case NumberTree.Value x -> {
        Integer number = cells.get(x);
        if (number == null) {
          e.code.aload(local(x));
        } else {
          e.load(NumberKind.DOUBLE, number);
          e.code.aload(local(x));
          e.call(Support.class, "box", Object.class, double.class, Object.class);
        }
      }
      case NumberTree.Operation x -> {
        general(x.left());
        general(x.right());
        e.at(x.span());
        if (x.isInPlace()) {
          expressions.inPlace(x.operator());
        } else {
          expressions.binary(x.operator());
        }
      }
    }
  }
}
