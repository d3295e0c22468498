package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Origin;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitGraph;
import org.pyconc.scope.CodePlace;

/**
 * The text that a program ends with when none of its processes, threads and greenlets can go on:
 * who waits for what, where that was made, and who could have ended the wait.
 */
final class DeadlockReport {
  /** With so many waits the rest is counted only. */
  private static final int MOST_WAITS = 40;

  private static final int MOST_HOLDERS = 5;

  private final StringBuilder text = new StringBuilder();

  private DeadlockReport() {}

  /** The report; ends with a line feed. */
  static String of(WaitGraph graph) {
    DeadlockReport report = new DeadlockReport();
    report.write(graph);
    return report.text.toString();
  }

  private void write(WaitGraph graph) {
    text.append("pyconc: deadlock: nothing in this program can ever go on\n");
    List<WaitGraph.Wait> waits = graph.waits();
    int shown = 0;
    for (WaitGraph.Wait wait : waits) {
      if (shown++ == MOST_WAITS) {
        text.append("  and ").append(waits.size() - MOST_WAITS).append(" more that wait\n");
        break;
      }
      write(wait);
    }
  }

  private void write(WaitGraph.Wait wait) {
    text.append("  ").append(name(wait.task()));
    if (wait.task().attachment instanceof TaskState s
        && s.greenlets instanceof GreenletThread g
        && g.runningGreenlet() != null) {
      text.append(", greenlet ").append(g.runningGreenlet());
    }
    CodePlace place = CallStack.of(wait.task());
    if (place != null) {
      text.append(" at ").append(place.describe());
    }
    text.append("\n    waits for ");
    String separator = "";
    List<Task> holders = new ArrayList<>();
    for (WaitGraph.Source source : wait.sources()) {
      text.append(separator).append(source.description());
      if (source.origin() != null) {
        text.append(", made at ").append(source.origin());
      }
      holders.addAll(source.holders());
      separator = "\n      or for ";
    }
    text.append('\n');
    if (!wait.sources().getFirst().isEnd()) {
      writeHolders(holders);
    }
  }

  private void writeHolders(List<Task> holders) {
    int shown = 0;
    for (Task holder : holders) {
      if (shown++ == MOST_HOLDERS) {
        text.append("      and ").append(holders.size() - MOST_HOLDERS).append(" more\n");
        return;
      }
      text.append("      held by ").append(name(holder)).append(fate(holder)).append('\n');
    }
  }

  /** Such as {@code MainProcess (pid 12), thread Thread-1 (f)}. */
  private static String name(Task task) {
    KernelProcess process = task.process();
    String name = process.name() + " (pid " + process.pid() + ")";
    return task.isMain() ? name : name + ", thread " + task.name();
  }

  /** What has become of one who cannot give back any more what it holds. */
  private static String fate(Task holder) {
    OptionalInt code = holder.process().exitCode();
    if (code.isEmpty() && !holder.isDone()) {
      return "";
    }
    Origin place = holder.placeOfDeath();
    return ", which "
        + (code.isEmpty() ? "has ended" : end(code.getAsInt()))
        + (place == null ? "" : " at " + place.describe());
  }

  private static String end(int exitCode) {
    @Nullable String signal =
        switch (-exitCode) {
          case KernelProcess.SIGKILL -> "SIGKILL";
          case KernelProcess.SIGTERM -> "SIGTERM";
          case 2 -> "SIGINT";
          default -> exitCode < 0 ? "signal " + -exitCode : null;
        };
    return signal == null ? "ended with exit code " + exitCode : "was ended by " + signal;
  }
}
