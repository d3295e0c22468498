package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.PatternMatching;

/**
 * The {@code match} statement. What a pattern captures goes into slots of the frame first: the
 * names are bound only when the whole pattern has matched.
 */
final class Patterns {
  private Patterns() {}

  /** A pattern. */
  abstract static class PatternNode extends Node {
    final Span span;

    PatternNode(Span span) {
      this.span = span;
    }

    final boolean matches(VirtualFrame frame, Object subject) {
      try {
        return test(frame, subject);
      } catch (PyException e) {
        throw e.at(span);
      }
    }

    abstract boolean test(VirtualFrame frame, Object subject);

    /** Whether it is {@code _} or {@code *_}. */
    boolean isWildcard() {
      return false;
    }
  }

  static final class Match extends StatementNode {
    @Child private ExpressionNode subject;
    @Children private final Case[] cases;

    Match(ExpressionNode subject, Case[] cases) {
      this.subject = subject;
      this.cases = cases;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object value = subject.execute(frame);
      for (Case each : cases) {
        if (each.accepts(frame, value)) {
          return each.body.execute(frame);
        }
      }
      return null;
    }
  }

  static final class Case extends Node {
    private final int[] slots;
    @Child private PatternNode pattern;
    @Children private final TargetNode[] names;
    @Child private @Nullable ExpressionNode guard;
    @Child private StatementNode body;

    /**
     * @param slots where the pattern leaves what it captures
     * @param names what to assign that to
     */
    Case(
        PatternNode pattern,
        int[] slots,
        TargetNode[] names,
        @Nullable ExpressionNode guard,
        StatementNode body) {
      this.pattern = pattern;
      this.slots = slots;
      this.names = names;
      this.guard = guard;
      this.body = body;
    }

    boolean accepts(VirtualFrame frame, Object subject) {
      if (!pattern.matches(frame, subject)) {
        return false;
      }
      for (int i = 0; i < slots.length; i++) {
        names[i].assign(frame, frame.getObject(slots[i]));
      }
      return guard == null || ControlFlow.truth(guard, frame);
    }
  }

  /** Compares with {@code ==}. */
  static final class Value extends PatternNode {
    @Child private ExpressionNode value;

    Value(Span span, ExpressionNode value) {
      super(span);
      this.value = value;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      return PatternMatching.equal(subject, value.execute(frame));
    }
  }

  /** Compares with {@code is}. */
  static final class Singleton extends PatternNode {
    @Child private ExpressionNode value;

    Singleton(Span span, ExpressionNode value) {
      super(span);
      this.value = value;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      return Comparison.isSame(subject, value.execute(frame));
    }
  }

  /** {@code _}, and {@code *_} in a sequence. */
  static final class Wildcard extends PatternNode {
    Wildcard(Span span) {
      super(span);
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      return true;
    }

    @Override
    boolean isWildcard() {
      return true;
    }
  }

  /** {@code name}, {@code *name} in a sequence, {@code pattern as name}. */
  static final class Capture extends PatternNode {
    private final int slot;
    @Child private @Nullable PatternNode pattern;

    Capture(Span span, @Nullable PatternNode pattern, int slot) {
      super(span);
      this.pattern = pattern;
      this.slot = slot;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      if (pattern != null && !pattern.matches(frame, subject)) {
        return false;
      }
      frame.setObject(slot, subject);
      return true;
    }
  }

  static final class Or extends PatternNode {
    @Children private final PatternNode[] alternatives;

    Or(Span span, PatternNode[] alternatives) {
      super(span);
      this.alternatives = alternatives;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      for (PatternNode alternative : alternatives) {
        if (alternative.matches(frame, subject)) {
          return true;
        }
      }
      return false;
    }
  }

  static final class Sequence extends PatternNode {
    private final int starred;
    @Children private final PatternNode[] patterns;
    private final boolean hasOnlyWildcards;

    /**
     * @param starred the index of the pattern with a star, or -1
     */
    Sequence(Span span, PatternNode[] patterns, int starred) {
      super(span);
      this.patterns = patterns;
      this.starred = starred;
      boolean only = true;
      for (PatternNode pattern : patterns) {
        only &= pattern.isWildcard();
      }
      this.hasOnlyWildcards = only;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      if (!PatternMatching.isSequence(subject)) {
        return false;
      }
      int size = patterns.length;
      if (starred < 0) {
        if (PatternMatching.length(subject) != size) {
          return false;
        }
      } else if (size > 1 && PatternMatching.length(subject) < size - 1) {
        return false;
      }
      if (hasOnlyWildcards) {
        return true;
      }
      if (starred >= 0 && patterns[starred].isWildcard()) {
        return testSome(frame, subject);
      }
      Object[] elements =
          starred < 0
              ? Iteration.unpack(subject, size)
              : Iteration.unpackStarred(subject, starred, size - starred - 1);
      for (int i = 0; i < size; i++) {
        if (!patterns[i].matches(frame, elements[i])) {
          return false;
        }
      }
      return true;
    }

    /** Nobody wants what is behind the star: only the other elements are looked at. */
    private boolean testSome(VirtualFrame frame, Object subject) {
      for (int i = 0; i < patterns.length; i++) {
        if (!patterns[i].isWildcard()) {
          int at = i < starred ? i : i - patterns.length;
          if (!patterns[i].matches(frame, PatternMatching.element(subject, at))) {
            return false;
          }
        }
      }
      return true;
    }
  }

  static final class Mapping extends PatternNode {
    private final int restSlot;
    @Children private final ExpressionNode[] keys;
    @Children private final PatternNode[] patterns;

    /**
     * @param restSlot where the other entries go, or -1
     */
    Mapping(Span span, ExpressionNode[] keys, PatternNode[] patterns, int restSlot) {
      super(span);
      this.keys = keys;
      this.patterns = patterns;
      this.restSlot = restSlot;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      if (!PatternMatching.isMapping(subject)
          || (keys.length > 0 && PatternMatching.length(subject) < keys.length)) {
        return false;
      }
      Object[] keyValues = CallNodes.evaluate(keys, frame);
      Object[] values = PatternMatching.values(subject, keyValues);
      if (values == null) {
        return false;
      }
      for (int i = 0; i < patterns.length; i++) {
        if (!patterns[i].matches(frame, values[i])) {
          return false;
        }
      }
      if (restSlot >= 0) {
        frame.setObject(restSlot, PatternMatching.rest(subject, keyValues));
      }
      return true;
    }
  }

  static final class Class extends PatternNode {
    private final int positional;
    private final String[] names;
    @Child private ExpressionNode type;
    @Children private final PatternNode[] patterns;

    /**
     * @param patterns the positional ones, then one for each name
     */
    Class(Span span, ExpressionNode type, PatternNode[] patterns, String[] names) {
      super(span);
      this.type = type;
      this.patterns = patterns;
      this.names = names;
      this.positional = patterns.length - names.length;
    }

    @Override
    boolean test(VirtualFrame frame, Object subject) {
      Object cls = type.execute(frame);
      Object[] values = PatternMatching.attributes(subject, cls, positional, names);
      if (values == null) {
        return false;
      }
      for (int i = 0; i < patterns.length; i++) {
        if (!patterns[i].matches(frame, values[i])) {
          return false;
        }
      }
      return true;
    }
  }
}
