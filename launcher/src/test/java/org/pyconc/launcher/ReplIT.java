package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code pyconc repl} on a pseudo-terminal, which the program {@code script} makes. */
@Timeout(180)
class ReplIT {
  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  @Test
  void aDialogue() throws Exception {
    assumeTrue(Keyboard.isAvailable());
    try (Keyboard keyboard = new Keyboard(installation, "repl")) {
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("6 * 7\r");
      keyboard.expect("42\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("def double(number):\rreturn 2 * number\r\r");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("double(numb\t");
      keyboard.expect("number=");
      keyboard.type("21)\r");
      keyboard.expect("42\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("print('a' 'b'); [0 for i in iter(int, 1)]\r");
      keyboard.expect("ab\r\n");
      keyboard.type(Keyboard.CTRL_C);
      keyboard.expect("KeyboardInterrupt\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("unfinished" + Keyboard.CTRL_C);
      keyboard.expect("KeyboardInterrupt\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type(
          "\033[200~for i in range(2):\n    print('p', i)\n\nprint('th' 'en')\n\033[201~\r");
      keyboard.expect("p 1\r\nthen\r\n");
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type(Keyboard.CTRL_D);
      assertThat(keyboard.waitFor()).isZero();
    }
    try (Keyboard keyboard = new Keyboard(installation, "repl")) {
      keyboard.expect(Keyboard.PROMPT);
      keyboard.type("\033OA\r"); // the last input of the dialogue before
      keyboard.expect("p 1\r\nthen\r\n");
      keyboard.expect(Keyboard.PROMPT);
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
