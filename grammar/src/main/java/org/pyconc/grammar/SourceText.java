package org.pyconc.grammar;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The text of one source file. */
public final class SourceText {

  /** What names of the library's own sources begin with. */
  public static final String LIBRARY = "<library>/";

  private final String name;
  private final Supplier<String> reader;
  private volatile @Nullable String text;

  /**
   * A text.
   *
   * @param name what tracebacks call it: a path as the user gave it, or {@code <string>}
   * @param text decoded, without byte-order mark; line ends as in the file
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.reader = () -> text;
    this.text = text;
  }

  /**
   * A text that is read when somebody asks for it.
   *
   * @param reader gives the same at every call
   */
  public SourceText(String name, Supplier<String> reader) {
    this.name = name;
    this.reader = reader;
  }

  /** What tracebacks call it. */
  public String name() {
    return name;
  }

  /** What is in the file, decoded. */
  public String text() {
    String known = text;
    if (known == null) {
      known = reader.get();
      text = known;
    }
    return known;
  }

  /** Whether it belongs to the standard library. */
  public boolean isLibrary() {
    return name.startsWith(LIBRARY);
  }

  /** The text's CRC-32: tells whether what was made of a text is made of this one. */
  public long checksum() {
    CRC32 sum = new CRC32();
    sum.update(text().getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  /**
   * The line with that number (from 1) without its line end, or an empty string past the end. Line
   * ends are {@code \n}, {@code \r\n} and {@code \r}.
   */
  public String line(int number) {
    String all = text();
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = endOfLine(all, start);
      if (end >= all.length()) {
        return "";
      }
      start = all.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return all.substring(start, endOfLine(all, start));
  }

  private static int endOfLine(String all, int from) {
    int i = from;
    while (i < all.length() && all.charAt(i) != '\n' && all.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
