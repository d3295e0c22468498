package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.launcher.Installation.Outcome;

/**
 * Every program in {@code scripts/} prints what lies beside it, as CPython 3.11 recorded it. Where
 * processes print side by side, its first line is {@code # output: any order}.
 */
class ScriptsIT {
  private static final Path SCRIPTS = Path.of("").toAbsolutePath().resolveSibling("scripts");

  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatCPythonPrints(String name) throws Exception {
    Path program = SCRIPTS.resolve(name + ".py");
    List<String> expected = Files.readAllLines(SCRIPTS.resolve(name + ".out"));
    Outcome outcome = installation.pyconc("run", program.toString());
    assertThat(outcome.err()).isEmpty();
    List<String> printed = outcome.out().lines().toList();
    if (Files.readAllLines(program).getFirst().equals("# output: any order")) {
      assertThat(printed).containsExactlyInAnyOrderElementsOf(expected);
    } else {
      assertThat(printed).isEqualTo(expected);
    }
    assertThat(outcome.status()).isZero();
  }
}
