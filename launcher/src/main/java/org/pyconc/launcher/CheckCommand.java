package org.pyconc.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pyconc check FILE...}. */
@Command(
    name = "check",
    description = {
      "Finds errors without running anything: all errors of syntax and, where there is none, names"
          + " that nothing binds."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  pyconc check example.py scripts/",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no error was found", "1:there are errors", "2:a file cannot be read"})
final class CheckCommand implements Callable<Integer> {
  private static final int CANNOT_OPEN = 2;

  private final StandardStreams streams;
  private final CheckedBuiltins builtins = new CheckedBuiltins();
  private int errors;
  private int files;
  private boolean isUnreadable;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Programs, or folders whose *.py files are meant.")
  private List<String> names = List.of();

  CheckCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    for (String name : names) {
      File file = new File(name);
      if (file.isDirectory()) {
        checkFolder(file.toPath());
      } else {
        check(file);
      }
    }
    if (errors > 0) {
      streams.err().print(count(errors, "error") + " in " + count(files, "file") + "\n");
    }
    return isUnreadable ? CANNOT_OPEN : errors > 0 ? 1 : 0;
  }

  private void checkFolder(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> programs = below.filter(file -> file.toString().endsWith(".py")).sorted().toList();
      if (programs.isEmpty()) {
        fail("no *.py file in '" + folder + "'");
      }
      for (Path program : programs) {
        check(program.toFile());
      }
    } catch (IOException error) {
      fail(SourceFiles.cannotOpen(folder.toFile(), error));
    } catch (UncheckedIOException error) {
      fail(SourceFiles.cannotOpen(folder.toFile(), Objects.requireNonNull(error.getCause())));
    }
  }

  private void check(File file) {
    files++;
    try {
      byte[] bytes = Files.readAllBytes(file.toPath());
      List<String> found =
          SourceCheck.errors(SourceDecoder.decode(file.getPath(), bytes), builtins::contain);
      report(found);
      if (found.size() == SourceCheck.MOST_ERRORS) {
        streams.err().print("pyconc check: there may be more errors in '" + file + "'\n");
      }
    } catch (IOException error) {
      fail(SourceFiles.cannotOpen(file, error));
    } catch (SyntaxError error) {
      report(List.of(SyntaxErrorReport.of(error)));
    }
  }

  private void report(List<String> found) {
    errors += found.size();
    for (String text : found) {
      streams.err().print(text);
    }
  }

  private void fail(String message) {
    isUnreadable = true;
    streams.err().print("pyconc check: " + message + "\n");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
