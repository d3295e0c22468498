package org.pyconc.runtime;

import java.io.InputStream;

/**
 * What a program's standard streams are connected to.
 *
 * @param in where input comes from
 * @param isInputTerminal whether that is a terminal
 * @param isUnbuffered whether all that is written goes out at once
 */
public record StandardFiles(
    InputStream in, boolean isInputTerminal, Output out, Output err, boolean isUnbuffered) {
  /** Output goes out line by line to a terminal, and in larger pieces elsewhere. */
  public StandardFiles(InputStream in, boolean isInputTerminal, Output out, Output err) {
    this(in, isInputTerminal, out, err, false);
  }
}
