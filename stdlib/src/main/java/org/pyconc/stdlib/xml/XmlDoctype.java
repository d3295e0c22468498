package org.pyconc.stdlib.xml;

import static org.pyconc.stdlib.xml.XmlText.isSpace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document type declaration. Of what it declares, the entities count. */
final class XmlDoctype {
  private final String text;
  private final int end;
  private final Map<String, String> entities;
  private final Set<String> external;
  private final List<String[]> declared = new ArrayList<>();
  private final String name;
  private @Nullable String publicId;
  private @Nullable String systemId;
  private boolean hasInternal;
  private boolean hasParameters;
  private int at;

  XmlDoctype(String text, int from, int end, Map<String, String> entities, Set<String> external) {
    this.text = text;
    this.end = end;
    this.entities = entities;
    this.external = external;
    at = from + "<!DOCTYPE".length();
    if (!isSpace(text.charAt(at))) {
      throw new XmlError(XmlError.INVALID_TOKEN, at);
    }
    name = word();
    if (name.isEmpty()) {
      throw new XmlError(XmlError.SYNTAX, at);
    }
    skipSpaces();
    readIds();
    skipSpaces();
    if (text.charAt(at) == '[') {
      at++;
      hasInternal = true;
      declarations();
      skipSpaces();
    }
    if (text.charAt(at) != '>') {
      throw new XmlError(XmlError.SYNTAX, at);
    }
  }

  /** Behind the declaration that begins there, or -1 if it is not complete. */
  static int end(String text, int from) {
    boolean isInside = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = text.indexOf(c, i + 1);
      } else if (c == '<' && text.startsWith("<!--", i)) {
        i = text.indexOf("-->", i + 4);
      } else if (c == '<' && text.startsWith("<?", i)) {
        i = text.indexOf("?>", i + 2);
      } else if (c == '[') {
        isInside = true;
      } else if (c == ']') {
        isInside = false;
      } else if (c == '>' && !isInside) {
        return i + 1;
      }
      if (i < 0) {
        return -1;
      }
    }
    return -1;
  }

  String name() {
    return name;
  }

  /** The identifiers and whether there are declarations, in one text with NUL between. */
  String ids() {
    return (systemId == null ? "" : "s" + systemId)
        + "\0"
        + (publicId == null ? "" : "p" + publicId)
        + "\0"
        + (hasInternal ? "1" : "0");
  }

  private void readIds() {
    if (text.startsWith("SYSTEM", at)) {
      at += 6;
      systemId = quoted();
    } else if (text.startsWith("PUBLIC", at)) {
      at += 6;
      publicId = quoted();
      systemId = quoted();
    }
  }

  /** Whether parts of it are elsewhere, so that not all entities are known. */
  boolean hasOutside() {
    return systemId != null || hasParameters;
  }

  /** Names and values of the entities. */
  List<String[]> declared() {
    return declared;
  }

  private void skipSpaces() {
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private String word() {
    skipSpaces();
    int from = at;
    while (at < end && XmlText.isName(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    skipSpaces();
    char mark = text.charAt(at);
    if (mark != '"' && mark != '\'') {
      throw new XmlError(XmlError.SYNTAX, at);
    }
    int close = text.indexOf(mark, at + 1);
    if (close < 0 || close >= end) {
      throw new XmlError(XmlError.UNCLOSED_TOKEN, at);
    }
    String value = text.substring(at + 1, close);
    at = close + 1;
    return value;
  }

  private void declarations() {
    while (true) {
      skipSpaces();
      char c = text.charAt(at);
      if (c == ']') {
        at++;
        return;
      }
      if (c == '%') {
        at = text.indexOf(';', at) + 1;
        hasParameters = true;
      } else if (text.startsWith("<!--", at)) {
        at = text.indexOf("-->", at + 4) + 3;
      } else if (text.startsWith("<?", at)) {
        at = text.indexOf("?>", at) + 2;
      } else if (text.startsWith("<!ENTITY", at)) {
        at += 8;
        entity();
      } else if (text.startsWith("<!ELEMENT", at)
          || text.startsWith("<!ATTLIST", at)
          || text.startsWith("<!NOTATION", at)) {
        skipDeclaration();
      } else {
        throw new XmlError(c == '<' ? XmlError.INVALID_TOKEN : XmlError.SYNTAX, at);
      }
      if (at <= 0 || at >= end) {
        throw new XmlError(XmlError.UNCLOSED_TOKEN, end);
      }
    }
  }

  private void skipDeclaration() {
    while (at < end && text.charAt(at) != '>') {
      char c = text.charAt(at);
      at = c == '"' || c == '\'' ? text.indexOf(c, at + 1) + 1 : at + 1;
    }
    at++;
  }

  private void entity() {
    skipSpaces();
    boolean isParameter = text.charAt(at) == '%';
    if (isParameter) {
      at++;
    }
    String entity = word();
    skipSpaces();
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      String value = withCharacters(quoted());
      if (!isParameter && !entities.containsKey(entity) && !external.contains(entity)) {
        entities.put(entity, value);
        declared.add(new String[] {entity, value});
      }
    } else if (!isParameter) {
      external.add(entity);
    }
    skipDeclaration();
  }

  /** With the characters that numbers stand for; names wait until they are used. */
  private static String withCharacters(String value) {
    int i = value.indexOf("&#");
    if (i < 0) {
      return XmlText.withLineFeeds(value);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (i >= 0) {
      int semicolon = value.indexOf(';', i);
      if (semicolon < 0) {
        break;
      }
      out.append(value, from, i);
      out.appendCodePoint(XmlScanner.number(value.substring(i + 1, semicolon), 0));
      from = semicolon + 1;
      i = value.indexOf("&#", from);
    }
    return XmlText.withLineFeeds(out.append(value.substring(from)).toString());
  }
}
