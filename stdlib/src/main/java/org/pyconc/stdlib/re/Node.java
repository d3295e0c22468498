package org.pyconc.stdlib.re;

import java.util.List;

/** A part of a pattern. */
sealed interface Node {
  /** How often and how eagerly to repeat. */
  enum Eagerness {
    GREEDY(""),
    LAZY("?"),
    POSSESSIVE("+");

    final String suffix;

    Eagerness(String suffix) {
      this.suffix = suffix;
    }
  }

  /** One code point. */
  record Literal(int codePoint) implements Node {}

  /** The dot. */
  record AnyCharacter(boolean matchesNewline) implements Node {}

  /** One of {@code d D s S w W}. */
  record Category(char letter, boolean isAscii) implements Node {}

  /** From one code point to another. */
  record Range(int low, int high) implements Node {}

  /** A set of literals, ranges and categories. */
  record CharacterSet(List<Node> items, boolean isNegated) implements Node {}

  /** A place, one of {@code ^ $ A Z b B}. */
  record Place(char letter, boolean isMultiline, boolean isAscii) implements Node {}

  record Sequence(List<Node> parts) implements Node {}

  record Alternatives(List<Node> branches) implements Node {}

  /**
   * A group.
   *
   * @param number 0 if it does not capture
   */
  record Group(int number, Node body) implements Node {}

  /** A part in which upper and lower case are alike, or are not. */
  record CaseScope(boolean ignoresCase, boolean isAscii, Node body) implements Node {}

  /**
   * @param max negative for no limit
   */
  record Repeat(Node body, int min, int max, Eagerness eagerness) implements Node {}

  /** What must or must not stand before or behind. */
  record Assertion(boolean isBehind, boolean isNegated, Node body) implements Node {}

  /** A group that is not entered again to try otherwise. */
  record Atomic(Node body) implements Node {}

  record BackReference(int group) implements Node {}

  record Conditional(int group, Node yes, Node no) implements Node {}
}
