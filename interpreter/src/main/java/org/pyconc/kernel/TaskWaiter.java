package org.pyconc.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** One wait of one task, for one or several things. Exactly one outcome wins. */
final class TaskWaiter implements Waiter, Runnable, WaitDelegate.Wait {
  /** Outcomes other than the {@link WaitNode} through which the wake-up came. */
  enum End {
    TIMEOUT,
    KILLED
  }

  private static final VarHandle OUTCOME;

  static {
    try {
      OUTCOME = MethodHandles.lookup().findVarHandle(TaskWaiter.class, "outcome", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Task task;

  /** Who is to own a recursive lock that is handed over: the code of the task that waits. */
  @Nullable Object owner;

  /** Came out of the delegate in the middle of a wait that nothing interrupts. */
  @Nullable Throwable deferred;

  private volatile @Nullable Object outcome;

  /** The first place, and the others of a wait for several things. */
  @Nullable WaitNode node;

  WaitNode @Nullable [] more;
  @Nullable Timer timer;

  /** The wait in the middle of which an interrupt handler does this one. */
  @Nullable TaskWaiter outer;

  /** What else is to be given up if the task dies in this wait. */
  @Nullable Runnable onAbandon;

  /** Told in the place of the task. */
  private volatile @Nullable Runnable onSettled;

  private boolean abandoned;

  /** The arrow of a timeline that ends when the task goes on; 0 for none. */
  long arrow;

  TaskWaiter(Task task) {
    this.task = task;
  }

  @Nullable Object outcome() {
    return outcome;
  }

  boolean settle(Object result) {
    return OUTCOME.compareAndSet(this, null, result);
  }

  @Override
  public boolean wake(WaitNode from) {
    if (settle(from)) {
      TraceRecorder recorder = TraceRecorder.of(task.scheduler());
      if (recorder != null) {
        recorder.woke(this, from);
      }
      resume();
      return true;
    }
    return false;
  }

  /** The deadline has come. */
  @Override
  public void run() {
    if (settle(End.TIMEOUT)) {
      resume();
    }
  }

  private void resume() {
    Runnable told = onSettled;
    if (told == null) {
      task.unpark();
    } else {
      told.run();
    }
  }

  @Override
  public void whenOver(Runnable listener) {
    onSettled = listener;
  }

  @Override
  public boolean isOver() {
    return outcome != null;
  }

  /** Leaves all queues and the timers. */
  void leave() {
    WaitNode first = node;
    if (first != null && first != outcome) {
      first.remove();
    }
    if (more != null) {
      for (WaitNode other : more) {
        if (other != outcome) {
          other.remove();
        }
      }
    }
    Timer pending = timer;
    if (pending != null) {
      pending.cancel();
    }
  }

  /** The task dies: leaves, and hands on a wake-up that it will not use. */
  void abandon() {
    if (abandoned) {
      return;
    }
    abandoned = true;
    settle(End.KILLED);
    leave();
    if (outcome instanceof WaitNode woken) {
      woken.queue.source().wakeAbandoned(woken);
    }
    if (onAbandon != null) {
      onAbandon.run();
    }
  }
}
