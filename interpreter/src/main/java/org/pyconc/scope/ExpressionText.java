package org.pyconc.scope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;

/**
 * The text of an expression in the form that annotations get under {@code from __future__ import
 * annotations}.
 *
 * @see <a href="https://peps.python.org/pep-0563/">PEP 563</a>
 */
public final class ExpressionText {
  private static final int TUPLE = 0;
  private static final int TEST = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int COMPARISON = 5;
  private static final int BIT_OR = 6;
  private static final int BIT_XOR = 7;
  private static final int BIT_AND = 8;
  private static final int SHIFT = 9;
  private static final int SUM = 10;
  private static final int TERM = 11;
  private static final int FACTOR = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();

  private ExpressionText() {}

  /** The text of an annotation. */
  public static String of(Expression expression) {
    ExpressionText text = new ExpressionText();
    text.add(expression, TEST);
    return text.out.toString();
  }

  private void add(Expression expression, int level) {
    switch (expression) {
      case Expression.NoneLiteral e -> out.append("None");
      case Expression.BooleanLiteral e -> out.append(e.value() ? "True" : "False");
      case Expression.EllipsisLiteral e -> out.append("...");
      case Expression.IntegerLiteral e -> out.append(e.value());
      case Expression.FloatLiteral e -> out.append(number(Text.javaRepr(e.value())));
      case Expression.ImaginaryLiteral e ->
          out.append(number(Text.javaRepr(new PyComplex(0, e.value()))));
      case Expression.StringLiteral e -> out.append(Text.javaRepr(WideString.of(e.value())));
      case Expression.BytesLiteral e -> out.append(Text.javaRepr(new PyBytes(e.value())));
      case Expression.JoinedString e ->
          out.append('f').append(Text.javaRepr(WideString.of(format(e))));
      case Expression.FormattedValue e ->
          out.append('f').append(Text.javaRepr(WideString.of(formatPart(e))));
      case Expression.Name e -> out.append(e.id());
      case Expression.BooleanOperation e -> {
        int own = e.isAnd() ? AND : OR;
        open(level > own);
        for (int i = 0; i < e.values().size(); i++) {
          if (i > 0) {
            out.append(e.isAnd() ? " and " : " or ");
          }
          add(e.values().get(i), own + 1);
        }
        close(level > own);
      }
      case Expression.NamedExpression e -> {
        open(level > TUPLE);
        add(e.target(), ATOM);
        out.append(" := ");
        add(e.value(), ATOM);
        close(level > TUPLE);
      }
      case Expression.BinaryOperation e -> binary(e, level);
      case Expression.UnaryOperation e -> {
        int own = e.operator() == UnaryOperator.NOT ? NOT : FACTOR;
        open(level > own);
        out.append(
            switch (e.operator()) {
              case NOT -> "not ";
              case MINUS -> "-";
              case PLUS -> "+";
              case INVERT -> "~";
            });
        add(e.operand(), own);
        close(level > own);
      }
      case Expression.Lambda e -> {
        open(level > TEST);
        out.append("lambda");
        parameters(e.parameters());
        out.append(": ");
        add(e.body(), TEST);
        close(level > TEST);
      }
      case Expression.Conditional e -> {
        open(level > TEST);
        add(e.body(), TEST + 1);
        out.append(" if ");
        add(e.test(), TEST + 1);
        out.append(" else ");
        add(e.orElse(), TEST);
        close(level > TEST);
      }
      case Expression.DictDisplay e -> dict(e);
      case Expression.SetDisplay e -> {
        out.append('{');
        list(e.elements());
        out.append('}');
      }
      case Expression.ListDisplay e -> {
        out.append('[');
        list(e.elements());
        out.append(']');
      }
      case Expression.TupleDisplay e -> {
        boolean parentheses = level > TUPLE || e.elements().isEmpty();
        open(parentheses);
        list(e.elements());
        if (e.elements().size() == 1) {
          out.append(',');
        }
        close(parentheses);
      }
      case Expression.ListComprehension e ->
          comprehension('[', e.element(), null, e.clauses(), ']');
      case Expression.SetComprehension e -> comprehension('{', e.element(), null, e.clauses(), '}');
      case Expression.DictComprehension e ->
          comprehension('{', e.key(), e.value(), e.clauses(), '}');
      case Expression.GeneratorExpression e ->
          comprehension('(', e.element(), null, e.clauses(), ')');
      case Expression.Await e -> {
        open(level > AWAIT);
        out.append("await ");
        add(e.value(), ATOM);
        close(level > AWAIT);
      }
      case Expression.Yield e -> {
        Expression value = e.value();
        out.append("(yield");
        if (value != null) {
          out.append(' ');
          add(value, TEST);
        }
        out.append(')');
      }
      case Expression.YieldFrom e -> {
        out.append("(yield from ");
        add(e.value(), TEST);
        out.append(')');
      }
      case Expression.Comparison e -> {
        open(level > COMPARISON);
        add(e.left(), COMPARISON + 1);
        for (int i = 0; i < e.operators().size(); i++) {
          out.append(symbol(e.operators().get(i)));
          add(e.comparators().get(i), COMPARISON + 1);
        }
        close(level > COMPARISON);
      }
      case Expression.Call e -> call(e);
      case Expression.Attribute e -> {
        add(e.value(), ATOM);
        out.append(e.value() instanceof Expression.IntegerLiteral ? " ." : ".").append(e.name());
      }
      case Expression.Subscript e -> {
        add(e.value(), ATOM);
        out.append('[');
        add(e.index(), TUPLE);
        out.append(']');
      }
      case Expression.Starred e -> {
        out.append('*');
        add(e.value(), BIT_OR);
      }
      case Expression.Slice e -> {
        optional(e.lower());
        out.append(':');
        optional(e.upper());
        if (e.step() != null) {
          out.append(':');
          optional(e.step());
        }
      }
    }
  }

