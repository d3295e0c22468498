package org.pyconc.grammar.token;

import java.text.Normalizer;
import java.util.ArrayDeque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.pyconc.grammar.SyntaxError.Kind;
import org.pyconc.grammar.antlr.PythonLexer;
import org.pyconc.grammar.tree.Span;

/**
 * Adds to the generated lexer what depends on lines and brackets: NEWLINE, INDENT, DEDENT, the ends
 * of strings and numbers, keywords. The rules are those of the <a
 * href="https://docs.python.org/3.11/reference/lexical_analysis.html">lexical analysis</a>. Throws
 * {@link Refusal} at the first thing that is no token.
 */
final class TokenReader extends PythonLexer {
  static final String UNEXPECTED_END = "unexpected EOF while parsing";
  static final int MAX_BRACKETS = 200;
  static final int MAX_INDENTS = 100;

  private final ArrayDeque<Token> pending = new ArrayDeque<>();
  private final Brackets brackets = new Brackets();
  private final int[] columns = new int[MAX_INDENTS];
  private final int[] alternateColumns = new int[MAX_INDENTS];
  private int indents;
  private boolean atLineStart = true;
  private boolean lineHasToken;

  /** Reads a whole file. */
  TokenReader(CharStream input) {
    super(input);
    removeErrorListeners();
  }

  /** Reads an expression that stands inside a string at that place. */
  TokenReader(CharStream input, int line, int column) {
    this(input);
    setLine(line);
    setCharPositionInLine(column);
    atLineStart = false;
  }

  Brackets brackets() {
    return brackets;
  }

  @Override
  public Token nextToken() {
    while (true) {
      Token token = pending.poll();
      if (token != null) {
        return token;
      }
      if (atLineStart) {
        atLineStart = false;
        if (brackets.depth() == 0) {
          readIndentation();
          continue;
        }
      }
      token = super.nextToken();
      switch (token.getType()) {
        case NEWLINE -> {
          if (brackets.depth() > 0) {
            continue;
          }
          atLineStart = true;
          if (!lineHasToken) {
            continue;
          }
          lineHasToken = false;
          return token;
        }
        case CONTINUATION -> {
          continueLine();
          continue;
        }
        case EOF -> {
          return endOfFile((PlacedToken) token);
        }
        case UNKNOWN -> {
          checkCharacter((PlacedToken) token);
          lineHasToken = true;
          return token;
        }
        default -> {
          brackets.see((PlacedToken) token);
          lineHasToken = true;
          return token;
        }
      }
    }
  }

  @Override
  public Token emit() {
    int type = _type;
    String text = null;
    switch (type) {
      case NAME -> {
        text = getText();
        type = Keywords.typeOf(text);
        if (type == NAME) {
          text = checkedName(text);
        }
      }
      case NUMBER -> new NumberScanner(this).scan();
      case STRING -> new StringScanner(this, _tokenStartLine, _tokenStartCharPositionInLine).scan();
      default -> {}
    }
    PlacedToken token =
        new PlacedToken(
            _tokenFactorySourcePair,
            type,
            _tokenStartCharIndex,
            _input.index() - 1,
            _tokenStartLine,
            _tokenStartCharPositionInLine,
            getLine(),
            getCharPositionInLine());
    if (type == NEWLINE) {
      token =
          new PlacedToken(
              _tokenFactorySourcePair,
              type,
              _tokenStartCharIndex,
              _input.index() - 1,
              _tokenStartLine,
              _tokenStartCharPositionInLine,
              _tokenStartLine,
              _tokenStartCharPositionInLine + 1);
    }
    if (text != null) {
      token.setText(text);
    }
    emit(token);
    return token;
  }

  @Override
  public Token emitEOF() {
    Token token = place(EOF);
    emit(token);
    return token;
  }

  int peek() {
    return _input.LA(1);
  }

  int peek(int distance) {
    return _input.LA(distance);
  }

  void advance() {
    getInterpreter().consume(_input);
  }

  /** The place whose 1-based column is the number of characters read on this line. */
  Span here() {
    int column = Math.max(0, getCharPositionInLine() - 1);
    return new Span(getLine(), column, getLine(), column);
  }

  /** The place one character before {@link #here()}. */
  Span before() {
    int column = Math.max(0, getCharPositionInLine() - 2);
    return new Span(getLine(), column, getLine(), column);
  }

  private PlacedToken place(int type) {
    int at = _input.index();
    return new PlacedToken(
        _tokenFactorySourcePair,
        type,
        at,
        at - 1,
        getLine(),
        getCharPositionInLine(),
        getLine(),
        getCharPositionInLine());
  }

