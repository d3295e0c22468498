package org.pyconc.ast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Span;

/** Builds the nodes of one {@code case}. */
final class PatternBuilder {
  private final NodeBuilder builder;
  private final ExpressionBuilder expressions;

  /** The slot of each captured name, in the order in which the names are bound. */
  private final Map<String, Integer> slots = new LinkedHashMap<>();

  PatternBuilder(NodeBuilder builder, ExpressionBuilder expressions) {
    this.builder = builder;
    this.expressions = expressions;
  }

  Patterns.Case build(MatchCase each) {
    Patterns.PatternNode pattern = pattern(each.pattern());
    int[] from = new int[slots.size()];
    TargetNode[] names = new TargetNode[slots.size()];
    int i = 0;
    for (Map.Entry<String, Integer> entry : slots.entrySet()) {
      from[i] = entry.getValue();
      names[i++] = expressions.name(entry.getKey(), each.pattern().span());
    }
    Expression guard = each.guard();
    return new Patterns.Case(
        pattern,
        from,
        names,
        guard == null ? null : expressions.build(guard),
        builder.block(each.body()));
  }

  private int slot(String name) {
    Integer known = slots.get(name);
    if (known == null) {
      known = builder.newSlot();
      slots.put(name, known);
    }
    return known;
  }

  private Patterns.PatternNode[] patterns(List<Pattern> patterns) {
    Patterns.PatternNode[] nodes = new Patterns.PatternNode[patterns.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = pattern(patterns.get(i));
    }
    return nodes;
  }

  private Patterns.PatternNode pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.MatchValue p -> new Patterns.Value(p.span(), expressions.build(p.value()));
      case Pattern.MatchSingleton p ->
          new Patterns.Singleton(p.span(), expressions.build(p.value()));
      case Pattern.MatchSequence p -> sequence(p);
      case Pattern.MatchMapping p -> {
        ExpressionNode[] keys = expressions.build(p.keys());
        Patterns.PatternNode[] values = patterns(p.patterns());
        String rest = p.rest();
        yield new Patterns.Mapping(p.span(), keys, values, rest == null ? -1 : slot(rest));
      }
      case Pattern.MatchClass p -> {
        List<Pattern> all = new ArrayList<>(p.patterns());
        all.addAll(p.keywordPatterns());
        yield new Patterns.Class(
            p.span(),
            expressions.build(p.type()),
            patterns(all),
            p.keywordNames().toArray(new String[0]));
      }
      case Pattern.MatchStar p -> capture(null, p.name(), p.span());
      case Pattern.MatchAs p -> capture(p.pattern(), p.name(), p.span());
      case Pattern.MatchOr p -> new Patterns.Or(p.span(), patterns(p.patterns()));
    };
  }

  private Patterns.PatternNode capture(@Nullable Pattern inner, @Nullable String name, Span span) {
    Patterns.PatternNode node = inner == null ? null : pattern(inner);
    if (name == null) {
      return node == null ? new Patterns.Wildcard(span) : node;
    }
    return new Patterns.Capture(span, node, slot(name));
  }

  private Patterns.PatternNode sequence(Pattern.MatchSequence p) {
    int starred = -1;
    for (int i = 0; i < p.patterns().size(); i++) {
      if (p.patterns().get(i) instanceof Pattern.MatchStar) {
        starred = i;
      }
    }
    return new Patterns.Sequence(p.span(), patterns(p.patterns()), starred);
  }
}
