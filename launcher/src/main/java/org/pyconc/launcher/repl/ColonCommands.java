package org.pyconc.launcher.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Session;
import org.pyconc.stdlib.greenlet.PyGreenlet;

/** What begins with a colon: commands to the dialogue itself. */
final class ColonCommands {
  /** The commands with their argument and meaning. */
  private static final List<String> HELP =
      List.of(
          ":ps            processes, threads and greenlets that are alive, and what they wait for",
          ":time CODE     run CODE and say how long it took",
          ":doc NAME      signature and documentation, as help(NAME)",
          ":load FILE     run a file as if it were typed in",
          ":save FILE     write the inputs so far to a file",
          ":help          this list",
          ":quit          leave, as Ctrl-D does");

  private final Repl repl;

  ColonCommands(Repl repl) {
    this.repl = repl;
  }

  /** Runs one command, without its colon. */
  void run(String line) throws InterruptedException {
    int blank = line.indexOf(' ');
    String name = blank < 0 ? line : line.substring(0, blank);
    String argument = blank < 0 ? "" : line.substring(blank + 1).strip();
    boolean needsArgument =
        switch (name) {
          case "time", "doc", "load", "save" -> true;
          default -> false;
        };
    if (needsArgument && argument.isEmpty()) {
      repl.print(":" + name + " needs an argument (:help says which)\n");
      return;
    }
    switch (name) {
      case "ps" -> processes();
      case "time" -> time(argument);
      case "doc" -> repl.evaluate("help(" + argument + ")");
      case "load" -> load(argument);
      case "save" -> save(argument);
      case "help" -> repl.show(String.join("\n", HELP) + "\n");
      case "quit" -> repl.evaluate("raise SystemExit");
      default -> repl.print("no command ':" + name + "' (:help lists them)\n");
    }
  }

  private void processes() throws InterruptedException {
    Kernel kernel = repl.session().program().kernel();
    List<KernelProcess> processes = new ArrayList<>(kernel.processes());
    processes.sort(Comparator.comparingInt(KernelProcess::pid));
    StringBuilder text = new StringBuilder();
    for (KernelProcess process : processes) {
      boolean isMain = process.equals(kernel.mainProcess());
      text.append(String.format(Locale.ROOT, "%7d  %s%n", process.pid(), process.name()));
      for (Task task : process.tasks()) {
        String what =
            isMain && task.isMain()
                ? "this dialogue"
                : task.name() + ": " + task.state().name().toLowerCase(Locale.ROOT);
        text.append("         ").append(what).append('\n');
        if (isMain && task.isMain()) {
          text.append(repl.session().call(ColonCommands::greenlets));
        }
      }
    }
    for (String wait : kernel.waitGraph().toString().lines().toList()) {
      if (!wait.contains("the next input")) {
        text.append(wait).append('\n');
      }
    }
    repl.show(text.toString());
  }

  /** Those that names of the dialogue stand for, or lists of them: others cannot be reached. */
  private static String greenlets(ProcessState state) {
    StringBuilder text = new StringBuilder();
    PyDict names = Session.mainModule(state).dictionary();
    for (int i = names.next(0); i >= 0; i = names.next(i + 1)) {
      String name = Text.java(names.keyAt(i));
      Object value = names.valueAt(i);
      if (value instanceof PyList list) {
        for (int k = 0; k < list.size(); k++) {
          describe(name + "[" + k + "]", list.get(k), text);
        }
      } else if (!name.equals("_")) {
        describe(name, value, text);
      }
    }
    return text.toString();
  }

  private static void describe(String name, Object value, StringBuilder text) {
    if (!(value instanceof PyGreenlet greenlet) || greenlet.isMain() || greenlet.isDead()) {
      return;
    }
    text.append("         greenlet ").append(name).append(": ");
    try {
      text.append(Text.javaRepr(value)).append(greenlet.isStarted() ? "" : ", not begun yet");
    } catch (PyException unprintable) {
      text.append(unprintable.value().type().simpleName());
    }
    text.append('\n');
  }

  private void time(String code) throws InterruptedException {
    long before = System.nanoTime();
    repl.evaluate(code);
    double seconds = (System.nanoTime() - before) / 1e9;
    repl.show(String.format(Locale.ROOT, "%.6f s%n", seconds));
  }

  private void load(String file) throws InterruptedException {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      repl.evaluate(SourceDecoder.decode(file, bytes).text());
    } catch (IOException | InvalidPathException error) {
      repl.print("can't open file '" + file + "': " + reason(error) + "\n");
    } catch (SyntaxError error) {
      repl.print(SyntaxErrorReport.of(error));
    }
  }

  private void save(String file) {
    try {
      Files.writeString(Path.of(file), String.join("\n", repl.inputs()) + "\n");
      repl.show(repl.inputs().size() + " inputs written to " + file + "\n");
    } catch (IOException | InvalidPathException error) {
      repl.print("can't write file '" + file + "': " + reason(error) + "\n");
    }
  }

  private static String reason(Exception error) {
    if (error instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    String message = String.valueOf(error.getMessage());
    return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
  }
}
