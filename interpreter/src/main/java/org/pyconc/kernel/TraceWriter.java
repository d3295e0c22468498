package org.pyconc.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Turns the chunks of a timeline into JSON, on a thread of its own. */
final class TraceWriter implements Runnable {
  /** Schedulers wait when so many chunks have not been written: about 16 MB. */
  private static final int MOST_WAITING = 64;

  /** The longest entry but for its label. */
  private static final int ENTRY_BYTES = 256;

  private static final TraceChunk END = new TraceChunk();

  private final OutputStream out;
  private final long start;
  private final Thread thread = new Thread(null, this, "timeline", 0, false);
  private final LinkedBlockingQueue<TraceChunk> chunks = new LinkedBlockingQueue<>(MOST_WAITING);

  /** What lanes are called: complete events. */
  private final ConcurrentLinkedQueue<String> names = new ConcurrentLinkedQueue<>();

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private volatile @Nullable Exception failure;

  TraceWriter(OutputStream out, long start) {
    this.out = out;
    this.start = start;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Has a chunk written; waits if too many are. */
  void write(TraceChunk chunk) {
    boolean isInterrupted = false;
    while (true) {
      try {
        chunks.put(chunk);
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the end of the file and waits for that. */
  void finish() {
    write(END);
    boolean isInterrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Nullable Exception failure() {
    return failure;
  }

  /** Notes what the lane, and the process if it is that one's main thread, is called now. */
  void name(Lane lane) {
    KernelProcess process = lane.task.process();
    boolean isProcess = lane.task.isMain() && !lane.isGreenlet();
    String all = isProcess ? process.name() + '\n' + lane.name() : lane.name();
    if (all.equals(lane.namesWritten)) {
      return;
    }
    lane.namesWritten = all;
    StringBuilder json = new StringBuilder();
    if (isProcess) {
      name(json, "process_name", process.pid(), lane.number, process.name());
      names.add(json.toString());
      json.setLength(0);
    }
    name(json, "thread_name", process.pid(), lane.number, lane.name());
    names.add(json.toString());
  }

  private static void name(StringBuilder json, String what, int pid, int lane, String name) {
    json.append("{\"ph\":\"M\",\"pid\":").append(pid).append(",\"tid\":").append(lane);
    json.append(",\"name\":\"").append(what).append("\",\"args\":{\"name\":");
    TraceLabel.quote(json, name);
    json.append("}}");
  }

  @Override
  public void run() {
    append('[');
    boolean isMore = true;
    while (isMore) {
      try {
        TraceChunk chunk = chunks.take();
        isMore = chunk != END;
        for (String name = names.poll(); name != null; name = names.poll()) {
          beginEntry();
          append(name.getBytes(StandardCharsets.UTF_8));
        }
        int used = chunk.used();
        for (int i = 0; i < used; i++) {
          entry(chunk, i);
        }
      } catch (InterruptedException nobodyDoes) {
        isMore = false;
      }
    }
    append('\n');
    append(']');
    append('\n');
    flush();
    try {
      out.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  private boolean isFirst = true;

  private void beginEntry() {
    if (!isFirst) {
      append(',');
    }
    isFirst = false;
    append('\n');
  }

  private void entry(TraceChunk chunk, int index) {
    Lane lane = chunk.lanes[index];
    TraceLabel label = chunk.labels[index];
    long second = chunk.numbers[2 * index + 1];
    beginEntry();
    append("{\"ph\":\"");
    append((char) label.sort);
    append("\",\"pid\":");
    number(lane.task.process().pid());
    append(",\"tid\":");
    number(lane.number);
    append(",\"ts\":");
    micros(chunk.numbers[2 * index] - start);
    switch (label.sort) {
      case TraceLabel.SLICE -> {
        append(",\"dur\":");
        micros(second);
      }
      case TraceLabel.ARROW_START -> {
        append(",\"id\":");
        number(second);
      }
      case TraceLabel.ARROW_END -> {
        append(",\"bp\":\"e\",\"id\":");
        number(second);
      }
      default -> {}
    }
    append(',');
    append(label.json);
    append('}');
  }

  // ---- bytes ---------------------------------------------------------------------------------

  private void append(char c) {
    if (length + ENTRY_BYTES > bytes.length) {
      flush();
    }
    bytes[length++] = (byte) c;
  }

  @SuppressWarnings("deprecation") // all ASCII, and the quickest way
  private void append(String text) {
    if (length + text.length() + ENTRY_BYTES > bytes.length) {
      flush();
    }
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
  }

  private void append(byte[] text) {
    if (length + text.length + ENTRY_BYTES > bytes.length) {
      flush();
      if (text.length + ENTRY_BYTES > bytes.length) {
        bytes = new byte[text.length + 2 * ENTRY_BYTES];
      }
    }
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  /** A number that is not negative. */
  private void number(long value) {
    if (length + ENTRY_BYTES > bytes.length) {
      flush();
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    length += digits;
  }

  /** Nanoseconds as microseconds with three decimals. */
  private void micros(long nanos) {
    long positive = Math.max(nanos, 0);
    number(positive / 1000);
    int rest = (int) (positive % 1000);
    append('.');
    append((char) ('0' + rest / 100));
    append((char) ('0' + rest / 10 % 10));
    append((char) ('0' + rest % 10));
  }

  private void flush() {
    if (failure == null) {
      try {
        out.write(bytes, 0, length);
      } catch (IOException e) {
        failed(e);
      }
    }
    length = 0;
  }

  private void failed(IOException problem) {
    if (failure == null) {
      failure = problem;
    }
  }
}
