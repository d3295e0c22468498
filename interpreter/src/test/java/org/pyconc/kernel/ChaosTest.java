package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pyconc.kernel.Deadline.NEVER;
import static org.pyconc.kernel.KernelTester.millis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes are killed at random places while they use all that the kernel offers. */
@Timeout(30)
class ChaosTest {
  private static final int UNITS = 3;
  private static final int WORKERS = 12;

  /** How many at least, however busy the machine is. */
  private static final int KILLS = 100;

  private final KernelSemaphore units = KernelSemaphore.counting(UNITS, UNITS, null);
  private final KernelSemaphore lock = KernelSemaphore.recursiveLock(null);
  private final ConditionQueue condition = new ConditionQueue(lock, null);
  private final MessageQueue queue = new MessageQueue(4, null);
  private final Channel channel = new Channel(64, null);
  private final EventFlag event = new EventFlag(null);

  @ParameterizedTest
  @EnumSource
  void killsLeaveTheKernelSound(CoroutineFactory factory) throws InterruptedException {
    try (KernelTester tester =
        new KernelTester(factory, 2, options -> options.withTimeSlice(200_000))) {
      tester.run(() -> supervise(tester));
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread instanceof SchedulerThread) {
        thread.join(5000);
        assertThat(thread.isAlive()).as("left behind").isFalse();
      }
    }
  }

  private void supervise(KernelTester tester) {
    Random random = new Random(7);
    KernelProcess self = Task.require().process();
    Handle reader = channel.openReader(self);
    Handle writer = channel.openWriter(self);
    List<KernelProcess> workers = new ArrayList<>();
    long end = millis(500);
    int kills = 0;
    while (kills < KILLS || !Deadline.isPast(end)) {
      while (workers.size() < WORKERS) {
        KernelProcess worker = tester.kernel.create(new ProcessSpec("worker", this::work, self));
        reader.duplicateFor(worker);
        writer.duplicateFor(worker);
        worker.start();
        workers.add(worker);
      }
      Task.sleep(random.nextInt(300_000));
      KernelProcess victim = workers.get(random.nextInt(workers.size()));
      if (random.nextBoolean()) {
        victim.kill();
      } else {
        List<Task> tasks = victim.tasks();
        if (!tasks.isEmpty()) {
          tasks.get(random.nextInt(tasks.size())).kill();
        }
      }
      kills++;
      workers.removeIf(KernelProcess::hasEnded);
      recoverFromDeadHolders();
    }
    workers.forEach(KernelProcess::kill);
    KernelTester.joinAll(workers);
    recoverFromDeadHolders();
    assertThat(tester.kernel.processCount()).isEqualTo(1);
    assertThat(self.children()).isEmpty();
    assertThat(channel.handleCount()).as("handles").isEqualTo(2);
    for (WaitQueue waiters :
        List.of(
            units.waiters(),
            lock.waiters(),
            queue.readable(),
            queue.writable(),
            channel.readable(),
            channel.writable(),
            event.waiters())) {
      assertThat(waiters.size()).as(waiters.source().describe()).isZero();
    }
    assertThat(condition.waiting()).isZero();
    assertThat(units.value() + units.holders().size()).isEqualTo(UNITS);
    assertThat(lock.value()).isEqualTo(1);
    othersGoOn(tester);
  }

  private void recoverFromDeadHolders() {
    Task holder = lock.holder();
    if (holder != null && holder.isDone()) {
      lock.releaseAll();
    }
    for (Task task : units.holders()) {
      if (task.isDone()) {
        units.release();
      }
    }
  }

  private void othersGoOn(KernelTester tester) {
    while (queue.get(Deadline.NOW) != null) {
      Scheduler.poll();
    }
    KernelProcess echo = tester.child("echo", () -> queue.put("alive", NEVER));
    assertThat(queue.get(NEVER)).isEqualTo("alive");
    assertThat(lock.acquire(NEVER)).isTrue();
    lock.release();
    echo.join(NEVER);
  }

  private void work() {
    KernelTester.thread("second", this::useEverything);
    useEverything();
  }

  private void useEverything() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    while (true) {
      Scheduler.poll();
      switch (random.nextInt(8)) {
        case 0 -> {
          if (units.acquire(millis(2))) {
            Scheduler.poll();
            units.release();
          }
        }
        case 1 -> {
          if (lock.acquire(millis(2))) {
            Scheduler.poll();
            condition.notify(1);
            condition.await(millis(1));
            lock.release();
          }
        }
        case 2 -> queue.put("message", millis(2));
        case 3 -> queue.get(millis(2));
        case 4 -> channel.put("bytes", 1 + random.nextInt(80), millis(2));
        case 5 -> channel.get(millis(2));
        case 6 -> {
          event.set();
          event.clear();
        }
        default -> event.await(millis(1));
      }
    }
  }
}
