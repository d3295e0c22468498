package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.HostErrors;
import org.pyconc.stdlib.io.HostFile;

/**
 * Locks on files, over those of the JDK: they hold between handles of this program, whichever
 * process they belong to, and against other programs.
 */
final class FileLocks {
  private static final int WOULD_WAIT = 11;

  /** Milliseconds between two attempts; the JDK's own wait does not see this program's locks. */
  private static final int PAUSE = 10;

  private FileLocks() {}

  /** Gives up what is held in a range. */
  static void release(HostFile file, long start, long size) {
    List<FileLock> held = file.locks();
    try {
      synchronized (held) {
        for (FileLock each : List.copyOf(held)) {
          if (each.overlaps(start, size)) {
            held.remove(each);
            each.release();
          }
        }
      }
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  /** Locks a range; what this handle holds of it is given up before. */
  static void acquire(HostFile file, long start, long size, boolean shared, boolean waits) {
    release(file, start, size);
    try {
      if (attempt(file, start, size, shared)) {
        return;
      }
      if (!waits) {
        throw HostErrors.of(WOULD_WAIT);
      }
      Task.require()
          .process()
          .kernel()
          .hostCalls()
          .call(
              "lock of " + file.path(),
              () -> {
                while (!attempt(file, start, size, shared)) {
                  Thread.sleep(PAUSE);
                }
                return true;
              });
    } catch (NonReadableChannelException | NonWritableChannelException e) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean attempt(HostFile file, long start, long size, boolean shared)
      throws IOException {
    try {
      FileLock got = file.channel().tryLock(start, size, shared);
      return note(file, got);
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean note(HostFile file, @Nullable FileLock got) {
    if (got == null) {
      return false;
    }
    synchronized (file.locks()) {
      return file.locks().add(got);
    }
  }
}
