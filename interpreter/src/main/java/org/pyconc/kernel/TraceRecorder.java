package org.pyconc.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the lanes of one scheduler do. Used by the thread that runs that scheduler only, so
 * nothing here is locked: an entry costs a look at the clock and a few stores.
 */
public final class TraceRecorder {
  /** A wait from which on it is worth looking where the code is. */
  private static final long LONG_WAIT_NANOS = 1_000_000;

  /** Shorter, the time between being woken and running is part of the wait. */
  private static final long LONG_READY_NANOS = 20_000;

  private static final TraceLabel RUNNING =
      TraceLabel.of(TraceLabel.SLICE, "run", "running", "thread_state_running");
  private static final TraceLabel READY =
      TraceLabel.of(TraceLabel.SLICE, "ready", "ready to run", "thread_state_runnable");
  private static final TraceLabel SWITCHED =
      TraceLabel.of(TraceLabel.SLICE, "wait", "switched away", "thread_state_sleeping");
  private static final TraceLabel MESSAGE_PUT =
      TraceLabel.of(TraceLabel.ARROW_START, "message", "message", null);
  private static final TraceLabel MESSAGE_GOT =
      TraceLabel.of(TraceLabel.ARROW_END, "message", "message", null);
  private static final TraceLabel WAKES =
      TraceLabel.of(TraceLabel.ARROW_START, "wake", "wakes", null);
  private static final TraceLabel WOKEN =
      TraceLabel.of(TraceLabel.ARROW_END, "wake", "wakes", null);
  private static final TraceLabel STARTS =
      TraceLabel.of(TraceLabel.ARROW_START, "start", "starts", null);
  private static final TraceLabel STARTED =
      TraceLabel.of(TraceLabel.ARROW_END, "start", "starts", null);
  private static final TraceLabel SUBMITTED =
      TraceLabel.of(TraceLabel.ARROW_START, "call", "call", null);
  private static final TraceLabel ANSWERED =
      TraceLabel.of(TraceLabel.ARROW_END, "call", "call", null);

  private final Tracer tracer;
  private final long firstArrow;
  private final Map<String, TraceLabel> waits = new HashMap<>();
  private TraceChunk chunk = new TraceChunk();
  private int used;
  private long arrows;
  private boolean isClosing;

  TraceRecorder(Tracer tracer, int number) {
    this.tracer = tracer;
    this.firstArrow = (long) number << 40;
  }

  /** The recorder of the running task, or null if nobody wants a timeline. */
  public static @Nullable TraceRecorder current() {
    Scheduler scheduler = Scheduler.current();
    return scheduler == null ? null : scheduler.trace;
  }

  /** The recorder of the running task if the other scheduler has one; null outside of a task. */
  static @Nullable TraceRecorder of(Scheduler other) {
    return other.trace == null ? null : current();
  }

  private void add(long time, long second, Lane lane, TraceLabel label) {
    if (chunk.add(used++, time, second, lane, label)) {
      TraceChunk full = chunk;
      chunk = new TraceChunk();
      used = 0;
      tracer.write(full);
    }
  }

  /** What has been noted and not been handed over. Called by the tracer, at the end. */
  TraceChunk rest() {
    return chunk;
  }

  private static @Nullable Lane runningLane() {
    Task task = Task.current();
    Lane lane = task == null ? null : task.lane;
    return lane != null && lane.isRunning ? lane : null;
  }

  private long newArrow() {
    return firstArrow + ++arrows;
  }

  // ---- tasks ---------------------------------------------------------------------------------

  /** The task is about to run. */
  void running(Task task) {
    Lane lane = laneOf(task);
    long now = System.nanoTime();
    if (lane.hasRun) {
      endPause(lane, now);
    }
    begin(lane, now);
  }

  private void begin(Lane lane, long now) {
    lane.since = now;
    lane.isRunning = true;
    lane.isSwitched = false;
    lane.hasRun = true;
    TaskWaiter wait = lane.wait;
    if (wait != null) {
      if (wait.arrow != 0) {
        add(now, wait.arrow, lane, WOKEN);
        wait.arrow = 0;
      }
      lane.wait = null;
    }
    if (lane.birth != 0) {
      add(now, lane.birth, lane, STARTED);
      lane.birth = 0;
    }
  }

