package org.pyconc.stdlib.re;

import java.util.ArrayList;
import java.util.List;

/** Reads sets of characters and escapes that stand for one. */
final class SetSyntax {
  private final PatternReader in;

  SetSyntax(PatternReader in) {
    this.in = in;
  }

  /** A set, behind its opening bracket. */
  Node set(boolean isAscii) {
    int start = in.position() - 1;
    boolean isNegated = in.take('^');
    List<Node> items = new ArrayList<>();
    int first = in.position();
    while (true) {
      int at = in.position();
      int c = in.next();
      if (c == PatternReader.END) {
        throw in.error("unterminated character set", start);
      }
      if (c == ']' && at != first) {
        return new Node.CharacterSet(items, isNegated);
      }
      Node low = member(c, at, isAscii);
      if (!in.take('-')) {
        items.add(low);
        continue;
      }
      Object lowText = since(at, in.position() - 1);
      int highAt = in.position();
      int d = in.next();
      if (d == PatternReader.END) {
        throw in.error("unterminated character set", start);
      }
      if (d == ']') {
        items.add(low);
        items.add(new Node.Literal('-'));
        return new Node.CharacterSet(items, isNegated);
      }
      Node high = member(d, highAt, isAscii);
      if (low instanceof Node.Literal from
          && high instanceof Node.Literal to
          && from.codePoint() <= to.codePoint()) {
        items.add(new Node.Range(from.codePoint(), to.codePoint()));
      } else {
        throw in.error("bad character range " + lowText + "-", in.since(highAt), at);
      }
    }
  }

  private Object since(int start, int end) {
    int here = in.position();
    in.seek(end);
    Object text = in.since(start);
    in.seek(here);
    return text;
  }

  private Node member(int c, int start, boolean isAscii) {
    if (c != '\\') {
      return new Node.Literal(c);
    }
    int e = in.next();
    return switch (e) {
      case PatternReader.END -> throw in.error("bad escape (end of pattern)", start);
      case 'd', 'D', 's', 'S', 'w', 'W' -> new Node.Category((char) e, isAscii);
      case 'b' -> new Node.Literal('\b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int value = octal(e - '0', 2);
        if (value > 255) {
          throw in.error(
              "octal escape value " + in.since(start) + " outside of range 0-0o377", start);
        }
        yield new Node.Literal(value);
      }
      case '8', '9' -> throw in.error("bad escape \\" + (char) e, start);
      default -> new Node.Literal(character(e, start));
    };
  }

  /** Up to so many more octal digits behind a first one. */
  int octal(int first, int more) {
    int value = first;
    for (int i = 0; i < more && in.isOctalNext(); i++) {
      value = value * 8 + in.next() - '0';
    }
    return value;
  }

  /** The character that an escape stands for. */
  int character(int letter, int start) {
    switch (letter) {
      case 'a':
        return 7;
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return 11;
      case 'x':
        return in.hexadecimal(2, start);
      default:
    }
    if (!in.isBytes()) {
      switch (letter) {
        case 'u':
          return in.hexadecimal(4, start);
        case 'U':
          return in.hexadecimal(8, start);
        case 'N':
          return in.named(start);
        default:
      }
    }
    if (PatternReader.isAsciiLetter(letter)) {
      throw in.error("bad escape \\" + (char) letter, start);
    }
    return letter;
  }
}
