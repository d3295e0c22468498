package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Integers;
import org.pyconc.scope.CodeContents;
import org.pyconc.scope.CodeUnit;

/** {@code co_consts}. */
final class CodeConstants {
  private CodeConstants() {}

  /** The documentation or None, literals as they come, the code of functions inside. */
  static Object of(CodeUnit code) {
    List<Object> found = new ArrayList<>();
    String doc = code.kind() == CodeUnit.Kind.FUNCTION ? code.doc() : null;
    if (code.kind() == CodeUnit.Kind.FUNCTION) {
      found.add(doc == null ? PySingleton.NONE : WideString.of(doc));
    }
    for (Expression literal : CodeContents.of(code).literals()) {
      Object value = value(literal);
      if (value != null && !isIn(found, value)) {
        found.add(value);
      }
    }
    found.addAll(code.children());
    return PyTuple.of(found.toArray());
  }

  private static @Nullable Object value(Expression literal) {
    return switch (literal) {
      case Expression.NoneLiteral x -> PySingleton.NONE;
      case Expression.EllipsisLiteral x -> PySingleton.ELLIPSIS;
      case Expression.BooleanLiteral x -> x.value();
      case Expression.IntegerLiteral x -> Integers.normalise(x.value());
      case Expression.FloatLiteral x -> x.value();
      case Expression.ImaginaryLiteral x -> new PyComplex(0, x.value());
      case Expression.StringLiteral x -> WideString.of(x.value());
      case Expression.BytesLiteral x -> new PyBytes(x.value());
      case Expression.UnaryOperation x -> signed(x);
      case Expression.TupleDisplay x -> {
        List<Object> items = new ArrayList<>();
        for (Expression each : x.elements()) {
          Object item = value(each);
          if (item != null) {
            items.add(item);
          }
        }
        yield PyTuple.of(items.toArray());
      }
      default -> null;
    };
  }

  private static @Nullable Object signed(Expression.UnaryOperation operation) {
    Object value = value(operation.operand());
    return value != null && operation.operator() == UnaryOperator.MINUS
        ? Arithmetic.negate(value)
        : value;
  }

  private static boolean isIn(List<Object> values, Object value) {
    for (Object each : values) {
      if (PyType.of(each) == PyType.of(value) && Comparison.equal(each, value)) {
        return true;
      }
    }
    return false;
  }
}
