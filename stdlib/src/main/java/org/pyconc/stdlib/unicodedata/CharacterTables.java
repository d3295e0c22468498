package org.pyconc.stdlib.unicodedata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What version 14 of the Unicode Character Database says of each character and the JDK does not, or
 * says of a newer version.
 */
final class CharacterTables {
  private static final int RADIX = 36;
  private static final int HEXADECIMAL = 16;

  /** A property that many characters side by side share. */
  private static final class Runs {
    private final int[] starts;
    private final String[] values;

    Runs(String line) {
      String[] parts = line.split(" ");
      starts = new int[parts.length];
      values = new String[parts.length];
      int at = 0;
      for (int i = 0; i < parts.length; i++) {
        int colon = parts[i].lastIndexOf(':');
        starts[i] = at;
        values[i] = parts[i].substring(0, colon).intern();
        at += Integer.parseInt(parts[i], colon + 1, parts[i].length(), RADIX);
      }
    }

    String of(int c) {
      int found = Arrays.binarySearch(starts, c);
      return values[found >= 0 ? found : -found - 2];
    }
  }

  /** A number that is no decimal digit. */
  record Fraction(long top, long bottom, boolean isDigit) {}

  private final Runs categories;
  private final Runs directions;
  private final Runs combining;
  private final Runs widths;
  private final Runs mirrored;
  private final Map<Integer, Fraction> numbers = new HashMap<>();
  private final Map<Integer, String> decompositions = new HashMap<>();
  private final Map<String, Integer> aliases = new HashMap<>();

  CharacterTables() {
    List<String> lines = read();
    categories = new Runs(lines.get(0));
    directions = new Runs(lines.get(1));
    combining = new Runs(lines.get(2));
    widths = new Runs(lines.get(3));
    mirrored = new Runs(lines.get(4));
    for (String line : lines.subList(5, lines.size())) {
      int space = line.indexOf(' ', 2);
      String rest = line.substring(space + 1);
      String code = line.substring(2, space);
      switch (line.charAt(0)) {
        case 'N' -> {
          int slash = rest.indexOf('/');
          int end = rest.indexOf(' ');
          numbers.put(
              Integer.parseInt(code, RADIX),
              new Fraction(
                  Long.parseLong(rest.substring(0, slash)),
                  Long.parseLong(rest.substring(slash + 1, end)),
                  rest.endsWith("d")));
        }
        case 'D' -> decompositions.put(Integer.parseInt(code, RADIX), rest);
        default -> aliases.put(rest, Integer.parseInt(code, HEXADECIMAL));
      }
    }
  }

  private static List<String> read() {
    InputStream in = CharacterTables.class.getResourceAsStream("tables.txt");
    if (in == null) {
      throw new IllegalStateException("no resource tables.txt");
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  String category(int c) {
    return categories.of(c);
  }

  String direction(int c) {
    return directions.of(c);
  }

  int combining(int c) {
    return Integer.parseInt(combining.of(c));
  }

  String width(int c) {
    return widths.of(c);
  }

  boolean isMirrored(int c) {
    return mirrored.of(c).equals("1");
  }

  @Nullable Fraction number(int c) {
    return numbers.get(c);
  }

  String decomposition(int c) {
    return decompositions.getOrDefault(c, "");
  }

  @Nullable Integer alias(String name) {
    return aliases.get(name);
  }
}
