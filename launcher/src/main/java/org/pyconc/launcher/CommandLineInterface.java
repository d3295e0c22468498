package org.pyconc.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.pyconc.compiler.Engine;
import org.pyconc.launcher.profile.CoverageReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command without a subcommand, and what all subcommands share. */
@Command(
    name = "pyconc",
    versionProvider = CommandLineInterface.Version.class,
    description = "Runs programs in a small Python-like language made for concurrency.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  pyconc run example.py          run a program",
      "  pyconc examples run ping_pong  run one of the programs that come along",
      "  pyconc run --help              say more about a command"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense, or a file cannot be read",
      "70:an error in pyconc itself",
      "other:see the command's own help"
    })
final class CommandLineInterface implements Runnable {
  /** Exit status for a command line that makes no sense. */
  static final int USAGE = 2;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private CommandLineInterface() {}

  /** Does what {@code args} say and returns the exit status: 2 if they make no sense. */
  static int run(String[] args, StandardStreams streams) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = new CommandLine(new CommandLineInterface());
    for (Object command : commands(args.length == 0 ? "" : args[0], streams)) {
      commandLine.addSubcommand(command);
    }
    commandLine
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setColorScheme(Help.defaultColorScheme(Colours.of(streams)))
        .setStopAtPositional(true)
        .registerConverter(Engine.class, text -> oneOf(Engine.values(), text))
        .registerConverter(CoverageReport.class, text -> oneOf(CoverageReport.values(), text))
        .registerConverter(Double.class, CommandLineInterface::number)
        .registerConverter(Integer.class, CommandLineInterface::wholeNumber)
        .setParameterExceptionHandler(CommandLineInterface::refuse)
        .setExecutionExceptionHandler((e, command, given) -> Main.internalError(e, streams));
    for (CommandLine subcommand : commandLine.getSubcommands().values()) {
      subcommand.getCommandSpec().versionProvider(new Version());
    }
    boolean isRun = args.length > 0 && args[0].equals("run");
    int status = commandLine.execute(isRun ? RunCommandLine.withValues(args) : args);
    streams.out().print(out.toString());
    streams.err().print(err.toString());
    return isRun ? status : streams.requireWritten(status);
  }

  /** The one that is asked for, or all: picocli needs some milliseconds to look into each. */
  private static List<Object> commands(String name, StandardStreams streams) {
    return switch (name) {
      case "run" -> List.of(new RunCommandLine(streams));
      case "repl" -> List.of(new ReplCommand(streams));
      case "check" -> List.of(new CheckCommand(streams));
      case "examples" -> List.of(new ExamplesCommand(streams));
      case "doctor" -> List.of(new DoctorCommand(streams));
      case "version" -> List.of(new VersionCommand(streams));
      default ->
          List.of(
              new RunCommandLine(streams),
              new ReplCommand(streams),
              new CheckCommand(streams),
              new ExamplesCommand(streams),
              new DoctorCommand(streams),
              new VersionCommand(streams),
              new CompletionCommand(streams),
              new CommandLine.HelpCommand());
    };
  }

  /** One line: what is wrong, and where to read more. */
  private static int refuse(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    StringBuilder line = new StringBuilder(name).append(": ").append(message(problem));
    if (problem instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      boolean isFile = unmatched.getUnmatched().getFirst().endsWith(".py");
      if (!suggestions.isEmpty() && !unmatched.isUnknownOption() && !isFile) {
        line.append("; did you mean '").append(suggestions.getFirst()).append("'?");
      }
    }
    command.getErr().println(line.append(" ('").append(name).append(" --help' says more)"));
    return USAGE;
  }

  private static String message(ParameterException problem) {
    String first = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    if (!(problem instanceof UnmatchedArgumentException unmatched)) {
      // Where an option is unknown and a parameter is missing, picocli tells of the latter.
      for (String argument : problem.getCommandLine().getUnmatchedArguments()) {
        return "unknown option '" + argument + "'";
      }
      String words = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
      return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
    String argument = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      return "unknown option '" + argument + "'";
    }
    if (problem.getCommandLine().getParent() != null) {
      return "unexpected argument '" + argument + "'";
    }
    return argument.endsWith(".py")
        ? "no command '" + argument + "': 'pyconc run " + argument + "' runs a program"
        : "no command '" + argument + "'";
  }

  /** The constant of an enumeration that {@code text} names, in lower case or not. */
  private static <T extends Enum<T>> T oneOf(T[] all, String text) {
    StringBuilder names = new StringBuilder();
    for (T each : all) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.toLowerCase(Locale.ROOT))) {
        return each;
      }
      names.append(names.isEmpty() ? "" : ", ").append(name);
    }
    throw new TypeConversionException("'" + text + "' is none of " + names);
  }

  private static Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  private static Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** {@code pyconc 0.1.0 (JDK ...)}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {VersionCommand.text()};
    }
  }
}
