package org.pyconc.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Subcommands, options and help. */
@Command(
    name = "pyconc",
    versionProvider = CommandLineInterface.Version.class,
    description = "Runs programs in a small Python-like language made for concurrency.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class CommandLineInterface implements Runnable {
  private final StandardStreams streams;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private CommandLineInterface(StandardStreams streams) {
    this.streams = streams;
  }

  /** Does what {@code args} say and returns the exit status: 2 if they make no sense. */
  static int run(String[] args, StandardStreams streams) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        new CommandLine(new CommandLineInterface(streams))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    commandLine.setStopAtPositional(true);
    int status = commandLine.execute(args);
    streams.out().print(out.toString());
    streams.err().print(err.toString());
    return status;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "pyconc: which command?");
  }

  @Command(
      name = "run",
      description = {
        "Runs a program: a file, 'run -c CODE', 'run -m MODULE', or 'run -' for standard input."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit status:%n",
      exitCodeList = {
        "0:the program ended",
        "1:it ended with an uncaught exception, or is not a program",
        "2:the file cannot be read",
        "other:what the program gave to sys.exit"
      })
  int runProgram(
      @Parameters(paramLabel = "FILE", description = "The program, or a folder with a __main__.py.")
          String file,
      @Parameters(
              paramLabel = "ARGUMENT",
              arity = "0..*",
              index = "1..*",
              description = "What the program finds in sys.argv.")
          @Nullable List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add(file);
    if (arguments != null) {
      all.addAll(arguments);
    }
    return new RunCommand(streams).run(file, all);
  }

  /** {@code pyconc 0.1.0 (JDK ...)}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      version = version == null ? "(unpackaged)" : version.replace("-SNAPSHOT", "");
      return new String[] {
        "pyconc "
            + version
            + " (JDK "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ")"
      };
    }
  }
}
