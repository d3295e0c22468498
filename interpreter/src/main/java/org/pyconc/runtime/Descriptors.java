package org.pyconc.runtime;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Handle;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Task;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * The file descriptors of one process: small numbers for handles on what the host has opened. A
 * child gets the same numbers on the same objects; an object is closed when the last handle
 * anywhere is, or its process ends. A module adds a kind of descriptor by a subclass of {@link
 * KernelObject} that closes the host's object in {@code onLastClose}, and {@link #open}s it.
 */
public final class Descriptors implements Transferable {
  private static final int STANDARD = 3;

  private static final int TRIES = 2;

  /** Milliseconds until a collection is taken for one that found nothing. */
  private static final long PATIENCE = 200;

  /** Milliseconds for the collector's queue to fill. */
  private static final long PAUSE = 2;

  private @Nullable Handle[] handles = new Handle[8];

  /** Descriptors that are closed when nothing refers to their file object any more. */
  private final Set<Watch> watches = new HashSet<>();

  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

  /** Closes a descriptor after its owner has been collected. */
  public static final class Watch extends PhantomReference<Object> {
    private final int descriptor;
    private final @Nullable Handle handle;
    private @Nullable Runnable action;

    private Watch(
        Object owner, ReferenceQueue<Object> queue, int descriptor, @Nullable Handle handle) {
      super(owner, queue);
      this.descriptor = descriptor;
      this.handle = handle;
    }

    /** Has something done before the descriptor is closed; it must not refer to the owner. */
    public void beforeClosing(Runnable action) {
      this.action = action;
    }
  }

  private Descriptors() {}

  /** Those of the running process. */
  public static Descriptors current() {
    return ProcessState.current().moduleState(Descriptors.class, Descriptors::standard);
  }

  /** With the standard streams as 0, 1 and 2. */
  private static Descriptors standard() {
    Descriptors descriptors = new Descriptors();
    for (int i = 0; i < STANDARD; i++) {
      descriptors.put(i, new StandardEnd(i));
    }
    return descriptors;
  }

  /**
   * What a program has put in the place of a standard stream of the running process by {@code
   * os.dup2}, or null.
   */
  static @Nullable ByteEnd replacement(int descriptor) {
    Task task = Task.current();
    Descriptors known =
        task == null ? null : ProcessState.of(task).findModuleState(Descriptors.class);
    return known != null && known.find(descriptor) instanceof ByteEnd end
        ? end instanceof StandardEnd standard && standard.descriptor() == descriptor ? null : end
        : null;
  }

  /** Has a descriptor closed when its owner is forgotten without being closed. */
  public Watch watch(Object owner, int descriptor) {
    Watch watch = new Watch(owner, forgotten, descriptor, handles[descriptor]);
    watches.add(watch);
    return watch;
  }

  /** The owner has been closed. */
  public void unwatch(Watch watch) {
    watches.remove(watch);
    watch.clear();
  }

  /** Closes what was forgotten and has been collected; whether there was something. */
  public boolean closeForgotten() {
    boolean found = false;
    for (Reference<?> each = forgotten.poll(); each != null; each = forgotten.poll()) {
      if (each instanceof Watch watch && watches.remove(watch)) {
        found = true;
        if (handles[watch.descriptor] == watch.handle) {
          if (watch.action != null) {
            watch.action.run();
          }
          close(watch.descriptor);
        }
      }
    }
    return found;
  }

  /** Asks for a collection and closes what was forgotten; whether there was something. */
  public boolean reclaim() {
    boolean found = false;
    for (int i = 0; i < TRIES && !watches.isEmpty() && !found; i++) {
      collect();
      found = closeForgotten();
    }
    return found;
  }

  /** Something of the host that is opened. */
  public interface Opening<T extends @Nullable Object> {
    T open() throws IOException;
  }

  /**
   * Opens something of the host; if it has too many open files, once more after those that the
   * running process has forgotten are closed.
   */
  public static <T extends @Nullable Object> T open(Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      if (HostErrors.number(e) != HostErrors.TOO_MANY_OPEN || !current().reclaim()) {
        throw e;
      }
      return opening.open();
    }
  }

  /** Collects, and waits until the collector has said what it found. */
  private static void collect() {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    PhantomReference<Object> last = new PhantomReference<>(new Object(), queue);
    System.gc();
    try {
      if (queue.remove(PATIENCE) == last) {
        Thread.sleep(PAUSE); // those that were found with it
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives an object the lowest number that is free. */
  public int open(KernelObject object) {
    if (!watches.isEmpty()) {
      closeForgotten();
    }
    int descriptor = 0;
    while (descriptor < handles.length && handles[descriptor] != null) {
      descriptor++;
    }
    put(descriptor, object);
    return descriptor;
  }

  private void put(int descriptor, KernelObject object) {
    if (descriptor >= handles.length) {
      handles = Arrays.copyOf(handles, Math.max(descriptor + 1, handles.length * 2));
    }
    handles[descriptor] = object.open(ProcessState.current().process());
  }

  /** The object behind a number, or null if there is none. */
  public @Nullable KernelObject find(int descriptor) {
    Handle handle = descriptor >= 0 && descriptor < handles.length ? handles[descriptor] : null;
    return handle == null ? null : handle.object();
  }

  /** The object behind a number; OSError if there is none of that class. */
  public <T> T get(int descriptor, Class<T> type) {
    KernelObject object = find(descriptor);
    if (!type.isInstance(object)) {
      throw bad();
    }
    return type.cast(object);
  }

  /** Closes a number; OSError if it is not open. */
  public void close(int descriptor) {
    Handle handle = descriptor >= 0 && descriptor < handles.length ? handles[descriptor] : null;
    if (handle == null) {
      throw bad();
    }
    handles[descriptor] = null;
    handle.close();
  }

  /** Another number for the same object. */
  public int duplicate(int descriptor) {
    KernelObject object = find(descriptor);
    if (object == null) {
      throw bad();
    }
    return open(object);
  }

  /** Makes {@code to} another number for the object of {@code from}. */
  public void duplicate(int from, int to) {
    KernelObject object = find(from);
    if (object == null || to < 0) {
      throw bad();
    }
    if (from != to) {
      Handle before = to < handles.length ? handles[to] : null;
      put(to, object);
      if (before != null) {
        before.close();
      }
    }
  }

  private static RuntimeException bad() {
    return Errors.osError(HostErrors.BAD_DESCRIPTOR, "Bad file descriptor");
  }

  @Override
  public Object copy(Copier copier) {
    Descriptors copy = new Descriptors();
    copy.handles = new Handle[handles.length];
    for (int i = 0; i < handles.length; i++) {
      Handle handle = handles[i];
      if (handle != null) {
        copy.handles[i] = copier.copyHandle(handle);
      }
    }
    return copy;
  }
}
