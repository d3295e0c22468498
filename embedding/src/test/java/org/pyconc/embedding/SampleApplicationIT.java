package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample application is a Maven project of its own, built and run against the artefacts as they
 * are installed in a repository.
 */
class SampleApplicationIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String VERSION = "0.1.0-SNAPSHOT";

  @TempDir private Path folder;

  @Test
  void isBuiltAndRunAgainstTheInstalledArtefacts() throws Exception {
    // links in a temporary folder would worry JUnit
    Path repository = Path.of("target").toAbsolutePath().resolve("sample-repository");
    remove(repository);
    linkOthers(Path.of(System.getProperty("maven.repo")), repository);
    install(ROOT.resolve("pom.xml"), null, "pyconc-parent", repository);
    for (String module : List.of("grammar", "interpreter", "stdlib", "embedding")) {
      String artefact = "pyconc-" + module;
      Path built = ROOT.resolve(module);
      install(
          built.resolve("pom.xml"),
          built.resolve("target/" + artefact + "-" + VERSION + ".jar"),
          artefact,
          repository);
    }
    Path project = folder.resolve("application");
    copy(ROOT.resolve("scripts/embedding"), project);
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    assertThat(run(project, maven, "-B", "-o", "-q", "-Dmaven.repo.local=" + repository, "package"))
        .doesNotContain("ERROR");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String output = "";
    for (String main : List.of("Hello", "Shop")) {
      output +=
          run(
              project,
              java,
              "-Dpolyglot.engine.WarnInterpreterOnly=false",
              "-cp",
              "target/classes:target/lib/*",
              main);
    }
    String ours =
        output
            .lines()
            .filter(
                line -> !line.isEmpty() && !line.startsWith("WARNING:")) // the JVM's, about Truffle
            .reduce("", (all, line) -> all + line + "\n");
    assertThat(ours).isEqualTo(Files.readString(project.resolve("expected.txt")));
  }

  /** Deletes a folder, and links in it without what they lead to. */
  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** A repository that has what the user's has, but pyconc. */
  private static void linkOthers(Path from, Path to) throws IOException {
    Path organisations = to.resolve("org");
    Files.createDirectories(organisations);
    linkAll(from, to, "org");
    linkAll(from.resolve("org"), organisations, "pyconc");
  }

  private static void linkAll(Path from, Path to, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path name = Objects.requireNonNull(entry.getFileName());
        if (!name.toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(name), entry);
        }
      }
    }
  }

  /** What mvn install does with an artefact. */
  private static void install(Path pom, Path jar, String artefact, Path repository)
      throws IOException {
    Path place = repository.resolve("org/pyconc").resolve(artefact).resolve(VERSION);
    Files.createDirectories(place);
    String name = artefact + "-" + VERSION;
    Files.copy(pom, place.resolve(name + ".pom"));
    if (jar != null) {
      Files.copy(jar, place.resolve(name + ".jar"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (!from.relativize(each).startsWith("target")) {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static String run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
