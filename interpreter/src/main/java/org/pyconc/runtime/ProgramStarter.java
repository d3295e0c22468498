package org.pyconc.runtime;

import java.io.IOException;

/** How programs of the host are started. */
@FunctionalInterface
public interface ProgramStarter {
  /**
   * Starts one; its standard streams are the JVM's, pipes, nothing, or files of the host.
   *
   * @throws IOException if the host refuses
   */
  Process start(ProcessBuilder builder) throws IOException;
}
