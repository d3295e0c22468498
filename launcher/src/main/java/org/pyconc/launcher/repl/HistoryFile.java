package org.pyconc.launcher.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that the history of inputs can be read and written before the reader depends on it.
 */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * Makes the folder, and takes out of the file what is no input: others may have written into it.
   *
   * @return what is wrong, for the user; null if nothing is
   */
  static @Nullable String prepare(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!Files.exists(file)) {
        Files.createFile(file);
        return null;
      }
      if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
        return "'" + file + "' cannot be written";
      }
      // What is not UTF-8 becomes U+FFFD.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<String> inputs =
          text.lines().filter(line -> isInput(line) && line.indexOf('\uFFFD') < 0).toList();
      if (inputs.size() != text.lines().count()) {
        Files.write(file, inputs);
      }
      return null;
    } catch (IOException error) {
      return "'" + file + "' cannot be written";
    }
  }

  /** Whether it is a time in milliseconds, a colon and a text. */
  private static boolean isInput(String line) {
    int colon = line.indexOf(':');
    for (int i = 0; i < colon; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return false;
      }
    }
    return colon > 0 && colon < 19; // as many digits as a long has
  }
}
