package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.HostFiles;

/** The accounts of the host. */
final class Accounts {
  private static final int FIELDS = 7;
  private static final int HOME = 5;

  private Accounts() {}

  /** The home folder of a user, or null. */
  static @Nullable String home(String user) {
    Path file = HostFiles.current().path("/etc/passwd");
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] fields = line.split(":", FIELDS);
        if (fields.length == FIELDS && fields[0].equals(user)) {
          return fields[HOME];
        }
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The number of the user or group ({@code uid}, {@code gid}) that runs the program. */
  static long own(String attribute) {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:" + attribute) instanceof Integer i
          ? i
          : 0;
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }
}
