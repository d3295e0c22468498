package org.pyconc.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pyconc run} with options: without one, {@link Main} calls {@link RunCommand} itself. */
@Command(
    name = "run",
    description = {
      "Runs a program: a file, 'run -c CODE', 'run -m MODULE', or 'run -' for standard input."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  pyconc run example.py one two",
      "  pyconc run -c 'print(6 * 7)'",
      "  pyconc run --why 5 hangs.py    who waits for what, every five seconds"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the program ended",
      "1:it ended with an uncaught exception, or is not a program",
      "2:the file cannot be read",
      "130:it was interrupted by Ctrl-C",
      "other:what the program gave to sys.exit"
    })
final class RunCommandLine implements Callable<Integer> {
  /** Seconds: a day. */
  private static final int LONGEST = 86_400;

  private final StandardStreams streams;

  @Option(
      names = "--why",
      paramLabel = "SECONDS",
      description =
          "Every so many seconds, say on standard error who waits for what, and go on running.")
  private double why;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = {
        "Which executor runs code: interpreter, compiled, or mixed (the default), which compiles",
        "what has a loop or is called twice."
      })
  private @Nullable Engine engine;

  @Option(
      names = "--compiler-report",
      description = "Says at the end what was compiled and what was left to the interpreter.")
  private boolean reportsCompiler;

  @Parameters(paramLabel = "FILE", description = "The program, or a folder with a __main__.py.")
  private String file = "";

  @Parameters(
      paramLabel = "ARGUMENT",
      arity = "0..*",
      index = "1..*",
      description = "What the program finds in sys.argv.")
  private @Nullable List<String> arguments;

  RunCommandLine(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<String> all = new ArrayList<>();
    all.add(file);
    if (arguments != null) {
      all.addAll(arguments);
    }
    if (why < 0 || Double.isNaN(why) || why > LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "invalid value for option '--why': seconds are from 0 to " + LONGEST);
    }
    Engine chosen = engine == null ? RunCommand.engine() : engine;
    RunCommand command = new RunCommand(streams, chosen, reportsCompiler);
    return why > 0 ? command.explaining(why).run(file, all) : command.run(file, all);
  }
}
