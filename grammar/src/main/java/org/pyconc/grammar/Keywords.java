package org.pyconc.grammar;

import java.util.List;

/**
 * The keywords of the language.
 *
 * @see <a href="https://docs.python.org/3.11/reference/lexical_analysis.html#keywords">Keywords</a>
 */
public final class Keywords {
  private Keywords() {}

  /** The words that are no names, in alphabetical order. */
  public static final List<String> HARD =
      List.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");
}
