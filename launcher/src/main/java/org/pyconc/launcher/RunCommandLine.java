package org.pyconc.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pyconc run} with options: without one, {@link Main} calls {@link RunCommand} itself. */
@Command(
    name = "run",
    description = {
      "Runs a program: a file, 'run -c CODE', 'run -m MODULE', or 'run -' for standard input."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {"  pyconc run example.py one two", "  pyconc run -c 'print(6 * 7)'"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the program ended",
      "1:it ended with an uncaught exception, or is not a program",
      "2:the file cannot be read",
      "130:it was interrupted by Ctrl-C",
      "other:what the program gave to sys.exit"
    })
final class RunCommandLine implements Callable<Integer> {
  private final StandardStreams streams;

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
    return new RunCommand(streams).run(file, all);
  }
}
