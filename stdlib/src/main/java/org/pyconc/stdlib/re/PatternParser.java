package org.pyconc.stdlib.re;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyconc.errors.Errors;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.stdlib.re.Node.Eagerness;

/**
 * Reads Python's syntax of regular expressions. What is wrong is told in CPython's words and place.
 *
 * @see <a href="https://docs.python.org/3.11/library/re.html#regular-expression-syntax">syntax</a>
 */
final class PatternParser {
  private static final int LARGEST_GROUP = 1 << 30;

  /** Thrown to begin again when {@code (?x)} is met. */
  private static final class NowVerbose extends RuntimeException {
    private static final long serialVersionUID = 1;

    NowVerbose() {
      super(null, null, false, false);
    }
  }

  private final PatternReader in;
  private final GroupSyntax groupSyntax;
  private final SetSyntax sets;
  private int flags;
  private int groups = 1;
  private final Map<Object, Integer> names = new LinkedHashMap<>();
  private final BitSet open = new BitSet();
  private final List<Integer> closingOrder = new ArrayList<>();
  private final Map<Integer, Integer> conditions = new LinkedHashMap<>();
  private int behindFrom;

  private PatternParser(Object source, int flags) {
    this.in = new PatternReader(source);
    this.flags = flags;
    this.sets = new SetSyntax(in);
    this.groupSyntax = new GroupSyntax(this, in);
  }

  /**
   * What a pattern says.
   *
   * @param names the groups by name
   * @param closingOrder the groups in the order of their closing parentheses
   */
  record Parsed(
      Node body, int flags, int groups, Map<Object, Integer> names, List<Integer> closingOrder) {}

  /**
   * @param source a str or bytes
   */
  static Parsed parse(Object source, int flags) {
    PatternParser parser = new PatternParser(source, flags);
    Node body;
    try {
      body = parser.parseAll();
    } catch (NowVerbose e) {
      parser = new PatternParser(source, flags | Flags.VERBOSE);
      body = parser.parseAll();
    }
    int all = parser.checkedFlags();
    return new Parsed(body, all, parser.groups - 1, parser.names, parser.closingOrder);
  }

  private Node parseAll() {
    if (!in.isBytes() && (flags & Flags.LOCALE) != 0) {
      throw Errors.valueError("cannot use LOCALE flag with a str pattern");
    }
    Node body = alternatives(flags, true);
    if (in.peek() != PatternReader.END) {
      throw in.error("unbalanced parenthesis", in.position());
    }
    conditions.forEach(
        (group, position) -> {
          if (group >= groups) {
            throw in.error("invalid group reference " + group, position);
          }
        });
    boolean ignoresCase = (flags & Flags.IGNORECASE) != 0;
    return ignoresCase ? new Node.CaseScope(true, isAscii(flags), body) : body;
  }

  private int checkedFlags() {
    if (in.isBytes()) {
      if ((flags & Flags.UNICODE) != 0) {
        throw Errors.valueError("cannot use UNICODE flag with a bytes pattern");
      }
      if ((flags & Flags.LOCALE) != 0 && (flags & Flags.ASCII) != 0) {
        throw Errors.valueError("ASCII and LOCALE flags are incompatible");
      }
      return flags;
    }
    if ((flags & Flags.ASCII) == 0) {
      return flags | Flags.UNICODE;
    }
    if ((flags & Flags.UNICODE) != 0) {
      throw Errors.valueError("ASCII and UNICODE flags are incompatible");
    }
    return flags;
  }

  boolean isAscii(int local) {
    return in.isBytes() || (local & Flags.ASCII) != 0;
  }

  /** Adds flags for the whole pattern. */
  void addGlobal(int more) {
    if ((more & Flags.VERBOSE) != 0 && (flags & Flags.VERBOSE) == 0) {
      throw new NowVerbose();
    }
    flags |= more;
  }

  Node alternatives(int local, boolean isFirst) {
    List<Node> branches = new ArrayList<>();
    int effective = local;
    do {
      branches.add(sequence(effective, isFirst && branches.isEmpty()));
      if (isFirst) {
        effective = flags;
      }
    } while (in.take('|'));
    return branches.size() == 1 ? branches.get(0) : new Node.Alternatives(branches);
  }

