package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Which permissions new files and folders of a process do not get. The host's own mask cannot be
 * changed and holds as well.
 */
final class Umask implements Transferable {
  private static final int USUAL = 022;
  private static final int OCTAL = 8;
  private static final int ALL = 0777;

  private int value;

  private Umask(int value) {
    this.value = value;
  }

  static Umask current() {
    return ProcessState.current().moduleState(Umask.class, () -> new Umask(ofHost()));
  }

  private static int ofHost() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("Umask:")) {
          return Integer.parseInt(line.substring("Umask:".length()).strip(), OCTAL);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return USUAL;
    }
    return USUAL;
  }

  int value() {
    return value;
  }

  /** Sets another mask and returns the one before. */
  int set(int mask) {
    int before = value;
    value = mask & ALL;
    return before;
  }

  @Override
  public Object copy(Copier copier) {
    return new Umask(value);
  }
}
