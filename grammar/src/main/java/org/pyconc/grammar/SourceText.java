package org.pyconc.grammar;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The text of one source file.
 *
 * @param name what tracebacks call it: a path as the user gave it, or {@code <string>}
 * @param text decoded, without byte-order mark; line ends as in the file
 */
public record SourceText(String name, String text) {

  /** What names of the library's own sources begin with. */
  public static final String LIBRARY = "<library>/";

  /** Whether it belongs to the standard library. */
  public boolean isLibrary() {
    return name.startsWith(LIBRARY);
  }

  /** The text's CRC-32: tells whether what was made of a text is made of this one. */
  public long checksum() {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /**
   * The line with that number (from 1) without its line end, or an empty string past the end. Line
   * ends are {@code \n}, {@code \r\n} and {@code \r}.
   */
  public String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = endOfLine(start);
      if (end >= text.length()) {
        return "";
      }
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return text.substring(start, endOfLine(start));
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
