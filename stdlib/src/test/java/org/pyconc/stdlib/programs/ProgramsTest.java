package org.pyconc.stdlib.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.scope.Executor;

/**
 * Every {@code NAME.py} under {@code programs} prints {@code NAME.out}, writes {@code NAME.err} (or
 * nothing) to standard error and ends with the status in {@code NAME.status} (or 0). {@code
 * NAME.in} is its input. Each runs under both executors. A folder's modules that are only imported
 * begin with an underscore. With {@code -Dpyconc.programs=TEXT} only those run that have the text
 * in their path.
 */
class ProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");

  /** The folders whose programs are run once more, with large functions in parts. */
  private static final List<String> SPLIT =
      List.of(
          "compiler", "expressions", "generators", "language", "match", "statements", "tracebacks");

  /** The folder whose programs read their own text, and so run where it is. */
  private static final String READ_THEMSELVES = "tracing";

  /** In bytes of the JVM. */
  private static final int SMALL_METHOD = 400;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(PROGRAMS)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".py") && !name.startsWith("_") && !isInPackage(file);
  }

  private static boolean isInPackage(Path file) {
    for (Path each : PROGRAMS.relativize(file.getParent())) {
      if (each.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  @TestFactory
  Stream<DynamicTest> interpreted() throws IOException {
    return programs("", () -> new TieredExecutor(Engine.INTERPRETER));
  }

  @TestFactory
  Stream<DynamicTest> compiled() throws IOException {
    return programs("", () -> new TieredExecutor(Engine.COMPILED));
  }

  /** Functions are split into many methods, as only large ones are otherwise. */
  @TestFactory
  Stream<DynamicTest> compiledInParts() throws IOException {
    Stream<DynamicTest> all = Stream.of();
    for (String folder : SPLIT) {
      all =
          Stream.concat(
              all,
              programs(
                  "/" + folder + "/", () -> new TieredExecutor(Engine.COMPILED, SMALL_METHOD)));
    }
    return all;
  }

  private static Stream<DynamicTest> programs(String folder, Supplier<Executor> executor)
      throws IOException {
    return files().stream()
        .filter(ProgramsTest::isProgram)
        .filter(file -> file.toString().contains(folder))
        .filter(file -> file.toString().contains(System.getProperty("pyconc.programs", "")))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    PROGRAMS.relativize(file).toString(),
                    () ->
                        Assertions.assertTimeoutPreemptively(
                            LIMIT, () -> check(file, executor.get()))));
  }

  private static void check(Path file, Executor executor) throws Exception {
    String name = file.getFileName().toString();
    Path folder = file.getParent();
    Path current = folder.endsWith(READ_THEMSELVES) ? folder : Path.of("");
    ProgramRunner.Result result =
        ProgramRunner.run(
            name, Files.readString(file), folder.toString(), current, input(file), executor);
    String prefix = file.getParent().toAbsolutePath() + "/";
    assertThat(result.err().replace(prefix, "")).as("stderr").isEqualTo(beside(file, ".err", ""));
    assertThat(result.out()).as("stdout").isEqualTo(beside(file, ".out", null));
    assertThat(result.status())
        .as("status")
        .isEqualTo(Integer.parseInt(beside(file, ".status", "0").strip()));
  }

  /** Bytes: a program may be given what is no text. */
  private static byte[] input(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path in = file.resolveSibling(name.substring(0, name.length() - 3) + ".in");
    return Files.exists(in) ? Files.readAllBytes(in) : new byte[0];
  }

  private static String beside(Path file, String ending, String otherwise) throws IOException {
    String name = file.getFileName().toString();
    Path other = file.resolveSibling(name.substring(0, name.length() - 3) + ending);
    if (otherwise != null && !Files.exists(other)) {
      return otherwise;
    }
    return Files.readString(other);
  }

  @Test
  void noExpectationWithoutProgram() throws IOException {
    assertThat(files())
        .filteredOn(f -> !f.toString().endsWith(".py") && !isInPackage(f))
        .allSatisfy(
            f -> {
              String name = f.getFileName().toString();
              String program = name.substring(0, name.lastIndexOf('.')) + ".py";
              assertThat(f.resolveSibling(program)).exists();
            });
  }
}