  /** The task has stopped running: it waits, lets others run, or has ended. */
  void stopped(Task task) {
    Lane lane = laneOf(task);
    long now = System.nanoTime();
    endRun(lane, now);
    if (task.isDone()) {
      endAll(task, now);
    } else {
      lane.wait = task.waiting();
    }
  }

  /** The suspended task never runs again. */
  void dropped(Task task) {
    if (task.lane != null) {
      endAll(task, System.nanoTime());
    }
  }

  /** The task's process is over. */
  void ended(KernelProcess process, OptionalInt exitCode) {
    Lane lane = laneOf(process.mainTask());
    int code = exitCode.orElse(0);
    String how = code < 0 ? "ended by signal " + -code : "ended with exit code " + code;
    add(System.nanoTime(), 0, lane, TraceLabel.of(TraceLabel.INSTANT, "end", how, null));
  }

  private void endAll(Task task, long now) {
    Lane own = task.ownLane;
    if (own == null) {
      return;
    }
    Set<Lane> greenlets = own.greenlets;
    if (greenlets != null) {
      for (Lane greenlet : greenlets) {
        end(greenlet, now);
      }
      own.greenlets = null;
    }
    end(own, now);
  }

  private void end(Lane lane, long now) {
    if (lane.isRunning) {
      endRun(lane, now);
    } else if (lane.hasRun && lane.since != now) {
      endPause(lane, now);
    }
    lane.wait = null;
    tracer.ended(lane);
  }

  private void endRun(Lane lane, long now) {
    add(lane.since, now - lane.since, lane, RUNNING);
    lane.since = now;
    lane.isRunning = false;
  }

  private void endPause(Lane lane, long now) {
    TaskWaiter wait = lane.wait;
    if (wait == null) {
      add(lane.since, now - lane.since, lane, lane.isSwitched ? SWITCHED : READY);
      return;
    }
    TraceLabel label = label(wait, now - lane.since > LONG_WAIT_NANOS ? place(lane) : null);
    long ready = lane.task.readySince;
    if (ready > lane.since && now - ready > LONG_READY_NANOS) {
      add(lane.since, ready - lane.since, lane, label);
      add(ready, now - ready, lane, READY);
    } else {
      add(lane.since, now - lane.since, lane, label);
    }
  }

  /** Closes what is open when the timeline ends. Not for a scheduler's own recorder. */
  void close(Lane lane, long now) {
    isClosing = true;
    if (lane.isRunning) {
      endRun(lane, now);
    } else if (lane.hasRun) {
      endPause(lane, now);
    }
  }

  private @Nullable String place(Lane lane) {
    Task task = lane.task;
    Function<Task, @Nullable Origin> finder = task.scheduler().kernel.options().placeOf();
    if (finder == null || isClosing || lane.isGreenlet() || task.scheduler().current != null) {
      return null;
    }
    Origin place = finder.apply(task);
    return place == null ? null : place.describe();
  }

  private TraceLabel label(TaskWaiter wait, @Nullable String place) {
    WaitNode[] more = wait.more;
    int others = more == null ? 0 : more.length - (wait.node == null ? 1 : 0);
    WaitNode node = wait.node == null && more != null && more.length > 0 ? more[0] : wait.node;
    WaitSource source = node == null ? null : node.queue.source();
    String what =
        source != null
            ? source.describe() + (others > 0 ? " or " + others + " more" : "")
            : wait.timer != null ? "the time" : "its event loop";
    String made = source == null ? null : source.origin();
    String key = place == null && made == null ? what : what + '\n' + made + '\n' + place;
    TraceLabel known = waits.get(key);
    if (known == null) {
      boolean isHost = source != null && source.isInputOutput();
      known =
          TraceLabel.of(
              TraceLabel.SLICE,
              isHost ? "io" : "wait",
              isHost ? what : source == null && wait.timer != null ? "sleeps" : "waits for " + what,
              isHost ? "thread_state_iowait" : "thread_state_sleeping",
              made,
              place);
      waits.put(key, known);
    }
    return known;
  }

