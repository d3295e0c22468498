package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.launcher.Installation.Outcome;

/**
 * Each program in the documents prints the block of text behind it: {@code text} is standard
 * output, {@code text error} is standard error. A word behind {@code python} names the program's
 * file.
 */
class DocumentsIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  @TempDir private static Path folder;
  private static Installation installation;

  private record Example(
      String document, int line, String file, String program, boolean isError, String output) {
    @Override
    public String toString() {
      return document + ", line " + line;
    }
  }

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
    try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = Files.readAllLines(document);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("```python")) {
          examples.add(example(document.getFileName().toString(), lines, i));
        }
      }
    }
    assertThat(examples).hasSizeGreaterThan(7);
    return examples;
  }

  private static Example example(String document, List<String> lines, int at) {
    String name = lines.get(at).substring("```python".length()).strip();
    String program = block(lines, at + 1);
    int output = at + 1 + (int) program.lines().count() + 1;
    while (output < lines.size() && lines.get(output).isEmpty()) {
      output++;
    }
    assertThat(lines.get(output))
        .as("%s, line %d: what the program prints", document, output + 1)
        .startsWith("```text");
    return new Example(
        document,
        at + 1,
        name.isEmpty() ? "example.py" : name,
        program,
        lines.get(output).equals("```text error"),
        block(lines, output + 1));
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
  void printsWhatTheDocumentSays(Example example) throws Exception {
    Path program = folder.resolve(example.file());
    Files.writeString(program, example.program());
    Outcome outcome = installation.pyconc("run", program.toString());
    if (example.isError()) {
      String error = outcome.err().replace(folder + "/", "");
      assertThat(withoutNumbers(error)).isEqualTo(withoutNumbers(example.output()));
    } else {
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out()).isEqualTo(example.output());
    }
  }

  private static String withoutNumbers(String report) {
    return report.replaceAll("pid \\d+", "pid 1");
  }

  @Test
  void javaIsWhatTheTestsRun() throws Exception {
    int blocks = 0;
    for (Path document : documents()) {
      List<String> lines = Files.readAllLines(document);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("```java ")) {
          Path source = PROJECT.resolve(lines.get(i).substring("```java ".length()));
          assertThat(block(lines, i + 1)).isEqualTo(Files.readString(source));
          blocks++;
        }
      }
    }
    assertThat(blocks).isPositive();
  }

  @Test
  void theLibraryReferenceIsNew() throws Exception {
    Path made = folder.resolve("library");
    Outcome outcome =
        installation.pyconc(
            "run", PROJECT.resolve("docs/reference.py").toString(), made.toString());
    assertThat(outcome.err()).isEmpty();
    Path kept = PROJECT.resolve("docs/library");
    try (Stream<Path> pages = Files.list(made)) {
      for (Path page : pages.sorted().toList()) {
        assertThat(kept.resolve(page.getFileName()))
            .as("make it anew: ./pyconc run docs/reference.py docs/library")
            .hasSameTextualContentAs(page);
      }
    }
    try (Stream<Path> pages = Files.list(kept)) {
      assertThat(pages.map(Path::getFileName).map(made::resolve)).allMatch(Files::exists);
    }
  }

  @Test
  void linksToFilesLeadSomewhere() throws Exception {
    for (Path document : documents()) {
      var links = java.util.regex.Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
      var matcher = links.matcher(Files.readString(document));
      while (matcher.find()) {
        assertThat(document.resolveSibling(matcher.group(1)))
            .as("%s in %s", matcher.group(1), document.getFileName())
            .exists();
      }
    }
  }

  @Test
  void thePicturesCanBeDrawn() throws Exception {
    Path pictures = PROJECT.resolve("docs/pictures");
    Path trace = folder.resolve("workshop.json");
    Path timeline = folder.resolve("timeline.svg");
    String workshop = pictures.resolve("workshop.py").toString();
    assertThat(installation.pyconc("run", "--trace", trace.toString(), workshop).status()).isZero();
    Outcome drawn =
        installation.pyconc(
            "run", pictures.resolve("timeline.py").toString(), trace.toString(), timeline + "");
    assertThat(drawn.err()).isEmpty();
    assertThat(Files.readString(timeline))
        .startsWith("<svg ")
        .contains("Smith 1", "Porter 2", "greenlet round_trip", "ended by signal 9")
        .endsWith("</svg>\n");
    Path chart = folder.resolve("chart.svg");
    installation.pyconc(
        "run",
        pictures.resolve("chart.py").toString(),
        PROJECT.resolve("bench/results.json").toString(),
        chart.toString());
    assertThat(pictures.resolve("benchmarks.svg")).hasSameTextualContentAs(chart);
  }
}
