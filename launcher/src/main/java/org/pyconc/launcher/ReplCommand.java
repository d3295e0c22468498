package org.pyconc.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.launcher.repl.Input;
import org.pyconc.launcher.repl.Repl;
import org.pyconc.launcher.repl.TerminalDialogue;
import org.pyconc.launcher.repl.TerminalOutput;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.stdlib.StandardLibrary;
import picocli.CommandLine.Command;
import sun.misc.Signal;

/** {@code pyconc repl}. */
@Command(
    name = "repl",
    description = {
      "Reads what you type, runs it and prints the value. Processes, threads and variables live on"
          + " from input to input. ':help' lists what there is besides the language."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {"  pyconc repl", "  echo 'print(6 * 7)' | pyconc repl"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the end of the input, or Ctrl-D", "other:what was given to exit()"})
final class ReplCommand implements Callable<Integer> {
  private final StandardStreams streams;
  private final Logger jline = Logger.getLogger("org.jline");

  ReplCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return streams.terminals().in() && streams.terminals().out() ? onTerminal() : onStream();
  }

  private Integer onTerminal() throws IOException, InterruptedException {
    // What the library has to say about strange terminals it says with its Java stack.
    jline.setLevel(Level.OFF);
    try (Terminal terminal =
        TerminalBuilder.builder()
            .name("pyconc")
            .system(true)
            .encoding(StandardCharsets.UTF_8)
            .nativeSignals(true)
            .build()) {
      return talk(terminal, history());
    }
  }

  /**
   * Runs the dialogue.
   *
   * @param history where the inputs are kept from session to session
   */
  int talk(Terminal terminal, Path history) throws IOException, InterruptedException {
    if (terminal.getWidth() <= 0) {
      terminal.setSize(new Size(80, 24)); // one that does not know its size
    }
    TerminalOutput output = new TerminalOutput(terminal);
    StandardFiles files = new StandardFiles(terminal.input(), true, output, output);
    try (Repl repl = open(files)) {
      terminal.handle(Terminal.Signal.INT, signal -> repl.interrupt());
      if (terminal instanceof DumbTerminal) {
        Signal.handle(new Signal("INT"), signal -> terminal.raise(Terminal.Signal.INT));
      }
      terminal
          .writer()
          .println("pyconc " + VersionCommand.number() + ": :help lists commands, Ctrl-D leaves");
      boolean isColoured = Colours.areWanted(streams.terminals().out());
      CheckedBuiltins builtins = new CheckedBuiltins();
      new TerminalDialogue(repl, terminal, output, history, isColoured, builtins::contain).run();
      return repl.end();
    }
  }

  /** Input that nobody types: no prompt. */
  private Integer onStream() throws IOException, InterruptedException {
    StandardFiles files =
        new StandardFiles(
            streams.in(),
            streams.terminals().in(),
            new SharedOutput(streams.out(), streams.terminals().out()),
            new SharedOutput(streams.err(), streams.terminals().err()));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    try (Repl repl = open(files)) {
      StringBuilder input = new StringBuilder();
      String line;
      boolean goesOn = true;
      while (goesOn && (line = lines.readLine()) != null) {
        input.append(line);
        if (Input.needsMore(input.toString())) {
          input.append('\n');
        } else {
          goesOn = repl.run(input.toString());
          input.setLength(0);
        }
      }
      if (goesOn) {
        repl.run(input.toString());
      }
      return repl.end();
    }
  }

  private static Repl open(StandardFiles files) {
    Program program =
        new Program(
            files,
            new StandardLibrary(),
            new TieredExecutor(RunOptions.engineOfEnvironment()),
            List.of(""));
    program.setSearchPath(PythonEnvironment.searchPath());
    return new Repl(program, System.getProperty("user.dir"));
  }

  /** Where the XDG folders say; in the home folder's {@code .local/state} without them. */
  private static Path history() {
    String state = environment("XDG_STATE_HOME");
    Path folder = state == null ? home().resolve(".local").resolve("state") : Path.of(state);
    return folder.resolve("pyconc").resolve("history");
  }

  /**
   * As shells have it: the JDK asks the system's users instead, where a container may have none.
   */
  private static Path home() {
    String named = environment("HOME");
    return Path.of(named == null ? System.getProperty("user.home") : named);
  }

  private static @Nullable String environment(String name) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