  private static String number(String repr) {
    return repr.replace("inf", "1e309");
  }

  private void open(boolean needed) {
    if (needed) {
      out.append('(');
    }
  }

  private void close(boolean needed) {
    if (needed) {
      out.append(')');
    }
  }

  private void optional(@Nullable Expression e) {
    if (e != null) {
      add(e, TEST);
    }
  }

  private void list(List<Expression> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      add(elements.get(i), TEST);
    }
  }

  private void binary(Expression.BinaryOperation e, int level) {
    int own =
        switch (e.operator()) {
          case ADD, SUBTRACT -> SUM;
          case MULTIPLY, MATRIX_MULTIPLY, DIVIDE, MODULO, FLOOR_DIVIDE -> TERM;
          case LEFT_SHIFT, RIGHT_SHIFT -> SHIFT;
          case BIT_OR -> BIT_OR;
          case BIT_XOR -> BIT_XOR;
          case BIT_AND -> BIT_AND;
          case POWER -> POWER;
        };
    boolean fromRight = e.operator() == BinaryOperator.POWER;
    open(level > own);
    add(e.left(), fromRight ? own + 1 : own);
    out.append(
        switch (e.operator()) {
          case ADD -> " + ";
          case SUBTRACT -> " - ";
          case MULTIPLY -> " * ";
          case MATRIX_MULTIPLY -> " @ ";
          case DIVIDE -> " / ";
          case MODULO -> " % ";
          case FLOOR_DIVIDE -> " // ";
          case LEFT_SHIFT -> " << ";
          case RIGHT_SHIFT -> " >> ";
          case BIT_OR -> " | ";
          case BIT_XOR -> " ^ ";
          case BIT_AND -> " & ";
          case POWER -> " ** ";
        });
    add(e.right(), fromRight ? own : own + 1);
    close(level > own);
  }

  private static String symbol(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> " == ";
      case NOT_EQUAL -> " != ";
      case LESS -> " < ";
      case LESS_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_EQUAL -> " >= ";
      case IS -> " is ";
      case IS_NOT -> " is not ";
      case IN -> " in ";
      case NOT_IN -> " not in ";
    };
  }

  private void dict(Expression.DictDisplay e) {
    out.append('{');
    for (int i = 0; i < e.values().size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      Expression key = e.keys().get(i);
      if (key == null) {
        out.append("**");
        add(e.values().get(i), BIT_OR);
      } else {
        add(key, TEST);
        out.append(": ");
        add(e.values().get(i), TEST);
      }
    }
    out.append('}');
  }

  private void comprehension(
      char open,
      Expression element,
      @Nullable Expression value,
      List<ComprehensionClause> clauses,
      char close) {
    out.append(open);
    add(element, TEST);
    if (value != null) {
      out.append(": ");
      add(value, TEST);
    }
    for (ComprehensionClause clause : clauses) {
      out.append(clause.isAsync() ? " async for " : " for ");
      add(clause.target(), TUPLE);
      out.append(" in ");
      add(clause.iterable(), TEST + 1);
      for (Expression condition : clause.conditions()) {
        out.append(" if ");
        add(condition, TEST + 1);
      }
    }
    out.append(close);
  }

  private void call(Expression.Call e) {
    add(e.function(), ATOM);
    if (e.arguments().size() == 1
        && e.keywords().isEmpty()
        && e.arguments().get(0) instanceof Expression.GeneratorExpression only) {
      add(only, TEST);
      return;
    }
    out.append('(');
    list(e.arguments());
    String separator = e.arguments().isEmpty() ? "" : ", ";
    for (Keyword keyword : e.keywords()) {
      out.append(separator);
      separator = ", ";
      if (keyword.name() == null) {
        out.append("**");
      } else {
        out.append(keyword.name()).append('=');
      }
      add(keyword.value(), TEST);
    }
    out.append(')');
  }

  private void parameters(Parameters p) {
    List<String> parts = new ArrayList<>();
    int positional = p.positionalOnly().size() + p.positional().size();
    int firstDefault = positional - p.defaults().size();
    int index = 0;
    for (Parameter each : p.positionalOnly()) {
      parts.add(
          parameter(each, index < firstDefault ? null : p.defaults().get(index - firstDefault)));
      index++;
    }
    if (!p.positionalOnly().isEmpty()) {
      parts.add("/");
    }
    for (Parameter each : p.positional()) {
      parts.add(
          parameter(each, index < firstDefault ? null : p.defaults().get(index - firstDefault)));
      index++;
    }
    Parameter varArgs = p.varArgs();
    if (varArgs != null || !p.keywordOnly().isEmpty()) {
      parts.add(varArgs == null ? "*" : "*" + varArgs.name());
    }
    for (int i = 0; i < p.keywordOnly().size(); i++) {
      parts.add(parameter(p.keywordOnly().get(i), p.keywordDefaults().get(i)));
    }
    Parameter kwArgs = p.kwArgs();
    if (kwArgs != null) {
      parts.add("**" + kwArgs.name());
    }
    if (!parts.isEmpty()) {
      out.append(' ').append(String.join(", ", parts));
    }
  }

  private static String parameter(Parameter p, @Nullable Expression value) {
    return value == null ? p.name() : p.name() + "=" + of(value);
  }

  private static String format(Expression.JoinedString e) {
    StringBuilder text = new StringBuilder();
    for (Expression part : e.values()) {
      if (part instanceof Expression.StringLiteral s) {
        text.append(s.value().replace("{", "{{").replace("}", "}}"));
      } else if (part instanceof Expression.FormattedValue v) {
        text.append(formatPart(v));
      }
    }
    return text.toString();
  }

  private static String formatPart(Expression.FormattedValue v) {
    ExpressionText inner = new ExpressionText();
    inner.add(v.value(), TEST + 1);
    StringBuilder text = new StringBuilder("{");
    if (inner.out.length() > 0 && inner.out.charAt(0) == '{') {
      text.append(' ');
    }
    text.append(inner.out);
    if (v.conversion() != 0) {
      text.append('!').append(v.conversion());
    }
    if (v.formatSpec() instanceof Expression.JoinedString spec) {
      text.append(':').append(format(spec));
    }
    return text.append('}').toString();
  }
}
