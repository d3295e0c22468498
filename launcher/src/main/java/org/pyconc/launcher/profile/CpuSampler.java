package org.pyconc.launcher.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.Program;
import org.pyconc.scope.CodePlace;
import org.pyconc.scope.CodeUnit;

/** Looks a thousand times a second where the program is, in all its processes and threads. */
public final class CpuSampler {
  private static final long EVERY_NANOS = 1_000_000;
  private static final int MOST_ROWS = 30;

  /** How often a function was found: at the top of the stack, and anywhere on it. */
  private record Count(CodeUnit code, LongAdder self, LongAdder total) {}

  private final ConcurrentHashMap<CodeUnit, Count> counts = new ConcurrentHashMap<>();
  private final LongAdder samples = new LongAdder();

  /** Begins. */
  public void start(Program program) {
    program.kernel().startSampling(EVERY_NANOS, this::sample);
  }

  private void sample(Task task) {
    List<CodePlace> places = CallStack.all();
    if (places.isEmpty()) {
      return;
    }
    samples.increment();
    Set<CodeUnit> seen = new HashSet<>();
    boolean isFirst = true;
    for (CodePlace place : places) {
      Count count =
          counts.computeIfAbsent(
              place.code(), code -> new Count(code, new LongAdder(), new LongAdder()));
      if (isFirst) {
        count.self.increment();
        isFirst = false;
      }
      if (seen.add(place.code())) {
        count.total.increment();
      }
    }
  }

  /** A table of functions, those that took most time themselves first. */
  public String report() {
    long all = Math.max(1, samples.sum());
    List<Count> rows = new ArrayList<>(counts.values());
    rows.sort(
        (a, b) -> {
          int bySelf = Long.compare(b.self.sum(), a.self.sum());
          return bySelf != 0 ? bySelf : Long.compare(b.total.sum(), a.total.sum());
        });
    StringBuilder text = new StringBuilder();
    text.append("pyconc: ").append(samples.sum()).append(" samples, one a millisecond\n");
    text.append("    self   total  function\n");
    int shown = 0;
    for (Count row : rows) {
      if (shown++ == MOST_ROWS) {
        text.append("         and ").append(rows.size() - MOST_ROWS).append(" more\n");
        break;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%7.1f%% %6.1f%%  %s (%s:%d)%n",
              100.0 * row.self.sum() / all,
              100.0 * row.total.sum() / all,
              row.code.qualifiedName(),
              row.code.source().name(),
              row.code.firstLine()));
    }
    return text.toString();
  }
}
