package org.pyconc.launcher.repl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.InteractiveTree;
import org.pyconc.runtime.Output;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.Session;
import org.pyconc.runtime.SyntaxWarnings;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;

/**
 * A dialogue without a terminal: takes inputs, runs them in one program and prints what comes of it
 * to the program's standard streams.
 */
public final class Repl implements AutoCloseable {
  private static final String FILE = "<stdin>";

  private final Session session;
  private final List<String> inputs = new ArrayList<>();
  private final ColonCommands commands = new ColonCommands(this);
  private boolean hasEnded;
  private volatile boolean isRunning;

  /** Starts the program of the dialogue; its modules are looked for in {@code folder} first. */
  public Repl(Program program, String folder) {
    this.session = new Session(program, folder);
  }

  Session session() {
    return session;
  }

  /** The inputs so far that were programs without an error of syntax. */
  List<String> inputs() {
    return inputs;
  }

  /**
   * Runs one whole input, and returns when it has ended.
   *
   * @return false if the dialogue is over
   */
  public boolean run(String text) throws InterruptedException {
    try {
      if (text.startsWith(":")) {
        commands.run(text.substring(1).strip());
      } else if (!text.isBlank()) {
        evaluate(text);
      }
      return !hasEnded;
    } catch (Session.Ended ended) {
      hasEnded = true;
      return false;
    }
  }

  /** Runs the text as if it were typed in; it is remembered for {@code :save}. */
  void evaluate(String text) throws InterruptedException {
    CodeUnit unit;
    try {
      unit = compile(text);
    } catch (SyntaxError error) {
      print(SyntaxErrorReport.of(error));
      return;
    }
    inputs.add(text.stripTrailing());
    isRunning = true;
    try {
      hasEnded = !session.call(state -> run(unit, state));
    } finally {
      isRunning = false;
    }
  }

  private CodeUnit compile(String text) throws SyntaxError {
    SourceText source = new SourceText(FILE, text + "\n");
    return ScopeAnalyzer.module(
        InteractiveTree.of(Parser.parseModule(source)), source, session.program().executor());
  }

  /** False if the input has ended the program. */
  private boolean run(CodeUnit unit, ProcessState state) {
    try {
      SyntaxWarnings.report(unit);
      Program.runModule(unit, Session.mainModule(state));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      PyException raised = Raising.translate(e);
      if (raised.value().type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
        session.end(raised);
        return false;
      }
      state.out().flushQuietly();
      print(TracebackPrinter.format(raised.value()));
    }
    state.out().flushQuietly();
    state.err().flushQuietly();
    return true;
  }

  /** Whole words that the word at the end of {@code text} may be the beginning of. */
  public List<String> complete(String text) throws InterruptedException {
    return session.call(state -> Completion.of(state, text));
  }

  /**
   * Ctrl-C: KeyboardInterrupt in the running input; the rest of the program goes on. One that comes
   * between two inputs has no effect.
   */
  public void interrupt() {
    if (isRunning) {
      session.interrupt();
    }
  }

  /** Ends the program as its end would, and returns the exit status. */
  public int end() throws InterruptedException {
    if (!hasEnded) {
      try {
        session.call(
            state -> {
              session.end(null);
              return true;
            });
      } catch (Session.Ended already) {
        // its own end came first
      }
      hasEnded = true;
    }
    return session.awaitEnd();
  }

  /** Writes to the program's standard error. */
  void print(String text) {
    write(session.program().files().err(), text);
  }

  /** Writes to the program's standard output. */
  void show(String text) {
    write(session.program().files().out(), text);
  }

  private static void write(Output output, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    output.write(bytes, bytes.length);
  }

  @Override
  public void close() {
    session.close();
  }
}
