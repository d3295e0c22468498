package org.pyconc.stdlib.re;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a pattern in the syntax of {@link Pattern}, which is compiled with {@link #FLAGS}. Groups
 * get no names. A group that a condition asks for contains an empty one, which is set when the
 * outer one is.
 */
final class Translator {
  /** The dot matches everything, and only {@code \n} ends a line. */
  static final int FLAGS = Pattern.DOTALL | Pattern.UNIX_LINES;

  private static final String LETTERS = "\\w\\p{L}\\p{N}";
  private static final String SPACES =
      "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  private static final String EDGE =
      "(?:(?<=[" + LETTERS + "])(?![" + LETTERS + "])|(?<![" + LETTERS + "])(?=[" + LETTERS + "]))";
  private static final String NO_EDGE =
      "(?!\\A\\z)(?:(?<=["
          + LETTERS
          + "])(?=["
          + LETTERS
          + "])|(?<!["
          + LETTERS
          + "])(?!["
          + LETTERS
          + "]))";

  private final StringBuilder out = new StringBuilder();
  private final Widths widths = new Widths();
  private final int[] groupMap;
  private final int[] marks;
  private int groups;

  private Translator(int groupCount) {
    groupMap = new int[groupCount + 1];
    marks = new int[groupCount + 1];
  }

  /**
   * @param text the pattern in Java's syntax
   * @param groupMap Java's number of each group
   */
  record Translation(String text, int[] groupMap) {}

  static Translation translate(Node body, int groupCount) {
    Translator translator = new Translator(groupCount);
    BitSet asked = new BitSet();
    collectConditions(body, asked);
    translator.number(body, asked);
    translator.widths.of(body);
    translator.emit(body);
    return new Translation(translator.out.toString(), translator.groupMap);
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case Node.Sequence n -> n.parts();
      case Node.Alternatives n -> n.branches();
      case Node.Group n -> List.of(n.body());
      case Node.CaseScope n -> List.of(n.body());
      case Node.Repeat n -> List.of(n.body());
      case Node.Assertion n -> List.of(n.body());
      case Node.Atomic n -> List.of(n.body());
      case Node.Conditional n -> List.of(n.yes(), n.no());
      default -> List.of();
    };
  }

  private static void collectConditions(Node node, BitSet asked) {
    if (node instanceof Node.Conditional c) {
      asked.set(c.group());
    }
    for (Node each : children(node)) {
      collectConditions(each, asked);
    }
  }

  /** Numbers the groups as Java will, in the order of their opening parentheses. */
  private void number(Node node, BitSet asked) {
    int group = node instanceof Node.Group g ? g.number() : 0;
    if (group > 0) {
      groupMap[group] = ++groups;
    }
    for (Node each : children(node)) {
      number(each, asked);
    }
    if (group > 0 && asked.get(group)) {
      marks[group] = ++groups;
    }
  }

  private void emit(Node node) {
    switch (node) {
      case Node.Literal n -> literal(n.codePoint());
      case Node.AnyCharacter n -> out.append(n.matchesNewline() ? "." : "[^\\n]");
      case Node.Category n -> category(n);
      case Node.Range n -> {
        out.append('[');
        range(n);
        out.append(']');
      }
      case Node.CharacterSet n -> set(n);
      case Node.Place n -> place(n);
      case Node.Sequence n -> n.parts().forEach(this::emit);
      case Node.Alternatives n -> alternatives(n);
      case Node.Group n -> group(n);
      case Node.CaseScope n -> {
        out.append(n.ignoresCase() ? n.isAscii() ? "(?i-u:" : "(?iu:" : "(?-i:");
        emit(n.body());
        out.append(')');
      }
      case Node.Repeat n -> repeat(n);
      case Node.Assertion n -> assertion(n);
      case Node.Atomic n -> {
        out.append("(?>");
        emit(n.body());
        out.append(')');
      }
      case Node.BackReference n -> out.append("(?:\\").append(groupMap[n.group()]).append(')');
      case Node.Conditional n -> conditional(n);
    }
  }

  private void alternatives(Node.Alternatives node) {
    List<Node> members = new ArrayList<>();
    for (Node each : node.branches()) {
      if (!(each instanceof Node.Literal
          || each instanceof Node.Category
          || each instanceof Node.CharacterSet s && !s.isNegated())) {
        members.clear();
        break;
      }
      if (each instanceof Node.CharacterSet s) {
        members.addAll(s.items());
      } else {
        members.add(each);
      }
    }
    if (!members.isEmpty()) {
      set(new Node.CharacterSet(members, false));
      return;
    }
    out.append("(?:");
    String separator = "";
    for (Node each : node.branches()) {
      out.append(separator);
      emit(each);
      separator = "|";
    }
    out.append(')');
  }

  private void group(Node.Group node) {
    out.append(node.number() > 0 ? "(" : "(?:");
    emit(node.body());
    if (node.number() > 0 && marks[node.number()] > 0) {
      out.append("()");
    }
    out.append(')');
  }

  private void conditional(Node.Conditional node) {
    String mark = "\\" + marks[node.group()];
    out.append("(?:(?:").append(mark).append(')');
    emit(node.yes());
    out.append("|(?!").append(mark).append(')');
    emit(node.no());
    out.append(')');
  }

  private void assertion(Node.Assertion node) {
    if (node.isBehind() && !widths.of(node.body()).isFixed()) {
      throw ReErrors.of("look-behind requires fixed-width pattern");
    }
    out.append(node.isBehind() ? "(?<" : "(?").append(node.isNegated() ? '!' : '=');
    emit(node.body());
    out.append(')');
  }

  private void repeat(Node.Repeat node) {
    Node body = node.body() instanceof Node.Group g && g.number() == 0 ? g.body() : node.body();
    boolean isSingle =
        switch (body) {
          case Node.Literal n -> true;
          case Node.AnyCharacter n -> true;
          case Node.Category n -> true;
          case Node.CharacterSet n -> true;
          case Node.Group n -> true;
          case Node.Alternatives n -> true;
          case Node.Atomic n -> true;
          case Node.BackReference n -> true;
          default -> false;
        };
    if (isSingle) {
      emit(body);
    } else {
      out.append("(?:");
      emit(body);
      out.append(')');
    }
    int min = node.min();
    int max = node.max();
    if (min == 0 && max == 1) {
      out.append('?');
    } else if (max < 0 && min <= 1) {
      out.append(min == 0 ? '*' : '+');
    } else {
      out.append('{').append(min);
      if (max != min) {
        out.append(',');
        if (max >= 0) {
          out.append(max);
        }
      }
      out.append('}');
    }
    out.append(node.eagerness().suffix);
  }

  private void place(Node.Place node) {
    switch (node.letter()) {
      case 'A' -> out.append("\\A");
      case 'Z' -> out.append("\\z");
      case '^' -> out.append(node.isMultiline() ? "(?<![^\\n])" : "\\A");
      case '$' -> out.append(node.isMultiline() ? "(?![^\\n])" : "\\Z");
      case 'b' -> out.append(node.isAscii() ? "\\b" : EDGE);
      default -> out.append(node.isAscii() ? "(?!\\A\\z)\\B" : NO_EDGE);
    }
  }

  private void category(Node.Category node) {
    if (node.isAscii()) {
      out.append('\\').append(node.letter());
      return;
    }
    switch (node.letter()) {
      case 'd' -> out.append("\\p{Nd}");
      case 'D' -> out.append("\\P{Nd}");
      case 's' -> out.append('[').append(SPACES).append(']');
      case 'S' -> out.append("[^").append(SPACES).append(']');
      case 'w' -> out.append('[').append(LETTERS).append(']');
      default -> out.append("[^").append(LETTERS).append(']');
    }
  }

  private void set(Node.CharacterSet node) {
    out.append(node.isNegated() ? "[^" : "[");
    for (Node item : node.items()) {
      switch (item) {
        case Node.Range r -> range(r);
        case Node.Category c when !c.isAscii() && c.letter() == 'w' -> out.append(LETTERS);
        case Node.Category c when !c.isAscii() && c.letter() == 's' -> out.append(SPACES);
        default -> emit(item);
      }
    }
    out.append(']');
  }

  private void range(Node.Range range) {
    literal(range.low());
    out.append('-');
    literal(range.high());
  }

  private void literal(int c) {
    if (c < 128) {
      if (c < ' ' || c == 127) {
        out.append("\\x{").append(Integer.toHexString(c)).append('}');
        return;
      }
      if (!PatternReader.isDigit(c) && !PatternReader.isAsciiLetter(c) && c != ' ') {
        out.append('\\');
      }
      out.append((char) c);
    } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      out.append("\\x{").append(Integer.toHexString(c)).append('}');
    } else {
      out.appendCodePoint(c);
    }
  }
}
