package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Conditions;
import org.pyconc.operations.Displays;
import org.pyconc.operations.Items;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * Compiles expressions: each leaves its value on the operand stack. An operand is kept in a
 * temporary if a later one may suspend the generator, so that at every {@code yield} the operand
 * stack is empty.
 */
final class ExpressionCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final CallCompiler calls;
  private final DefinitionCompiler definitions;
  private final NumberCompiler numbers;

  ExpressionCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.calls = new CallCompiler(unit, this);
    this.definitions = new DefinitionCompiler(unit, this);
    this.numbers = new NumberCompiler(unit, this);
  }

  DefinitionCompiler definitions() {
    return definitions;
  }

  CallCompiler calls() {
    return calls;
  }

  /** Evaluates from left to right; leaves all values on the stack in order. */
  void all(List<Expression> expressions) {
    int last = -1;
    if (unit.isGenerator()) {
      for (int i = 1; i < expressions.size(); i++) {
        if (unit.suspends(expressions.get(i))) {
          last = i;
        }
      }
    }
    List<Temporary> kept = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      value(expressions.get(i));
      Temporary t = variables.newTemporary();
      variables.store(t);
      kept.add(t);
    }
    for (Temporary t : kept) {
      variables.load(t, Object.class);
      variables.release(t);
    }
    for (int i = last + 1; i < expressions.size(); i++) {
      value(expressions.get(i));
    }
  }

  void all(Expression... expressions) {
    all(Arrays.asList(expressions));
  }

  /** Evaluates into a new array on the stack. */
  void array(List<Expression> expressions) {
    if (unit.isGenerator() && unit.anySuspends(expressions)) {
      List<Temporary> kept = new ArrayList<>();
      for (Expression each : expressions) {
        value(each);
        Temporary t = variables.newTemporary();
        variables.store(t);
        kept.add(t);
      }
      e.array(kept.size(), Object.class);
      for (int i = 0; i < kept.size(); i++) {
        Temporary t = kept.get(i);
        e.element(i, () -> variables.load(t, Object.class));
      }
      kept.forEach(variables::release);
      return;
    }
    e.array(expressions.size(), Object.class);
    for (int i = 0; i < expressions.size(); i++) {
      Expression each = expressions.get(i);
      e.element(i, () -> value(each));
    }
  }

  void valueOrNone(@Nullable Expression expression) {
    if (expression == null) {
      e.none();
    } else {
      value(expression);
    }
  }

  void value(Expression expression) {
    switch (expression) {
      case Expression.NoneLiteral x -> e.none();
      case Expression.BooleanLiteral x -> e.constant(x.value());
      case Expression.EllipsisLiteral x -> e.constant(PySingleton.ELLIPSIS);
      case Expression.IntegerLiteral x -> e.constant(integer(x.value()));
      case Expression.FloatLiteral x -> e.constant(x.value());
      case Expression.ImaginaryLiteral x -> e.own(new PyComplex(0, x.value()), Object.class);
      case Expression.StringLiteral x -> e.constant(WideString.of(x.value()));
      case Expression.BytesLiteral x -> e.own(new PyBytes(x.value()), Object.class);
      case Expression.JoinedString x -> {
        array(x.values());
        e.call(Text.class, "joinFormatted", Object.class, Object[].class);
      }
      case Expression.FormattedValue x -> formatted(x);
      case Expression.Name x -> variables.read(unit.mangle(x.id()), x.span());
      case Expression.BooleanOperation x -> andOr(x);
      case Expression.NamedExpression x -> {
        value(x.value());
        e.code.dup();
        variables.write(unit.mangle(x.target().id()));
      }
      case Expression.BinaryOperation x -> {
        if (!numbers.value(x)) {
          all(x.left(), x.right());
          e.at(x.span());
          binary(BinaryOp.of(x.operator()));
        }
      }
      case Expression.UnaryOperation x -> unary(x);
      case Expression.Lambda x -> definitions.lambda(x);
      case Expression.Conditional x -> conditional(x);
      case Expression.DictDisplay x -> dict(x);
      case Expression.SetDisplay x -> {
        sequenceItems(x.elements(), "addAllToSet");
        e.at(x.span());
        boolean constant = x.elements().size() > 2 && Trees.areConstant(x.elements());
        e.call(Displays.class, constant ? "constantSet" : "set", PySet.class, Object[].class);
      }
      case Expression.ListDisplay x -> {
        sequenceItems(x.elements(), "addAll");
        e.call(PyList.class, "of", PyList.class, Object[].class);
      }
      case Expression.TupleDisplay x -> {
        sequenceItems(x.elements(), "addAll");
        e.call(PyTuple.class, "of", PyTuple.class, Object[].class);
      }
      case Expression.ListComprehension x -> definitions.comprehension(x, x.clauses().get(0));
      case Expression.SetComprehension x -> definitions.comprehension(x, x.clauses().get(0));
      case Expression.DictComprehension x -> definitions.comprehension(x, x.clauses().get(0));
      case Expression.GeneratorExpression x -> definitions.comprehension(x, x.clauses().get(0));
      case Expression.Await x -> unit.yields().yieldFrom(x.value(), x.span(), true);
      case Expression.Yield x -> {
        valueOrNone(x.value());
        unit.yields().yieldValue(x.span());
      }
      case Expression.YieldFrom x -> unit.yields().yieldFrom(x.value(), x.span(), false);
      case Expression.Comparison x -> comparison(x);
      case Expression.Call x -> calls.call(x);
      case Expression.Attribute x -> {
        value(x.value());
        e.at(x.span());
        attribute(unit.mangle(x.name()));
      }
      case Expression.Subscript x -> {
        if (unit.isGenerator() && unit.suspends(x.index())) {
          all(x.value(), x.index());
          e.at(x.span());
          e.call(Items.class, "get", Object.class, Object.class, Object.class);
        } else {
          value(x.value());
          item(x);
        }
      }
      case Expression.Starred x -> throw new CannotCompile("misplaced star");
      case Expression.Slice x -> {
        Expression none = new Expression.NoneLiteral(x.span());
        Expression lower = x.lower();
        Expression upper = x.upper();
        Expression step = x.step();
        all(lower == null ? none : lower, upper == null ? none : upper, step == null ? none : step);
        e.call(
            ExpressionCompiler.class,
            "slice",
            PySlice.class,
            Object.class,
            Object.class,
            Object.class);
      }
    }
  }

  /** Reads the item of the container on the stack. */
  private void item(Expression.Subscript x) {
    var general = e.newLabel();
    var end = e.newLabel();
    boolean isNumber = numbers.index(x.index(), general);
    if (isNumber) {
      e.at(x.span());
      e.call(Items.class, "get", Object.class, Object.class, long.class);
      e.code.goto_(end);
      e.bind(general);
    }
    value(x.index());
    e.at(x.span());
    e.call(Items.class, "get", Object.class, Object.class, Object.class);
    if (isNumber) {
      e.bind(end);
    }
  }

  NumberCompiler numbers() {
    return numbers;
  }

  /** Called by generated code. */
  public static PySlice slice(Object lower, Object upper, Object step) {
    return new PySlice(lower, upper, step);
  }

  private static Object integer(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /** Reads an attribute of the object on the stack. */
  void attribute(String name) {
    e.own(new AttributeSite(name), AttributeSite.class);
    e.code.swap();
    e.callVirtual(AttributeSite.class, "load", Object.class, Object.class);
  }

  /** Combines the two values on the stack. */
  void binary(BinaryOp op) {
    String direct =
        switch (op) {
          case ADD -> "add";
          case SUB -> "subtract";
          case MUL -> "multiply";
          case TRUEDIV -> "divide";
          case FLOORDIV -> "floorDivide";
          case MOD -> "modulo";
          default -> "";
        };
    if (direct.isEmpty()) {
      operatorBelow(BinaryOp.class, op.name());
      e.call(Arithmetic.class, "binary", Object.class, BinaryOp.class, Object.class, Object.class);
    } else {
      e.call(Arithmetic.class, direct, Object.class, Object.class, Object.class);
    }
  }

  /** Puts a constant of an enum below the two values on the stack. */
  private void operatorBelow(Class<?> type, String name) {
    ClassDesc desc = UnitConstants.desc(type);
    e.code.getstatic(desc, name, desc);
    e.code.dup_x2();
    e.code.pop();
  }

  /** Combines the two values on the stack in place. */
  void inPlace(BinaryOp op) {
    switch (op) {
      case ADD -> e.call(Support.class, "inPlaceAdd", Object.class, Object.class, Object.class);
      case SUB ->
          e.call(Support.class, "inPlaceSubtract", Object.class, Object.class, Object.class);
      default -> {
        operatorBelow(BinaryOp.class, op.name());
        e.call(
            Arithmetic.class, "inPlace", Object.class, BinaryOp.class, Object.class, Object.class);
      }
    }
  }

  private void unary(Expression.UnaryOperation x) {
    if (x.operator() == UnaryOperator.NOT) {
      truthValue(x);
      return;
    }
    if (x.operator() == UnaryOperator.MINUS
        && x.operand() instanceof Expression.IntegerLiteral i
        && i.value().bitLength() < 63) {
      e.constant(-i.value().longValue());
      return;
    }
    value(x.operand());
    e.at(x.span());
    String name =
        switch (x.operator()) {
          case MINUS -> "negate";
          case PLUS -> "plus";
          default -> "invert";
        };
    e.call(Arithmetic.class, name, Object.class, Object.class);
  }

  private void truthValue(Expression x) {
    var no = e.newLabel();
    var end = e.newLabel();
    jumpIfFalse(x, no);
    e.constant(true);
    e.code.goto_(end);
    e.bind(no);
    e.constant(false);
    e.bind(end);
  }

  private void andOr(Expression.BooleanOperation x) {
    var end = e.newLabel();
    BitSet sure = variables.snapshot();
    for (int i = 0; i < x.values().size(); i++) {
      Expression each = x.values().get(i);
      value(each);
      sure = i == 0 ? variables.snapshot() : sure;
      if (i < x.values().size() - 1) {
        e.code.dup();
        e.at(each.span());
        e.call(Truth.class, "isTrue", boolean.class, Object.class);
        if (x.isAnd()) {
          e.code.ifeq(end);
        } else {
          e.code.ifne(end);
        }
        e.code.pop();
      }
    }
    e.bind(end);
    variables.restore(sure);
  }

  private void conditional(Expression.Conditional x) {
    var otherwise = e.newLabel();
    var end = e.newLabel();
    jumpIfFalse(x.test(), otherwise);
    var before = variables.snapshot();
    value(x.body());
    e.code.goto_(end);
    e.bind(otherwise);
    var afterThen = variables.snapshot();
    variables.restore(before);
    value(x.orElse());
    variables.meet(afterThen, variables.snapshot());
    e.bind(end);
  }

  private void formatted(Expression.FormattedValue x) {
    Expression spec = x.formatSpec();
    value(x.value());
    e.at(x.span());
    switch (x.conversion()) {
      case 'r' -> e.call(Text.class, "repr", Object.class, Object.class);
      case 's' -> e.call(Text.class, "str", Object.class, Object.class);
      case 'a' -> {
        e.call(Text.class, "repr", Object.class, Object.class);
        e.call(Literals.class, "ascii", String.class, Object.class);
      }
      default -> {}
    }
    if (spec == null) {
      e.code.loadConstant("");
    } else if (unit.isGenerator() && unit.suspends(spec)) {
      Temporary formatted = variables.newTemporary();
      variables.store(formatted);
      value(spec);
      e.at(x.span());
      variables.load(formatted, Object.class);
      e.code.swap();
      variables.release(formatted);
    } else {
      value(spec);
      e.at(x.span());
    }
    e.call(Text.class, "format", Object.class, Object.class, Object.class);
  }

  private void sequenceItems(List<Expression> elements, String adding) {
    boolean stars = false;
    for (Expression each : elements) {
      stars |= each instanceof Expression.Starred;
    }
    if (!stars) {
      array(elements);
      return;
    }
    Temporary list = variables.newTemporary();
    e.allocate(PyList.class);
    e.init(PyList.class);
    variables.store(list);
    for (Expression each : elements) {
      value(each instanceof Expression.Starred s ? s.value() : each);
      variables.load(list, PyList.class);
      e.code.swap();
      if (each instanceof Expression.Starred) {
        e.at(each.span());
        e.call(Displays.class, adding, void.class, PyList.class, Object.class);
      } else {
        e.callVirtual(PyList.class, "append", void.class, Object.class);
      }
    }
    variables.load(list, PyList.class);
    e.callVirtual(PyList.class, "toArray", Object[].class);
    variables.release(list);
  }

  private void dict(Expression.DictDisplay x) {
    Temporary dict = variables.newTemporary();
    e.allocate(PyDict.class);
    e.init(PyDict.class);
    variables.store(dict);
    for (int i = 0; i < x.values().size(); i++) {
      Expression key = x.keys().get(i);
      if (key == null) {
        value(x.values().get(i));
        variables.load(dict, PyDict.class);
        e.code.swap();
        e.at(x.span());
        e.call(Displays.class, "addMapping", void.class, PyDict.class, Object.class);
      } else {
        all(key, x.values().get(i));
        variables.load(dict, PyDict.class);
        e.code.dup_x2();
        e.code.pop();
        e.at(x.span());
        e.callVirtual(PyDict.class, "put", void.class, Object.class, Object.class);
      }
    }
    variables.load(dict, PyDict.class);
    variables.release(dict);
  }

  // ---- comparisons and branches
  // ------------------------------------------------------------------

  private void comparison(Expression.Comparison x) {
    if (x.operators().size() == 1) {
      all(x.left(), x.comparators().get(0));
      e.at(x.span());
      compare(x.operators().get(0));
      return;
    }
    // a < b < c: the middle value is kept while the first comparison decides
    var end = e.newLabel();
    Temporary middle = variables.newTemporary();
    int last = x.operators().size() - 1;
    for (int i = 0; i <= last; i++) {
      Expression right = x.comparators().get(i);
      if (i == 0) {
        all(x.left(), right);
      } else {
        value(right);
        variables.load(middle, Object.class);
        e.code.swap();
      }
      if (i < last) {
        e.code.dup();
        variables.store(middle);
      }
      e.at(x.span());
      compare(x.operators().get(i));
      if (i < last) {
        e.code.dup();
        e.call(Truth.class, "isTrue", boolean.class, Object.class);
        e.code.ifeq(end);
        e.code.pop();
      }
    }
    e.bind(end);
    variables.release(middle);
  }

  private void compare(ComparisonOperator op) {
    switch (op) {
      case EQUAL -> compareValue("EQ");
      case NOT_EQUAL -> compareValue("NE");
      case LESS -> compareValue("LT");
      case LESS_EQUAL -> compareValue("LE");
      case GREATER -> compareValue("GT");
      case GREATER_EQUAL -> compareValue("GE");
      default -> {
        branchComparison(op);
        e.box();
      }
    }
  }

  private void compareValue(String name) {
    operatorBelow(Comparison.Operator.class, name);
    e.call(
        Comparison.class,
        "compare",
        Object.class,
        Comparison.Operator.class,
        Object.class,
        Object.class);
  }

  /** Compares the two values on the stack; leaves a truth of the JVM. */
  private void branchComparison(ComparisonOperator op) {
    switch (op) {
      case IS, IS_NOT -> {
        e.call(Comparison.class, "isSame", boolean.class, Object.class, Object.class);
        if (op == ComparisonOperator.IS_NOT) {
          negate();
        }
      }
      case IN, NOT_IN -> {
        e.code.swap();
        e.call(Items.class, "contains", boolean.class, Object.class, Object.class);
        if (op == ComparisonOperator.NOT_IN) {
          negate();
        }
      }
      default -> {
        String name =
            switch (op) {
              case EQUAL -> "equal";
              case NOT_EQUAL -> "notEqual";
              case LESS -> "less";
              case LESS_EQUAL -> "lessEqual";
              case GREATER -> "greater";
              default -> "greaterEqual";
            };
        e.call(Conditions.class, name, boolean.class, Object.class, Object.class);
      }
    }
  }

  private void negate() {
    e.code.iconst_1();
    e.code.ixor();
  }

  /** Goes on behind if the condition holds, else at the label. */
  void jumpIfFalse(Expression condition, Label target) {
    jump(condition, target, false);
  }

  private void jump(Expression condition, Label target, boolean when) {
    switch (condition) {
      case Expression.BooleanLiteral x when x.value() == when -> e.code.goto_(target);
      case Expression.BooleanLiteral x -> {}
      case Expression.UnaryOperation x when x.operator() == UnaryOperator.NOT ->
          jump(x.operand(), target, !when);
      case Expression.BooleanOperation x -> {
        // "and" jumps when false at the first false operand, "or" when true at the first true one
        boolean shortcut = x.isAnd() != when;
        var skip = e.newLabel();
        int last = x.values().size() - 1;
        BitSet sure = variables.snapshot();
        for (int i = 0; i <= last; i++) {
          if (i == 1) {
            sure = variables.snapshot();
          }
          if (shortcut || i == last) {
            jump(x.values().get(i), target, when);
          } else {
            jump(x.values().get(i), skip, !when);
          }
        }
        e.bind(skip);
        variables.restore(sure);
      }
      case Expression.Comparison x when isWithNone(x) -> {
        value(x.left());
        e.none();
        if ((x.operators().get(0) == ComparisonOperator.IS) == when) {
          e.code.if_acmpeq(target);
        } else {
          e.code.if_acmpne(target);
        }
      }
      case Expression.Comparison x when x.operators().size() == 1 -> {
        if (numbers.jump(x, target, when)) {
          return;
        }
        all(x.left(), x.comparators().get(0));
        e.at(x.span());
        branchComparison(x.operators().get(0));
        branch(target, when);
      }
      default -> {
        value(condition);
        e.at(condition.span());
        e.call(Truth.class, "isTrue", boolean.class, Object.class);
        branch(target, when);
      }
    }
  }

  /** Whether it asks if something is None: there is one such object. */
  private static boolean isWithNone(Expression.Comparison x) {
    if (x.operators().size() != 1) {
      return false;
    }
    ComparisonOperator operator = x.operators().get(0);
    return (operator == ComparisonOperator.IS || operator == ComparisonOperator.IS_NOT)
        && x.comparators().get(0) instanceof Expression.NoneLiteral;
  }

  private void branch(Label target, boolean when) {
    if (when) {
      e.code.ifne(target);
    } else {
      e.code.ifeq(target);
    }
  }
}
