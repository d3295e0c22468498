package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/**
 * The way of somebody who has an empty home, git, Maven and a JDK, and types what the documents
 * say. What Maven would download comes from the local repository of the one who runs the test.
 */
@Tag("newcomer")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerIT {
  private static final int BUILD_MINUTES = 15;

  @TempDir private static Path folder;
  private static Installation clone;
  private static Path repository;

  @BeforeAll
  static void cloneIntoAnEmptyHome() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getProperty("maven.home") + "/bin:/usr/bin:/bin");
    clone = Installation.existing(home.resolve("pyconc"), environment);
    command(home, "git", "clone", "-q", Installation.PROJECT.toString(), "pyconc");
    // Links in the temporary folder would worry JUnit.
    repository = Path.of("target").toAbsolutePath().resolve("newcomer-repository");
    linkLocalRepository();
    useRepository(clone.home);
  }

  /** A local repository that has what the user's has, but pyconc. */
  private static void linkLocalRepository() throws IOException {
    if (Files.exists(repository)) {
      delete(repository);
    }
    Path from = Path.of(System.getProperty("maven.repo"));
    linkAll(from, repository, "org");
    linkAll(from.resolve("org"), repository.resolve("org"), "pyconc");
  }

  private static void linkAll(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (!entry.endsWith(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  /** Deletes a folder, and links in it without what they lead to. */
  private static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void useRepository(Path project) throws IOException {
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(
        project.resolve(".mvn/maven.config"), "-o\n-Dmaven.repo.local=" + repository + "\n");
  }

  private static Outcome command(Path where, String... words) throws Exception {
    Outcome outcome = Installation.finish(clone.start(where, List.of(words)), BUILD_MINUTES);
    assertThat(outcome.status()).as("%s: %s", List.of(words), outcome).isZero();
    return outcome;
  }

  /** The commands in the first block below a heading of a document. */
  private static List<String> commands(String document, String heading) throws IOException {
    List<String> lines = Files.readAllLines(clone.home.resolve(document));
    int at = lines.indexOf(heading);
    while (!lines.get(at).startsWith("```")) {
      at++;
    }
    List<String> found = new ArrayList<>();
    for (int i = at + 1; !lines.get(i).equals("```"); i++) {
      found.add(lines.get(i));
    }
    return found;
  }

  @Test
  @Order(1)
  void theTwoCommandsOfTheReadme() throws Exception {
    List<String> two = commands("README.md", "## Run");
    assertThat(two).hasSize(2);
    Outcome first = command(clone.home, "sh", "-c", two.get(0));
    assertThat(first.err())
        .startsWith("pyconc: building, once; this takes a minute or two (log: ")
        .hasLineCount(1);
    Path program = clone.home.resolve(two.get(0).substring(two.get(0).lastIndexOf(' ') + 1));
    String expected = Files.readString(Path.of(program.toString().replaceAll("\\.py$", ".out")));
    assertThat(first.out()).isEqualTo(expected);
    assertThat(two.get(1)).isEqualTo("./pyconc");
    try (Keyboard keyboard = new Keyboard(clone, "")) {
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("from multiprocessing import Pool\r");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("def square(n):\rreturn n * n\r\r");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("Pool(2).map(square, [1, 2, 3])\r");
      keyboard.expect("[1, 4, 9]\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("1 +\r");
      keyboard.expect("SyntaxError: invalid syntax\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type(Keyboard.CTRL_D);
      assertThat(keyboard.waitFor()).isZero();
    }
  }

  @Test
  @Order(2)
  void theSampleApplicationAgainstTheInstalledArtefacts() throws Exception {
    List<String> install = commands("docs/embedding.md", "## The first five lines");
    assertThat(install).singleElement().asString().startsWith("mvn ").contains("install");
    assertThat(command(clone.home, "sh", "-c", install.getFirst()).out()).doesNotContain("ERROR");
    Path project = folder.resolve("home/application");
    copy(clone.home.resolve("scripts/embedding"), project);
    useRepository(project);
    command(project, "mvn", "-B", "-q", "package");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String hello = command(project, java, "-cp", "target/classes:target/lib/*", "Hello").out();
    String shop = command(project, java, "-cp", "target/classes:target/lib/*", "Shop").out();
    assertThat(hello + shop).isEqualTo(Files.readString(project.resolve("expected.txt")));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  @Order(3)
  void aBreakpointInAChildProcess() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("child.py"),
            """
            from multiprocessing import Process

            def double(n):
                result = n * 2
                print(result)

            child = Process(target=double, args=(21,), name='Child')
            child.start()
            child.join()
            """);
    Process process =
        clone.start(folder, List.of(clone.home + "/pyconc", "run", "--dap=0", program.toString()));
    try {
      BufferedReader errors = process.errorReader();
      String line = errors.readLine();
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      try (DebugClient client = new DebugClient(port)) {
        client.call("initialize", Map.of("adapterID", "pyconc"));
        client.call("attach", Map.of());
        client.breakpoints(program, Map.of("line", 5));
        client.call("configurationDone", Map.of());
        int thread = client.event("stopped").get("threadId").asInt();
        JsonNode frame = client.frames(thread).getFirst();
        assertThat(frame.get("name").asText()).isEqualTo("double");
        assertThat(client.evaluate(frame, "n, result")).isEqualTo("(21, 42)");
        client.call("continue", Map.of("threadId", thread));
        assertThat(client.event("exited").get("exitCode").asInt()).isZero();
      }
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Order(4)
  void aTraceThatLoads() throws Exception {
    Path file = folder.resolve("t.json");
    command(
        clone.home, "./pyconc", "run", "--trace", file.toString(), "scripts/producer_consumer.py");
    Set<String> lanes = new HashSet<>();
    Set<String> slices = new HashSet<>();
    Set<Long> starts = new HashSet<>();
    Set<Long> ends = new HashSet<>();
    for (JsonNode event : new ObjectMapper().readTree(file.toFile())) {
      String lane = event.get("pid") + "/" + event.get("tid");
      switch (event.get("ph").asText()) {
        case "M" -> lanes.add(lane);
        case "X" -> {
          slices.add(lane);
          assertThat(event.get("dur").asDouble()).isGreaterThanOrEqualTo(0);
        }
        case "s" -> starts.add(event.get("id").asLong());
        case "f" -> ends.add(event.get("id").asLong());
        default -> {}
      }
    }
    assertThat(slices).hasSizeGreaterThan(1).isSubsetOf(lanes);
    assertThat(ends).isNotEmpty().isSubsetOf(starts);
  }

  @Test
  @Order(5)
  void whatIsWrongIsSaidInOneLine() throws Exception {
    for (List<String> words :
        List.of(
            List.of("rnu", "x.py"),
            List.of("run", "missing.py"),
            List.of("run", "scripts"),
            List.of("run", "--trace", "/no/such/folder/t.json", "scripts/hello.py"),
            List.of("run", "--dap=here", "scripts/hello.py"),
            List.of("run", "--inspect=99999", "scripts/hello.py"),
            List.of("run", "--coverage=pdf", "scripts/hello.py"),
            List.of("run", "-m", "no_such_module"),
            List.of("repl", "--colour"),
            List.of("check", "missing.py"),
            List.of("examples", "run", "missing"),
            List.of("doctor", "now"),
            List.of("version", "--all"))) {
      Outcome outcome = clone.pyconc(words.toArray(new String[0]));
      assertThat(outcome.status()).as("%s", words).isPositive();
      assertThat(outcome.out()).as("%s", words).isEmpty();
      assertThat(outcome.err()).as("%s", words).startsWith("pyconc").hasLineCount(1);
    }
  }
}
