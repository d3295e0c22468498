package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.UnaryOperator;

/** The patterns of {@code case} blocks. */
final class PatternBuilder {
  private final ExpressionBuilder expressions;

  PatternBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  /** Directly behind {@code case}: a sequence needs no brackets. */
  Pattern open(PythonParser.PatternsContext context) {
    if (Children.count(context) == 1) {
      Pattern only = pattern((PythonParser.PatternContext) Children.at(context, 0));
      if (only instanceof Pattern.MatchStar) {
        throw Children.invalid(only.span());
      }
      return only;
    }
    return new Pattern.MatchSequence(list(context), Children.span(context));
  }

  private List<Pattern> list(PythonParser.PatternsContext context) {
    int count = Children.count(context);
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    List<Pattern> patterns = new ArrayList<>((count + 1) / 2);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof PythonParser.PatternContext element) {
        patterns.add(pattern(element));
      }
    }
    return patterns;
  }

  private Pattern pattern(PythonParser.PatternContext context) {
    Span span = Children.span(context);
    if (Children.typeAt(context, 0) == PythonParser.STAR) {
      return new Pattern.MatchStar(captured(Children.textAt(context, 1)), span);
    }
    int count = Children.count(context);
    String name = null;
    if (Children.typeAt(context, count - 2) == PythonParser.AS) {
      name = Children.textAt(context, count - 1);
      if (name.equals("_")) {
        throw new Refusal("cannot use '_' as a target", Children.spanAt(context, count - 1));
      }
      count -= 2;
    }
    Pattern result = closed((PythonParser.ClosedPatternContext) Children.at(context, 0));
    if (count > 1) {
      List<Pattern> alternatives = new ArrayList<>();
      alternatives.add(result);
      for (int i = 2; i < count; i += 2) {
        alternatives.add(closed((PythonParser.ClosedPatternContext) Children.at(context, i)));
      }
      result =
          new Pattern.MatchOr(
              alternatives,
              Children.start(context)
                  .to(Children.stop((ParserRuleContext) Children.at(context, count - 1))));
    }
    return name == null ? result : new Pattern.MatchAs(result, name, span);
  }

  private static @Nullable String captured(String name) {
    return name.equals("_") ? null : name;
  }

  private Pattern closed(PythonParser.ClosedPatternContext context) {
    Span span = Children.span(context);
    if (Children.at(context, 0) instanceof PythonParser.DottedNameContext name) {
      return named(context, name, span);
    }
    return switch (Children.typeAt(context, 0)) {
      case PythonParser.MINUS, PythonParser.NUMBER -> new Pattern.MatchValue(number(context), span);
      case PythonParser.STRING -> {
        Expression value = expressions.strings().join(context);
        if (value instanceof Expression.JoinedString) {
          throw Refusal.definite("patterns may only match literals and attribute lookups", span);
        }
        yield new Pattern.MatchValue(value, span);
      }
      case PythonParser.NONE -> new Pattern.MatchSingleton(new Expression.NoneLiteral(span), span);
      case PythonParser.TRUE ->
          new Pattern.MatchSingleton(new Expression.BooleanLiteral(true, span), span);
      case PythonParser.FALSE ->
          new Pattern.MatchSingleton(new Expression.BooleanLiteral(false, span), span);
      case PythonParser.LPAR -> parenthesised(context, span);
      case PythonParser.LSQB ->
          new Pattern.MatchSequence(
              Children.count(context) == 2
                  ? List.of()
                  : list((PythonParser.PatternsContext) Children.at(context, 1)),
              span);
      default -> mapping(context, span);
    };
  }

  private Pattern parenthesised(PythonParser.ClosedPatternContext context, Span span) {
    if (Children.count(context) == 2) {
      return new Pattern.MatchSequence(List.of(), span);
    }
    PythonParser.PatternsContext inner = (PythonParser.PatternsContext) Children.at(context, 1);
    if (Children.count(inner) == 1) {
      Pattern only = pattern((PythonParser.PatternContext) Children.at(inner, 0));
      if (only instanceof Pattern.MatchStar) {
        throw Children.invalid(only.span());
      }
      return only;
    }
    return new Pattern.MatchSequence(list(inner), span);
  }

  private Pattern named(
      PythonParser.ClosedPatternContext context, PythonParser.DottedNameContext name, Span span) {
    if (Children.count(context) > 1) {
      return classPattern(context, dotted(name), span);
    }
    if (Children.count(name) == 1) {
      return new Pattern.MatchAs(null, captured(Children.textAt(name, 0)), span);
    }
    return new Pattern.MatchValue(dotted(name), span);
  }

  private static Expression dotted(PythonParser.DottedNameContext context) {
    PlacedToken first = Children.tokenAt(context, 0);
    Expression result = new Expression.Name(first.getText(), first.span());
    for (int i = 2; i < Children.count(context); i += 2) {
      PlacedToken next = Children.tokenAt(context, i);
      result = new Expression.Attribute(result, next.getText(), first.span().to(next.span()));
    }
    return result;
  }

  private Pattern classPattern(
      PythonParser.ClosedPatternContext context, Expression type, Span span) {
    List<Pattern> positional = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    if (Children.at(context, 2) instanceof PythonParser.PatternArgumentsContext arguments) {
      int count = Children.count(arguments);
      Children.checkCommas(arguments, 0, count, PythonParser.COMMA);
      for (int i = 0; i < count; i++) {
        if (!(Children.at(arguments, i) instanceof PythonParser.PatternArgumentContext argument)) {
          continue;
        }
        PythonParser.PatternContext first = (PythonParser.PatternContext) Children.at(argument, 0);
        PythonParser.PatternContext last =
            (PythonParser.PatternContext) Children.at(argument, Children.count(argument) - 1);
        Pattern value = pattern(last);
        if (value instanceof Pattern.MatchStar) {
          throw Children.invalid(value.span());
        }
        if (first == last) {
          if (!names.isEmpty()) {
            throw new Refusal("positional patterns follow keyword patterns", value.span());
          }
          positional.add(value);
        } else {
          if (first.getStart() != first.getStop()
              || first.getStart().getType() != PythonParser.NAME) {
            throw Children.invalid(Children.span(first));
          }
          names.add(first.getStart().getText());
          values.add(value);
        }
      }
    }
    return new Pattern.MatchClass(type, positional, names, values, span);
  }

  private Pattern mapping(PythonParser.ClosedPatternContext context, Span span) {
    List<Expression> keys = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    String rest = null;
    int count = Children.count(context);
    Children.checkCommas(context, 1, count - 1, PythonParser.COMMA);
    for (int i = 1; i < count - 1; i++) {
      if (!(Children.at(context, i) instanceof PythonParser.MappingItemContext item)) {
        continue;
      }
      if (rest != null) {
        throw Children.invalid(Children.start(item));
      }
      if (Children.typeAt(item, 0) == PythonParser.DOUBLE_STAR) {
        rest = Children.textAt(item, 1);
        if (rest.equals("_")) {
          throw Children.invalid(Children.spanAt(item, 1));
        }
      } else {
        keys.add(key((PythonParser.ClosedPatternContext) Children.at(item, 0)));
        Pattern value = pattern((PythonParser.PatternContext) Children.at(item, 2));
        if (value instanceof Pattern.MatchStar) {
          throw Children.invalid(value.span());
        }
        values.add(value);
      }
    }
    return new Pattern.MatchMapping(keys, values, rest, span);
  }

  private Expression key(PythonParser.ClosedPatternContext context) {
    return switch (closed(context)) {
      case Pattern.MatchValue value -> value.value();
      case Pattern.MatchSingleton singleton -> singleton.value();
      default -> throw Children.invalid(Children.span(context));
    };
  }

  private static Expression number(PythonParser.ClosedPatternContext context) {
    int at = 0;
    PlacedToken minus = null;
    if (Children.typeAt(context, 0) == PythonParser.MINUS) {
      minus = Children.tokenAt(context, at++);
    }
    Expression real = literal(context, at);
    if (minus != null) {
      real = new Expression.UnaryOperation(UnaryOperator.MINUS, real, minus.span().to(real.span()));
    }
    if (at + 1 == Children.count(context)) {
      return real;
    }
    Expression imaginary = literal(context, at + 2);
    ParseTree first = Children.at((ParserRuleContext) context, at);
    if (!(imaginary instanceof Expression.ImaginaryLiteral)) {
      throw new Refusal("imaginary number required in complex literal", imaginary.span());
    }
    if (isImaginary(first)) {
      throw new Refusal("real number required in complex literal", real.span());
    }
    BinaryOperator operator =
        Children.typeAt(context, at + 1) == PythonParser.PLUS
            ? BinaryOperator.ADD
            : BinaryOperator.SUBTRACT;
    return new Expression.BinaryOperation(
        real, operator, imaginary, real.span().to(imaginary.span()));
  }

  private static boolean isImaginary(ParseTree leaf) {
    String text = leaf.getText();
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    return !hexadecimal && (text.endsWith("j") || text.endsWith("J"));
  }

  private static Expression literal(ParserRuleContext context, int index) {
    PlacedToken token = Children.tokenAt(context, index);
    return Numbers.literal(token.getText(), token.span());
  }
}
