package org.pyconc.stdlib.xml;

import java.io.Serial;

/** What is wrong with a document; numbers and words are those of Expat. */
final class XmlError extends RuntimeException {
  static final int SYNTAX = 2;
  static final int NO_ELEMENTS = 3;
  static final int INVALID_TOKEN = 4;
  static final int UNCLOSED_TOKEN = 5;
  static final int TAG_MISMATCH = 7;
  static final int DUPLICATE_ATTRIBUTE = 8;
  static final int JUNK = 9;
  static final int UNDEFINED_ENTITY = 11;
  static final int RECURSIVE_ENTITY = 12;
  static final int ASYNC_ENTITY = 13;
  static final int BAD_CHAR_REF = 14;
  static final int EXTERNAL_IN_ATTRIBUTE = 16;
  static final int MISPLACED_DECLARATION = 17;
  static final int UNKNOWN_ENCODING = 18;
  static final int UNCLOSED_CDATA = 20;
  static final int UNBOUND_PREFIX = 27;
  static final int AMPLIFICATION = 43;

  @Serial private static final long serialVersionUID = 1;

  final int code;

  /** Where it is in the text. */
  final int at;

  /** The name of an entity, or nothing. */
  final String name;

  XmlError(int code, int at) {
    this(code, at, "");
  }

  XmlError(int code, int at, String name) {
    super(Integer.toString(code), null, false, false);
    this.code = code;
    this.at = at;
    this.name = name;
  }
}
