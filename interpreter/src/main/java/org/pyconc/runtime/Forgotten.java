package org.pyconc.runtime;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFinalizableInstance;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyTuple;

/**
 * The objects of a thread or process that nobody refers to any more and that have something left to
 * do: suspended generators with {@code finally} clauses, greenlets. The JVM's collector finds them;
 * what they have to do is done where the thread next looks up from its work, as with signals.
 */
public final class Forgotten {
  private static final int MOST_SPARE_GUARDS = 4096;

  private static final long LONGEST_WAIT = 1000;

  /** Deletions that may look, or for how long, and afterwards one part in how many of the time. */
  private static final int FREE_LOOKS = 20;

  private static final long FREE_NANOS = 400_000_000;

  private static final int SHARE = 20;

  /** Of 64 bits each. */
  private static final int FILTER = 64;

  private final Task task;
  private final ConcurrentLinkedQueue<Found> found = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final List<Guard> spare = new ArrayList<>();
  private final List<WeakReference<Forgettable>> toTheEnd = new ArrayList<>();
  private int pruneAt = 64;
  private long watched;

  /** What else the process does after a collection that it asked for. */
  private @Nullable Runnable afterCollection;

  /** A Bloom filter of the hashes of objects whose end is noticed without a guard. */
  private long @Nullable [] observed;

  /** Nothing else refers to what it refers to. */
  private WeakReference<Object> canary = new WeakReference<>(new Object());

  /** An object that nobody refers to, and the number of its guard. */
  private record Found(long number, Forgettable object) {}

  private int collections;
  private int looks;
  private long looked;
  private long nextLook;

  /**
   * @param task where it is to be done
   */
  public Forgotten(Task task) {
    this.task = task;
  }

  /** That of the process which runs: for what any of its threads may do. */
  public static Forgotten ofProcess() {
    return ProcessState.current().forgotten();
  }

  /**
   * Watches an object.
   *
   * @return what the object has to keep in a field of its own, and nobody else
   */
  public Object watch(Forgettable object) {
    Guard guard = spare.isEmpty() ? new Guard(this) : spare.removeLast();
    guard.owner = object;
    guard.number = watched++;
    guard.collections = collections();
    return guard;
  }

  /** Watches an object for which there is something to do at the end of the program as well. */
  public Object watchToTheEnd(Forgettable object) {
    if (toTheEnd.size() >= pruneAt) {
      toTheEnd.removeIf(
          each -> {
            Forgettable left = each.get();
            return left == null || !left.isWatched();
          });
      pruneAt = Math.max(64, toTheEnd.size() * 2);
    }
    toTheEnd.add(new WeakReference<>(object));
    return watch(object);
  }

  /** A program may notice that the object vanishes: {@code del} of it is worth a look. */
  public void observe(Object object) {
    long[] filter = observed;
    if (filter == null) {
      filter = new long[FILTER];
      observed = filter;
    }
    int hash = System.identityHashCode(object);
    filter[hash >>> 6 & FILTER - 1] |= 1L << hash;
  }

  /** Whether {@link #observe} was told of the object, or of one with a similar hash. */
  public boolean observes(Object object) {
    long[] filter = observed;
    if (filter == null) {
      return false;
    }
    int hash = System.identityHashCode(object);
    return (filter[hash >>> 6 & FILTER - 1] & 1L << hash) != 0;
  }

  /** Something to do after each collection that the process asks for. */
  public void afterCollection(Runnable action) {
    afterCollection = action;
  }

  /** There is nothing left to do for what this was got for. */
  public void release(Object guard) {
    Guard free = (Guard) guard;
    free.owner = null;
    // After a collection the JVM may be about to finalize it: it must not get another owner then.
    if (free.collections == collections() && spare.size() < MOST_SPARE_GUARDS) {
      spare.add(free);
    }
  }

  /** How many collections have been noticed: a new number after each. */
  private int collections() {
    if (canary.get() == null) {
      canary = new WeakReference<>(new Object());
      collections++;
    }
    return collections;
  }

  /** On a thread of the JVM. */
  void add(Forgettable object, long number) {
    if (task.isDone()) {
      return;
    }
    found.add(new Found(number, object));
    if (asked.compareAndSet(false, true)) {
      task.interrupt((Runnable) this::run);
    }
  }

  /** Does what is left to do for those found. */
  public void run() {
    asked.set(false);
    List<Found> all = new ArrayList<>();
    for (Found next = found.poll(); next != null; next = found.poll()) {
      all.add(next);
    }
    all.sort(Comparator.comparingLong(Found::number));
    for (Found each : all) {
      each.object.forgotten();
    }
  }

  /**
   * Looks for objects after {@code del}, unless the program does that so often that it would be
   * felt: they are found later then.
   */
  public static void collectAfterDeletion() {
    Forgotten ofProcess = ofProcess();
    long begin = System.nanoTime();
    if (ofProcess.looks >= FREE_LOOKS
        && ofProcess.looked >= FREE_NANOS
        && begin < ofProcess.nextLook) {
      return;
    }
    collect();
    long end = System.nanoTime();
    ofProcess.looks++;
    ofProcess.looked += end - begin;
    ofProcess.nextLook = end + SHARE * (end - begin);
  }

  /**
   * The program ends, and with it its global variables: generators and coroutines among them, or in
   * containers there, are closed, and what has {@code __del__} is finalized, wherever it is.
   */
  static void closeVariables(ProcessState state) {
    if (state.modules().get("__main__") instanceof PyModule main) {
      for (String name : main.ownNames()) {
        Object value = main.own(name);
        close(value);
        switch (value) {
          case PyList list -> closeAll(list.toArray());
          case PyTuple tuple -> closeAll(tuple.items());
          case PyDict dict -> {
            for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
              close(dict.valueAt(i));
            }
          }
          case null, default -> {}
        }
      }
    }
    Forgotten ofProcess = state.forgotten;
    if (ofProcess != null) {
      ofProcess.run();
      for (WeakReference<Forgettable> each : List.copyOf(ofProcess.toTheEnd)) {
        close(each.get());
      }
    }
  }

  private static void closeAll(Object[] values) {
    for (int i = values.length - 1; i >= 0; i--) {
      close(values[i]);
    }
  }

  private static void close(@Nullable Object value) {
    if ((value instanceof PyGenerator || value instanceof PyFinalizableInstance)
        && ((Forgettable) value).isWatched()) {
      ((Forgettable) value).forgotten();
    }
  }

  /** {@code gc.collect()}: looks for objects now, and does what they have left to do. */
  public static void collect() {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    // The JVM lists what it found by kind of reference, finalizers between these two.
    Reference<Object> before = new WeakReference<>(new Object(), queue);
    Reference<Object> after = new PhantomReference<>(new Object(), queue);
    System.gc();
    try {
      int listed = 0;
      while (listed < 2 && queue.remove(LONGEST_WAIT) != null) {
        listed++;
      }
      if (listed == 2) {
        runFinalizers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Reference.reachabilityFence(before);
    Reference.reachabilityFence(after);
    Forgotten ofProcess = ofProcess();
    ofProcess.run();
    Forgotten ofThread = TaskState.current().forgotten;
    if (ofThread != null) {
      ofThread.run();
    }
    Runnable action = ofProcess.afterCollection;
    if (action != null) {
      action.run();
    }
  }

  @SuppressWarnings("removal")
  private static void runFinalizers() throws InterruptedException {
    System.runFinalization();
    Thread.sleep(1); // for the one that the JVM's own thread may be in the middle of
  }
}
