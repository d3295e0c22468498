package org.pyconc.stdlib.struct;

import java.util.concurrent.ConcurrentHashMap;

/** The formats that the functions of the module have parsed last. */
final class ParsedFormats {
  /** So many are kept, as in CPython. */
  private static final int MOST = 100;

  private final ConcurrentHashMap<String, StructFormat> parsed = new ConcurrentHashMap<>();

  /** The format for a str or bytes. */
  StructFormat of(Object given) {
    StructFormat known = given instanceof String s ? parsed.get(s) : null;
    return known == null ? parse(given) : known;
  }

  private StructFormat parse(Object given) {
    StructFormat format = new StructFormat(StructObject.text(given));
    if (given instanceof String s) {
      if (parsed.size() >= MOST) {
        parsed.clear();
      }
      parsed.put(s, format);
    }
    return format;
  }

  void clear() {
    parsed.clear();
  }
}
