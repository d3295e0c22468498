package org.pyconc.stdlib.mmap;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/**
 * Files as memory.
 *
 * @see <a href="https://docs.python.org/3.11/library/mmap.html">mmap</a>
 */
public final class MmapModule implements NativeModule {
  private static final String[] NAMES = {
    "PROT_READ",
    "PROT_WRITE",
    "PROT_EXEC",
    "MAP_SHARED",
    "MAP_PRIVATE",
    "MAP_ANON",
    "MAP_ANONYMOUS",
    "ACCESS_DEFAULT",
    "ACCESS_READ",
    "ACCESS_WRITE",
    "ACCESS_COPY",
    "MADV_NORMAL",
    "MADV_RANDOM",
    "MADV_SEQUENTIAL",
    "MADV_WILLNEED",
    "MADV_DONTNEED",
    "PAGESIZE",
    "ALLOCATIONGRANULARITY"
  };
  private static final long[] VALUES = {
    1, 2, 4, 1, 2, 32, 32, 0, 1, 2, 3, 0, 1, 2, 3, 4, MappedFile.PAGE, MappedFile.PAGE
  };

  @Override
  public String name() {
    return "mmap";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(MappedFile.TYPE);
    b.constant("error", ExceptionTypes.OS_ERROR);
    for (int i = 0; i < NAMES.length; i++) {
      b.constant(NAMES[i], VALUES[i]);
    }
  }
}
