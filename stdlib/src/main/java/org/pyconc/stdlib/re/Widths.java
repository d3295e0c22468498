package org.pyconc.stdlib.re;

import java.util.HashMap;
import java.util.Map;

/** How many characters a part of a pattern can match. */
final class Widths {
  private static final long LARGE = 1L << 40;

  /** At least and at most. */
  record Width(long min, long max) {
    static final Width ZERO = new Width(0, 0);
    static final Width ONE = new Width(1, 1);

    boolean isFixed() {
      return min == max;
    }
  }

  private final Map<Integer, Width> groups = new HashMap<>();

  Width of(Node node) {
    return switch (node) {
      case Node.Literal n -> Width.ONE;
      case Node.AnyCharacter n -> Width.ONE;
      case Node.Category n -> Width.ONE;
      case Node.Range n -> Width.ONE;
      case Node.CharacterSet n -> Width.ONE;
      case Node.Place n -> Width.ZERO;
      case Node.Assertion n -> {
        of(n.body());
        yield Width.ZERO;
      }
      case Node.Sequence n -> {
        long min = 0;
        long max = 0;
        for (Node each : n.parts()) {
          Width width = of(each);
          min += width.min;
          max += width.max;
        }
        yield new Width(Math.min(min, LARGE), Math.min(max, LARGE));
      }
      case Node.Alternatives n -> {
        long min = LARGE;
        long max = 0;
        for (Node each : n.branches()) {
          Width width = of(each);
          min = Math.min(min, width.min);
          max = Math.max(max, width.max);
        }
        yield new Width(min, max);
      }
      case Node.Group n -> {
        Width width = of(n.body());
        groups.put(n.number(), width);
        yield width;
      }
      case Node.CaseScope n -> of(n.body());
      case Node.Atomic n -> of(n.body());
      case Node.Repeat n -> {
        Width width = of(n.body());
        long most = n.max() < 0 ? LARGE : n.max();
        yield new Width(
            Math.min(width.min * n.min(), LARGE),
            width.max == 0 ? 0 : Math.min(width.max * Math.min(most, LARGE / width.max), LARGE));
      }
      case Node.BackReference n -> groups.getOrDefault(n.group(), Width.ZERO);
      case Node.Conditional n -> {
        Width yes = of(n.yes());
        Width no = of(n.no());
        yield new Width(Math.min(yes.min, no.min), Math.max(yes.max, no.max));
      }
    };
  }
}
