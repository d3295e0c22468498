package org.pyconc.kernel;

/**
 * Moves processes between schedulers. A process begins on its parent's scheduler, where the
 * parent's next wait lets it run at once. Two things move it:
 *
 * <ul>
 *   <li>a scheduler that has nothing to do takes tasks that have to wait elsewhere, when the {@link
 *       Ticker} tells it to;
 *   <li>a task that asks another one and waits for the answer draws it to its own scheduler, unless
 *       others are ready there: waking another thread takes longer than most answers.
 * </ul>
 *
 * <p>Only processes with a single task move, and only while it is suspended.
 */
final class Migration {
  private Migration() {}

  /** Puts a task that was woken into a queue. Any thread. */
  static void place(Task task) {
    Scheduler home = task.scheduler();
    Scheduler here = Scheduler.current();
    if (here == home) {
      home.enqueueHere(task);
    } else if (here != null && draws(here, task)) {
      here.enqueueHere(task);
    } else {
      home.enqueueFromOutside(task);
    }
  }

  private static boolean draws(Scheduler here, Task task) {
    Task waker = here.current;
    if (waker == null || !here.kernel.options().migration()) {
      return false;
    }
    WakeHabit habit = waker.wakeHabit();
    boolean asking = habit.isAsking();
    habit.wakes();
    // behind others it would wait longer than for another thread to wake up
    return asking && !here.hasReady() && allows(task, here) && task.process().moveTo(here);
  }

  /** Whether the kind of task and scheduler permits the move. */
  static boolean allows(Task task, Scheduler to) {
    return task.isMain()
        && !to.isLent()
        && to.kernel == task.process().kernel()
        && (to.kernel.options().migration() || !task.isBorn());
  }
}
