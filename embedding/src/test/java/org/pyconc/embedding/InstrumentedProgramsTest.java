package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden programs do the same when a tool watches all that has a tag: each prints its {@code
 * .out}, ends with its {@code .status}, and an exception that nothing handles is the one that ends
 * its {@code .err}. Those about the language and its types run; with {@code -Dpyconc.programs=TEXT}
 * all that have the text in their path, among them some that show how the command ends a program,
 * which an embedding does in another way.
 */
class InstrumentedProgramsTest {
  private static final Path PROGRAMS = Path.of("../stdlib/src/test/resources/programs");
  private static final Set<String> AREAS =
      Set.of(
          "builtins",
          "classes",
          "compiler",
          "containers",
          "descriptors",
          "everyday",
          "exceptions_more",
          "exec_eval",
          "expressions",
          "imports",
          "inspect_module",
          "language",
          "match",
          "numbers",
          "pickle",
          "statements",
          "text",
          "unittest_module",
          "warnings");
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @TestFactory
  Stream<DynamicTest> watched() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(PROGRAMS)) {
      files = found.filter(InstrumentedProgramsTest::isProgram).sorted().toList();
    }
    return files.stream()
        .filter(InstrumentedProgramsTest::isChosen)
        .map(
            file ->
                DynamicTest.dynamicTest(
                    PROGRAMS.relativize(file).toString(),
                    () -> Assertions.assertTimeoutPreemptively(LIMIT, () -> check(file))));
  }

  private static boolean isChosen(Path file) {
    String text = System.getProperty("pyconc.programs");
    return text == null
        ? AREAS.contains(PROGRAMS.relativize(file).getName(0).toString())
        : file.toString().contains(text);
  }

  /** Modules that are only imported begin with an underscore, or lie in a folder that does. */
  private static boolean isProgram(Path file) {
    for (Path part : PROGRAMS.relativize(file)) {
      if (part.toString().startsWith("_")) {
        return false;
      }
    }
    return file.toString().endsWith(".py") && Files.exists(beside(file, ".out"));
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - 3) + ending);
  }

  private static String text(Path file, String otherwise) throws IOException {
    return Files.exists(file) ? Files.readString(file) : otherwise;
  }

  private static void check(Path file) throws IOException {
    Path given = beside(file, ".in");
    byte[] input = Files.exists(given) ? Files.readAllBytes(given) : new byte[0];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int wanted = Integer.parseInt(text(beside(file, ".status"), "0").strip());
    int status = 0;
    try (Engine engine =
        Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build()) {
      AllTagsInstrument.Events events =
          engine.getInstruments().get(AllTagsInstrument.ID).lookup(AllTagsInstrument.Events.class);
      try (Context context =
          Context.newBuilder("pyconc")
              .engine(engine)
              .allowAllAccess(true)
              .in(new ByteArrayInputStream(input))
              .out(out)
              .err(err)
              .arguments("pyconc", new String[] {file.getFileName().toString()})
              .build()) {
        status = run(context, file, events);
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text(beside(file, ".out"), ""));
    assertThat(status).isEqualTo(wanted);
  }

  /** The status that a program ends with. */
  private static int run(Context context, Path file, AllTagsInstrument.Events events)
      throws IOException {
    context.eval(
        "pyconc",
        "import sys; sys.path[:] = ['%s']; __file__ = '%s'; del sys"
            .formatted(file.getParent(), file.getFileName()));
    long before = events.entered.get();
    try {
      context.eval(Source.newBuilder("pyconc", file.toFile()).build());
    } catch (PolyglotException e) {
      assertThat(e.isInternalError()).as(e.getMessage()).isFalse();
      if (e.isExit()) {
        return e.getExitStatus();
      }
      assertThat(text(beside(file, ".err"), "")).contains(e.getMessage());
      return 1;
    }
    assertThat(events.entered.get()).isGreaterThan(before);
    return 0;
  }
}
