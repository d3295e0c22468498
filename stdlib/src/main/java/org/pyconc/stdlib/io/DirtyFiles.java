package org.pyconc.stdlib.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.pyconc.errors.PyException;
import org.pyconc.runtime.ProcessState;

/**
 * The files of a process with something in their buffers. CPython writes that when the last
 * reference goes; here it is written when files are looked at in another way, and at the end.
 */
public final class DirtyFiles {
  /** So many may keep something back at the same time. */
  private static final int MOST = 64;

  private final Set<BinaryFile> files = new LinkedHashSet<>();

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

  void add(BinaryFile file) {
    files.add(file);
    if (files.size() > MOST) {
      flush(files.iterator().next());
    }
  }

  void remove(BinaryFile file) {
    files.remove(file);
  }

  /** Writes what all files of the running process keep back. */
  public static void flushAll() {
    DirtyFiles known = ProcessState.current().findModuleState(DirtyFiles.class);
    if (known != null && !known.files.isEmpty()) {
      for (BinaryFile file : new ArrayList<>(known.files)) {
        known.flush(file);
      }
    }
  }

  private void flush(BinaryFile file) {
    try {
      file.flush();
    } catch (PyException e) {
      files.remove(file); // whoever still has the file will be told
    }
  }
}
