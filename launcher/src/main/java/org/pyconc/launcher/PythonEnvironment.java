package org.pyconc.launcher;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the environment that mean to a program what they mean to CPython: <a
 * href="https://docs.python.org/3.11/using/cmdline.html#environment-variables">Environment
 * variables</a>. All others that begin with PYTHON have no meaning here.
 */
final class PythonEnvironment {
  private PythonEnvironment() {}

  /** The folders in {@code PYTHONPATH}, whole paths; an empty name is the working folder. */
  static List<String> searchPath() {
    return searchPath(System.getenv("PYTHONPATH"));
  }

  static List<String> searchPath(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return List.of();
    }
    List<String> folders = new ArrayList<>();
    int start = 0;
    while (start <= value.length()) {
      int end = value.indexOf(File.pathSeparatorChar, start);
      if (end < 0) {
        end = value.length();
      }
      String folder = value.substring(start, end);
      folders.add(
          new File(SourceFiles.absolute(folder.isEmpty() ? "." : folder))
              .toPath()
              .normalize()
              .toString());
      start = end + 1;
    }
    return folders;
  }

  /** Whether {@code PYTHONUNBUFFERED} is set to something. */
  static boolean isUnbuffered() {
    String value = System.getenv("PYTHONUNBUFFERED");
    return value != null && !value.isEmpty();
  }
}
