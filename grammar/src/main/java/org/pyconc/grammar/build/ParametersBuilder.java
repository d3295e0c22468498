package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;

/** Parameter lists of functions and lambdas. */
final class ParametersBuilder {
  static final Parameters NONE =
      new Parameters(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

  private final ExpressionBuilder expressions;

  ParametersBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  Parameters function(PythonParser.ParametersContext context) {
    return build(context);
  }

  Parameters lambda(PythonParser.LambdaParametersContext context) {
    return build(context);
  }

  private Parameters build(ParserRuleContext context) {
    Collector collector = new Collector(context instanceof PythonParser.LambdaParametersContext);
    int count = Children.count(context);
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof ParserRuleContext parameter) {
        collector.add(parameter);
      }
    }
    return collector.finish();
  }

  private final class Collector {
    private List<Parameter> positionalOnly = List.of();
    private List<Parameter> positional = new ArrayList<>();
    private @Nullable Parameter varArgs;
    private final List<Parameter> keywordOnly = new ArrayList<>(0);
    private final List<@Nullable Expression> keywordDefaults = new ArrayList<>(0);
    private @Nullable Parameter kwArgs;
    private final List<Expression> defaults = new ArrayList<>(0);
    private @Nullable Span bareStar;
    private boolean starred;
    private boolean slashed;
    private final Set<String> names = new HashSet<>();
    private final boolean isLambda;

    Collector(boolean isLambda) {
      this.isLambda = isLambda;
    }

    void add(ParserRuleContext context) {
      if (kwArgs != null) {
        throw new Refusal("arguments cannot follow var-keyword argument", Children.start(context));
      }
      switch (Children.typeAt(context, 0)) {
        case PythonParser.SLASH -> slash(Children.spanAt(context, 0));
        case PythonParser.STAR -> star(context);
        case PythonParser.DOUBLE_STAR -> {
          checkBareStar();
          kwArgs = parameter(context, 1, false);
        }
        default -> plain(context);
      }
    }

    private void slash(Span at) {
      if (slashed) {
        throw new Refusal("/ may appear only once", at);
      }
      if (starred) {
        throw new Refusal("/ must be ahead of *", at);
      }
      if (positional.isEmpty()) {
        throw new Refusal("at least one argument must precede /", at);
      }
      slashed = true;
      positionalOnly = positional;
      positional = new ArrayList<>();
    }

    private void star(ParserRuleContext context) {
      if (starred) {
        throw new Refusal("* argument may appear only once", Children.spanAt(context, 0));
      }
      starred = true;
      if (Children.count(context) == 1) {
        bareStar = Children.spanAt(context, 0);
      } else {
        varArgs = parameter(context, 1, true);
      }
    }

    private void plain(ParserRuleContext context) {
      Parameter parameter = parameter(context, 0, false);
      int count = Children.count(context);
      Expression value = null;
      if (count > 2 || Children.typeAt(context, 1) == PythonParser.ASSIGN) {
        value =
            expressions.expression(
                (PythonParser.ExpressionContext) Children.at(context, count - 1));
      }
      if (starred) {
        bareStar = null;
        keywordOnly.add(parameter);
        keywordDefaults.add(value);
        return;
      }
      if (value != null) {
        defaults.add(value);
      } else if (!defaults.isEmpty()) {
        throw new Refusal("non-default argument follows default argument", parameter.span());
      }
      positional.add(parameter);
    }

    private Parameter parameter(ParserRuleContext context, int at, boolean starAnnotation) {
      PlacedToken name = Children.tokenAt(context, at);
      Expression annotation = null;
      Span span = name.span();
      if (Children.count(context) > at + 1
          && Children.at(context, at + 1) instanceof PythonParser.AnnotationContext written) {
        annotation =
            expressions.annotation(
                (PythonParser.StarExpressionContext) Children.at(written, 1), starAnnotation);
        span = name.span().to(Children.span(written));
      }
      if (!names.add(name.getText())) {
        throw new Refusal(
            "duplicate argument '" + name.getText() + "' in function definition", name.span());
      }
      return new Parameter(name.getText(), annotation, span);
    }

    private void checkBareStar() {
      if (bareStar != null) {
        throw isLambda
            ? Refusal.after("named arguments must follow bare *", bareStar)
            : new Refusal("named arguments must follow bare *", bareStar);
      }
    }

    Parameters finish() {
      checkBareStar();
      return new Parameters(
          positionalOnly, positional, varArgs, keywordOnly, keywordDefaults, kwArgs, defaults);
    }
  }
}