  Node sequence(int outer, boolean isFirst) {
    int local = outer;
    int start = in.position();
    List<Node> parts = new ArrayList<>();
    while (true) {
      int c = in.peek();
      if (c == PatternReader.END || c == '|' || c == ')') {
        break;
      }
      in.next();
      if ((local & Flags.VERBOSE) != 0) {
        if (c == ' ' || c >= '\t' && c <= '\r') {
          continue;
        }
        if (c == '#') {
          skipLine();
          continue;
        }
      }
      if (c == '(') {
        Node group = groupSyntax.group(local, isFirst && in.position() - 1 == start, parts);
        if (group != null) {
          parts.add(group);
        } else if (isFirst) {
          local = flags;
          start = in.position();
        }
      } else {
        parts.add(item(c, local, parts));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
  }

  private void skipLine() {
    int c = in.next();
    while (c != PatternReader.END && c != '\n') {
      c = in.next();
    }
  }

  private Node item(int c, int local, List<Node> parts) {
    return switch (c) {
      case '\\' -> escape(local);
      case '[' -> sets.set(isAscii(local));
      case '.' -> new Node.AnyCharacter((local & Flags.DOTALL) != 0);
      case '^', '$' -> place((char) c, local);
      case '*', '+', '?', '{' -> repeat(c, parts);
      default -> new Node.Literal(c);
    };
  }

  private Node place(char letter, int local) {
    return new Node.Place(letter, (local & Flags.MULTILINE) != 0, isAscii(local));
  }

  private Node repeat(int operator, List<Node> parts) {
    int start = in.position() - 1;
    int min = operator == '+' ? 1 : 0;
    int max = operator == '?' ? 1 : -1;
    if (operator == '{') {
      if (in.peek() == '}') {
        return new Node.Literal('{');
      }
      int low = number();
      int high = in.take(',') ? number() : low;
      boolean isOpenEnded = in.position() > start + 1 && high == -1;
      if (!in.take('}') || low == -1 && high == -1 && in.position() == start + 2) {
        in.seek(start + 1);
        return new Node.Literal('{');
      }
      min = Math.max(low, 0);
      max = isOpenEnded ? -1 : high;
      if (max >= 0 && max < min) {
        throw in.error("min repeat greater than max repeat", start + 1);
      }
    }
    Node body = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (body == null || body instanceof Node.Place) {
      throw in.error("nothing to repeat", start);
    }
    if (body instanceof Node.Repeat) {
      throw in.error("multiple repeat", start);
    }
    Eagerness eagerness =
        in.take('?') ? Eagerness.LAZY : in.take('+') ? Eagerness.POSSESSIVE : Eagerness.GREEDY;
    parts.remove(parts.size() - 1);
    return new Node.Repeat(body, min, max, eagerness);
  }

  /** A count, or -1 if there is none. */
  private int number() {
    long value = -1;
    while (in.isDigitNext()) {
      value = Math.max(value, 0) * 10 + (in.next() - '0');
      if (value >= 4294967295L) {
        throw Errors.overflow("the repetition number is too large");
      }
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private Node escape(int local) {
    int start = in.position() - 1;
    int c = in.next();
    boolean isAscii = isAscii(local);
    switch (c) {
      case PatternReader.END:
        throw in.error("bad escape (end of pattern)", start);
      case 'd', 'D', 's', 'S', 'w', 'W':
        return new Node.Category((char) c, isAscii);
      case 'A', 'Z', 'b', 'B':
        return new Node.Place((char) c, false, isAscii);
      case '0':
        return new Node.Literal(sets.octal(0, 2));
      default:
    }
    if (PatternReader.isDigit(c)) {
      return reference(c - '0', start);
    }
    return new Node.Literal(sets.character(c, start));
  }

  private Node reference(int first, int start) {
    int group = first;
    if (in.isDigitNext()) {
      int second = in.next() - '0';
      if (first < 8 && second < 8 && in.isOctalNext()) {
        int value = first * 64 + second * 8 + in.next() - '0';
        if (value > 255) {
          Object escape = in.since(start);
          throw in.error(
              new TextBuilder()
                  .append("octal escape value ")
                  .append(escape)
                  .append(" outside of range 0-0o377")
                  .build()
                  .toString(),
              start);
        }
        return new Node.Literal(value);
      }
      group = first * 10 + second;
    }
    if (group >= groups) {
      throw in.error("invalid group reference " + group, start + 1);
    }
    return backReference(group, start);
  }

  Node backReference(int group, int position) {
    if (open.get(group)) {
      throw in.error("cannot refer to an open group", position);
    }
    checkBehind(group, in.position());
    return new Node.BackReference(group);
  }

  private void checkBehind(int group, int position) {
    if (behindFrom > 0 && group >= behindFrom) {
      throw in.error("cannot refer to group defined in the same lookbehind subpattern", position);
    }
  }

  /** The number of a group by its name. */
  int groupNamed(Object name, int position) {
    Integer group = names.get(name);
    if (group == null) {
      throw in.error("unknown group name ", Text.repr(name), position);
    }
    return group;
  }

  /** The group of a condition, which may come later. */
  int conditionGroup(int group, int position) {
    if (group >= LARGEST_GROUP) {
      throw in.error("invalid group reference " + group, position);
    }
    conditions.putIfAbsent(group, position);
    checkBehind(group, in.position());
    return group;
  }

  /** Begins a group that captures. */
  int openGroup() {
    int number = groups++;
    open.set(number);
    return number;
  }

  void nameGroup(Object name, int position) {
    Integer before = names.get(name);
    if (before != null) {
      throw in.error(
          "redefinition of group name "
              + Text.javaRepr(name)
              + " as group "
              + groups
              + "; was group "
              + before,
          position);
    }
    names.put(name, groups);
  }

  void closeGroup(int number) {
    open.clear(number);
    closingOrder.add(number);
  }

  /** Reads the body of a look at what stands before. */
  Node behind(int local) {
    int saved = behindFrom;
    if (saved == 0) {
      behindFrom = groups;
    }
    Node body = alternatives(local, false);
    behindFrom = saved;
    return body;
  }
}
