package org.pyconc.stdlib.xml;

import static org.pyconc.stdlib.xml.XmlText.isSpace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.stdlib.xml.XmlNames.Declared;

/**
 * Splits a document into events. What is not complete waits for more text. Nothing outside of the
 * document is read, and what entities make of it is bounded.
 */
final class XmlScanner {
  /** Takes what the scanner finds. */
  interface Sink {
    /** An element begins; {@code attributes} are pairs of name and value. */
    void start(String name, List<String[]> attributes);

    void end(String name);

    void text(String text, boolean isCdata);

    /** Anything else; the kinds are those of {@link XmlParserType}. */
    void other(String kind, @Nullable String first, @Nullable String second);
  }

  private static final long FREE_EXPANSION = 8L << 20;
  private static final int MOST_AMPLIFICATION = 100;

  private record Open(String raw, String full, List<Declared> declared) {}

  private final Sink sink;
  private final XmlNames names;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, String> entities = new HashMap<>();
  private final Set<String> external = new HashSet<>();
  private final Set<String> expanding = new HashSet<>();
  private String text = "";
  private int at;
  private boolean isFinal;
  private boolean hasRoot;
  private boolean hasDoctype;
  private boolean hasOutside;
  private boolean isFresh = true;
  private long line = 1;
  private long column;
  private int counted;
  private long direct;
  private long indirect;

  XmlScanner(Sink sink, XmlNames names) {
    this.sink = sink;
    this.names = names;
  }

  /** Goes on with more text. */
  void feed(String more, boolean last) {
    count(at);
    text = at == 0 ? text + more : text.substring(at) + more;
    direct += more.length();
    at = 0;
    counted = 0;
    isFinal = last;
    boolean goesOn = true;
    while (goesOn && at < text.length()) {
      goesOn = open.isEmpty() ? outside() : inside();
    }
    if (last && at >= text.length() && (!hasRoot || !open.isEmpty())) {
      throw new XmlError(XmlError.NO_ELEMENTS, at);
    }
  }

  /** The line, from 1, of a place in the text; the column is known then. */
  long line(int place) {
    count(Math.min(place, text.length()));
    return line;
  }

  long column() {
    return column;
  }

  int place() {
    return at;
  }

