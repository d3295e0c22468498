package org.pyconc.stdlib.re;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.Truth;

/** The replacement text of {@code sub}: literal text and groups. */
final class Template {
  private final List<Object> parts = new ArrayList<>();
  private final boolean isBytes;
  private TextBuilder literal = new TextBuilder();

  private Template(boolean isBytes) {
    this.isBytes = isBytes;
  }

  /** Reads a template: a str, or bytes for a pattern of bytes. */
  static Template parse(Object argument, PyPattern pattern) {
    Object source = PyPayloadInstance.unwrap(argument);
    boolean wantsBytes = pattern.isBytes();
    if (wantsBytes) {
      byte[] bytes = Buffers.bytesOrNull(source);
      if (bytes == null) {
        throw Errors.typeError(
            "expected a bytes-like object, " + PyType.of(argument).name() + " found");
      }
      source = new PyBytes(bytes);
    } else if (!Text.isText(source)) {
      throw Errors.typeError(
          source instanceof PyBytes
              ? "sequence item 0: expected str instance, bytes found"
              : "decoding to str: need a bytes-like object, "
                  + PyType.of(argument).name()
                  + " found");
    }
    Template template = new Template(wantsBytes);
    template.read(new PatternReader(source), pattern);
    return template;
  }

  private void read(PatternReader in, PyPattern pattern) {
    for (int c = in.next(); c != PatternReader.END; c = in.next()) {
      if (c == '\\') {
        escape(in, pattern, in.position() - 1);
      } else {
        literal.append(c);
      }
    }
    finishLiteral();
  }

  private void finishLiteral() {
    if (literal.length() > 0) {
      parts.add(literal.build());
      literal = new TextBuilder();
    }
  }

  private void escape(PatternReader in, PyPattern pattern, int start) {
    int c = in.next();
    switch (c) {
      case PatternReader.END -> throw in.error("bad escape (end of pattern)", start);
      case 'g' -> named(in, pattern);
      case 'a' -> literal.append(7);
      case 'b' -> literal.append(8);
      case 'f' -> literal.append(12);
      case 'n' -> literal.append(10);
      case 'r' -> literal.append(13);
      case 't' -> literal.append(9);
      case 'v' -> literal.append(11);
      case '\\' -> literal.append('\\');
      case '0' -> {
        int value = 0;
        for (int i = 0; i < 2 && in.isOctalNext(); i++) {
          value = value * 8 + in.next() - '0';
        }
        literal.append(value);
      }
      default -> {
        if (PatternReader.isDigit(c)) {
          number(in, pattern, c - '0', start);
        } else if (PatternReader.isAsciiLetter(c)) {
          throw in.error("bad escape \\" + (char) c, start);
        } else {
          literal.append('\\').append(c);
        }
      }
    }
  }

  private void number(PatternReader in, PyPattern pattern, int first, int start) {
    int group = first;
    if (in.isDigitNext()) {
      int second = in.next() - '0';
      if (first < 8 && second < 8 && in.isOctalNext()) {
        int value = first * 64 + second * 8 + in.next() - '0';
        if (value > 255) {
          throw in.error(
              "octal escape value " + in.since(start) + " outside of range 0-0o377", start);
        }
        literal.append(value);
        return;
      }
      group = first * 10 + second;
    }
    addGroup(in, pattern, group, start + 1);
  }

  private void addGroup(PatternReader in, PyPattern pattern, int group, int position) {
    if (group > pattern.groups()) {
      throw in.error("invalid group reference " + group, position);
    }
    finishLiteral();
    parts.add(group);
  }

  private void named(PatternReader in, PyPattern pattern) {
    if (!in.take('<')) {
      throw in.error("missing <", in.position());
    }
    int start = in.position();
    Object name = in.until('>', "group name");
    if (Truth.isTrue(Calls.method(name, "isidentifier"))) {
      int group = pattern.groupNamed(name);
      if (group < 0) {
        throw Errors.indexError("unknown group name " + Text.javaRepr(name));
      }
      addGroup(in, pattern, group, start);
      return;
    }
    int group;
    try {
      group = Integer.parseInt(name.toString().strip());
    } catch (NumberFormatException e) {
      group = -1;
    }
    if (group < 0) {
      throw in.error("bad character in group name ", Text.repr(name), start);
    }
    addGroup(in, pattern, group, start);
  }

  /** The replacement for a match: a str or bytes. */
  Object expand(PyMatch match) {
    if (parts.size() == 1 && !(parts.get(0) instanceof Integer)) {
      return isBytes ? new PyBytes(Codecs.latin1(parts.get(0).toString())) : parts.get(0);
    }
    TextBuilder out = new TextBuilder();
    for (Object part : parts) {
      if (part instanceof Integer group) {
        Object text = match.text(group);
        if (text != null) {
          out.append(text instanceof PyBytes b ? Codecs.latin1(b.array()) : text);
        }
      } else {
        out.append(part);
      }
    }
    Object text = out.build();
    if (!isBytes) {
      return text;
    }
    return new PyBytes(Codecs.latin1(text instanceof WideString w ? w.toUtf16() : (String) text));
  }
}
