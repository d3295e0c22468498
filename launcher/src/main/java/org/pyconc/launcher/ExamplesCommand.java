package org.pyconc.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pyconc examples}: the programs that come along, in the folder {@code scripts}. */
@Command(
    name = "examples",
    description = "Lists, shows and runs the programs that come along.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {"  pyconc examples", "  pyconc examples show primes", "  pyconc examples run primes"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such example",
      "other:that of the program that was run"
    })
final class ExamplesCommand implements Runnable {
  private static final String SUFFIX = ".py";

  private final StandardStreams streams;

  ExamplesCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    list();
  }

  @Command(
      name = "list",
      description = "Lists the examples.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  pyconc examples list")
  int list() {
    try {
      List<String> names = names();
      int width = 0;
      for (String name : names) {
        width = Math.max(width, name.length());
      }
      for (String name : names) {
        String blanks = " ".repeat(width - name.length() + 2);
        streams.out().print(name + blanks + summary(file(name)) + "\n");
      }
      return 0;
    } catch (IOException error) {
      return missing(error);
    }
  }

  @Command(
      name = "show",
      description = "Prints the text of an example.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  pyconc examples show primes")
  int show(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    try {
      if (!names().contains(name)) {
        return unknown(name);
      }
      streams.out().print(Files.readString(file(name)));
      return 0;
    } catch (IOException error) {
      return missing(error);
    }
  }

  @Command(
      name = "run",
      description = "Runs an example.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  pyconc examples run primes")
  int runOne(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Parameters(
              paramLabel = "ARGUMENT",
              arity = "0..*",
              index = "1..*",
              description = "What the program finds in sys.argv.")
          @Nullable List<String> arguments) {
    try {
      if (!names().contains(name)) {
        return unknown(name);
      }
    } catch (IOException error) {
      return missing(error);
    }
    String file = file(name).toString();
    List<String> all = new ArrayList<>();
    all.add(file);
    if (arguments != null) {
      all.addAll(arguments);
    }
    return new RunCommand(streams).run(file, all);
  }

  private static Path folder() {
    return Path.of(System.getProperty("pyconc.home", ""), "scripts").toAbsolutePath();
  }

  private static Path file(String name) {
    return folder().resolve(name + SUFFIX);
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      files.forEach(
          file -> {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(SUFFIX)) {
              names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  /** The first line of the program's documentation. */
  private static String summary(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("\"\"\"")) {
        String text = line.substring(3);
        return text.endsWith("\"\"\"") ? text.substring(0, text.length() - 3) : text;
      }
    }
    return "";
  }

  private int unknown(String name) {
    streams
        .err()
        .print("pyconc examples: no example '" + name + "' ('pyconc examples' lists them)\n");
    return CommandLineInterface.USAGE;
  }

  private int missing(IOException error) {
    boolean isAbsent =
        error instanceof NoSuchFileException || error instanceof NotDirectoryException;
    streams
        .err()
        .print(
            "pyconc examples: "
                + (isAbsent
                    ? "no folder '" + folder() + "': start pyconc by its script"
                    : SourceFiles.cannotOpen(folder().toFile(), error))
                + "\n");
    return CommandLineInterface.USAGE;
  }
}
