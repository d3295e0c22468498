package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Programs with something changed in them become a tree or a SyntaxError with a place, and soon.
 * {@code -Dpyconc.mutations=100000} makes it the long run.
 */
class ParserMutationTest {
  private static final Path PROGRAMS = Path.of("../stdlib/src/test/resources/programs");
  private static final int MUTATIONS = Integer.getInteger("pyconc.mutations", 3000);
  private static final long SEED = 20261121;
  private static final long LIMIT = 5_000_000_000L;
  private static final int LONGEST = 6000;
  private static final String[] PIECES = {
    "(", ")", "[", "]", "{", "}", ":", ",", ";", "=", ":=", "==", "*", "**", "@", "\\", "\n", "\t",
    " ", "'", "\"", "'''", "f'", "{", "}", "!", "if", "else", "for", "in", "lambda", "yield",
    "await", "async", "def", "class", "match", "case", "except", "except*", "0x", "1e", "\0",
    "\u00e9", "\ud83d", "#", "...", "->", "not", "is", "import", "from", ".", "~", "$"
  };

  @Test
  void eachMutatedProgramIsATreeOrASyntaxError() throws IOException {
    List<String> programs = programs();
    Random random = new Random(SEED);
    int trees = 0;
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = programs.get(random.nextInt(programs.size()));
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        text = mutate(text, random);
      }
      long start = System.nanoTime();
      try {
        Parser.parseModule(new SourceText("mutated.py", text));
        trees++;
      } catch (SyntaxError e) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutation " + i + " of seed " + SEED + ":\n" + text, e);
      }
      assertThat(System.nanoTime() - start).as("time for mutation %d", i).isLessThan(LIMIT);
    }
    assertThat(trees).isPositive();
    assertThat(refused).isPositive();
  }

  private static List<String> programs() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PROGRAMS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        String text = Files.readString(file);
        texts.add(text.substring(0, Math.min(text.length(), LONGEST)));
      }
    }
    return texts;
  }

  /** Deletes, doubles, moves or inserts a piece, or cuts the text off. */
  private static String mutate(String text, Random random) {
    if (text.length() < 10) {
      return text + PIECES[random.nextInt(PIECES.length)];
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    int other = random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, end) + text.substring(at);
      case 2 -> text.substring(0, other) + text.substring(at, end) + text.substring(other);
      case 3 -> text.substring(0, at);
      case 4 -> text.substring(0, at) + (char) random.nextInt(0x180) + text.substring(end);
      default -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(at);
    };
  }
}
