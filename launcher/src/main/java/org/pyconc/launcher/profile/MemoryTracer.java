package org.pyconc.launcher.profile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.StatementListener;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.scope.CodeUnit;

/**
 * Adds up how much memory each line of a program allocates, in all its processes together: bytes of
 * the JVM's heap, those that the interpreter itself needs for a statement included. What a
 * statement calls counts for the lines that are called.
 */
public final class MemoryTracer implements StatementListener {
  private static final int MOST_ROWS = 30;
  private static final int BYTES_PER_UNIT = 1024;

  private record Place(String file, int line) {}

  /** One line of the program. */
  private static final class Line implements Comparable<Line> {
    final Place place;
    final String function;
    final LongAdder bytes = new LongAdder();
    final LongAdder runs = new LongAdder();

    Line(Place place, String function) {
      this.place = place;
      this.function = function;
    }

    @Override
    public int compareTo(Line other) {
      return Comparator.comparing((Line line) -> -line.bytes.sum())
          .thenComparing(line -> line.place.file)
          .thenComparing(line -> line.place.line)
          .compare(this, other);
    }
  }

  /** What a thread of the JVM is doing. */
  private static final class Meter {
    @Nullable Task task;
    @Nullable Line line;
    long before;
  }

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ThreadLocal<Meter> meters = ThreadLocal.withInitial(Meter::new);
  private final ConcurrentHashMap<Place, Line> lines = new ConcurrentHashMap<>();

  @Override
  public @Nullable Probe probe(CodeUnit code, Statement statement) {
    if (!FileCoverage.isExecutable(statement)) {
      return null;
    }
    Place place = new Place(code.source().name(), statement.span().line());
    Line line = lines.computeIfAbsent(place, key -> new Line(key, code.qualifiedName()));
    return new AroundProbe() {
      @Override
      public @Nullable Object begun() {
        line.runs.increment();
        return enter(line);
      }

      @Override
      public void ended(@Nullable Object begun, @Nullable Throwable thrown) {
        enter((Line) begun);
      }
    };
  }

  /** What has been allocated since the last call was done by the line that was current then. */
  private @Nullable Line enter(@Nullable Line next) {
    Meter meter = meters.get();
    Task task = Task.current();
    Line last = meter.line;
    if (last != null && meter.task == task) {
      last.bytes.add(threads.getCurrentThreadAllocatedBytes() - meter.before);
    }
    meter.task = task;
    meter.line = next;
    meter.before = threads.getCurrentThreadAllocatedBytes();
    return last;
  }

  /** A table of lines, those that allocated most first. */
  public String report() {
    List<Line> rows = new ArrayList<>(lines.values());
    rows.sort(null);
    long all = 0;
    for (Line row : rows) {
      all += row.bytes.sum();
    }
    StringBuilder text = new StringBuilder();
    text.append("pyconc: ").append(size(all)).append(" of memory allocated, by these lines\n");
    text.append("   share     memory        runs  line\n");
    int shown = 0;
    for (Line row : rows) {
      long bytes = row.bytes.sum();
      if (bytes == 0) {
        break;
      }
      if (shown++ == MOST_ROWS) {
        text.append("         and others\n");
        break;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%7.1f%% %10s %11d  %s:%d (%s)%n",
              100.0 * bytes / all,
              size(bytes),
              row.runs.sum(),
              row.place.file,
              row.place.line,
              row.function));
    }
    return text.toString();
  }

  private static String size(long bytes) {
    double shown = bytes;
    for (String unit : List.of("B", "KB", "MB")) {
      if (shown < BYTES_PER_UNIT) {
        return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", shown, unit);
      }
      shown /= BYTES_PER_UNIT;
    }
    return String.format(Locale.ROOT, "%.1f GB", shown);
  }
}
