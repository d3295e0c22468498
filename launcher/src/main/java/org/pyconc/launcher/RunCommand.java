package org.pyconc.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.grammar.tree.Module;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.launcher.debug.DebugServer;
import org.pyconc.launcher.profile.Coverage;
import org.pyconc.launcher.profile.CoverageReport;
import org.pyconc.launcher.profile.CpuSampler;
import org.pyconc.launcher.profile.MemoryTracer;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;
import org.pyconc.stdlib.StandardLibrary;

/**
 * {@code pyconc run}: what {@code python3} does with a file, with {@code -c}, {@code -m} and {@code
 * -}.
 */
final class RunCommand {
  private static final int CANNOT_OPEN = 2;
  private static final int FAILED = 1;

  /**
   * In nanoseconds. A signal may still come that ends a wait; and who watches a program sees it
   * hang before it ends.
   */
  private static final long DEADLOCK_GRACE = 2_000_000_000;

  /** As after SIGTERM. */
  private static final int TERMINATED = 128 + KernelProcess.SIGTERM;

  /** What was asked for beside the program could not be written: EX_IOERR. */
  private static final int NOT_WRITTEN = 74;

  private final StandardStreams streams;
  private final RunOptions options;

  /** What has run, if somebody wants to know. */
  private @Nullable Coverage coverage;

  /** What has allocated memory, if somebody wants to know. */
  private @Nullable MemoryTracer memory;

  RunCommand(StandardStreams streams) {
    this(streams, new RunOptions());
  }

  RunCommand(StandardStreams streams, RunOptions options) {
    this.streams = streams;
    this.options = options;
  }

  /**
   * Runs the program in {@code file}, or in {@code file/__main__.py}, and returns its exit status.
   *
   * @param arguments what the program finds in {@code sys.argv}, {@code file} first
   */
  int run(String file, List<String> arguments) {
    File program = new File(SourceFiles.absolute(file));
    if (program.isDirectory()) {
      File main = new File(program, "__main__.py");
      if (!main.isFile()) {
        return fail("can't find '__main__' module in '" + program + "'", FAILED);
      }
      program = main;
    }
    try {
      SourceText source = SourceDecoder.decode(program.getPath(), read(program));
      return execute(Parser.parseModule(source), source, arguments);
    } catch (IOException error) {
      return fail(SourceFiles.cannotOpen(program, error), CANNOT_OPEN);
    } catch (SyntaxError error) {
      return refuse(error);
    }
  }

  /** Runs the program that {@code code} is; {@code arguments} begin with {@code -c}. */
  int runText(String code, List<String> arguments) {
    return runText(new SourceText("<string>", code), arguments);
  }

  /** Runs the program that standard input holds; {@code arguments} begin with {@code -}. */
  int runInput(List<String> arguments) {
    try {
      return runText(SourceDecoder.decode("<stdin>", streams.in().readAllBytes()), arguments);
    } catch (IOException error) {
      return fail("can't read standard input: " + SourceFiles.reason(error), CANNOT_OPEN);
    } catch (SyntaxError error) {
      return refuse(error);
    }
  }

  private int runText(SourceText source, List<String> arguments) {
    try {
      return execute(Parser.parseModule(source), source, arguments);
    } catch (SyntaxError error) {
      return refuse(error);
    }
  }

  /** Runs a module by its name; {@code arguments} begin with {@code -m}. */
  int runModule(String name, List<String> arguments) {
    String folder = System.getProperty("user.dir");
    return execute(newExecutor(), arguments, program -> program.runNamed(name, folder));
  }

  private int execute(Module module, SourceText source, List<String> arguments) throws SyntaxError {
    TieredExecutor executor = newExecutor();
    CodeUnit unit = ScopeAnalyzer.module(module, source, executor);
    String folder = source.name().startsWith("<") ? "" : new File(source.name()).getParent();
    return execute(executor, arguments, program -> program.run(unit, folder == null ? "" : folder));
  }

  private TieredExecutor newExecutor() {
    if (options.coverage != null || options.countsCalls) {
      Coverage counting = new Coverage();
      coverage = counting;
      return new TieredExecutor(counting);
    }
    if (options.countsMemory) {
      MemoryTracer counting = new MemoryTracer();
      memory = counting;
      return new TieredExecutor(counting);
    }
    if (options.inspector != null) {
      return options.inspector.executor();
    }
    DebugServer server = options.debugServer;
    return server == null
        ? new TieredExecutor(options.engine)
        : new TieredExecutor(server.listener());
  }

  /** One way to run the main process of a program. */
  private interface Start {
    int run(Program program) throws InterruptedException;
  }

