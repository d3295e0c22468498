package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.launcher.Installation.Outcome;

/** Each program in the user guide prints the block of text behind it. */
class GuideIT {
  private static final Path GUIDE = Path.of("").toAbsolutePath().resolveSibling("docs/guide.md");

  @TempDir private static Path folder;
  private static Installation installation;

  private record Example(int line, String program, String output) {
    @Override
    public String toString() {
      return "line " + line;
    }
  }

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static List<Example> examples() throws IOException {
    List<String> lines = Files.readAllLines(GUIDE);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```python")) {
        String program = block(lines, i + 1);
        int output = lines.subList(i, lines.size()).indexOf("```text") + i;
        examples.add(new Example(i + 1, program, block(lines, output + 1)));
      }
    }
    assertThat(examples).hasSizeGreaterThan(5);
    return examples;
  }

  private static String block(List<String> lines, int from) {
    int end = from;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return String.join("\n", lines.subList(from, end)) + "\n";
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printsWhatTheGuideSays(Example example) throws Exception {
    Path program = folder.resolve("example.py");
    Files.writeString(program, example.program());
    Outcome outcome = installation.pyconc("run", program.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(example.output());
  }
}
