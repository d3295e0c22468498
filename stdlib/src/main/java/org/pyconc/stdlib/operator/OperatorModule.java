package org.pyconc.stdlib.operator;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;

/**
 * The operators as functions.
 *
 * @see <a href="https://docs.python.org/3.11/library/operator.html">operator</a>
 */
public final class OperatorModule implements NativeModule {
  @Override
  public String name() {
    return "operator";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (BinaryOp op : BinaryOp.values()) {
      String method = op.method();
      String plain = method.substring(2, method.length() - 2);
      String name = op == BinaryOp.AND || op == BinaryOp.OR ? plain + "_" : plain;
      String doc = "Same as a " + op.symbol() + " b.";
      b.function(name + "(a, b, /)", doc, (x, y) -> Arithmetic.binary(op, x, y));
      b.function("i" + plain + "(a, b, /)", doc, (x, y) -> Arithmetic.inPlace(op, x, y));
    }
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.function(
          op.method().substring(2, 4) + "(a, b, /)",
          "Same as a " + op.symbol() + " b.",
          (x, y) -> Comparison.compare(op, x, y));
    }
    b.function("neg(a, /)", "Same as -a.", Arithmetic::negate);
    b.function("pos(a, /)", "Same as +a.", Arithmetic::plus);
    b.function("inv(a, /)", "Same as ~a.", Arithmetic::invert);
    b.function("invert(a, /)", "Same as ~a.", Arithmetic::invert);
    b.function("not_(a, /)", "Same as not a.", a -> !Truth.isTrue(a));
    b.function("truth(a, /)", "Return True if a is true, False otherwise.", Truth::isTrue);
    b.function("is_(a, b, /)", "Same as a is b.", Comparison::isSame);
    b.function("is_not(a, b, /)", "Same as a is not b.", (x, y) -> !Comparison.isSame(x, y));
    b.function("index(a, /)", "Same as a.__index__()", Items::index);
    b.function("concat(a, b, /)", "Same as a + b, for sequences.", Arithmetic::add);
    b.function(
        "iconcat(a, b, /)", "Same as a += b.", (x, y) -> Arithmetic.inPlace(BinaryOp.ADD, x, y));
    b.function("contains(a, b, /)", "Same as b in a (note reversed operands).", Items::contains);
    b.function("getitem(a, b, /)", "Same as a[b].", Items::get);
    b.function(
        "setitem(a, b, c, /)",
        "Same as a[b] = c.",
        (x, y, z) -> {
          Items.set(x, y, z);
          return PySingleton.NONE;
        });
    b.function(
        "delitem(a, b, /)",
        "Same as del a[b].",
        (x, y) -> {
          Items.delete(x, y);
          return PySingleton.NONE;
        });
    b.function(
        "countOf(a, b, /)",
        "Return the number of items in a which equal b.",
        OperatorModule::count);
    for (PyGetter.Kind kind : PyGetter.Kind.values()) {
      b.type(kind.type());
    }
  }

  private static Object count(Object iterable, Object value) {
    long count = 0;
    PyIterator iterator = Iteration.iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.equal(next, value)) {
        count++;
      }
    }
    return count;
  }
}