  private int execute(TieredExecutor executor, List<String> arguments, Start start) {
    String problem = coverageProblem();
    if (problem != null) {
      return fail(problem, CANNOT_OPEN);
    }
    StandardFiles files =
        new StandardFiles(
            streams.in(),
            streams.terminals().in(),
            new SharedOutput(streams.out(), streams.terminals().out()),
            new SharedOutput(streams.err(), streams.terminals().err()),
            PythonEnvironment.isUnbuffered());
    KernelOptions kernel = KernelOptions.defaults().withDeadlockGraceNanos(DEADLOCK_GRACE);
    if (options.inspector != null) {
      kernel = options.inspector.watch(kernel);
    }
    String trace = options.trace;
    if (trace == null) {
      return execute(files, executor, arguments, start, kernel);
    }
    Timeline timeline;
    try {
      timeline = Timeline.open(trace);
    } catch (IOException | InvalidPathException error) {
      return fail(SourceFiles.cannotWrite("timeline", trace, error), CANNOT_OPEN);
    }
    int status = execute(files, executor, arguments, start, kernel.withTracer(timeline.tracer()));
    String unwritten = timeline.finish();
    return unwritten == null ? status : fail(unwritten, status == 0 ? NOT_WRITTEN : status);
  }

  private int execute(
      StandardFiles files,
      TieredExecutor executor,
      List<String> arguments,
      Start start,
      KernelOptions kernel) {
    try (Program program = new Program(files, new StandardLibrary(), executor, arguments, kernel);
        InterruptKey key = InterruptKey.listen(program);
        QuitKey quitKey = QuitKey.listen(new WaitExplainer(program)::explain)) {
      program.setSearchPath(PythonEnvironment.searchPath());
      if (options.why > 0) {
        new WaitExplainer(program).every(options.why);
      }
      CpuSampler sampler = null;
      if (options.samples) {
        sampler = new CpuSampler();
        sampler.start(program);
      }
      DebugServer server = options.debugServer;
      if (server != null) {
        streams.err().print("pyconc: waiting for a debugger at 127.0.0.1:" + server.port() + "\n");
        if (!server.awaitClient(program, this::say)) {
          return TERMINATED;
        }
      }
      int status = start.run(program);
      if (server != null) {
        server.ended(status);
      }
      if (sampler != null) {
        streams.err().print(sampler.report());
      }
      if (memory != null) {
        streams.err().print(memory.report());
      }
      return reportCoverage(status);
    } catch (InterruptedException stopped) {
      return FAILED;
    } catch (IOException error) {
      return fail("no debugger came: " + SourceFiles.reason(error), CANNOT_OPEN);
    } finally {
      if (options.reportsCompiler) {
        streams.err().print(executor.report().toString());
      }
    }
  }

  private int reportCoverage(int status) {
    Coverage counted = coverage;
    if (counted == null) {
      return status;
    }
    if (options.countsCalls) {
      streams.err().print(counted.calls());
    }
    CoverageReport report = options.coverage;
    if (report == null) {
      return status;
    }
    String name = coverageFile(report);
    if (name == null) {
      streams.err().print(report.of(counted));
      return status;
    }
    try {
      Files.writeString(Path.of(name), report.of(counted));
      return status;
    } catch (IOException | InvalidPathException error) {
      return fail(
          SourceFiles.cannotWrite("coverage", name, error), status == 0 ? NOT_WRITTEN : status);
    }
  }

  /** Where the report goes; null for standard error. */
  private @Nullable String coverageFile(CoverageReport report) {
    if (options.coverageFile != null) {
      return options.coverageFile;
    }
    return switch (report) {
      case TEXT -> null;
      case LCOV -> "coverage.lcov";
      case HTML -> "coverage.html";
    };
  }

  /** What is wrong with the file for the report, before the program has run; null if nothing is. */
  private @Nullable String coverageProblem() {
    String name = options.coverage == null ? null : coverageFile(options.coverage);
    if (name == null) {
      return null;
    }
    try {
      Files.newOutputStream(Path.of(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
          .close();
      return null;
    } catch (IOException | InvalidPathException error) {
      return SourceFiles.cannotWrite("coverage", name, error);
    }
  }

  private int refuse(SyntaxError error) {
    streams.err().print(SyntaxErrorReport.of(error));
    return FAILED;
  }

  private static byte[] read(File file) throws IOException {
    return Files.readAllBytes(file.toPath());
  }

  private int fail(String message, int status) {
    say(message);
    return status;
  }

  private void say(String message) {
    streams.err().print("pyconc: " + message + "\n");
  }
}
