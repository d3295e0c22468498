package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

/** Ctrl-C, streams that are closed or full, strange files: what users meet, without Java in it. */
class BadWeatherIT {
  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static Path program(String name, String source) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, source);
    return file;
  }

  private static Outcome run(Path program) throws Exception {
    return installation.pyconc("run", program.toString());
  }

  private static Outcome shell(String command) throws Exception {
    return installation.run(folder, List.of("sh", "-c", command));
  }

  /** Starts a program, sends SIGINT as soon as it has printed a line, and waits for its end. */
  private static Outcome interrupted(Path program) throws Exception {
    Process process =
        installation.start(
            folder, List.of(installation.home.resolve("pyconc").toString(), "run", program + ""));
    assertThat(process.getInputStream().read()).isEqualTo('r');
    Thread.sleep(100);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    return Installation.finish(process);
  }

  @Test
  void anEndlessLoopIsInterrupted() throws Exception {
    Outcome outcome =
        interrupted(program("loop.py", "print('ready', flush=True)\nwhile True: pass\n"));
    assertThat(outcome.status()).isEqualTo(130);
    assertThat(outcome.err())
        .startsWith(
            "Traceback (most recent call last):\n  File \"%s\", line 2, in <module>\n"
                .formatted(folder.resolve("loop.py")))
        .endsWith("\nKeyboardInterrupt\n")
        .doesNotContain("java");
  }

  @Test
  void aSleepingProgramIsInterrupted() throws Exception {
    Path program =
        program(
            "sleeper.py",
            """
            import time

            def nap():
                time.sleep(100)

            print('ready', flush=True)
            nap()
            """);
    Outcome outcome = interrupted(program);
    assertThat(outcome.status()).isEqualTo(130);
    assertThat(outcome.err())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "%1$s", line 7, in <module>
                nap()
              File "%1$s", line 4, in nap
                time.sleep(100)
            KeyboardInterrupt
            """
                .formatted(program));
  }

  @Test
  void aProgramHandlesItsInterrupt() throws Exception {
    Path program =
        program(
            "handler.py",
            """
            import time
            print('ready', flush=True)
            try:
                time.sleep(100)
            except KeyboardInterrupt:
                print('cleaning up')
            finally:
                print('finally')
            """);
    Outcome outcome = interrupted(program);
    assertThat(outcome.out()).isEqualTo("eady\ncleaning up\nfinally\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void endlessRecursion() throws Exception {
    Path program = program("deep.py", "def f(n):\n    return f(n + 1)\n\nf(0)\n");
    String place = "  File \"" + program + "\", line ";
    String inner = place + "2, in f\n    return f(n + 1)\n           ^^^^^^^^\n";
    Outcome outcome = run(program);
    assertThat(outcome.err())
        .isEqualTo(
            "Traceback (most recent call last):\n"
                + place
                + "4, in <module>\n    f(0)\n"
                + inner.repeat(3)
                + "  [Previous line repeated 996 more times]\n"
                + "RecursionError: maximum recursion depth exceeded\n");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void deepRecursionThatIsAllowed() throws Exception {
    Path program =
        program(
            "allowed.py",
            """
            import sys
            sys.setrecursionlimit(50000)
            def count(n):
                return 0 if n == 0 else 1 + count(n - 1)
            print(count(40000))
            """);
    assertThat(run(program).out()).isEqualTo("40000\n");
  }

  @Test
  void recursionThroughTheInterpreter() throws Exception {
    Path program =
        program(
            "nested.py",
            """
            class Shown:
                def __repr__(self): return repr(self)
            class Compared:
                def __eq__(self, other): return self == other
                def __lt__(self, other): return self < other
            def ordered(x): return sorted([1, 2], key=ordered)
            def listed(x): return [listed(i) for i in [1]]
            def generated():
                yield from generated()
            def nest(make):
                value = make(None)
                for i in range(100000):
                    value = make(value)
                return value
            one, other = nest(lambda v: [v]), nest(lambda v: [v])
            for attempt in (
                lambda: repr(Shown()), lambda: Compared() == 1, lambda: ordered(1),
                lambda: sorted([Compared(), Compared()]), lambda: listed(1),
                lambda: list(generated()), lambda: repr(one), lambda: one == other,
                lambda: str(nest(lambda v: (v,))), lambda: repr(nest(lambda v: {1: v})),
            ):
                try:
                    attempt()
                    print('no error')
                except RecursionError as error:
                    print(str(error)[:32])
            """);
    Outcome outcome = run(program);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("maximum recursion depth exceeded\n".repeat(10));
  }

  @Test
  void deeplyNestedLiterals() throws Exception {
    Outcome outcome = run(program("brackets.py", "[".repeat(5000) + "]".repeat(5000)));
    assertThat(outcome.err()).endsWith("SyntaxError: too many nested parentheses\n");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void aReaderThatHasLeftEndsTheProgramQuietly() throws Exception {
    program("yes.py", "while True:\n    print('y')\n");
    Outcome outcome = shell("'" + installation.home + "/pyconc' run yes.py | head -n 1");
    assertThat(outcome.out()).isEqualTo("y\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void aFullDiskIsAnError() throws Exception {
    Path program = program("endless.py", "while True:\n    print('y' * 50)\n");
    Outcome outcome = shell("'" + installation.home + "/pyconc' run endless.py >/dev/full");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "%s", line 2, in <module>
                print('y' * 50)
            OSError: [Errno 28] No space left on device
            """
                .formatted(program));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--help", "check --help", "doctor", "completion"})
  void aDiskThatTakesNothingOfWhatACommandSays(String command) throws Exception {
    Outcome outcome = shell("'" + installation.home + "/pyconc' " + command + " >/dev/full");
    assertThat(outcome.err())
        .isEqualTo("pyconc: can't write to standard output: [Errno 28] No space left on device\n");
    assertThat(outcome.status()).isEqualTo(74);
  }

  @Test
  void aFolderThatIsGone() throws Exception {
    Outcome outcome =
        shell(
            "mkdir gone && cd gone && rmdir ../gone && '" + installation.home + "/pyconc' version");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).endsWith("pyconc: the working folder does not exist any more\n");
    assertThat(outcome.status()).isEqualTo(66);
  }

  @Test
  void anEngineThatThereIsNot() throws Exception {
    program("hello.py", "print('hello')\n");
    Outcome outcome = shell("PYCONC_ENGINE=fast '" + installation.home + "/pyconc' run hello.py");
    assertThat(outcome.err())
        .isEqualTo("pyconc: PYCONC_ENGINE: 'fast' is none of interpreter, compiled, mixed\n");
    assertThat(outcome.status()).isEqualTo(64);
  }

  @Test
  void aDiskThatIsFullAtTheEnd() throws Exception {
    program("short.py", "print('y')\n");
    Outcome outcome = shell("'" + installation.home + "/pyconc' run short.py >/dev/full");
    assertThat(outcome.status()).isEqualTo(120);
    assertThat(outcome.err())
        .isEqualTo(
            "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n"
                + "OSError: [Errno 28] No space left on device\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
  void closedStandardStreams(String closed) throws Exception {
    program("streams.py", "import sys\nsys.stdout.write('x\\n')\nprint(sys.stdin.read() + 'y')\n");
    Outcome outcome =
        shell("'" + installation.home + "/pyconc' run streams.py </dev/null " + closed);
    assertThat(outcome.out())
        .isEqualTo(closed.contains(" >&-") || closed.equals(">&-") ? "" : "x\ny\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "empty.py, '', ''",
    "comments.py, '# a\n# b', ''",
    "crlf.py, 'x = 1\r\nif x:\r\n    print(x)\r\n', '1\n'",
    "mark.py, '\uFEFFprint(2)\n', '2\n'"
  })
  void unusualFiles(String name, String source, String expected) throws Exception {
    Outcome outcome = run(program(name, source));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(expected);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void aMegabyteOnOneLine() throws Exception {
    Outcome outcome = run(program("long.py", "print(len([" + "1,".repeat(500_000) + "]))"));
    assertThat(outcome.out()).isEqualTo("500000\n");
  }

  @Test
  void nullBytesAreRefused() throws Exception {
    Outcome outcome = run(program("null.py", "x = 1\0\n"));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).endsWith("SyntaxError: source code cannot contain null bytes\n");
  }

  @Test
  void aPipeIsAProgramToo() throws Exception {
    assertThat(installation.run(folder, List.of("mkfifo", "fifo")).status()).isZero();
    Process process =
        installation.start(
            folder, List.of(installation.home.resolve("pyconc").toString(), "run", "fifo"));
    try (OutputStream pipe = Files.newOutputStream(folder.resolve("fifo"))) {
      pipe.write("print('from a pipe')\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Installation.finish(process).out()).isEqualTo("from a pipe\n");
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:NoSuchFlag=3, Unrecognized VM option 'NoSuchFlag=3'",
    "-Xmx1q, Invalid maximum heap size: -Xmx1q",
    "-Xmx1, Too small maximum heap",
    "rubbish, Could not find or load main class rubbish"
  })
  void wrongOptionsForTheJvm(String options, String explanation) throws Exception {
    program("hello.py", "print('hello')\n");
    Outcome outcome =
        shell("PYCONC_JAVA_OPTS=" + options + " '" + installation.home + "/pyconc' run hello.py");
    assertThat(outcome.err()).isEqualTo("pyconc: PYCONC_JAVA_OPTS: " + explanation + "\n");
    assertThat(outcome.status()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "'sys.exit()', 0, ''",
    "'sys.exit(None)', 0, ''",
    "'sys.exit(7)', 7, ''",
    "'sys.exit(-1)', 255, ''",
    "'sys.exit(True)', 1, ''",
    "'sys.exit(300)', 44, ''",
    "'sys.exit(\"text\")', 1, 'text\n'",
    "'raise SystemExit(\"text\")', 1, 'text\n'",
    "'raise SystemExit', 0, ''",
    "'sys.exit((1, 2))', 1, '(1, 2)\n'",
    "'1 / 0', 1, 'ZeroDivisionError: division by zero\n'"
  })
  void exitStatus(String statement, int status, String message) throws Exception {
    Path program =
        program("exit.py", "import sys\nprint('out')\ndef f():\n    " + statement + "\nf()\n");
    Outcome outcome = run(program);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.out()).isEqualTo("out\n");
    assertThat(outcome.err()).endsWith(message);
    if (status != 1) {
      assertThat(outcome.err()).isEmpty();
    }
  }

  @Test
  void standardOutputComesBeforeTheTraceback() throws Exception {
    program("order.py", "print('first')\nraise ValueError('second')\n");
    Outcome outcome = shell("'" + installation.home + "/pyconc' run order.py 2>&1");
    assertThat(outcome.out()).startsWith("first\nTraceback").endsWith("ValueError: second\n");
  }
}
