package org.pyconc.grammar.token;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pyconc.grammar.antlr.PythonLexer;

/** The reserved words and their token types. */
final class Keywords {
  private static final Map<String, Integer> TYPES = new HashMap<>(128);

  static {
    // The token types of the reserved words follow each other in the lexer grammar.
    for (int type = PythonLexer.FALSE; type <= PythonLexer.YIELD; type++) {
      String name = PythonLexer.VOCABULARY.getSymbolicName(type);
      boolean capitalised = type <= PythonLexer.TRUE;
      TYPES.put(capitalised ? name.charAt(0) + lower(name.substring(1)) : lower(name), type);
    }
  }

  private Keywords() {}

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The keyword's type, or NAME. */
  static int typeOf(String word) {
    int length = word.length();
    if (length < 2 || length > 8) {
      return PythonLexer.NAME;
    }
    Integer type = TYPES.get(word);
    return type == null ? PythonLexer.NAME : type;
  }
}
