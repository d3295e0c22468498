package org.pyconc.kernel;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of everything that the tasks of a kernel do, in the trace-event format of
 * chrome://tracing and Perfetto: a lane for every process, thread and greenlet. Schedulers note
 * what happens in memory; a thread of its own writes it out. To be given to {@link KernelOptions}.
 */
public final class Tracer implements AutoCloseable {
  private final TraceWriter writer;
  private final long start = System.nanoTime();
  private final AtomicInteger laneNumbers = new AtomicInteger();
  private final Set<Lane> open = ConcurrentHashMap.newKeySet();

  /** Guarded by this. */
  private final List<TraceRecorder> recorders = new ArrayList<>();

  /** Guarded by this. */
  private boolean isClosed;

  /**
   * @param out is closed in the end
   */
  public Tracer(OutputStream out) {
    writer = new TraceWriter(out, start);
    writer.start();
  }

  synchronized TraceRecorder newRecorder() {
    TraceRecorder made = new TraceRecorder(this, recorders.size() + 1);
    recorders.add(made);
    return made;
  }

  Lane newLane(Task task, @Nullable String name) {
    Lane lane = new Lane(task, laneNumbers.incrementAndGet(), name, System.nanoTime());
    open.add(lane);
    writer.name(lane);
    return lane;
  }

  void ended(Lane lane) {
    if (open.remove(lane)) {
      writer.name(lane);
    }
  }

  void write(TraceChunk full) {
    writer.write(full);
  }

  /**
   * Writes what is left and closes the file. The kernel should be closed before; if it is not, what
   * happens from now on is lost.
   *
   * @return what went wrong in writing, or null
   */
  public @Nullable Exception finish() {
    synchronized (this) {
      if (!isClosed) {
        isClosed = true;
        long now = System.nanoTime();
        TraceRecorder last = new TraceRecorder(this, recorders.size() + 1);
        for (Lane lane : open) {
          last.close(lane, now);
          writer.name(lane);
        }
        for (TraceRecorder recorder : recorders) {
          writer.write(recorder.rest());
        }
        writer.write(last.rest());
        writer.finish();
      }
    }
    return writer.failure();
  }

  /** As {@link #finish()}, silently. */
  @Override
  public void close() {
    finish();
  }
}
