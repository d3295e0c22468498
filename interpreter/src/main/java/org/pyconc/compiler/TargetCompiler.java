package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;

/** Compiles assignments, plain and augmented, and deletions. */
final class TargetCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  TargetCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = unit.expressions();
  }

  /** Assigns the value on the stack. */
  void assign(Expression target) {
    switch (target) {
      case Expression.Name t -> variables.write(unit.mangle(t.id()));
      case Expression.Attribute t -> {
        Temporary value = keep();
        expressions.value(t.value());
        e.at(t.span());
        storeAttribute(unit.mangle(t.name()), value);
        variables.release(value);
      }
      case Expression.Subscript t -> {
        Temporary value = keep();
        if (unit.isGenerator() && unit.suspends(t.index())) {
          expressions.all(t.value(), t.index());
          storeItem(t, value, Object.class);
        } else {
          expressions.value(t.value());
          item(t, value);
        }
        variables.release(value);
      }
      case Expression.Starred t -> assign(t.value());
      case Expression.ListDisplay t -> unpack(t.elements(), t.span());
      case Expression.TupleDisplay t -> unpack(t.elements(), t.span());
      default -> throw new CannotCompile("assignment target");
    }
  }

  /** Sets the item of the container on the stack. */
  private void item(Expression.Subscript t, Temporary value) {
    Label general = e.newLabel();
    Label end = e.newLabel();
    boolean isNumber = expressions.numbers().index(t.index(), general);
    if (isNumber) {
      storeItem(t, value, long.class);
      e.code.goto_(end);
      e.bind(general);
    }
    expressions.value(t.index());
    storeItem(t, value, Object.class);
    if (isNumber) {
      e.bind(end);
    }
  }

  /** Sets the item with container and index on the stack. */
  private void storeItem(Expression.Subscript t, Temporary value, Class<?> index) {
    variables.load(value, Object.class);
    e.at(t.span());
    e.call(Items.class, "set", void.class, Object.class, index, Object.class);
  }

  private Temporary keep() {
    Temporary t = variables.newTemporary();
    variables.store(t);
    return t;
  }

  /** Sets an attribute of the object on the stack. */
  private void storeAttribute(String name, Temporary value) {
    e.own(new AttributeSite(name), AttributeSite.class);
    e.code.swap();
    variables.load(value, Object.class);
    e.callVirtual(AttributeSite.class, "store", void.class, Object.class, Object.class);
  }

  private void unpack(List<Expression> elements, Span span) {
    int starred = -1;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Expression.Starred) {
        starred = i;
      }
    }
    e.at(span);
    if (starred < 0) {
      e.code.loadConstant(elements.size());
      e.call(Iteration.class, "unpack", Object[].class, Object.class, int.class);
    } else {
      e.code.loadConstant(starred);
      e.code.loadConstant(elements.size() - starred - 1);
      e.call(Iteration.class, "unpackStarred", Object[].class, Object.class, int.class, int.class);
    }
    Temporary items = keep();
    for (int i = 0; i < elements.size(); i++) {
      variables.load(items, Object[].class);
      e.code.loadConstant(i);
      e.code.aaload();
      assign(elements.get(i));
    }
    variables.release(items);
  }

  /**
   * {@code a, b = x, y} without a tuple: all values first, then all assignments; tells whether it
   * did it.
   */
  boolean assignPairs(Expression target, Expression value) {
    if (!(target instanceof Expression.TupleDisplay targets)
        || !(value instanceof Expression.TupleDisplay values)
        || targets.elements().size() != values.elements().size()
        || targets.elements().isEmpty()
        || hasStar(targets.elements())
        || hasStar(values.elements())) {
      return false;
    }
    List<Temporary> kept = new ArrayList<>();
    for (Expression each : values.elements()) {
      expressions.value(each);
      kept.add(keep());
    }
    for (int i = 0; i < kept.size(); i++) {
      variables.load(kept.get(i), Object.class);
      assign(targets.elements().get(i));
    }
    kept.forEach(variables::release);
    return true;
  }

  private static boolean hasStar(List<Expression> elements) {
    for (Expression each : elements) {
      if (each instanceof Expression.Starred) {
        return true;
      }
    }
    return false;
  }

  void augment(Statement.AugAssign s) {
    BinaryOp op = BinaryOp.of(s.operator());
    switch (s.target()) {
      case Expression.Attribute t -> {
        expressions.value(t.value());
        if (augmentFloat(s, t)) {
          return;
        }
        Temporary object = keep();
        variables.load(object, Object.class);
        e.at(t.span());
        expressions.attribute(unit.mangle(t.name()));
        combine(s, op);
        Temporary result = keep();
        variables.load(object, Object.class);
        e.at(t.span());
        storeAttribute(unit.mangle(t.name()), result);
        variables.release(object);
        variables.release(result);
      }
      case Expression.Subscript t -> {
        expressions.all(t.value(), t.index());
        Temporary index = keep();
        Temporary container = keep();
        variables.load(container, Object.class);
        variables.load(index, Object.class);
        e.at(t.span());
        e.call(Items.class, "get", Object.class, Object.class, Object.class);
        combine(s, op);
        Temporary result = keep();
        variables.load(container, Object.class);
        variables.load(index, Object.class);
        variables.load(result, Object.class);
        e.at(t.span());
        e.call(Items.class, "set", void.class, Object.class, Object.class, Object.class);
        variables.release(index);
        variables.release(container);
        variables.release(result);
      }
      default -> {
        if (s.target() instanceof Expression.Name name && expressions.numbers().augment(s, name)) {
          return;
        }
        if (s.target() instanceof Expression.Name name
            && op == BinaryOp.ADD
            && variables.accumulate(
                unit.mangle(name.id()),
                () -> {
                  expressions.value(s.value());
                  e.at(s.span());
                })) {
          return;
        }
        expressions.value(s.target());
        combine(s, op);
        assign(s.target());
      }
    }
  }

  /**
   * {@code object.name op= value} with the object on the stack where the attribute is a float, most
   * likely; leaves the object there if it did nothing.
   */
  private boolean augmentFloat(Statement.AugAssign s, Expression.Attribute t) {
    if (unit.isGenerator() && unit.suspends(s.value())) {
      return false;
    }
    int object = e.newLocal();
    e.code.astore(object);
    AttributeSite site = new AttributeSite(unit.mangle(t.name()));
    if (expressions.numbers().augment(s, t, object, site)) {
      return true;
    }
    e.code.aload(object);
    return false;
  }

  /** Combines the value on the stack with that of the statement. */
  private void combine(Statement.AugAssign s, BinaryOp op) {
    int current = e.newLocal();
    e.code.astore(current);
    if (expressions.numbers().combine(s, current)) {
      return;
    }
    e.code.aload(current);
    if (unit.isGenerator() && unit.suspends(s.value())) {
      Temporary left = keep();
      expressions.value(s.value());
      Temporary right = keep();
      variables.load(left, Object.class);
      variables.load(right, Object.class);
      variables.release(left);
      variables.release(right);
    } else {
      expressions.value(s.value());
    }
    e.at(s.span());
    expressions.inPlace(op);
  }

  void delete(Expression target) {
    switch (target) {
      case Expression.Name t -> variables.delete(unit.mangle(t.id()), t.span());
      case Expression.Attribute t -> {
        expressions.value(t.value());
        e.code.loadConstant(unit.mangle(t.name()));
        e.at(t.span());
        e.call(Attributes.class, "delete", void.class, Object.class, String.class);
      }
      case Expression.Subscript t -> {
        expressions.all(t.value(), t.index());
        e.at(t.span());
        e.call(Items.class, "delete", void.class, Object.class, Object.class);
      }
      case Expression.ListDisplay t -> t.elements().forEach(this::delete);
      case Expression.TupleDisplay t -> t.elements().forEach(this::delete);
      default -> throw new CannotCompile("deletion target");
    }
  }
}
