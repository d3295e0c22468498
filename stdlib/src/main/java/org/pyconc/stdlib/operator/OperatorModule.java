package org.pyconc.stdlib.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.CallWith;

/**
 * The operators as functions.
 *
 * @see <a href="https://docs.python.org/3.11/library/operator.html">operator</a>
 */
public final class OperatorModule implements NativeModule {
  private static final List<String> WITHOUT_SPECIAL_NAME =
      List.of(
          "attrgetter",
          "countOf",
          "indexOf",
          "is_",
          "is_not",
          "itemgetter",
          "length_hint",
          "methodcaller",
          "truth");

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
    b.function("abs(a, /)", "Same as abs(a).", a -> Calls.call1(builtin("abs"), a));
    b.function(
        "concat(a, b, /)",
        "Same as a + b, for a and b sequences.",
        (x, y) -> Arithmetic.add(sequence(x), y));
    b.function(
        "iconcat(a, b, /)",
        "Same as a += b, for a and b sequences.",
        (x, y) -> Arithmetic.inPlace(BinaryOp.ADD, sequence(x), y));
    b.functionN(
        "call(obj, /, *args, **kwargs)",
        "Same as obj(*args, **kwargs).",
        bound -> CallWith.call(bound[0], ((PyTuple) bound[1]).items(), (PyDict) bound[2]));
    b.function("indexOf(a, b, /)", "Return the first index of b in a.", OperatorModule::indexOf);
    b.function(
        "length_hint(obj, default=0, /)",
        "Return an estimate of the number of items in obj.\n\n"
            + "This is useful for presizing containers when building from an iterable.\n\n"
            + "If the object supports len(), the result will be exact.\n"
            + "Otherwise, it may over- or under-estimate by an arbitrary amount.\n"
            + "The result will be an integer >= 0.",
        OperatorModule::lengthHint);
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
        "Return the number of items in a which are, or which equal, b.",
        OperatorModule::count);
    for (PyGetter.Kind kind : PyGetter.Kind.values()) {
      b.type(kind.type());
    }
    defineSpecialNames(b);
  }

  /** {@code operator.__add__} is {@code operator.add}. */
  private static void defineSpecialNames(ModuleBuilder b) {
    List<Object> all = new ArrayList<>();
    for (Object each : Iteration.toArray(b.module().dictionary())) {
      String name = Text.java(each);
      if (name.startsWith("__")) {
        continue;
      }
      all.add(name);
      Object function = b.module().own(name);
      String plain = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
      if (function != null && !WITHOUT_SPECIAL_NAME.contains(name)) {
        b.constant("__" + plain + "__", function);
      }
    }
    all.sort((x, y) -> ((String) x).compareTo((String) y));
    b.constant("__all__", PyList.of(all.toArray()));
  }

  private static Object builtin(String name) {
    return Objects.requireNonNull(ProcessState.current().builtins().own(name));
  }

  private static Object sequence(Object value) {
    if (PyType.of(value).lookup("__getitem__") == null) {
      throw Errors.typeError("'" + PyType.of(value).name() + "' object can't be concatenated");
    }
    return value;
  }

  private static Object indexOf(Object iterable, Object value) {
    long index = 0;
    PyIterator iterator = iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.isSame(next, value) || Comparison.equal(next, value)) {
        return index;
      }
      index++;
    }
    throw Errors.valueError("sequence.index(x): x not in sequence");
  }

  private static PyIterator iterator(Object iterable) {
    PyType type = PyType.of(iterable);
    if (type.lookup("__iter__") == null && type.lookup("__getitem__") == null) {
      throw Errors.typeError("argument of type '" + type.name() + "' is not iterable");
    }
    return Iteration.iterator(iterable);
  }

  private static Object lengthHint(Object object, Object otherwise) {
    Object whenUnknown = Items.index(otherwise);
    PyType type = PyType.of(object);
    if (type.lookup("__len__") != null) {
      return (long) Items.length(object);
    }
    if (type.lookup("__length_hint__") == null) {
      return whenUnknown;
    }
    Object hint;
    try {
      hint = Calls.method(object, "__length_hint__");
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
        return whenUnknown;
      }
      throw e;
    }
    if (hint == PySingleton.NOT_IMPLEMENTED) {
      return whenUnknown;
    }
    if (!PyType.of(hint).isSubtypeOf(BuiltinTypes.INT)) {
      throw Errors.typeError("__length_hint__ must be an integer, not " + PyType.of(hint).name());
    }
    Object number = Items.index(hint);
    if (Integers.signum(number) < 0) {
      throw Errors.valueError("__length_hint__() should return >= 0");
    }
    return number;
  }

  private static Object count(Object iterable, Object value) {
    long count = 0;
    PyIterator iterator = iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.isSame(next, value) || Comparison.equal(next, value)) {
        count++;
      }
    }
    return count;
  }
}