  private Lane laneOf(Task task) {
    Lane lane = task.lane;
    if (lane == null) {
      lane = tracer.newLane(task, null);
      task.lane = lane;
      task.ownLane = lane;
    }
    return lane;
  }

  // ---- arrows --------------------------------------------------------------------------------

  /** The running task made another one. */
  void made(Task task) {
    Lane by = runningLane();
    if (by != null && by.task != task) {
      long arrow = newArrow();
      add(System.nanoTime(), arrow, by, STARTS);
      Lane lane = tracer.newLane(task, null);
      lane.birth = arrow;
      task.lane = lane;
      task.ownLane = lane;
    }
  }

  /** The running task ends a wait of another one. */
  void woke(TaskWaiter wait, WaitNode from) {
    Lane by = runningLane();
    KernelObject object = from.queue.source().object();
    if (by != null
        && by.task != wait.task
        && !(object instanceof MessageQueue || object instanceof Channel)) {
      long arrow = newArrow();
      add(System.nanoTime(), arrow, by, WAKES);
      wait.arrow = arrow;
    }
  }

  /** The running task puts a message; returns what is to be put in its place. */
  static Object sent(Object message) {
    TraceRecorder recorder = current();
    Lane by = runningLane();
    if (recorder == null || by == null) {
      return message;
    }
    long arrow = recorder.newArrow();
    recorder.add(System.nanoTime(), arrow, by, MESSAGE_PUT);
    return new Message(message, arrow);
  }

  /** The running task takes what {@link #sent} returned; returns the message. */
  static Object received(Object taken) {
    if (!(taken instanceof Message message)) {
      return taken;
    }
    TraceRecorder recorder = current();
    Lane by = runningLane();
    if (recorder != null && by != null) {
      recorder.add(System.nanoTime(), message.arrow, by, MESSAGE_GOT);
    }
    return message.payload;
  }

  /** What {@link #sent} returned, to be looked at only. */
  static Object seen(Object sent) {
    return sent instanceof Message message ? message.payload : sent;
  }

  private record Message(Object payload, long arrow) {}

  /**
   * The running code hands a call to somebody else.
   *
   * @return the number of the arrow, for {@link #callAnswered}; 0 if there is none
   */
  public static long callSubmitted() {
    TraceRecorder recorder = current();
    Lane by = recorder == null ? null : runningLane();
    if (recorder == null || by == null) {
      return 0;
    }
    long arrow = recorder.newArrow();
    recorder.add(System.nanoTime(), arrow, by, SUBMITTED);
    return arrow;
  }

  /** The running code takes the result of a call. */
  public static void callAnswered(long arrow) {
    TraceRecorder recorder = arrow == 0 ? null : current();
    Lane by = recorder == null ? null : runningLane();
    if (recorder != null && by != null) {
      recorder.add(System.nanoTime(), arrow, by, ANSWERED);
    }
  }

  // ---- greenlets -----------------------------------------------------------------------------

  /** A lane for a greenlet of the running task. */
  public Lane newGreenlet(Task task, String name) {
    Lane lane = tracer.newLane(task, name);
    if (task.ownLane != null) {
      task.ownLane.add(lane);
    }
    return lane;
  }

  /**
   * The running task goes on in another greenlet.
   *
   * @param greenlet null for the thread's own code
   */
  public void enter(Task task, @Nullable Lane greenlet) {
    Lane before = task.lane;
    Lane next = greenlet == null ? task.ownLane : greenlet;
    if (before == null || next == null || before == next) {
      return;
    }
    long now = System.nanoTime();
    if (before.isRunning) {
      endRun(before, now);
      before.wait = before.delegated;
      before.isSwitched = true;
    }
    task.lane = next;
    if (next.hasRun) {
      endPause(next, now);
    }
    begin(next, now);
  }

  /** The greenlet has come to its end and is about to leave for good. */
  public void greenletEnded(Task task, Lane greenlet) {
    if (task.lane == greenlet && greenlet.isRunning) {
      endRun(greenlet, System.nanoTime());
      tracer.ended(greenlet);
      Lane own = task.ownLane;
      if (own != null && own.greenlets != null) {
        own.greenlets.remove(greenlet);
      }
    }
  }
}