  private void readIndentation() {
    int column = 0;
    int alternate = 0;
    int continuedColumn = 0;
    while (true) {
      int c = peek();
      if (c == ' ') {
        column++;
        alternate++;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        alternate++;
      } else if (c == '\f') {
        column = 0;
        alternate = 0;
      } else if (c == '\\') {
        continuedColumn = continuedColumn == 0 ? column : continuedColumn;
        advance();
        continueLine();
        continue;
      } else {
        break;
      }
      advance();
    }
    int c = peek();
    if (c == '#' || c == '\n' || c == CharStream.EOF) {
      return;
    }
    indent(continuedColumn == 0 ? column : continuedColumn, alternate);
  }

  private void indent(int column, int alternate) {
    if (column == columns[indents]) {
      if (alternate != alternateColumns[indents]) {
        throw inconsistentTabs();
      }
    } else if (column > columns[indents]) {
      if (indents + 1 >= MAX_INDENTS) {
        throw new Refusal(
            Kind.INDENTATION,
            "too many levels of indentation",
            new Span(getLine(), 0, getLine(), 0));
      }
      if (alternate <= alternateColumns[indents]) {
        throw inconsistentTabs();
      }
      indents++;
      columns[indents] = column;
      alternateColumns[indents] = alternate;
      pending.add(place(INDENT));
    } else {
      while (indents > 0 && column < columns[indents]) {
        indents--;
        pending.add(place(DEDENT));
      }
      if (column != columns[indents]) {
        pending.clear();
        throw unmatchedDedent();
      }
      if (alternate != alternateColumns[indents]) {
        throw inconsistentTabs();
      }
    }
  }

  private Refusal inconsistentTabs() {
    return new Refusal(
        Kind.TAB,
        "inconsistent use of tabs and spaces in indentation",
        new Span(getLine(), 0, getLine(), 0));
  }

  private Refusal unmatchedDedent() {
    while (peek() != '\n' && peek() != CharStream.EOF) {
      advance();
    }
    int end = getCharPositionInLine();
    return new Refusal(
        Kind.INDENTATION,
        "unindent does not match any outer indentation level",
        new Span(getLine(), end, getLine(), end));
  }

  /** Behind a backslash: the line must end there and another must follow. */
  private void continueLine() {
    if (peek() != '\n') {
      int column = getCharPositionInLine();
      throw new Refusal(
          "unexpected character after line continuation character",
          new Span(getLine(), column, getLine(), column));
    }
    if (peek(2) == CharStream.EOF) {
      PlacedToken opened = brackets.innermost();
      if (opened != null) {
        throw neverClosed(opened);
      }
      int column = getCharPositionInLine();
      throw new Refusal(UNEXPECTED_END, new Span(getLine(), column, getLine(), column));
    }
    advance();
  }

  private Token endOfFile(PlacedToken end) {
    if (lineHasToken) {
      lineHasToken = false;
      pending.add(place(NEWLINE));
    }
    for (; indents > 0; indents--) {
      pending.add(place(DEDENT));
    }
    pending.add(end);
    return pending.remove();
  }

  static Refusal neverClosed(PlacedToken bracket) {
    Span at = bracket.span();
    return new Refusal(
        "'" + bracket.getText() + "' was never closed",
        new Span(at.line(), at.column(), at.line(), at.column()));
  }

  /** Visible ASCII is a token, though of no use to the parser. */
  private void checkCharacter(PlacedToken token) {
    int c = token.getText().codePointAt(0);
    if (c < ' ' || c >= 0x7f) {
      throw invalidCharacter(c, here());
    }
  }

  static Refusal invalidCharacter(int c, Span at) {
    StringBuilder hex =
        new StringBuilder(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
    while (hex.length() < 4) {
      hex.insert(0, '0');
    }
    if (!Printable.isPrintable(c)) {
      return new Refusal("invalid non-printable character U+" + hex, at);
    }
    return new Refusal("invalid character '" + Character.toString(c) + "' (U+" + hex + ")", at);
  }

  private String checkedName(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        ascii = false;
        break;
      }
    }
    if (ascii) {
      return text;
    }
    int column = _tokenStartCharPositionInLine;
    for (int i = 0; i < text.length(); column++) {
      int c = text.codePointAt(i);
      boolean good = i == 0 ? Identifiers.isStart(c) : Identifiers.isPart(c);
      if (!good) {
        throw invalidCharacter(c, new Span(getLine(), column, getLine(), column));
      }
      i += Character.charCount(c);
    }
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
