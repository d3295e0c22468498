package org.pyconc.stdlib.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prefixes and what they stand for. */
final class XmlNames {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** A prefix (empty: the default) that an element has declared. */
  record Declared(String prefix, String uri, @Nullable String before) {}

  private final @Nullable String separator;
  private final Map<String, String> known = new HashMap<>();

  private boolean keepsPrefixes;

  XmlNames(@Nullable String separator) {
    this.separator = separator;
    known.put("xml", XML);
  }

  /** Whether names end with their prefixes. */
  void keepPrefixes(boolean keeps) {
    keepsPrefixes = keeps;
  }

  boolean areOn() {
    return separator != null;
  }

  /** The declarations among the attributes, which are taken out. */
  List<Declared> declare(List<String[]> attributes) {
    List<Declared> declared = new ArrayList<>();
    if (separator != null) {
      for (int i = 0; i < attributes.size(); ) {
        String name = attributes.get(i)[0];
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
          String prefix = name.length() > 6 ? name.substring(6) : "";
          String uri = attributes.remove(i)[1];
          declared.add(new Declared(prefix, uri, known.put(prefix, uri)));
        } else {
          i++;
        }
      }
    }
    return declared;
  }

  void forget(List<Declared> declared) {
    for (Declared each : declared.reversed()) {
      if (each.before() == null) {
        known.remove(each.prefix());
      } else {
        known.put(each.prefix(), each.before());
      }
    }
  }

  /**
   * The full name.
   *
   * @param at where it stands, for errors
   */
  String full(String name, boolean isAttribute, int at) {
    if (separator == null) {
      return name;
    }
    int colon = name.indexOf(':');
    if (colon < 0) {
      String uri = isAttribute ? null : known.get("");
      return uri == null || uri.isEmpty() ? name : uri + separator + name;
    }
    String uri = known.get(name.substring(0, colon));
    if (uri == null) {
      throw new XmlError(XmlError.UNBOUND_PREFIX, at);
    }
    String local = uri + separator + name.substring(colon + 1);
    return keepsPrefixes ? local + separator + name.substring(0, colon) : local;
  }
}
