package org.pyconc.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/** The {@code pyconc} command as a user starts it: script, jars and JVM together. */
class PyconcCommandIT {
  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation =
        new Installation(folder.resolve("a home with blanks")).withBuiltJars().withRealJdk();
    Outcome first = installation.pyconc("--version");
    assertThat(first.err()).isEmpty();
  }

  @Test
  void versionNamesTheJdk() throws Exception {
    Outcome outcome = installation.pyconc("--version");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .matches("pyconc \\d+\\.\\d+\\.\\d+ \\(JDK \\d.*\\)\n")
        .contains(System.getProperty("java.runtime.version"));
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void theStartupCacheWasMade() throws IOException {
    assertThat(installation.caches())
        .singleElement()
        .satisfies(c -> assertThat(c).isNotEmptyFile());
  }

  @Test
  void aDamagedStartupCacheIsNotTheUsersConcern() throws Exception {
    Installation damaged =
        new Installation(folder.resolve("damaged")).withBuiltJars().withRealJdk();
    damaged.pyconc("--version");
    for (Path cache : damaged.caches()) {
      Files.writeString(cache, "not a cache");
    }
    Outcome outcome = damaged.pyconc("--version");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("pyconc ").hasLineCount(1);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void helpListsTheCommands() throws Exception {
    Outcome outcome = installation.pyconc("--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("Usage: pyconc").contains("  run ");
  }

  @Test
  void modulesAreFoundInPythonpathBehindTheProgramsOwnFolder() throws Exception {
    Path library = Files.createDirectories(folder.resolve("further modules"));
    Files.writeString(library.resolve("further.py"), "NAME = 'further'");
    Files.writeString(library.resolve("own.py"), "NAME = 'not this'");
    Path program = Files.createDirectories(folder.resolve("program"));
    Files.writeString(program.resolve("own.py"), "NAME = 'own'");
    Path main = program.resolve("main.py");
    Files.writeString(
        main, "import sys, own, further\nprint(own.NAME, further.NAME, *sys.path[1:], sep='|')");
    Installation here = Installation.existing(installation.home, installation.environment);
    here.environment.put("PYTHONPATH", library + "::nowhere/../lib");
    String home = here.home.toString();
    assertThat(here.pyconc("run", main.toString()).out())
        .isEqualTo("own|further|" + library + "|" + home + "|" + home + "/lib\n");
    assertThat(here.pyconc("run", "-m", "own").out()).isEmpty();
    assertThat(here.pyconc("run", "-c", "import own; print(own.NAME)").out())
        .isEqualTo("not this\n");
  }

  @Test
  void unbufferedOutputGoesOutAtOnce() throws Exception {
    Installation here = Installation.existing(installation.home, installation.environment);
    here.environment.put("PYTHONUNBUFFERED", "1");
    String text = "import sys, time; sys.stdout.write('x'); time.sleep(600)";
    Process process = here.start(here.home, List.of("./pyconc", "run", "-c", text));
    try {
      assertThat(process.getInputStream().read()).isEqualTo('x');
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void linesOfProcessesAreNotMixedWithoutABuffer() throws Exception {
    Installation here = Installation.existing(installation.home, installation.environment);
    here.environment.put("PYTHONUNBUFFERED", "1");
    Path program = folder.resolve("many_lines.py");
    Files.writeString(
        program,
        """
        from multiprocessing import Process

        for i in range(3000):
            Process(target=print, args=('a', 'b', i, 'c')).start()
        """);
    Outcome outcome = here.pyconc("run", program.toString());
    assertThat(outcome.out().lines()).hasSize(3000).allMatch(line -> line.matches("a b \\d+ c"));
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    Outcome outcome = installation.pyconc("frobnicate");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("pyconc: no command 'frobnicate' ('pyconc --help' says more)\n");
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("py"), Path.of("../a home with blanks/pyconc"));
    Files.createSymbolicLink(bin.resolve("link"), bin.resolve("py"));
    for (String name : List.of("py", "link")) {
      Outcome outcome = installation.run(Path.of("/"), List.of(bin + "/" + name, "--version"));
      assertThat(outcome.out()).startsWith("pyconc ");
    }
    Outcome relative = installation.run(bin, List.of("./py", "--version"));
    assertThat(relative.out()).startsWith("pyconc ");
  }

  @Test
  void startsFromEachRelativePath() throws Exception {
    Path home = installation.home;
    assertThat(installation.run(home, List.of("sh", "pyconc", "-V")).out()).startsWith("pyconc ");
    assertThat(installation.run(home, List.of("./pyconc", "-V")).out()).startsWith("pyconc ");
    Path below = home.resolve("launcher");
    assertThat(installation.run(below, List.of("../pyconc", "-V")).out()).startsWith("pyconc ");
    String viaFolder = "./" + home.getFileName() + "/pyconc";
    assertThat(installation.run(folder, List.of(viaFolder, "-V")).out()).startsWith("pyconc ");
  }

  @Test
  void aMissingFile() throws Exception {
    Outcome outcome = installation.pyconc("run", "missing.py");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "pyconc: can't open file '%s/missing.py': [Errno 2] No such file or directory\n"
                .formatted(installation.home));
  }

  @Test
  void aFolderWithoutMain() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Outcome outcome = installation.pyconc("run", empty.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo("pyconc: can't find '__main__' module in '%s'\n".formatted(empty));
  }

  @Test
  void aFileThatIsNotUtf8() throws Exception {
    Path program = folder.resolve("latin.py");
    Files.writeString(program, "# ok\nname = 'José'\n", ISO_8859_1);
    Outcome outcome = installation.pyconc("run", program.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            ("SyntaxError: Non-UTF-8 code starting with '\\xe9' in file %s on line 2, but no"
                    + " encoding declared; see https://peps.python.org/pep-0263/ for details\n")
                .formatted(program));
  }

  @Test
  void aSyntaxErrorIsShownWithItsPlace() throws Exception {
    Path program = folder.resolve("wrong program.py");
    Files.writeString(program, "x = 1\nif x:\n    total = = 2\n");
    Outcome outcome = installation.run(folder, pyconc("run", "./wrong program.py"));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            """
              File "%s", line 3
                total = = 2
                        ^
            SyntaxError: invalid syntax
            """
                .formatted(program));
  }

  @Test
  void aFolderWithMainIsAProgram() throws Exception {
    Path application = Files.createDirectories(folder.resolve("application"));
    Files.writeString(application.resolve("__main__.py"), "x = = 1\n");
    Outcome outcome = installation.run(folder, pyconc("run", "application"));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            """
              File "%s/__main__.py", line 1
                x = = 1
                    ^
            SyntaxError: invalid syntax
            """
                .formatted(application));
  }

  @Test
  void codeFromTheCommandLine() throws Exception {
    String code = "import sys; print(sys.argv, __name__, repr(sys.path[0]))";
    Outcome outcome = installation.pyconc("run", "-c", code, "a", "-b");
    assertThat(outcome.out()).isEqualTo("['-c', 'a', '-b'] __main__ ''\n");
    assertThat(outcome.status()).isZero();
    Outcome failed = installation.pyconc("run", "-c", "def f():\n  1/0\nf()");
    assertThat(failed.err())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "<string>", line 3, in <module>
              File "<string>", line 2, in f
            ZeroDivisionError: division by zero
            """);
    assertThat(failed.status()).isOne();
  }

  @Test
  void codeFromStandardInput() throws Exception {
    String pipe = "echo 'import sys; print(sys.argv, __file__)' | ./pyconc run - a";
    Outcome outcome = installation.run(installation.home, List.of("sh", "-c", pipe));
    assertThat(outcome.out()).isEqualTo("['-', 'a'] <stdin>\n");
    assertThat(outcome.status()).isZero();
  }

  /** As in CPython, children that start afresh do not run the __main__ of a package or folder. */
  @Test
  void aPackageThatStartsProcesses() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("starting/st"));
    Files.writeString(inside.resolve("__init__.py"), "");
    Files.writeString(
        inside.resolve("__main__.py"),
        """
        import multiprocessing
        print(__name__, flush=True)
        context = multiprocessing.get_context('spawn')
        process = context.Process(target=print, args=('child',))
        process.start()
        process.join()
        """);
    Path work = folder.resolve("starting");
    assertThat(installation.run(work, pyconc("run", "-m", "st")).out())
        .isEqualTo("__main__\nchild\n");
    assertThat(installation.run(work, pyconc("run", "st")).out()).isEqualTo("__main__\nchild\n");
  }

  @Test
  void aModuleByItsName() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("modules/pk"));
    Files.writeString(inside.resolve("__init__.py"), "print('init', __name__)\n");
    String code = "import sys; from . import y; print(__name__, __package__, sys.argv[1:], y.z)\n";
    Files.writeString(inside.resolve("__main__.py"), code);
    Files.writeString(inside.resolve("x.py"), code);
    Files.writeString(inside.resolve("y.py"), "z = 7\n");
    Path work = folder.resolve("modules");
    assertThat(installation.run(work, pyconc("run", "-m", "pk", "1")).out())
        .isEqualTo("init pk\n__main__ pk ['1'] 7\n");
    assertThat(installation.run(work, pyconc("run", "-m", "pk.x", "2")).out())
        .isEqualTo("init pk\n__main__ pk ['2'] 7\n");
    Outcome missing = installation.run(work, pyconc("run", "-m", "pk.nothing"));
    assertThat(missing.err()).isEqualTo("pyconc: No module named pk.nothing\n");
    assertThat(missing.status()).isOne();
  }

  @Test
  void theTrainingProgramsRun() throws Exception {
    List<String> training = pyconc("--train");
    try (var programs = Files.newDirectoryStream(installation.home.resolve("launcher/training"))) {
      programs.forEach(program -> training.add(program.toString()));
    }
    Outcome outcome = installation.run(folder, training);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).doesNotContain("internal error");
  }

  @Test
  void aReaderThatHasLeftIsNoError() throws Exception {
    String pipe = "./pyconc --help | true";
    Outcome outcome = installation.run(installation.home, List.of("sh", "-c", pipe));
    assertThat(outcome.err()).isEmpty();
  }

  private static List<String> pyconc(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(installation.home.resolve("pyconc").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
