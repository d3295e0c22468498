package org.pyconc.stdlib.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.Output;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeAnalyzer;
import org.pyconc.stdlib.StandardLibrary;

/** Runs a program inside this JVM and keeps what it prints. */
public final class ProgramRunner {
  private ProgramRunner() {}

  /** What a program did. */
  public record Result(String out, String err, int status) {}

  private static final class Capture implements Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized boolean write(byte[] data, int length) {
      bytes.write(data, 0, length);
      return true;
    }

    @Override
    public boolean isTerminal() {
      return true;
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  /**
   * Runs source text.
   *
   * @param name what tracebacks call the file
   * @param folder where the program's own modules are
   */
  public static Result run(String name, String source, String folder, String input, Engine engine)
      throws SyntaxError, InterruptedException {
    return run(
        name, source, folder, input, engine, KernelOptions.defaults(), new StandardLibrary());
  }

  /**
   * Runs source text that reads bytes.
   *
   * @param current the folder in which the program runs
   */
  static Result run(
      String name, String source, String folder, Path current, byte[] input, Executor executor)
      throws SyntaxError, InterruptedException {
    KernelOptions options = KernelOptions.defaults();
    return run(name, source, folder, current, input, executor, options, new StandardLibrary());
  }

  /** Runs source text on a kernel with other options, with other modules. */
  public static Result run(
      String name,
      String source,
      String folder,
      String input,
      Engine engine,
      KernelOptions options,
      ModuleProvider modules)
      throws SyntaxError, InterruptedException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    Executor executor = new TieredExecutor(engine);
    return run(name, source, folder, Path.of(""), bytes, executor, options, modules);
  }

  private static Result run(
      String name,
      String source,
      String folder,
      Path current,
      byte[] input,
      Executor executor,
      KernelOptions options,
      ModuleProvider modules)
      throws SyntaxError, InterruptedException {
    SourceText text = new SourceText(name, source);
    CodeUnit unit = ScopeAnalyzer.module(Parser.parseModule(text), text, executor);
    Capture out = new Capture();
    Capture err = new Capture();
    StandardFiles files = new StandardFiles(new ByteArrayInputStream(input), false, out, err);
    try (Program program = new Program(files, modules, executor, List.of(name), options)) {
      program.setFolder(current.toAbsolutePath());
      int status = program.run(unit, folder);
      return new Result(out.text(), err.text(), status);
    }
  }
}
