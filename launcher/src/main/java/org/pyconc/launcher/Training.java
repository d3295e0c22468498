package org.pyconc.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Runs programs, commands and a dialogue so that the JVM's start-up cache comes to know the classes
 * and code they need. The start script asks for it when it makes that cache.
 */
final class Training {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What picocli is asked for. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("version"),
          List.of("doctor"),
          List.of("examples"),
          List.of("completion"),
          List.of("check", "launcher/training"),
          List.of("run", "--why", "0", "launcher/training/hello.py"),
          List.of("run", "--no-such-option"));

  /** What is typed into the dialogue; the blank line ends the function, Ctrl-D the dialogue. */
  private static final String TYPED =
      "6 * 7\rdef double(number):\rreturn 2 * number\r\rdouble(21)\rimport nothing\r\004";

  private final StandardStreams streams;

  Training(StandardStreams streams) {
    this.streams = streams;
  }

  /** Runs one program after the other. How they end does not matter, only that they end. */
  int run(List<String> programs) {
    Thread.ofPlatform().daemon().name("training-limit").start(Training::haltAtLimit);
    for (String program : programs) {
      new RunCommand(streams).run(program, List.of(program));
    }
    StandardStreams nowhere = nowhere();
    for (List<String> command : COMMANDS) {
      CommandLineInterface.run(command.toArray(new String[0]), nowhere);
    }
    try {
      talk(nowhere);
    } catch (IOException | UncheckedIOException noTerminal) {
      return 1; // what has run is known all the same
    } catch (InterruptedException stopped) {
      return 1;
    }
    return 0;
  }

  private static StandardStreams nowhere() {
    return new StandardStreams(
        InputStream.nullInputStream(),
        new TextOutput(OutputStream.nullOutputStream(), false),
        new TextOutput(OutputStream.nullOutputStream(), false),
        new StandardStreams.Terminals(false, false, false));
  }

  /** A dialogue on a pseudo-terminal that nobody looks at. */
  private static void talk(StandardStreams nowhere) throws IOException, InterruptedException {
    Path history = Files.createTempFile("pyconc", ".history");
    try (Terminal terminal =
        TerminalBuilder.builder()
            .name("pyconc")
            .type("xterm")
            .system(false)
            .encoding(StandardCharsets.UTF_8)
            .streams(
                new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream())
            .build()) {
      new ReplCommand(nowhere).talk(terminal, history);
    } finally {
      Files.deleteIfExists(history);
    }
  }

  private static void haltAtLimit() {
    try {
      Thread.sleep(LIMIT);
    } catch (InterruptedException nobodyDoes) {
      return;
    }
    Runtime.getRuntime().halt(1);
  }
}
