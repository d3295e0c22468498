package org.pyconc.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The snippets in the test resources and what CPython 3.11 said about them (see record.py). */
final class Snippets {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Snippets() {}

  /** The names, without ending, of the files in a directory that end so. */
  static List<String> names(String directory, String ending) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(directory))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String directory, String file) {
    try {
      return Files.readString(RESOURCES.resolve(directory).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
