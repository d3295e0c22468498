package org.pyconc.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;

/**
 * The standard streams as CPython sets them up: output is buffered by line on a terminal and by
 * block elsewhere, errors always by line, text is UTF-8.
 *
 * <p>They sit on the file descriptors: {@code System.out} flushes at every call and encodes by the
 * locale.
 *
 * @param in standard input, not buffered
 * @param terminals which of the three are terminals
 */
public record StandardStreams(InputStream in, TextOutput out, TextOutput err, Terminals terminals) {

  /** Which of the standard streams are terminals. */
  public record Terminals(boolean in, boolean out, boolean err) {
    /** What the start script found out; started in another way, none is taken for a terminal. */
    static Terminals detect() {
      String numbers = System.getProperty("pyconc.terminal", "");
      return new Terminals(
          numbers.indexOf('0') >= 0, numbers.indexOf('1') >= 0, numbers.indexOf('2') >= 0);
    }
  }

  /** The streams that this JVM was started with. */
  public static StandardStreams ofJvm() {
    Terminals terminals = Terminals.detect();
    return new StandardStreams(
        new FileInputStream(FileDescriptor.in),
        new TextOutput(new FileOutputStream(FileDescriptor.out), terminals.out()),
        new TextOutput(new FileOutputStream(FileDescriptor.err), true),
        terminals);
  }

  /** Writes out what is buffered; false if standard output takes nothing any more. */
  public boolean flush() {
    out.flush();
    err.flush();
    return !out.isBroken();
  }
}
