package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for what, and who holds it. */
public record WaitGraph(List<Wait> waits) {

  /**
   * One waiting task.
   *
   * @param sources what it waits for, more than one if any of them will do
   * @param limited whether the wait has a time limit
   */
  public record Wait(Task task, List<Source> sources, boolean limited) {}

  /**
   * @param description such as {@code Lock}
   * @param origin the source line that made it, if known
   * @param holders tasks that could end the wait because they hold it
   * @param openIn processes that have a handle on it
   * @param isEnd whether it is the end of a process or thread, which is its own holder
   */
  public record Source(
      String description,
      @Nullable String origin,
      List<Task> holders,
      List<KernelProcess> openIn,
      boolean isEnd) {}

  /** Looks at all tasks. Exact when nothing runs, else a snapshot that may be torn. */
  static WaitGraph of(Kernel kernel) {
    List<KernelProcess> processes = kernel.processes();
    IdentityHashMap<KernelObject, List<KernelProcess>> openIn = new IdentityHashMap<>();
    for (KernelProcess process : processes) {
      for (Handle handle : process.handles()) {
        List<KernelProcess> users =
            openIn.computeIfAbsent(handle.object(), object -> new ArrayList<>());
        if (users.isEmpty() || !users.getLast().equals(process)) {
          users.add(process);
        }
      }
    }
    List<Wait> waits = new ArrayList<>();
    for (KernelProcess process : processes) {
      for (Task task : process.tasks()) {
        TaskWaiter waiting = task.waiting();
        if (waiting != null && !task.isService()) {
          addWait(waits, task, waiting, openIn);
          for (TaskWaiter delegated : task.delegatedWaits()) {
            addWait(waits, task, delegated, openIn);
          }
        }
      }
    }
    return new WaitGraph(List.copyOf(waits));
  }

  private static void addWait(
      List<Wait> waits,
      Task task,
      TaskWaiter waiting,
      IdentityHashMap<KernelObject, List<KernelProcess>> openIn) {
    List<Source> sources = new ArrayList<>();
    add(sources, waiting.node, openIn);
    if (waiting.more != null) {
      for (WaitNode node : waiting.more) {
        add(sources, node, openIn);
      }
    }
    if (!sources.isEmpty()) {
      waits.add(new Wait(task, List.copyOf(sources), waiting.timer != null));
    }
  }

  private static void add(
      List<Source> sources,
      @Nullable WaitNode node,
      IdentityHashMap<KernelObject, List<KernelProcess>> openIn) {
    if (node == null) {
      return;
    }
    WaitSource source = node.queue.source();
    KernelObject object = source.object();
    List<KernelProcess> users = object == null ? null : openIn.get(object);
    sources.add(
        new Source(
            source.describe(),
            source.origin(),
            List.copyOf(source.holders()),
            users == null ? List.of() : Collections.unmodifiableList(users),
            source instanceof Task || source instanceof KernelProcess));
  }

  /**
   * Waits that can only end if one of themselves does: all that they wait for is held by tasks
   * among them, without a limit in time. Finds tasks that lock each other out while others run. A
   * lock can be released by another task than its holder, so this is a strong suspicion, no proof.
   */
  public List<Wait> stuck() {
    IdentityHashMap<Task, Wait> candidates = new IdentityHashMap<>();
    for (Wait wait : waits) {
      if (!wait.limited()) {
        candidates.put(wait.task(), wait);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = candidates.values().removeIf(wait -> !isHeldBy(candidates, wait));
    }
    List<Wait> stuck = new ArrayList<>();
    for (Wait wait : waits) {
      if (candidates.containsKey(wait.task())) {
        stuck.add(wait);
      }
    }
    return stuck;
  }

  private static boolean isHeldBy(IdentityHashMap<Task, Wait> tasks, Wait wait) {
    for (Source source : wait.sources()) {
      if (source.holders().isEmpty()) {
        return false;
      }
      for (Task holder : source.holders()) {
        if (!tasks.containsKey(holder)) {
          return false;
        }
      }
    }
    return true;
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
