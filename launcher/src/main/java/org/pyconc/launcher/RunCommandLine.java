package org.pyconc.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Engine;
import org.pyconc.launcher.debug.DebugServer;
import org.pyconc.launcher.debug.Inspector;
import org.pyconc.launcher.profile.CoverageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
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
      "  pyconc run --why 5 hangs.py          who waits for what, every five seconds",
      "  pyconc run --trace t.json busy.py    who did what when, for ui.perfetto.dev"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the program ended",
      "1:it ended with an uncaught exception, or is not a program",
      "2:the file cannot be read",
      "74:a timeline or a report could not be written",
      "130:it was interrupted by Ctrl-C",
      "other:what the program gave to sys.exit"
    })
final class RunCommandLine implements Callable<Integer> {
  /** Seconds: a day. */
  private static final int LONGEST = 86_400;

  /** Where editors look for a debuggee by default. */
  private static final int DEBUG_PORT = 4711;

  /** Where Chrome looks for programs by default. */
  private static final int INSPECT_PORT = 9229;

  /** Truffle's inspector takes none below. */
  private static final int FIRST_FREE_PORT = 1024;

  private static final int LAST_PORT = 65_535;

  private final StandardStreams streams;

  @Option(
      names = "--why",
      paramLabel = "SECONDS",
      description =
          "Every so many seconds, say on standard error who waits for what, and go on running.")
  private Double why = 0.0;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "Which executor runs code: interpreter, compiled, or mixed (the default), which compiles "
              + "what has a loop or is called twice.")
  private @Nullable Engine engine;

  @Option(
      names = "--compiler-report",
      description = "Says at the end what was compiled and what was left to the interpreter.")
  private boolean reportsCompiler;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Writes a timeline of all processes, threads and greenlets, for https://ui.perfetto.dev "
              + "or chrome://tracing.")
  private @Nullable String trace;

  @Option(
      names = "--coverage",
      paramLabel = "FORMAT",
      description =
          "Reports which lines have run, in all processes together: text (to standard error), lcov"
              + " (to coverage.lcov) or html (to coverage.html). The interpreter runs the program.")
  private @Nullable CoverageReport coverage;

  @Option(
      names = "--coverage-file",
      paramLabel = "FILE",
      description = "Where the report of --coverage goes.")
  private @Nullable String coverageFile;

  @Option(names = "--cpusampler", description = "Reports at the end which functions took the time.")
  private boolean samples;

  @Option(
      names = "--cputracer",
      description = "Reports at the end how often each function was called.")
  private boolean countsCalls;

  @Option(
      names = "--memtracer",
      description =
          "Reports at the end which lines allocated how much memory. The interpreter runs the "
              + "program.")
  private boolean countsMemory;

  @Option(
      names = "--dap",
      paramLabel = "PORT",
      description =
          "Waits for an editor that speaks the debug adapter protocol, at port 4711 of this machine"
              + " or the given one, 0 for any. The interpreter runs the program.")
  private @Nullable Integer debugPort;

  @Option(
      names = "--inspect",
      paramLabel = "PORT",
      description =
          "Waits for Chrome's developer tools at port 9229 of this machine or the given one, 0 for "
              + "any. The interpreter runs the program.")
  private @Nullable Integer inspectPort;

  @Option(
      names = "-c",
      paramLabel = "CODE",
      parameterConsumer = AllThatFollows.class,
      description = "Runs this text; what follows goes to the program.")
  private @Nullable List<String> code;

  @Option(
      names = "-m",
      paramLabel = "MODULE",
      parameterConsumer = AllThatFollows.class,
      description = "Runs a module by its name; what follows goes to the program.")
  private @Nullable List<String> module;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The program, or a folder with a __main__.py; - for standard input.")
  private @Nullable String file;

  @Parameters(
      paramLabel = "ARGUMENT",
      arity = "0..*",
      index = "1..*",
      description = "What the program finds in sys.argv.")
  private @Nullable List<String> arguments;

  RunCommandLine(StandardStreams streams) {
    this.streams = streams;
  }

  /**
   * Gives options whose value may be left out their usual one: picocli would take the program's
   * name for it.
   */
  static String[] withValues(String[] args) {
    String[] full = args.clone();
    for (int i = 1; i < full.length && full[i].startsWith("-"); i++) {
      switch (full[i]) {
        case "--coverage" -> full[i] = "--coverage=text";
        case "--dap" -> full[i] = "--dap=" + DEBUG_PORT;
        case "--inspect" -> full[i] = "--inspect=" + INSPECT_PORT;
        case "--why", "--trace", "--engine", "--coverage-file" -> i++;
        case "-c", "-m", "-" -> {
          return full;
        }
        default -> {}
      }
    }
    return full;
  }

  @Override
  public Integer call() {
    if (why < 0 || Double.isNaN(why) || why > LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "invalid value for option '--why': seconds are from 0 to " + LONGEST);
    }
    checkPort("--dap", debugPort, 0);
    checkPort("--inspect", inspectPort, FIRST_FREE_PORT);
    refuseTogether();
    if (coverageFile != null && coverage == null) {
      throw new ParameterException(spec.commandLine(), "'--coverage-file' needs '--coverage'");
    }
    RunOptions options = options();
    try {
      if (debugPort != null) {
        try (DebugServer server = DebugServer.open(debugPort)) {
          options.debugServer = server;
          return run(new RunCommand(streams, options));
        }
      }
      if (inspectPort != null) {
        try (Inspector inspector = Inspector.at(inspectPort)) {
          options.inspector = inspector;
          return run(new RunCommand(streams, options));
        }
      }
    } catch (IOException error) {
      Integer port = debugPort != null ? debugPort : inspectPort;
      throw new ParameterException(
          spec.commandLine(), "port " + port + ": " + SourceFiles.reason(error), error);
    }
    return run(new RunCommand(streams, options));
  }

  private void checkPort(String option, @Nullable Integer port, int first) {
    if (port != null && port != 0 && !(port >= first && port <= LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(),
          "invalid value for option '"
              + option
              + "': ports are "
              + (first == 0 ? "" : "0 or ")
              + "from "
              + first
              + " to "
              + LAST_PORT);
    }
  }

  /** Of the tools that watch statements there can be one. */
  private void refuseTogether() {
    String first = null;
    for (String each :
        new @Nullable String[] {
          debugPort == null ? null : "--dap",
          inspectPort == null ? null : "--inspect",
          coverage == null && !countsCalls ? null : coverage == null ? "--cputracer" : "--coverage",
          countsMemory ? "--memtracer" : null
        }) {
      if (each != null && first != null) {
        throw new ParameterException(
            spec.commandLine(), "'" + first + "' goes without '" + each + "'");
      }
      first = each == null ? first : each;
    }
  }

  private int run(RunCommand command) {
    if (code != null) {
      return command.runText(code.getFirst(), withoutFirst("-c", code));
    }
    if (module != null) {
      return command.runModule(module.getFirst(), withoutFirst("-m", module));
    }
    String name = file;
    if (name == null) {
      throw new ParameterException(spec.commandLine(), "missing FILE or -c CODE or -m MODULE or -");
    }
    List<String> all = new ArrayList<>();
    all.add(name);
    if (arguments != null) {
      all.addAll(arguments);
    }
    return name.equals("-") ? command.runInput(all) : command.run(name, all);
  }

  private RunOptions options() {
    RunOptions options = new RunOptions();
    if (engine != null) {
      options.engine = engine;
    }
    options.reportsCompiler = reportsCompiler;
    options.why = why;
    options.trace = trace;
    options.coverage = coverage;
    options.coverageFile = coverageFile;
    options.samples = samples;
    options.countsCalls = countsCalls;
    options.countsMemory = countsMemory;
    return options;
  }

  private static List<String> withoutFirst(String first, List<String> given) {
    List<String> all = new ArrayList<>(given);
    all.set(0, first);
    return all;
  }

  /** An option after which nothing is an option of this command. */
  static final class AllThatFollows implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> left, ArgSpec option, CommandSpec command) {
      if (left.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "missing " + option.paramLabel() + " after '-" + name(option));
      }
      List<String> all = new ArrayList<>();
      while (!left.isEmpty()) {
        all.add(left.pop());
      }
      option.setValue(all);
    }

    private static String name(ArgSpec option) {
      return option.paramLabel().substring(0, 1).toLowerCase(Locale.ROOT) + "'";
    }
  }
}
