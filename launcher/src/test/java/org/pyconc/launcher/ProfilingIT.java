package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/** Coverage, sampling, and the key that says who waits. */
class ProfilingIT {
  @TempDir private static Path folder;
  private static Installation installation;
  private static Path program;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
    program =
        Files.writeString(
            folder.resolve("counted.py"),
            """
            "What it is."
            from multiprocessing import Process

            def sign(n):
                "Its sign."
                if n > 0:
                    return 1
                elif n < 0:
                    return -1
                    print("never")
                return 0

            def unused():
                return sign(0)

            child = Process(target=sign, args=(5,))
            child.start()
            child.join()
            for n in range(3):
                sign(n)
            print(sum(i for i in range(400_000)))
            """);
  }

  @Test
  void coverageCountsTheLinesOfAllProcesses() throws Exception {
    Outcome outcome = installation.pyconc("run", "--coverage", program.toString());
    assertThat(outcome.out()).isEqualTo("79999800000\n");
    assertThat(outcome.err().lines().toList())
        .satisfiesExactly(
            heading -> assertThat(heading).matches("File +Lines +Run +Cover +Missing"),
            line -> assertThat(line).matches(".*counted\\.py +16 +13 +81% +9-10, 14"));
  }

  @Test
  void coverageForPrograms() throws Exception {
    Path file = folder.resolve("c.lcov");
    Outcome outcome =
        installation.pyconc(
            "run", "--coverage=lcov", "--coverage-file", file.toString(), program.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(Files.readAllLines(file))
        .contains("SF:" + program, "FN:4,sign", "FNDA:4,sign", "FNDA:0,unused", "FNF:2", "FNH:1")
        .contains("DA:6,4", "DA:7,3", "DA:9,0", "LF:16", "LH:13")
        .endsWith("end_of_record");
  }

  @Test
  void coverageForPeople() throws Exception {
    Path file = folder.resolve("c.html");
    Outcome outcome =
        installation.pyconc(
            "run", "--coverage=html", "--coverage-file", file.toString(), program.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("counted.py: 81%")
        .contains("<span class=\"not\"><span class=\"count\">0</span>          return -1</span>");
  }

  @Test
  void callsAndSamples() throws Exception {
    Outcome calls = installation.pyconc("run", "--cputracer", program.toString());
    assertThat(calls.err()).contains("           4  sign (").doesNotContain("unused");
    Path busy =
        Files.writeString(
            folder.resolve("busy.py"),
            """
            def remainders(n):
                total = 0
                for i in range(n):
                    total += i * i % 7
                return total

            print(remainders(20_000_000))
            """);
    Outcome samples = installation.pyconc("run", "--cpusampler", busy.toString());
    assertThat(samples.err())
        .startsWith("pyconc: ")
        .contains(" samples, one a millisecond\n", "  remainders (", "100.0%  <module> (");
  }

  @Test
  void memoryIsCountedByLines() throws Exception {
    Path hungry =
        Files.writeString(
            folder.resolve("hungry.py"),
            """
            from multiprocessing import Process

            def much():
                kept = [0] * 1_000_000
                few = len(kept)
                return kept

            def fill():
                return len(much())

            child = Process(target=much)
            child.start()
            child.join()
            fill()
            """);
    Outcome outcome = installation.pyconc("run", "--memtracer", hungry.toString());
    assertThat(outcome.out()).isEmpty();
    List<String> lines = outcome.err().lines().toList();
    assertThat(lines.get(0)).matches("pyconc: \\d+\\.\\d MB of memory allocated, by these lines");
    assertThat(lines.get(1)).isEqualTo("   share     memory        runs  line");
    assertThat(lines.get(2)).matches(" +\\d+\\.\\d% +\\d+\\.\\d MB +2  .*hungry\\.py:4 \\(much\\)");
    assertThat(lines.get(2)).doesNotContain(" 0.");
    assertThat(installation.pyconc("run", "--memtracer", "--dap=0", hungry.toString()).err())
        .isEqualTo(
            "pyconc run: '--dap' goes without '--memtracer' ('pyconc run --help' says more)\n");
  }

  @Test
  void wrongOptionsAreAnsweredInOneLine() throws Exception {
    assertThat(installation.pyconc("run", "--coverage=xml", program.toString()).err())
        .startsWith(
            "pyconc run: invalid value for option '--coverage': 'xml' is none of text, lcov, html")
        .hasLineCount(1);
    assertThat(installation.pyconc("run", "--coverage-file", "x", program.toString()).err())
        .isEqualTo(
            "pyconc run: '--coverage-file' needs '--coverage' ('pyconc run --help' says more)\n");
    Outcome unwritable =
        installation.pyconc(
            "run", "--coverage", "--coverage-file", "/no/such/file", program.toString());
    assertThat(unwritable.status()).isEqualTo(2);
    assertThat(unwritable.err())
        .isEqualTo(
            "pyconc: can't write the coverage '/no/such/file': [Errno 2] No such file or directory"
                + "\n");
    Outcome full =
        installation.pyconc(
            "run", "--coverage=lcov", "--coverage-file", "/dev/full", program.toString());
    assertThat(full.status()).isEqualTo(74);
    assertThat(full.err())
        .isEqualTo(
            "pyconc: can't write the coverage '/dev/full': [Errno 28] No space left on device\n");
  }

  @Test
  void theQuitKeySaysWhoWaitsAndStopsNothing() throws Exception {
    Path waiting =
        Files.writeString(
            folder.resolve("waiting.py"),
            """
            import sys, threading
            lock = threading.Lock()
            lock.acquire()
            waiter = threading.Thread(target=lock.acquire, name='Waiter')
            waiter.start()
            print('on', flush=True)
            sys.stdin.readline()
            lock.release()
            waiter.join()
            print('off')
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
            installation.home.resolve("pyconc").toString(), "run", waiting.toString());
    builder.environment().putAll(installation.environment);
    Process process = builder.start();
    assertThat(process.inputReader().readLine()).isEqualTo("on");
    // The key works after a second or two; before, the JVM answers it in its own way.
    Thread.sleep(5000);
    for (int i = 0; i < 2; i++) {
      List<String> kill = List.of("kill", "-QUIT", String.valueOf(process.pid()));
      assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
      assertThat(process.errorReader().readLine()).contains(" s these wait:");
      String waits = process.errorReader().readLine();
      while (!waits.contains("Waiter")) {
        waits = process.errorReader().readLine();
      }
      assertThat(waits).contains("waits for Lock made at ").contains("held by MainProcess");
      while (process.errorReader().ready()) {
        process.errorReader().readLine();
      }
    }
    process.outputWriter().append("go on\n").close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.inputReader().lines()).containsExactly("off");
    assertThat(process.exitValue()).isZero();
  }
}
