package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pyconc.kernel.Deadline.NEVER;
import static org.pyconc.kernel.Deadline.NOW;
import static org.pyconc.kernel.KernelTester.millis;
import static org.pyconc.kernel.KernelTester.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class KernelObjectsTest {

  @ParameterizedTest
  @EnumSource
  void aLockGoesToItsWaitersInTheirOrder(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            assertThat(lock.acquire(NEVER)).isTrue();
            List<Task> waiters = new ArrayList<>();
            for (String name : List.of("a", "b", "c")) {
              waiters.add(
                  thread(
                      name,
                      () -> {
                        lock.acquire(NEVER);
                        tester.trace.add(name);
                        lock.release();
                      }));
            }
            Task.yieldNow();
            assertThat(lock.holder()).isSameAs(Task.current());
            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.DONE);
            for (Task each : waiters) {
              each.join(NEVER);
            }
            assertThat(lock.acquire(NOW)).isTrue();
            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.DONE);
            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.TOO_MANY);
          });
      assertThat(tester.trace).containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockIsTakenByWhoeverIsThereUntilAWaiterLosesPatience(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            assertThat(lock.acquire(NEVER)).isTrue();
            Task waiter =
                thread(
                    "waiter",
                    () -> {
                      lock.acquire(NEVER);
                      tester.trace.add("waiter has it");
                      lock.release();
                    });
            awaitWaiters(lock, 1);
            Task later = thread("later", () -> tester.trace.add("later: " + lock.acquire(NEVER)));
            awaitWaiters(lock, 2);
            lock.release();
            assertThat(lock.acquire(NOW)).as("the waiter was told, and is not there yet").isTrue();
            LockSupport.parkNanos(2_000_000); // more than anybody has patience for
            Task.yieldNow();
            assertThat(tester.trace).as("it has tried in vain").isEmpty();
            assertThat(lock.waiters().size()).isEqualTo(2);
            lock.release();
            assertThat(lock.acquire(NOW)).as("it was handed over").isFalse();
            assertThat(lock.holder()).isSameAs(waiter);
            waiter.join(NEVER);
            later.join(NEVER);
            lock.release();
            assertThat(lock.acquire(NOW)).isTrue();
          });
      assertThat(tester.trace).containsExactly("waiter has it", "later: true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecursiveLockCountsItsOwner(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.recursiveLock(null);
            assertThat(lock.acquire(NEVER)).isTrue();
            assertThat(lock.acquire(NEVER)).isTrue();
            assertThat(lock.recursion()).isEqualTo(2);
            thread("other", () -> tester.trace.add(lock.acquire(NOW) + " " + lock.release()))
                .join(NEVER);
            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.DONE);
            assertThat(lock.isHeldByCurrent()).isTrue();
            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.DONE);
            assertThat(lock.isHeldByCurrent()).isFalse();
          });
      assertThat(tester.trace).containsExactly("false NOT_OWNER");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTimedWaitEndsAndLeavesNoTrace(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore semaphore = KernelSemaphore.counting(0, 2, null);
            assertThat(semaphore.acquire(millis(5))).isFalse();
            assertThat(semaphore.waiters().isEmpty()).isTrue();
            semaphore.release();
            assertThat(semaphore.value()).isEqualTo(1);
            assertThat(semaphore.acquire(millis(5))).isTrue();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUnitHandedToADyingTaskIsHandedOn(CoroutineFactory factory) {
    killsTheFirstWaiter(
        factory,
        (lock, first) -> assertThat(lock.waiters().size()).as("the first was told").isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource
  void aLockHandedOverToADyingTaskIsHandedOn(CoroutineFactory factory) {
    killsTheFirstWaiter(
        factory,
        (lock, first) -> {
          assertThat(lock.acquire(NOW)).isTrue();
          LockSupport.parkNanos(2_000_000);
          Task.yieldNow();
          lock.release();
          assertThat(lock.holder()).isSameAs(first);
        });
  }

  /** Lets others run until so many wait: one whose time is up may not have come so far. */
  private static void awaitWaiters(KernelSemaphore lock, int count) {
    while (lock.waiters().size() < count) {
      Task.yieldNow();
    }
  }

  /** Two wait for a lock; the first is killed after the release, and the second must get it. */
  private static void killsTheFirstWaiter(
      CoroutineFactory factory, BiConsumer<KernelSemaphore, Task> afterRelease) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            lock.acquire(NEVER);
            Task first = thread("first", () -> lock.acquire(NEVER));
            awaitWaiters(lock, 1);
            Task second =
                thread(
                    "second",
                    () -> {
                      lock.acquire(NEVER);
                      tester.trace.add("second has it");
                    });
            awaitWaiters(lock, 2);
            lock.release();
            afterRelease.accept(lock, first);
            first.kill();
            second.join(NEVER);
            assertThat(first.isDone()).isTrue();
          });
      assertThat(tester.trace).containsExactly("second has it");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBoundedQueueMakesWritersWait(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      tester.run(
          () -> {
            MessageQueue queue = new MessageQueue(2, null);
            assertThat(queue.get(NOW)).isNull();
            KernelProcess writer =
                tester.child(
                    "writer",
                    () -> {
                      for (int i = 0; i < 100; i++) {
                        queue.put(i, NEVER);
                      }
                    });
            for (int i = 0; i < 100; i++) {
              assertThat(queue.get(NEVER)).isEqualTo(i);
            }
            writer.join(NEVER);
            queue.put("a", NOW);
            queue.put("b", NOW);
            assertThat(queue.isFull()).isTrue();
            assertThat(queue.put("c", millis(2))).isFalse();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChannelEndsWhenItsLastWriterIsGone(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      tester.run(
          () -> {
            KernelProcess self = Task.require().process();
            Channel channel = new Channel(Channel.PIPE_CAPACITY, null);
            Handle reader = channel.openReader(self);
            Handle writer = channel.openWriter(self);
            KernelProcess child =
                tester.kernel.create(
                    new ProcessSpec(
                        "child",
                        () -> {
                          channel.put("hello", 5, NEVER);
                          Task.sleep(5_000_000);
                        },
                        self));
            Handle theirs = writer.duplicateFor(child);
            child.start();
            writer.close();
            writer.close();
            assertThatThrownBy(() -> writer.duplicateFor(self))
                .isInstanceOf(IllegalStateException.class);
            assertThat(channel.get(NEVER)).isEqualTo("hello");
            assertThat(channel.get(NOW)).as("the child still has it").isNull();
            assertThat(channel.get(NEVER)).isSameAs(Channel.END);
            assertThat(channel.isReadable()).isTrue();
            child.join(NEVER);
            assertThat(theirs.isOpen()).isFalse();
            assertThat(channel.handleCount()).isEqualTo(1);
            reader.close();
            assertThat(self.handles()).isEmpty();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void writingBreaksWhenTheLastReaderIsGone(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      tester.run(
          () -> {
            KernelProcess self = Task.require().process();
            Channel channel = new Channel(10, null);
            channel.openWriter(self);
            EventFlag end = new EventFlag(null);
            KernelProcess child =
                tester.kernel.create(new ProcessSpec("child", () -> end.await(NEVER), self));
            channel.openReader(child);
            child.start();
            assertThat(channel.put("large", 100, NOW)).isEqualTo(Channel.Put.DONE);
            assertThat(channel.put("x", 1, NOW)).isEqualTo(Channel.Put.TIMEOUT);
            assertThat(channel.isWritable(1)).isFalse();
            tester.kernel.schedule(Deadline.after(5_000_000), end::set);
            assertThat(channel.put("x", 1, NEVER)).isEqualTo(Channel.Put.BROKEN);
            assertThat(channel.isWritable(1)).isTrue();
          });
    }
  }

  private record Text(String text) implements Channel.Splittable {
    @Override
    public Text head(long length) {
      return new Text(text.substring(0, (int) length));
    }

    @Override
    public Text tail(long from) {
      return new Text(text.substring((int) from));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderMayTakeTheBeginningOfAMessage(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelProcess self = Task.require().process();
            Channel channel = new Channel(10, null);
            channel.openReader(self);
            channel.openWriter(self);
            channel.put(new Text("abcdef"), 6, NOW);
            assertThat(channel.get(4, NOW)).isEqualTo(new Text("abcd"));
            assertThat(channel.used()).isEqualTo(2);
            assertThat(channel.get(4, NOW)).isEqualTo(new Text("ef"));
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEventWakesAllEvenIfItIsClearedAtOnce(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            EventFlag event = new EventFlag(null);
            List<Task> waiters =
                List.of(
                    thread("a", () -> tester.trace.add("a " + event.await(NEVER))),
                    thread("b", () -> tester.trace.add("b " + event.await(millis(10_000)))));
            Task.yieldNow();
            event.set();
            event.clear();
            waiters.forEach(task -> task.join(NEVER));
            assertThat(event.await(millis(1))).isFalse();
          });
      assertThat(tester.trace).containsExactly("a true", "b true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConditionGivesUpItsLockWhileItWaits(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.recursiveLock(null);
            ConditionQueue condition = new ConditionQueue(lock, null);
            Task waiter =
                thread(
                    "waiter",
                    () -> {
                      lock.acquire(NEVER);
                      lock.acquire(NEVER);
                      tester.trace.add("notified " + condition.await(NEVER));
                      tester.trace.add("recursion " + lock.recursion());
                      tester.trace.add("notified " + condition.await(millis(2)));
                    });
            Task.yieldNow();
            assertThat(lock.acquire(NOW)).isTrue();
            assertThat(condition.waiting()).isEqualTo(1);
            assertThat(condition.notify(5)).isEqualTo(1);
            Task.yieldNow();
            assertThat(tester.trace).as("it needs the lock first").isEmpty();
            lock.release();
            waiter.join(NEVER);
          });
      assertThat(tester.trace).containsExactly("notified true", "recursion 2", "notified false");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBarrierOpensForEachRoundAndCanBreak(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            BarrierGate barrier = new BarrierGate(2, null);
            Task other =
                thread(
                    "other",
                    () -> {
                      for (int i = 0; i < 3; i++) {
                        barrier.await(() -> tester.trace.add("action"), NEVER);
                      }
                      tester.trace.add("other " + barrier.await(null, NEVER));
                    });
            for (int i = 0; i < 3; i++) {
              assertThat(barrier.await(() -> tester.trace.add("action"), NEVER)).isBetween(0, 1);
            }
            Task.yieldNow();
            assertThat(barrier.waiting()).isEqualTo(1);
            barrier.abort();
            other.join(NEVER);
            assertThat(barrier.await(null, NEVER)).isEqualTo(BarrierGate.BROKEN);
            barrier.reset();
            assertThat(barrier.await(null, millis(1))).isEqualTo(BarrierGate.BROKEN);
            assertThat(barrier.isBroken()).isTrue();
          });
      assertThat(tester.trace).containsExactly("action", "action", "action", "other -1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneTaskCanWaitForSeveralThings(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      tester.run(
          () -> {
            MessageQueue one = new MessageQueue(0, null);
            MessageQueue two = new MessageQueue(0, null);
            List<WaitQueue> both = List.of(one.readable(), two.readable());
            assertThat(Task.awaitAny(both, () -> one.size() + two.size() > 0, millis(2))).isFalse();
            tester.child(
                "writer",
                () -> {
                  Task.sleep(2_000_000);
                  two.put("x", NEVER);
                });
            assertThat(Task.awaitAny(both, () -> one.size() + two.size() > 0, NEVER)).isTrue();
            assertThat(two.get(NOW)).isEqualTo("x");
            assertThat(one.readable().isEmpty()).isTrue();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHubHearsOfEverythingAndTakesNobodysTurn(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            MessageQueue queue = new MessageQueue(0, null);
            Waiter hub =
                node -> {
                  tester.trace.add("hub hears of " + node.queue().source().describe());
                  return true;
                };
            queue.readable().add(hub);
            WaitNode leaves = queue.readable().add(hub);
            Task reader = thread("reader", () -> tester.trace.add("reader " + queue.get(NEVER)));
            Task.yieldNow();
            leaves.remove();
            queue.put("message", NEVER);
            reader.join(NEVER);
          });
      assertThat(tester.trace).containsExactly("hub hears of an item of Queue", "reader message");
    }
  }
}
