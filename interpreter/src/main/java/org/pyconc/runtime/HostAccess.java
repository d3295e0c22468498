package org.pyconc.runtime;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;

/**
 * What of the host a program may use: the one place where that is decided. The command allows all;
 * an embedding allows what its context does.
 *
 * @param files opening, listing and changing files
 * @param network sockets and name look-up
 * @param processes starting programs of the host
 */
public record HostAccess(boolean files, boolean network, boolean processes) {
  public static final HostAccess ALL = new HostAccess(true, true, true);

  /** That of the running program. */
  public static HostAccess current() {
    return ProcessState.current().program().hostAccess();
  }

  /** PermissionError unless files may be used. */
  public static void requireFiles() {
    if (!current().files) {
      throw refused("files", "allowIO");
    }
  }

  /** PermissionError unless the network may be used. */
  public static void requireNetwork() {
    if (!current().network) {
      throw refused("the network", "allowIO");
    }
  }

  /** PermissionError unless programs may be started. */
  public static void requireProcesses() {
    if (!current().processes) {
      throw refused("programs of the host", "allowCreateProcess");
    }
  }

  /**
   * The PermissionError that names what the context does not allow.
   *
   * @param permission the method of the context's builder that would allow it
   */
  public static PyException refused(String what, String permission) {
    return Errors.osError(
        HostErrors.NOT_PERMITTED,
        "Operation not permitted: this context allows no use of " + what + " (" + permission + ")");
  }
}
