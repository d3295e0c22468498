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

  /** Exit status where standard output takes nothing: 74, EX_IOERR. */
  private static final int NOT_WRITTEN = 74;

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

  /**
   * Writes out what a command has to say; if that cannot be done, that is an error, whose exit
   * status is returned. Where nobody reads any more no words are lost about it.
   */
  int requireWritten(int status) {
    out.flush();
    if (out.error() == 0 || out.isBroken()) {
      return status;
    }
    String reason = SourceFiles.reason(out.error());
    err.print("pyconc: can't write to standard output: " + reason + "\n");
    return status == 0 ? NOT_WRITTEN : status;
  }

  /** Writes out what is buffered; false if standard output takes nothing any more. */
  public boolean flush() {
    out.flush();
    err.flush();
    return !out.isBroken();
  }
}
