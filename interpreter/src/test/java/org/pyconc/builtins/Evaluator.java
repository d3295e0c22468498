package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * Evaluates expressions by calling the operations directly: tests of builtin types need neither
 * executor.
 */
final class Evaluator {
  private final PyModule builtins = BuiltinsModule.create();
  private final PyDict names = new PyDict();

  /** What an expression gives: its representation, or {@code !Type: message}. */
  static String evaluate(String source) throws SyntaxError {
    Expression tree = Parser.parseExpression(new SourceText("<test>", source));
    try {
      return Text.java(Text.repr(new Evaluator().value(tree)));
    } catch (PyException e) {
      return "!" + e.value().type().name() + ": " + Text.javaStr(e.value());
    }
  }

  private Object value(Expression e) {
    return switch (e) {
      case Expression.NoneLiteral n -> PySingleton.NONE;
      case Expression.EllipsisLiteral n -> PySingleton.ELLIPSIS;
      case Expression.BooleanLiteral b -> b.value();
      case Expression.IntegerLiteral i ->
          i.value().bitLength() < 64 ? (Object) i.value().longValue() : i.value();
      case Expression.FloatLiteral f -> f.value();
      case Expression.ImaginaryLiteral i -> new PyComplex(0, i.value());
      case Expression.StringLiteral s -> WideString.of(s.value());
      case Expression.BytesLiteral b -> new PyBytes(b.value());
      case Expression.Name n -> name(n.id());
      case Expression.NamedExpression n -> {
        Object value = value(n.value());
        names.put(n.target().id(), value);
        yield value;
      }
      case Expression.ListDisplay l -> PyList.of(values(l.elements()));
      case Expression.TupleDisplay t -> PyTuple.of(values(t.elements()));
      case Expression.DictDisplay d -> {
        PyDict dict = new PyDict();
        for (int i = 0; i < d.keys().size(); i++) {
          dict.put(value(d.keys().get(i)), value(d.values().get(i)));
        }
        yield dict;
      }
      case Expression.BinaryOperation o ->
          Arithmetic.binary(
              BinaryOp.values()[o.operator().ordinal()], value(o.left()), value(o.right()));
      case Expression.UnaryOperation o -> unary(o.operator(), value(o.operand()));
      case Expression.Comparison c ->
          compare(c.operators().getFirst(), value(c.left()), value(c.comparators().getFirst()));
      case Expression.Attribute a -> Attributes.load(value(a.value()), a.name());
      case Expression.Subscript s -> Items.get(value(s.value()), value(s.index()));
      case Expression.Slice s ->
          new PySlice(orNone(s.lower()), orNone(s.upper()), orNone(s.step()));
      case Expression.Call c -> call(c);
      default -> throw new IllegalArgumentException(e.toString());
    };
  }

  private static Object unary(UnaryOperator operator, Object value) {
    return switch (operator) {
      case INVERT -> Arithmetic.invert(value);
      case NOT -> !Truth.isTrue(value);
      case PLUS -> Arithmetic.plus(value);
      case MINUS -> Arithmetic.negate(value);
    };
  }

  private Object name(String id) {
    Object value = names.get(id);
    return value == null ? Attributes.load(builtins, id) : value;
  }

  private Object orNone(Expression e) {
    return e == null ? PySingleton.NONE : value(e);
  }

  private Object[] values(List<Expression> expressions) {
    return expressions.stream().map(this::value).toArray();
  }

  private static Object compare(ComparisonOperator operator, Object a, Object b) {
    return switch (operator) {
      case EQUAL -> Comparison.compare(Comparison.Operator.EQ, a, b);
      case NOT_EQUAL -> Comparison.compare(Comparison.Operator.NE, a, b);
      case LESS -> Comparison.compare(Comparison.Operator.LT, a, b);
      case LESS_EQUAL -> Comparison.compare(Comparison.Operator.LE, a, b);
      case GREATER -> Comparison.compare(Comparison.Operator.GT, a, b);
      case GREATER_EQUAL -> Comparison.compare(Comparison.Operator.GE, a, b);
      case IN -> Items.contains(b, a);
      case NOT_IN -> !Items.contains(b, a);
      case IS -> Comparison.isSame(a, b);
      case IS_NOT -> !Comparison.isSame(a, b);
    };
  }

  private Object call(Expression.Call c) {
    Object function = value(c.function());
    List<Object> arguments = new ArrayList<>();
    for (Expression argument : c.arguments()) {
      if (argument instanceof Expression.Starred s) {
        arguments.addAll(List.of(Iteration.toArray(value(s.value()))));
      } else {
        arguments.add(value(argument));
      }
    }
    List<String> keywords = new ArrayList<>();
    for (Keyword keyword : c.keywords()) {
      if (keyword.name() == null) {
        PyDict all = (PyDict) value(keyword.value());
        for (int i = all.next(0); i >= 0; i = all.next(i + 1)) {
          keywords.add(Text.java(all.keyAt(i)));
          arguments.add(all.valueAt(i));
        }
      } else {
        keywords.add(keyword.name());
        arguments.add(value(keyword.value()));
      }
    }
    return keywords.isEmpty()
        ? Calls.call(function, arguments.toArray(), PyObject.NO_KEYWORDS)
        : Calls.call(function, arguments.toArray(), keywords.toArray(new String[0]));
  }
}
