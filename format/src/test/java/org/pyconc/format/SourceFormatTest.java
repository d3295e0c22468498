package org.pyconc.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as <a
 * href="https://github.com/google/google-java-format">google-java-format</a> writes it. With {@code
 * -Dformat=write} the files are rewritten instead of reported.
 */
class SourceFormatTest {
  private static final Path ROOT = Path.of(System.getProperty("root")).normalize();
  private static final boolean WRITE = "write".equals(System.getProperty("format"));

  @Test
  void everyJavaFileIsFormatted() throws IOException, FormatterException {
    List<Path> files = javaFiles();
    assertThat(files).isNotEmpty();
    List<Path> unformatted = new ArrayList<>();
    Formatter formatter = new Formatter();
    for (Path file : files) {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (formatted.equals(source)) {
        continue;
      }
      if (WRITE) {
        Files.writeString(file, formatted);
      } else {
        unformatted.add(ROOT.relativize(file));
      }
    }
    assertThat(unformatted)
        .as("files to format with: mvn -pl format test -Dformat=write")
        .isEmpty();
  }

  private static List<Path> javaFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(module -> module.resolve("src")).toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> found = Files.walk(sources)) {
            found.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
          }
        }
      }
    }
    return files;
  }
}
