package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for what, and who holds it. */
public record WaitGraph(List<Wait> waits) {

  /**
   * One waiting task.
   *
   * @param sources what it waits for, more than one if any of them will do
   */
  public record Wait(Task task, List<Source> sources) {}

  /**
   * @param description such as {@code Lock}
   * @param origin the source line that made it, if known
   * @param holders tasks that could end the wait because they hold it
   * @param openIn processes that have a handle on it
   */
  public record Source(
      String description,
      @Nullable String origin,
      List<Task> holders,
      List<KernelProcess> openIn) {}

  /** Looks at all tasks. Exact when nothing runs, else a snapshot that may be torn. */
  static WaitGraph of(Kernel kernel) {
    List<Wait> waits = new ArrayList<>();
    List<KernelProcess> processes = kernel.processes();
    for (KernelProcess process : processes) {
      for (Task task : process.tasks()) {
        TaskWaiter waiting = task.waiting();
        if (waiting != null && !task.isService()) {
          List<Source> sources = new ArrayList<>();
          add(sources, waiting.node, processes);
          if (waiting.more != null) {
            for (WaitNode node : waiting.more) {
              add(sources, node, processes);
            }
          }
          if (!sources.isEmpty()) {
            waits.add(new Wait(task, List.copyOf(sources)));
          }
        }
      }
    }
    return new WaitGraph(List.copyOf(waits));
  }

  private static void add(
      List<Source> sources, @Nullable WaitNode node, List<KernelProcess> processes) {
    if (node == null) {
      return;
    }
    WaitSource source = node.queue.source();
    List<KernelProcess> openIn = new ArrayList<>();
    KernelObject object = source.object();
    if (object != null && object.handleCount() > 0) {
      for (KernelProcess process : processes) {
        if (process.hasHandleOn(object)) {
          openIn.add(process);
        }
      }
    }
    sources.add(
        new Source(
            source.describe(),
            source.origin(),
            List.copyOf(source.holders()),
            List.copyOf(openIn)));
  }

  /** A line per wait, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Wait wait : waits) {
      KernelProcess process = wait.task().process();
      text.append(process.name()).append(" (pid ").append(process.pid()).append(')');
      if (!wait.task().isMain()) {
        text.append(", thread ").append(wait.task().name());
      }
      text.append(" waits for ");
      String separator = "";
      for (Source source : wait.sources()) {
        text.append(separator).append(source.description());
        if (source.origin() != null) {
          text.append(" made at ").append(source.origin());
        }
        String held = " held by ";
        for (Task holder : source.holders()) {
          text.append(held).append(holder.process().name());
          if (!holder.isMain()) {
            text.append(" thread ").append(holder.name());
          }
          held = ", ";
        }
        separator = " or ";
      }
      text.append('\n');
    }
    return text.toString();
  }
}
