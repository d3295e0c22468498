package org.pyconc.stdlib.re;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/** Reads what stands in parentheses. */
final class GroupSyntax {
  private final PatternParser parser;
  private final PatternReader in;

  GroupSyntax(PatternParser parser, PatternReader in) {
    this.parser = parser;
    this.in = in;
  }

  /**
   * A group behind its opening parenthesis; null if it was only a comment or flags.
   *
   * @param isAtStart whether it is the first thing in the pattern
   */
  @Nullable Node group(int local, boolean isAtStart, List<Node> before) {
    int start = in.position() - 1;
    if (!in.take('?')) {
      return capturing(local, start);
    }
    int c = in.next();
    switch (c) {
      case PatternReader.END:
        throw in.error("unexpected end of pattern", in.position());
      case 'P':
        return named(local, start);
      case ':':
        return new Node.Group(0, body(local, start));
      case '#':
        comment(start);
        return null;
      case '=', '!':
        return new Node.Assertion(false, c == '!', body(local, start));
      case '<':
        return behind(local, start);
      case '(':
        return conditional(local, start);
      case '>':
        return new Node.Atomic(body(local, start));
      default:
    }
    if (c == '-' || Flags.ofLetter(c) != 0) {
      return flags(c, local, start, isAtStart && before.isEmpty());
    }
    throw in.error("unknown extension ?", in.since(in.position() - 1), in.position() - 2);
  }

  private Node body(int local, int start) {
    Node body = parser.alternatives(local, false);
    close(start);
    return body;
  }

  private void close(int start) {
    if (!in.take(')')) {
      throw in.error("missing ), unterminated subpattern", start);
    }
  }

  private Node capturing(int local, int start) {
    int number = parser.openGroup();
    Node body = parser.alternatives(local, false);
    close(start);
    parser.closeGroup(number);
    return new Node.Group(number, body);
  }

  private Node named(int local, int start) {
    if (in.take('<')) {
      int nameStart = in.position();
      Object name = in.until('>', "group name");
      checkName(name, nameStart);
      parser.nameGroup(name, nameStart);
      return capturing(local, start);
    }
    if (in.take('=')) {
      int nameStart = in.position();
      Object name = in.until(')', "group name");
      checkName(name, nameStart);
      return parser.backReference(parser.groupNamed(name, nameStart), nameStart);
    }
    int c = in.next();
    if (c == PatternReader.END) {
      throw in.error("unexpected end of pattern", in.position());
    }
    throw in.error("unknown extension ?P", in.since(in.position() - 1), in.position() - 3);
  }

  private void checkName(Object name, int position) {
    if (!isIdentifier(name)) {
      throw in.error("bad character in group name ", Text.repr(name), position);
    }
  }

  private static boolean isIdentifier(Object name) {
    return Truth.isTrue(Calls.method(name, "isidentifier"));
  }

  private void comment(int start) {
    while (true) {
      int c = in.next();
      if (c == PatternReader.END) {
        throw in.error("missing ), unterminated comment", start);
      }
      if (c == ')') {
        return;
      }
    }
  }

  private Node behind(int local, int start) {
    int c = in.next();
    if (c == PatternReader.END) {
      throw in.error("unexpected end of pattern", in.position());
    }
    if (c != '=' && c != '!') {
      throw in.error("unknown extension ?<", in.since(in.position() - 1), in.position() - 3);
    }
    Node body = parser.behind(local);
    close(start);
    return new Node.Assertion(true, c == '!', body);
  }

  private Node conditional(int local, int start) {
    int nameStart = in.position();
    Object name = in.until(')', "group name");
    int group;
    if (isIdentifier(name)) {
      group = parser.conditionGroup(parser.groupNamed(name, nameStart), nameStart);
    } else {
      group = parser.conditionGroup(number(name, nameStart), nameStart);
    }
    Node yes = parser.sequence(local, false);
    Node no = new Node.Sequence(List.of());
    if (in.take('|')) {
      no = parser.sequence(local, false);
      if (in.peek() == '|') {
        throw in.error("conditional backref with more than two branches", in.position());
      }
    }
    close(start);
    return new Node.Conditional(group, yes, no);
  }

  private int number(Object name, int position) {
    int value;
    try {
      value = Integer.parseInt(name.toString());
    } catch (NumberFormatException e) {
      throw in.error("bad character in group name ", Text.repr(name), position);
    }
    if (value < 0) {
      throw in.error("bad character in group name ", Text.repr(name), position);
    }
    if (value == 0) {
      throw in.error("bad group number", position);
    }
    return value;
  }

  private @Nullable Node flags(int first, int local, int start, boolean isAtStart) {
    int add = 0;
    int remove = 0;
    int c = first;
    while (c != '-' && c != ':' && c != ')') {
      add |= flag(c, add, true);
      c = in.next();
      if (c == PatternReader.END || !isFlagOrEnd(c)) {
        throw in.error(
            isLetter(c) ? "unknown flag" : "missing -, : or )", in.position() - lengthOf(c));
      }
    }
    if (c == ')') {
      if (!isAtStart) {
        throw in.error("global flags not at the start of the expression", start);
      }
      parser.addGlobal(add);
      return null;
    }
    if (c == '-') {
      c = in.next();
      if (c == PatternReader.END || Flags.ofLetter(c) == 0) {
        throw in.error(isLetter(c) ? "unknown flag" : "missing flag", in.position() - lengthOf(c));
      }
      while (c != ':') {
        remove |= flag(c, remove, false);
        c = in.next();
        if (c == PatternReader.END || c != ':' && Flags.ofLetter(c) == 0) {
          throw in.error(isLetter(c) ? "unknown flag" : "missing :", in.position() - lengthOf(c));
        }
      }
    }
    if ((add & remove) != 0) {
      throw in.error("bad inline flags: flag turned on and off", in.position() - 1);
    }
    return scope(add, remove, local, start);
  }

  private static boolean isFlagOrEnd(int c) {
    return c == '-' || c == ':' || c == ')' || Flags.ofLetter(c) != 0;
  }

  private static boolean isLetter(int c) {
    return c != PatternReader.END && Character.isLetter(c);
  }

  private static int lengthOf(int c) {
    return c == PatternReader.END ? 0 : 1;
  }

  private int flag(int letter, int others, boolean isOn) {
    int flag = Flags.ofLetter(letter);
    if ((flag & Flags.LETTERS) == 0) {
      return flag;
    }
    if (!isOn) {
      throw in.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", in.position());
    }
    if (in.isBytes() && flag == Flags.UNICODE) {
      throw in.error("bad inline flags: cannot use 'u' flag with a bytes pattern", in.position());
    }
    if (!in.isBytes() && flag == Flags.LOCALE) {
      throw in.error("bad inline flags: cannot use 'L' flag with a str pattern", in.position());
    }
    if ((others & Flags.LETTERS & ~flag) != 0) {
      throw in.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", in.position());
    }
    return flag;
  }

  private Node scope(int add, int remove, int local, int start) {
    int base = (add & Flags.LETTERS) != 0 ? local & ~Flags.LETTERS : local;
    int inner = (base | add) & ~remove;
    Node body = body(inner, start);
    if (((inner ^ local) & (Flags.IGNORECASE | Flags.ASCII)) != 0) {
      boolean ignoresCase = (inner & Flags.IGNORECASE) != 0;
      return new Node.CaseScope(ignoresCase, parser.isAscii(inner), body);
    }
    return new Node.Group(0, body);
  }
}
