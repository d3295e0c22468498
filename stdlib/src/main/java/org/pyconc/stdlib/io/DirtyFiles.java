package org.pyconc.stdlib.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.pyconc.runtime.ProcessState;

/**
 * The files of a process with something in their buffers. CPython writes that when the last
 * reference goes; here it is written when files are looked at in another way, when the file object
 * is collected, and at the end.
 */
public final class DirtyFiles {
  /** So many may keep something back at the same time. */
  private static final int MOST = 64;

  private final Set<OutputBuffer> buffers = new LinkedHashSet<>();

  private DirtyFiles() {}

  static DirtyFiles current() {
    ProcessState state = ProcessState.current();
    DirtyFiles known = state.findModuleState(DirtyFiles.class);
    if (known == null) {
      known = new DirtyFiles();
      state.setModuleState(DirtyFiles.class, known);
      if (state.process().parent() == null) {
        state.atExit(DirtyFiles::flushAll);
      }
    }
    return known;
  }

  void add(OutputBuffer buffer) {
    buffers.add(buffer);
    if (buffers.size() > MOST) {
      buffers.iterator().next().flushQuietly();
    }
  }

  void remove(OutputBuffer buffer) {
    buffers.remove(buffer);
  }

  /** Writes what all files of the running process keep back. */
  public static void flushAll() {
    DirtyFiles known = ProcessState.current().findModuleState(DirtyFiles.class);
    if (known != null && !known.buffers.isEmpty()) {
      for (OutputBuffer buffer : new ArrayList<>(known.buffers)) {
        buffer.flushQuietly();
      }
    }
  }
}
