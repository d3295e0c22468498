package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyconc.launcher.Installation.Outcome;

/** The commands beside {@code run}. */
class CommandsIT {
  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation =
        new Installation(folder.resolve("home")).withBuiltJars().withRealJdk().withExamples();
    installation.pyconc("--version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "repl", "check", "examples", "doctor", "version"})
  void helpShowsAnExampleAndThatIsAll(String command) throws Exception {
    Outcome outcome = installation.pyconc(command, "--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .startsWith("Usage: pyconc " + command)
        .contains("Example:\n  pyconc " + command)
        .doesNotContain("\033");
    assertThat(installation.pyconc(command, "--version").out()).startsWith("pyconc ");
  }

  @ParameterizedTest
  @CsvSource({
    "frobnicate, pyconc: no command 'frobnicate' ('pyconc --help' says more)",
    "x.py, 'pyconc: no command ''x.py'': ''pyconc run x.py'' runs a program (''pyconc --help'' says"
        + " more)'",
    "run, pyconc run: missing FILE or -c CODE or -m MODULE or - ('pyconc run --help' says more)",
    "version 3, pyconc version: unexpected argument '3' ('pyconc version --help' says more)",
    "repl x, pyconc repl: unexpected argument 'x' ('pyconc repl --help' says more)",
    "doctor --all, pyconc doctor: unknown option '--all' ('pyconc doctor --help' says more)",
    "completion x, pyconc completion: unexpected argument 'x' ('pyconc completion --help' says"
        + " more)",
    "help me, pyconc: unknown subcommand 'me' ('pyconc --help' says more)",
    "run --why x y, 'pyconc run: invalid value for option ''--why'': ''x'' is not a number"
        + " (''pyconc run --help'' says more)'",
    "run --dap=x y, 'pyconc run: invalid value for option ''--dap'': ''x'' is not a number"
        + " (''pyconc run --help'' says more)'",
    "run --coverage=pdf x, 'pyconc run: invalid value for option ''--coverage'': ''pdf'' is none of"
        + " text, lcov, html (''pyconc run --help'' says more)'",
    "run --engine=x y, 'pyconc run: invalid value for option ''--engine'': ''x'' is none of"
        + " interpreter, compiled, mixed (''pyconc run --help'' says more)'",
    "check --foo, pyconc check: unknown option '--foo' ('pyconc check --help' says more)",
    "check --foo x, pyconc check: unknown option '--foo' ('pyconc check --help' says more)",
    "examples run no, pyconc examples: no example 'no' ('pyconc examples' lists them)"
  })
  void aWrongCommandLineIsAnsweredInOneLine(String line, String message) throws Exception {
    Outcome outcome = installation.pyconc(line.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo(message + "\n");
  }

  @Test
  void checkReportsAllErrorsOfAllFiles() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("wrong"));
    Files.writeString(wrong.resolve("a.py"), "x = = 1\ny = = 2\n");
    Files.writeString(wrong.resolve("b.py"), "print(x)\n");
    Files.writeString(wrong.resolve("c.py"), "print(1)\n");
    Outcome outcome = installation.pyconc("check", wrong.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("a.py\", line 1\n", "a.py\", line 2\n")
        .endsWith("NameError: name 'x' is not defined\n3 errors in 3 files\n");
    Outcome good = installation.pyconc("check", wrong.resolve("c.py").toString());
    assertThat(good.status()).isZero();
    assertThat(good.err() + good.out()).isEmpty();
  }

  @Test
  void checkOfAFileThatIsNotThere() throws Exception {
    Outcome outcome = installation.pyconc("check", "missing.py");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "pyconc check: can't open file 'missing.py': [Errno 2] No such file or directory\n");
  }

  @Test
  void theExamplesAreWithoutErrors() throws Exception {
    Outcome outcome = installation.pyconc("check", "scripts");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void examplesAreListedShownAndRun() throws Exception {
    assertThat(installation.pyconc("examples").out())
        .containsPattern("(?m)^hello +The smallest program\\.$");
    assertThat(installation.pyconc("examples", "show", "hello").out())
        .contains("print(\"hello, world\")");
    assertThat(installation.pyconc("examples", "run", "hello").out()).isEqualTo("hello, world\n");
  }

  @Test
  void aProgramStartsOthersByTheNameOfTheExecutable() throws Exception {
    String program =
        """
        import subprocess, sys
        def show(*arguments, **options):
            done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, **options)
            print(done.returncode, repr(done.stdout), repr(done.stderr))
        show("-c", "import sys; print(sys.argv)", "a", "-u")
        show("-Iuc", "print(1)")
        show("-X", "dev", "-W", "error", "-cprint(2)")
        show(input="print(3)")
        show("-u", "-", "x", input="import sys; print(sys.argv[1:])")
        show("-V")
        show("-y")
        show("-c")
        """;
    Outcome outcome = installation.pyconc("run", "-c", program);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            0 "['-c', 'a', '-u']\\n" ''
            0 '1\\n' ''
            0 '2\\n' ''
            0 '3\\n' ''
            0 "['x']\\n" ''
            0 'Python 3.11.0\\n' ''
            2 '' 'unknown option -y\\n'
            2 '' 'Argument expected for the -c option\\n'
            """);
  }

  @Test
  void theDoctorFindsNothingHere() throws Exception {
    Outcome outcome = installation.pyconc("doctor");
    assertThat(outcome.out()).contains("ok    JDK  ").contains("ok    start-up cache");
  }

  @Test
  void theDoctorTellsWhatIsSlow() throws Exception {
    List<String> start = List.of(installation.home + "/pyconc", "doctor");
    installation.environment.put("PYCONC_ENGINE", "interpreter");
    Outcome outcome = installation.run(folder, start);
    installation.environment.remove("PYCONC_ENGINE");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("slow  engine          interpreter\n      -> unset PYCONC_ENGINE");
  }

  @Test
  void whySaysWhoWaitsForWhat() throws Exception {
    Path program = folder.resolve("waits.py");
    Files.writeString(
        program,
        """
        import threading, time
        from multiprocessing import Process, Queue
        queue = Queue()
        reader = Process(target=queue.get, name="Reader")
        reader.start()
        time.sleep(1.5)
        queue.put(1)
        reader.join()
        print("done")
        """);
    Outcome outcome = installation.pyconc("run", "--why", "0.5", program.toString());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEqualTo("done\n");
    assertThat(outcome.err())
        .containsPattern("pyconc: after \\d+\\.\\d s these wait:\n")
        .containsPattern("  Reader \\(pid \\d+\\) waits for ");
    Outcome wrong = installation.pyconc("run", "--why", "-1", program.toString());
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("pyconc run: invalid value for option '--why'");
  }

  @Test
  void theShellCanCompleteTheCommands() throws Exception {
    assertThat(installation.pyconc("completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("examples");
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash));
    String words =
        "source <(./pyconc completion); COMP_WORDS=(pyconc ex) COMP_CWORD=1; _complete_pyconc;"
            + " echo ${COMPREPLY[@]}";
    Outcome completed = installation.run(installation.home, List.of(bash.toString(), "-c", words));
    assertThat(completed.out()).isEqualTo("examples\n");
  }

  @Test
  void helpAboutACommand() throws Exception {
    assertThat(installation.pyconc("help").out()).isEqualTo(installation.pyconc("--help").out());
    assertThat(installation.pyconc("help", "run").out()).startsWith("Usage: pyconc run ");
  }
}
