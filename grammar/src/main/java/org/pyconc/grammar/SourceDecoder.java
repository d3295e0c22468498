package org.pyconc.grammar;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;

/**
 * Turns the bytes of a source file into text: UTF-8, unless one of the first two lines declares
 * something else.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/lexical_analysis.html#encoding-declarations">
 *     Encoding declarations</a>
 */
public final class SourceDecoder {
  private static final int BOM_LENGTH = 3;

  private SourceDecoder() {}

  /**
   * Decodes a source file.
   *
   * @param name what error messages and tracebacks call the file
   * @throws SyntaxError if the bytes are not text in the encoding, the encoding is not known, or a
   *     null character is found
   */
  public static SourceText decode(String name, byte[] bytes) throws SyntaxError {
    return decode(name, bytes, false);
  }

  /**
   * Decodes the argument of {@code eval}, {@code exec} or {@code compile}, in which bytes that are
   * no UTF-8 are an error of the token that they stand in, and none in comments.
   */
  public static SourceText decodeArgument(String name, byte[] bytes) throws SyntaxError {
    return decode(name, bytes, true);
  }

  private static SourceText decode(String name, byte[] bytes, boolean isArgument)
      throws SyntaxError {
    int start = startsWithBom(bytes) ? BOM_LENGTH : 0;
    String declared = declaredEncoding(bytes, start);
    String text;
    if (declared == null || isUtf8(declared)) {
      text = decodeUtf8(name, bytes, start, declared, isArgument);
    } else if (start > 0) {
      throw misencoded(name, "encoding problem: " + declared + " with BOM");
    } else {
      text = decodeAs(name, bytes, declared);
    }
    SourceText source = new SourceText(name, text);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw containsNull(source, nul);
    }
    return source;
  }

  private static boolean startsWithBom(byte[] bytes) {
    return bytes.length >= BOM_LENGTH
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static String decodeUtf8(
      String name, byte[] bytes, int start, @Nullable String declared, boolean isArgument)
      throws SyntaxError {
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    // Bad bytes become U+FFFD, which hardly any file holds: only then is it worth a second look.
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    if (!result.isError()) {
      return text;
    }
    if (declared != null) {
      throw misencoded(name, "encoding problem: " + declared);
    }
    if (isArgument) {
      SyntaxError found = MisencodedText.find(new SourceText(name, text), bytes, start);
      if (found == null) {
        return text;
      }
      throw found;
    }
    int bad = in.position();
    throw misencoded(
        name,
        "Non-UTF-8 code starting with '\\x"
            + Integer.toHexString(bytes[bad] & 0xFF)
            + "' in file "
            + name
            + " on line "
            + lineAt(bytes, bad)
            + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details");
  }

  private static String decodeAs(String name, byte[] bytes, String encoding) throws SyntaxError {
    try {
      return Charset.forName(encoding).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalCharsetNameException
        | UnsupportedCharsetException
        | CharacterCodingException unknown) {
      throw misencoded(name, "encoding problem: " + encoding);
    }
  }

  /** The name without the spellings that CPython takes for the same one. */
  private static String normalName(String encoding) {
    String lower = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.equals("utf-8") || lower.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin1 : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (lower.equals(latin1) || lower.startsWith(latin1 + "-")) {
        return "iso-8859-1";
      }
    }
    return encoding;
  }

  private static boolean isUtf8(String encoding) {
    return encoding.equals("utf-8") || encoding.equalsIgnoreCase("utf8");
  }

  /**
   * The encoding named in a comment on line 1, or on line 2 if line 1 has nothing but a comment.
   */
  private static @Nullable String declaredEncoding(byte[] bytes, int start) {
    int from = start;
    for (int line = 0; line < 2; line++) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      int first = from;
      while (first < end && (bytes[first] == ' ' || bytes[first] == '\t' || bytes[first] == '\f')) {
        first++;
      }
      if (first < end) {
        if (bytes[first] != '#') {
          return null;
        }
        String found =
            encodingIn(new String(bytes, first, end - first, StandardCharsets.ISO_8859_1));
        if (found != null) {
          return found;
        }
      }
      from = end + 1;
      if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
        from++;
      }
    }
    return null;
  }

  /** The {@code NAME} in {@code coding[:=] NAME}. */
  private static @Nullable String encodingIn(String comment) {
    int at = comment.indexOf("coding");
    while (at >= 0) {
      int i = at + "coding".length();
      if (i < comment.length() && (comment.charAt(i) == ':' || comment.charAt(i) == '=')) {
        do {
          i++;
        } while (i < comment.length() && (comment.charAt(i) == ' ' || comment.charAt(i) == '\t'));
        int end = i;
        while (end < comment.length() && isNameCharacter(comment.charAt(end))) {
          end++;
        }
        if (end > i) {
          return normalName(comment.substring(i, end));
        }
      }
      at = comment.indexOf("coding", at + 1);
    }
    return null;
  }

  private static boolean isNameCharacter(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static SyntaxError misencoded(String name, String message) {
    return new SyntaxError(SyntaxError.Kind.SYNTAX, message, Span.NONE, new SourceText(name, ""));
  }

  /** CPython shows the line only as far as the null character, and no caret. */
  private static SyntaxError containsNull(SourceText source, int position) {
    String before = source.text().substring(0, position);
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (before.charAt(i) == '\n') {
        line++;
      }
    }
    return new SyntaxError(
        SyntaxError.Kind.SYNTAX,
        "source code cannot contain null bytes",
        new Span(line, -1, line, -1),
        new SourceText(source.name(), before));
  }
}
