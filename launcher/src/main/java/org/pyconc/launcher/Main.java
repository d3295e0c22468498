package org.pyconc.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code pyconc} command.
 *
 * <p>{@code run FILE}, {@code run -c}, {@code run -m}, {@code run -} and {@code version} are
 * recognised here and not by picocli, which would double the time in which a small program starts
 * and ends. Everything else, {@code run} with options included, goes through {@link
 * CommandLineInterface}.
 */
public final class Main {
  /** Exit status for an error in pyconc itself (EX_SOFTWARE). */
  private static final int INTERNAL_ERROR = 70;

  /** Exit status of a program whose output nobody reads any more: 128 + SIGPIPE. */
  private static final int BROKEN_PIPE = 141;

  /** Exit status for what makes no sense, as EX_USAGE. */
  private static final int WRONG_ENVIRONMENT = 64;

  private Main() {}

  /** Runs the command and ends the JVM with its exit status. */
  public static void main(String[] args) {
    StandardStreams streams = StandardStreams.ofJvm();
    int status;
    try {
      status = dispatch(args, streams);
    } catch (Throwable error) {
      status = internalError(error, streams);
    }
    if (!streams.flush() && status == 0) {
      status = BROKEN_PIPE;
    }
    System.exit(status);
  }

  private static int dispatch(String[] args, StandardStreams streams)
      throws IOException, InterruptedException {
    String engine = System.getenv("PYCONC_ENGINE");
    if (engine != null && !RunOptions.isEngine(engine)) {
      streams
          .err()
          .print(
              "pyconc: PYCONC_ENGINE: '" + engine + "' is none of interpreter, compiled, mixed\n");
      return WRONG_ENVIRONMENT;
    }
    if (args.length >= 2 && args[0].equals("run") && !args[1].startsWith("-")) {
      List<String> programArguments = Arrays.asList(args).subList(1, args.length);
      return new RunCommand(streams).run(args[1], programArguments);
    }
    if (args.length >= 2 && args[0].equals("run")) {
      switch (args[1]) {
        case "-" -> {
          return new RunCommand(streams).runInput(Arrays.asList(args).subList(1, args.length));
        }
        case "-c", "-m" -> {
          if (args.length >= 3) {
            return runNamed(args, streams);
          }
        }
        default -> {}
      }
    }
    if (args.length >= 2 && args[0].equals("--train")) {
      return new Training(streams).run(Arrays.asList(args).subList(1, args.length));
    }
    if (args.length == 1 && isVersion(args[0])) {
      new VersionCommand(streams).run();
      return streams.requireWritten(0);
    }
    boolean isDialogue =
        args.length == 0
            ? streams.terminals().in() && streams.terminals().out()
            : args.length == 1 && args[0].equals("repl");
    return isDialogue ? new ReplCommand(streams).call() : CommandLineInterface.run(args, streams);
  }

  private static boolean isVersion(String argument) {
    return argument.equals("version") || argument.equals("--version") || argument.equals("-V");
  }

  /** {@code run -c CODE ARGUMENT...} and {@code run -m MODULE ARGUMENT...}. */
  private static int runNamed(String[] args, StandardStreams streams) {
    List<String> arguments = new ArrayList<>(args.length - 2);
    arguments.add(args[1]);
    arguments.addAll(Arrays.asList(args).subList(3, args.length));
    RunCommand command = new RunCommand(streams);
    return args[1].equals("-c")
        ? command.runText(args[2], arguments)
        : command.runModule(args[2], arguments);
  }

  /** One or two lines about a defect of the command itself; its exit status. */
  static int internalError(Throwable error, StandardStreams streams) {
    streams.err().print("pyconc: internal error: " + error + "\n");
    if (System.getenv("PYCONC_DEBUG") == null) {
      streams.err().print("pyconc: set PYCONC_DEBUG=1 to see where, and please report it\n");
    } else {
      for (StackTraceElement element : error.getStackTrace()) {
        streams.err().print("    at " + element + "\n");
      }
    }
    return INTERNAL_ERROR;
  }
}
