package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody at a pseudo-terminal, which the program {@code script} makes, and pyconc on it. */
final class Keyboard implements AutoCloseable {
  private static final String SCRIPT = "/usr/bin/script";
  static final String CTRL_C = "\003";
  static final String CTRL_D = "\004";

  /** What comes with each prompt and with nothing else. */
  static final String PROMPT = "\033[?2004h>>> ";

  private final Process process;
  private final InputStream screen;
  private final OutputStream keys;
  private final StringBuilder seen = new StringBuilder();
  private final long started = System.nanoTime();

  /**
   * @param arguments of pyconc
   */
  Keyboard(Installation installation, String arguments) throws IOException {
    this(installation, arguments, Map.of());
  }

  /**
   * @param environment what is set besides
   */
  Keyboard(Installation installation, String arguments, Map<String, String> environment)
      throws IOException {
    // A shell that waited would take Ctrl-C for its own end.
    String command = "exec " + installation.home.resolve("pyconc") + " " + arguments;
    ProcessBuilder builder = new ProcessBuilder(SCRIPT, "-qefc", command, "/dev/null");
    builder.environment().clear();
    builder.environment().putAll(installation.environment);
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    process = builder.start();
    screen = process.getInputStream();
    keys = process.getOutputStream();
  }

  static boolean isAvailable() {
    return Files.isExecutable(Path.of(SCRIPT));
  }

  void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Reads up to the text, which must come, and returns what came before it. */
  String expect(String text) throws IOException, InterruptedException {
    int at;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while ((at = seen.indexOf(text)) < 0) {
      if (screen.available() > 0) {
        seen.append((char) screen.read());
      } else if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("no '" + text + "' after: " + seen);
      } else {
        Thread.sleep(5);
      }
    }
    String before = seen.substring(0, at);
    seen.delete(0, at + text.length());
    return before;
  }

  /** How long ago pyconc was started. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** How long pyconc has kept processors busy. */
  Duration processorTime() {
    Duration all = Duration.ZERO;
    for (ProcessHandle each : (Iterable<ProcessHandle>) process.descendants()::iterator) {
      all = all.plus(each.info().totalCpuDuration().orElseThrow());
    }
    assertThat(all).isPositive();
    return all;
  }

  int waitFor() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