  private void count(int place) {
    for (int i = counted; i < place; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        if (c == '\n' || i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          line++;
        }
        column = 0;
      } else if (!Character.isLowSurrogate(c) || c == XmlInput.MALFORMED) {
        column++;
      }
    }
    counted = Math.max(counted, place);
  }

  private boolean waits(int code) {
    if (isFinal) {
      throw new XmlError(code, at);
    }
    return false;
  }

  private boolean startsWith(String wanted) {
    return text.startsWith(wanted, at);
  }

  /** Whether the text ends in the middle of those words. */
  private boolean mayBecome(String wanted) {
    int left = text.length() - at;
    return left < wanted.length() && wanted.startsWith(text.substring(at));
  }

  // ---- before and behind the root element

  private boolean outside() {
    boolean fresh = isFresh;
    char c = text.charAt(at);
    if (c == '\ufeff' && fresh) {
      at++;
      return true;
    }
    if (isSpace(c)) {
      isFresh = false;
      at++;
      return true;
    }
    if (c != '<') {
      int bad = XmlText.firstBad(text, at, at + 1);
      throw new XmlError(
          hasRoot ? XmlError.JUNK : bad >= 0 || c == '&' ? XmlError.INVALID_TOKEN : XmlError.SYNTAX,
          c == '&' && !hasRoot ? at + 1 : at);
    }
    if (at + 1 >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    if (fresh && (mayBecome("<?xml ") && !isFinal)) {
      return false;
    }
    isFresh = false;
    return switch (text.charAt(at + 1)) {
      case '?' -> instruction(fresh);
      case '!' -> {
        if (startsWith("<!--")) {
          yield comment();
        }
        if (startsWith("<!DOCTYPE")) {
          if (hasRoot || hasDoctype) {
            throw new XmlError(hasRoot ? XmlError.JUNK : XmlError.SYNTAX, at);
          }
          yield doctype();
        }
        if (mayBecome("<!--") || mayBecome("<!DOCTYPE")) {
          yield waits(XmlError.UNCLOSED_TOKEN);
        }
        throw new XmlError(XmlError.INVALID_TOKEN, at + 2);
      }
      default -> {
        if (hasRoot) {
          throw new XmlError(XmlError.JUNK, at);
        }
        yield tag();
      }
    };
  }

  private boolean doctype() {
    int end = XmlDoctype.end(text, at);
    if (end < 0) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    XmlDoctype found = new XmlDoctype(text, at, end, entities, external);
    hasDoctype = true;
    hasOutside = found.hasOutside();
    sink.other("doctype", found.name(), found.ids());
    for (String[] each : found.declared()) {
      sink.other("entity", each[0], each[1]);
    }
    sink.other("doctype end", null, null);
    at = end;
    return true;
  }

  private boolean instruction(boolean isFirst) {
    int end = text.indexOf("?>", at + 2);
    if (end < 0) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    int bad = XmlText.firstBad(text, at, end);
    if (bad >= 0) {
      throw new XmlError(XmlError.INVALID_TOKEN, bad);
    }
    int nameEnd = name(at + 2);
    if (nameEnd == at + 2) {
      throw new XmlError(XmlError.INVALID_TOKEN, at + 2);
    }
    String target = text.substring(at + 2, nameEnd);
    if (nameEnd < end && !isSpace(text.charAt(nameEnd))) {
      throw new XmlError(XmlError.INVALID_TOKEN, nameEnd);
    }
    int from = nameEnd;
    while (from < end && isSpace(text.charAt(from))) {
      from++;
    }
    String data = XmlText.withLineFeeds(text.substring(from, end));
    if (target.equals("xml")) {
      if (!isFirst) {
        throw new XmlError(XmlError.MISPLACED_DECLARATION, at);
      }
      sink.other("declaration", data, null);
    } else if (target.equalsIgnoreCase("xml")) {
      throw new XmlError(XmlError.INVALID_TOKEN, at + 2);
    } else {
      sink.other("instruction", target, data);
    }
    at = end + 2;
    return true;
  }

  private boolean comment() {
    int end = text.indexOf("--", at + 4);
    int bad = XmlText.firstBad(text, at, end < 0 ? text.length() : end);
    if (bad >= 0 && (end >= 0 || bad < text.length() - 1)) {
      throw new XmlError(XmlError.INVALID_TOKEN, bad);
    }
    if (end < 0 || end + 2 >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    if (text.charAt(end + 2) != '>') {
      throw new XmlError(XmlError.INVALID_TOKEN, end + 2);
    }
    sink.other("comment", XmlText.withLineFeeds(text.substring(at + 4, end)), null);
    at = end + 3;
    return true;
  }

  // ---- inside of the root element

  private boolean inside() {
    char c = text.charAt(at);
    if (c == '&') {
      return reference();
    }
    if (c != '<') {
      return characters();
    }
    if (at + 1 >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    return switch (text.charAt(at + 1)) {
      case '/' -> endTag();
      case '?' -> instruction(false);
      case '!' -> {
        if (startsWith("<!--")) {
          yield comment();
        }
        if (startsWith("<![CDATA[")) {
          yield cdata();
        }
        if (mayBecome("<!--") || mayBecome("<![CDATA[")) {
          yield waits(XmlError.UNCLOSED_TOKEN);
        }
        throw new XmlError(XmlError.INVALID_TOKEN, at + 2);
      }
      default -> tag();
    };
  }

  private boolean cdata() {
    int end = text.indexOf("]]>", at + 9);
    int bad = XmlText.firstBad(text, at, end < 0 ? text.length() : end);
    if (bad >= 0 && end >= 0) {
      throw new XmlError(XmlError.INVALID_TOKEN, bad);
    }
    if (end < 0) {
      if (isFinal) {
        throw new XmlError(XmlError.UNCLOSED_CDATA, text.length());
      }
      return false;
    }
    sink.other("cdata", null, null);
    if (end > at + 9) {
      sink.text(XmlText.withLineFeeds(text.substring(at + 9, end)), true);
    }
    sink.other("cdata end", null, null);
    at = end + 3;
    return true;
  }

  private boolean characters() {
    int end = at;
    int length = text.length();
    while (end < length) {
      char c = text.charAt(end);
      if (c == '<' || c == '&') {
        break;
      }
      if (c == ']' && text.startsWith("]]>", end)) {
        emit(end);
        throw new XmlError(XmlError.INVALID_TOKEN, end + 2);
      }
      end++;
    }
    if (end == length && !isFinal) {
      while (end > at && "]\r".indexOf(text.charAt(end - 1)) >= 0
          || end > at && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      if (end == at) {
        return false;
      }
    }
    int bad = XmlText.firstBad(text, at, end);
    if (bad >= 0) {
      emit(bad);
      throw new XmlError(XmlError.INVALID_TOKEN, bad);
    }
    emit(end);
    return true;
  }

  private void emit(int end) {
    if (end > at) {
      sink.text(XmlText.withLineFeeds(text.substring(at, end)), false);
      at = end;
    }
  }

  private boolean reference() {
    int end = referenceEnd(at);
    if (end < 0) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    String name = text.substring(at + 1, end - 1);
    if (name.charAt(0) == '#') {
      sink.text(Character.toString(number(name, at)), false);
      at = end;
      return true;
    }
    String usual = usual(name);
    if (usual != null) {
      sink.text(usual, false);
    } else if (entities.containsKey(name)) {
      expand(name);
    } else if (external.contains(name) || hasOutside) {
      sink.other("skipped", name, external.contains(name) ? "" : null);
    } else {
      throw new XmlError(XmlError.UNDEFINED_ENTITY, at, name);
    }
    at = end;
    return true;
  }

  /** Behind the semicolon, or -1 if that is not there yet. */
  private int referenceEnd(int from) {
    int i = from + 1;
    int length = text.length();
    if (i >= length) {
      return -1;
    }
    if (text.charAt(i) == '#') {
      i++;
      int radix = 10;
      if (i < length && text.charAt(i) == 'x') {
        radix = 16;
        i++;
      }
      int first = i;
      while (i < length && text.charAt(i) < 0x80 && Character.digit(text.charAt(i), radix) >= 0) {
        i++;
      }
      if (i >= length) {
        return -1;
      }
      if (text.charAt(i) != ';' || i == first) {
        throw new XmlError(XmlError.INVALID_TOKEN, i);
      }
      return i + 1;
    }
    int end = name(i);
    if (end >= length) {
      return -1;
    }
    if (end == i || text.charAt(end) != ';') {
      throw new XmlError(XmlError.INVALID_TOKEN, end);
    }
    return end + 1;
  }

  static int number(String reference, int at) {
    int value;
    try {
      value =
          reference.charAt(1) == 'x'
              ? Integer.parseInt(reference.substring(2), 16)
              : Integer.parseInt(reference.substring(1));
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (!XmlText.isCharacter(value)) {
      throw new XmlError(XmlError.BAD_CHAR_REF, at);
    }
    return value;
  }

  private static @Nullable String usual(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> null;
    };
  }

  private String begin(String name) {
    if (!expanding.add(name)) {
      throw new XmlError(XmlError.RECURSIVE_ENTITY, at);
    }
    String value = entities.getOrDefault(name, "");
    indirect += value.length();
    long total = direct + indirect;
    if (total > FREE_EXPANSION && total / Math.max(direct, 1) > MOST_AMPLIFICATION) {
      throw new XmlError(XmlError.AMPLIFICATION, at);
    }
    return value;
  }

  /** What an entity holds may be elements. */
  private void expand(String name) {
    String value = begin(name);
    String outerText = text;
    int outerAt = at;
    boolean outerFinal = isFinal;
    int depth = open.size();
    count(at);
    int outerCounted = counted;
    long outerColumn = column;
    long outerLine = line;
    text = value;
    at = 0;
    isFinal = true;
    try {
      while (at < text.length()) {
        if (open.size() < depth) {
          throw new XmlError(XmlError.ASYNC_ENTITY, 0);
        }
        inside();
      }
      if (open.size() != depth) {
        throw new XmlError(XmlError.ASYNC_ENTITY, 0);
      }
    } catch (XmlError e) {
      throw new XmlError(e.code, outerAt, e.name);
    } finally {
      text = outerText;
      at = outerAt;
      isFinal = outerFinal;
      counted = outerCounted;
      column = outerColumn;
      line = outerLine;
      expanding.remove(name);
    }
  }

  // ---- tags

  private int name(int from) {
    int i = from;
    if (i < text.length() && XmlText.isNameStart(text.charAt(i))) {
      i++;
      while (i < text.length() && XmlText.isName(text.charAt(i))) {
        i++;
      }
    }
    return i;
  }

  private int spaces(int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean endTag() {
    int nameEnd = name(at + 2);
    if (nameEnd >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    int close = spaces(nameEnd);
    if (close >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    if (nameEnd == at + 2 || text.charAt(close) != '>') {
      throw new XmlError(XmlError.INVALID_TOKEN, nameEnd == at + 2 ? nameEnd : close);
    }
    Open last = open.getLast();
    if (!text.substring(at + 2, nameEnd).equals(last.raw())) {
      throw new XmlError(XmlError.TAG_MISMATCH, at + 2);
    }
    at = close + 1;
    close(open.removeLast());
    return true;
  }

  private void close(Open element) {
    sink.end(element.full());
    for (Declared each : element.declared().reversed()) {
      sink.other("namespace end", each.prefix(), null);
    }
    names.forget(element.declared());
  }

  private boolean tag() {
    int i = name(at + 1);
    if (i >= text.length()) {
      return waits(XmlError.UNCLOSED_TOKEN);
    }
    if (i == at + 1) {
      throw new XmlError(XmlError.INVALID_TOKEN, i);
    }
    String raw = text.substring(at + 1, i);
    List<String[]> attributes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (true) {
      int next = spaces(i);
      if (next >= text.length()) {
        return waits(XmlError.UNCLOSED_TOKEN);
      }
      char c = text.charAt(next);
      if (c == '>') {
        start(raw, attributes, next + 1, false);
        return true;
      }
      if (c == '/') {
        if (next + 1 >= text.length()) {
          return waits(XmlError.UNCLOSED_TOKEN);
        }
        if (text.charAt(next + 1) != '>') {
          throw new XmlError(XmlError.INVALID_TOKEN, next + 1);
        }
        start(raw, attributes, next + 2, true);
        return true;
      }
      if (next == i) {
        throw new XmlError(XmlError.INVALID_TOKEN, next);
      }
      i = attribute(next, attributes, seen);
      if (i < 0) {
        return waits(XmlError.UNCLOSED_TOKEN);
      }
    }
  }

  /** Behind the attribute, or -1 if it is not complete. */
  private int attribute(int from, List<String[]> attributes, Set<String> seen) {
    int nameEnd = name(from);
    int equals = spaces(nameEnd);
    if (equals >= text.length()) {
      return -1;
    }
    if (nameEnd == from || text.charAt(equals) != '=') {
      throw new XmlError(XmlError.INVALID_TOKEN, nameEnd == from ? from : equals);
    }
    int quote = spaces(equals + 1);
    if (quote >= text.length()) {
      return -1;
    }
    char mark = text.charAt(quote);
    if (mark != '"' && mark != '\'') {
      throw new XmlError(XmlError.INVALID_TOKEN, quote);
    }
    int end = text.indexOf(mark, quote + 1);
    int less = text.indexOf('<', quote + 1);
    if (less >= 0 && (end < 0 || less < end)) {
      throw new XmlError(XmlError.INVALID_TOKEN, less);
    }
    if (end < 0) {
      return -1;
    }
    int bad = XmlText.firstBad(text, quote + 1, end);
    if (bad >= 0) {
      throw new XmlError(XmlError.INVALID_TOKEN, bad);
    }
    String name = text.substring(from, nameEnd);
    if (!seen.add(name)) {
      throw new XmlError(XmlError.DUPLICATE_ATTRIBUTE, from);
    }
    StringBuilder value = new StringBuilder();
    value(XmlText.withLineFeeds(text.substring(quote + 1, end)), value, quote + 1);
    attributes.add(new String[] {name, value.toString()});
    return end + 1;
  }

  private void value(String raw, StringBuilder out, int place) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '&') {
        out.append(isSpace(c) ? ' ' : c);
        continue;
      }
      int end = raw.indexOf(';', i);
      String name = end < 0 ? "" : raw.substring(i + 1, end);
      if (name.isEmpty() || name.chars().anyMatch(each -> each == ' ' || each == '&')) {
        throw new XmlError(XmlError.INVALID_TOKEN, place + (end < 0 ? raw.length() : end));
      }
      if (name.charAt(0) == '#') {
        out.appendCodePoint(number(name, place + i));
      } else {
        String usual = usual(name);
        if (usual != null) {
          out.append(usual);
        } else if (entities.containsKey(name)) {
          value(begin(name), out, place);
          expanding.remove(name);
        } else if (external.contains(name)) {
          throw new XmlError(XmlError.EXTERNAL_IN_ATTRIBUTE, place + i);
        } else if (!hasOutside) {
          throw new XmlError(XmlError.UNDEFINED_ENTITY, place + i, name);
        }
      }
      i = end;
    }
  }

  private void start(String raw, List<String[]> attributes, int end, boolean isEmpty) {
    List<Declared> declared = names.declare(attributes);
    for (Declared each : declared) {
      sink.other("namespace", each.prefix(), each.uri());
    }
    String full = names.full(raw, false, at);
    if (names.areOn()) {
      Set<String> seen = new HashSet<>();
      for (String[] each : attributes) {
        each[0] = names.full(each[0], true, at);
        if (!seen.add(each[0])) {
          throw new XmlError(XmlError.DUPLICATE_ATTRIBUTE, at);
        }
      }
    }
    hasRoot = true;
    sink.start(full, attributes);
    at = end;
    Open element = new Open(raw, full, declared);
    if (isEmpty) {
      close(element);
    } else {
      open.addLast(element);
    }
  }
}
