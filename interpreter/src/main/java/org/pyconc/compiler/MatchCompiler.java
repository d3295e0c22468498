package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.PyDict;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.PatternMatching;

/**
 * Compiles {@code match}. What a pattern captures goes into temporaries first: the names are bound
 * only when the whole pattern has matched.
 */
final class MatchCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  /** What the current case captures, in the order in which the names are bound. */
  private Map<String, Temporary> captures = new LinkedHashMap<>();

  MatchCompiler(UnitContext unit) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = unit.expressions();
  }

  /** Tells whether the code behind the statement can be reached. */
  boolean match(Statement.Match s) {
    expressions.value(s.subject());
    Temporary subject = keep();
    Label end = e.newLabel();
    List<BitSet> afters = new ArrayList<>();
    for (MatchCase each : s.cases()) {
      Label next = e.newLabel();
      BitSet before = variables.snapshot();
      oneCase(each, subject, next);
      if (unit.statements().block(each.body())) {
        afters.add(variables.snapshot());
        e.code.goto_(end);
      }
      e.bind(next);
      variables.restore(before);
    }
    BitSet sure = variables.snapshot();
    for (BitSet each : afters) {
      sure.and(each);
    }
    variables.restore(sure);
    e.bind(end);
    variables.release(subject);
    return true;
  }

  private void oneCase(MatchCase each, Temporary subject, Label next) {
    Map<String, Temporary> outer = captures;
    captures = new LinkedHashMap<>();
    test(each.pattern(), subject, next);
    captures.forEach(
        (name, value) -> {
          variables.load(value, Object.class);
          variables.write(unit.mangle(name));
          variables.release(value);
        });
    captures = outer;
    Expression guard = each.guard();
    if (guard != null) {
      expressions.jumpIfFalse(guard, next);
    }
  }

  private Temporary keep() {
    Temporary t = variables.newTemporary();
    variables.store(t);
    return t;
  }

  private static boolean isWildcard(Pattern pattern) {
    return switch (pattern) {
      case Pattern.MatchStar p -> p.name() == null;
      case Pattern.MatchAs p -> p.pattern() == null && p.name() == null;
      default -> false;
    };
  }

  /** Jumps if the subject does not match. */
  private void test(Pattern pattern, Temporary subject, Label otherwise) {
    switch (pattern) {
      case Pattern.MatchValue p -> {
        variables.load(subject, Object.class);
        expressions.value(p.value());
        e.at(p.span());
        e.call(PatternMatching.class, "equal", boolean.class, Object.class, Object.class);
        e.code.ifeq(otherwise);
      }
      case Pattern.MatchSingleton p -> {
        variables.load(subject, Object.class);
        expressions.value(p.value());
        e.call(Comparison.class, "isSame", boolean.class, Object.class, Object.class);
        e.code.ifeq(otherwise);
      }
      case Pattern.MatchSequence p -> sequence(p, subject, otherwise);
      case Pattern.MatchMapping p -> mapping(p, subject, otherwise);
      case Pattern.MatchClass p -> instance(p, subject, otherwise);
      case Pattern.MatchStar p -> capture(p.name(), subject);
      case Pattern.MatchAs p -> {
        if (p.pattern() != null) {
          test(p.pattern(), subject, otherwise);
        }
        capture(p.name(), subject);
      }
      case Pattern.MatchOr p -> {
        Label matched = e.newLabel();
        for (int i = 0; i < p.patterns().size(); i++) {
          boolean isLast = i == p.patterns().size() - 1;
          Label next = isLast ? otherwise : e.newLabel();
          test(p.patterns().get(i), subject, next);
          if (!isLast) {
            e.code.goto_(matched);
            e.bind(next);
          }
        }
        e.bind(matched);
      }
    }
  }

  private void capture(@Nullable String name, Temporary subject) {
    if (name != null) {
      Temporary kept = captures.get(name);
      if (kept == null) {
        kept = variables.newTemporary();
        captures.put(name, kept);
      }
      variables.load(subject, Object.class);
      variables.store(kept);
    }
  }

  /** Tests the elements of the array on the stack. */
  private void elements(List<Pattern> patterns, Label otherwise) {
    Temporary values = keep();
    for (int i = 0; i < patterns.size(); i++) {
      if (!isWildcard(patterns.get(i))) {
        variables.load(values, Object[].class);
        e.code.loadConstant(i);
        e.code.aaload();
        Temporary element = keep();
        test(patterns.get(i), element, otherwise);
        variables.release(element);
      }
    }
    variables.release(values);
  }

  private void sequence(Pattern.MatchSequence p, Temporary subject, Label otherwise) {
    List<Pattern> patterns = p.patterns();
    int size = patterns.size();
    int starred = -1;
    boolean onlyWildcards = true;
    for (int i = 0; i < size; i++) {
      starred = patterns.get(i) instanceof Pattern.MatchStar ? i : starred;
      onlyWildcards &= isWildcard(patterns.get(i));
    }
    e.at(p.span());
    variables.load(subject, Object.class);
    e.call(PatternMatching.class, "isSequence", boolean.class, Object.class);
    e.code.ifeq(otherwise);
    if (starred < 0 || size > 1) {
      variables.load(subject, Object.class);
      e.call(PatternMatching.class, "length", int.class, Object.class);
      e.code.loadConstant(starred < 0 ? size : size - 1);
      if (starred < 0) {
        e.code.if_icmpne(otherwise);
      } else {
        e.code.if_icmplt(otherwise);
      }
    }
    if (onlyWildcards) {
      return;
    }
    if (starred >= 0 && isWildcard(patterns.get(starred))) {
      some(patterns, starred, subject, otherwise, p);
      return;
    }
    variables.load(subject, Object.class);
    if (starred < 0) {
      e.code.loadConstant(size);
      e.call(Iteration.class, "unpack", Object[].class, Object.class, int.class);
    } else {
      e.code.loadConstant(starred);
      e.code.loadConstant(size - starred - 1);
      e.call(Iteration.class, "unpackStarred", Object[].class, Object.class, int.class, int.class);
    }
    elements(patterns, otherwise);
  }

  /** Nobody wants what is behind the star: only the other elements are looked at. */
  private void some(
      List<Pattern> patterns,
      int starred,
      Temporary subject,
      Label otherwise,
      Pattern.MatchSequence p) {
    for (int i = 0; i < patterns.size(); i++) {
      if (!isWildcard(patterns.get(i))) {
        e.at(p.span());
        variables.load(subject, Object.class);
        e.code.loadConstant(i < starred ? i : i - patterns.size());
        e.call(PatternMatching.class, "element", Object.class, Object.class, int.class);
        Temporary element = keep();
        test(patterns.get(i), element, otherwise);
        variables.release(element);
      }
    }
  }

  private void mapping(Pattern.MatchMapping p, Temporary subject, Label otherwise) {
    e.at(p.span());
    variables.load(subject, Object.class);
    e.call(PatternMatching.class, "isMapping", boolean.class, Object.class);
    e.code.ifeq(otherwise);
    if (!p.keys().isEmpty()) {
      variables.load(subject, Object.class);
      e.call(PatternMatching.class, "length", int.class, Object.class);
      e.code.loadConstant(p.keys().size());
      e.code.if_icmplt(otherwise);
    }
    expressions.array(p.keys());
    Temporary keys = keep();
    e.at(p.span());
    variables.load(subject, Object.class);
    variables.load(keys, Object[].class);
    e.call(PatternMatching.class, "values", Object[].class, Object.class, Object[].class);
    orJump(otherwise);
    elements(p.patterns(), otherwise);
    String rest = p.rest();
    if (rest != null) {
      e.at(p.span());
      variables.load(subject, Object.class);
      variables.load(keys, Object[].class);
      e.call(PatternMatching.class, "rest", PyDict.class, Object.class, Object[].class);
      Temporary others = keep();
      capture(rest, others);
      variables.release(others);
    }
    variables.release(keys);
  }

  private void instance(Pattern.MatchClass p, Temporary subject, Label otherwise) {
    variables.load(subject, Object.class);
    expressions.value(p.type());
    e.code.loadConstant(p.patterns().size());
    e.own(p.keywordNames().toArray(new String[0]), String[].class);
    e.at(p.span());
    e.call(
        PatternMatching.class,
        "attributes",
        Object[].class,
        Object.class,
        Object.class,
        int.class,
        String[].class);
    orJump(otherwise);
    List<Pattern> all = new ArrayList<>(p.patterns());
    all.addAll(p.keywordPatterns());
    elements(all, otherwise);
  }

  /** Jumps if the array on the stack is null. */
  private void orJump(Label otherwise) {
    int array = e.newLocal();
    e.code.dup();
    e.code.astore(array);
    e.code.ifnull(otherwise);
    e.code.aload(array);
  }
}
