package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code pyconc repl} on a pseudo-terminal, which the program {@code script} makes. */
@Timeout(180)
class ReplIT {
  private static final String SCRIPT = "/usr/bin/script";
  private static final String CTRL_C = "\003";
  private static final String CTRL_D = "\004";

  /** What comes with each prompt and with nothing else. */
  private static final String PROMPT = "\033[?2004h>>> ";

  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  /** The other end of the terminal. */
  private static final class Keyboard implements AutoCloseable {
    private final Process process;
    private final InputStream screen;
    private final OutputStream keys;
    private final StringBuilder seen = new StringBuilder();

    Keyboard() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(SCRIPT, "-qefc", installation.home + "/pyconc repl", "/dev/null");
      builder.environment().putAll(installation.environment);
      builder.environment().put("TERM", "xterm");
      builder.redirectErrorStream(true);
      process = builder.start();
      screen = process.getInputStream();
      keys = process.getOutputStream();
    }

    void type(String text) throws IOException {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    /** Reads up to the text, which must come. */
    void expect(String text) throws IOException, InterruptedException {
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
      seen.delete(0, at + text.length());
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

  @Test
  void aDialogue() throws Exception {
    assumeTrue(Files.isExecutable(Path.of(SCRIPT)));
    try (Keyboard keyboard = new Keyboard()) {
      keyboard.expect(PROMPT);
      keyboard.type("6 * 7\r");
      keyboard.expect("42\r\n");
      keyboard.expect(PROMPT);
      keyboard.type("def double(number):\rreturn 2 * number\r\r");
      keyboard.expect(PROMPT);
      keyboard.type("double(numb\t");
      keyboard.expect("number=");
      keyboard.type("21)\r");
      keyboard.expect("42\r\n");
      keyboard.expect(PROMPT);
      keyboard.type("print('a' 'b'); [0 for i in iter(int, 1)]\r");
      keyboard.expect("ab\r\n");
      keyboard.type(CTRL_C);
      keyboard.expect("KeyboardInterrupt\r\n");
      keyboard.expect(PROMPT);
      keyboard.type("unfinished" + CTRL_C);
      keyboard.expect("KeyboardInterrupt\r\n");
      keyboard.expect(PROMPT);
      keyboard.type(
          "\033[200~for i in range(2):\n    print('p', i)\n\nprint('th' 'en')\n\033[201~\r");
      keyboard.expect("p 1\r\nthen\r\n");
      keyboard.expect(PROMPT);
      keyboard.type(CTRL_D);
      assertThat(keyboard.waitFor()).isZero();
    }
    try (Keyboard keyboard = new Keyboard()) {
      keyboard.expect(PROMPT);
      keyboard.type("\033OA\r"); // the last input of the dialogue before
      keyboard.expect("p 1\r\nthen\r\n");
      keyboard.expect(PROMPT);
      keyboard.type("exit(5)\r");
      assertThat(keyboard.waitFor()).isEqualTo(5);
    }
  }

  @Test
  void inputFromAFileIsRunWithoutPrompts() throws Exception {
    Path input = folder.resolve("input");
    Files.writeString(input, "x = 2\nif x:\n    x + 1\n\nx * 2\nexit(4)\n");
    Installation.Outcome outcome =
        installation.run(installation.home, List.of("sh", "-c", "./pyconc repl < " + input));
    assertThat(outcome.out()).isEqualTo("3\n4\n");
    assertThat(outcome.status()).isEqualTo(4);
  }
}
