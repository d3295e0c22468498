package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pyconc.kernel.Deadline.NEVER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Races between schedulers, and large numbers. */
@Timeout(30)
class StressTest {

  /** With and without waiters, with timeouts, and while holders and waiters are killed. */
  @ParameterizedTest
  @EnumSource
  void aLockAdmitsOneAtATime(CoroutineFactory factory) {
    int[] inside = {0};
    long[] total = {0};
    AtomicInteger counted = new AtomicInteger();
    AtomicInteger atOnce = new AtomicInteger();
    try (KernelTester tester = new KernelTester(factory, 3)) {
      KernelSemaphore lock = KernelSemaphore.lock(null);
      tester.run(
          () -> {
            List<KernelProcess> processes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
              boolean isHasty = i % 2 == 1;
              processes.add(
                  tester.child(
                      "process",
                      () -> {
                        for (int n = 0; n < 3000; n++) {
                          long limit = isHasty && n % 5 == 0 ? Deadline.after(20_000) : NEVER;
                          if (lock.acquire(limit)) {
                            if (++inside[0] != 1) {
                              atOnce.incrementAndGet();
                            }
                            total[0]++;
                            counted.incrementAndGet();
                            if (n % 50 == 0) {
                              Task.yieldNow();
                            }
                            inside[0]--;
                            assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.DONE);
                          }
                        }
                      }));
            }
            for (int i = 0; i < 100; i++) {
              KernelProcess waiter =
                  tester.child(
                      "waiter",
                      () -> {
                        lock.acquire(NEVER);
                        lock.release();
                      });
              Task.sleep(50_000);
              // One that is killed as a waiter, or was through already, leaves the lock to others;
              // one that is killed between the two calls does not poll there.
              waiter.kill();
            }
            KernelTester.joinAll(processes);
          });
      assertThat(atOnce.get()).isZero();
      assertThat(total[0]).isEqualTo(counted.get());
      assertThat(lock.value()).isEqualTo(1);
      assertThat(lock.holder()).isNull();
      assertThat(lock.waiters().isEmpty()).isTrue();
      assertThat(lock.release()).isEqualTo(KernelSemaphore.Release.TOO_MANY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wakeUpsAndTimeoutsMayMeet(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      KernelSemaphore semaphore = KernelSemaphore.counting(2, 2, null);
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger timedOut = new AtomicInteger();
      tester.run(
          () -> {
            List<KernelProcess> processes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
              processes.add(
                  tester.child(
                      "process",
                      () -> {
                        for (int n = 0; n < 1000; n++) {
                          long nanos = ThreadLocalRandom.current().nextInt(60_000);
                          if (semaphore.acquire(Deadline.after(nanos))) {
                            taken.incrementAndGet();
                            if (n % 3 == 0) {
                              Task.yieldNow();
                            } else if (n % 100 == 1) {
                              Task.sleep(20_000);
                            }
                            semaphore.release();
                          } else {
                            timedOut.incrementAndGet();
                          }
                        }
                      }));
            }
            KernelTester.joinAll(processes);
          });
      assertThat(taken.get() + timedOut.get()).isEqualTo(6000);
      assertThat(taken.get()).isPositive();
      assertThat(semaphore.value()).isEqualTo(2);
      assertThat(semaphore.holders()).isEmpty();
      assertThat(semaphore.waiters().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMessageIsLostOrSeenTwice(CoroutineFactory factory) {
    int perWriter = 2000;
    try (KernelTester tester = new KernelTester(factory, 2)) {
      MessageQueue queue = new MessageQueue(8, null);
      AtomicInteger sum = new AtomicInteger();
      AtomicInteger count = new AtomicInteger();
      tester.run(
          () -> {
            List<KernelProcess> processes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
              processes.add(
                  tester.child(
                      "writer",
                      () -> {
                        for (int n = 1; n <= perWriter; n++) {
                          queue.put(n, NEVER);
                        }
                      }));
              processes.add(
                  tester.child(
                      "reader",
                      () -> {
                        while (count.get() < 3 * perWriter) {
                          Object message = queue.get(Deadline.after(50_000));
                          if (message != null) {
                            sum.addAndGet((Integer) message);
                            count.incrementAndGet();
                          }
                        }
                      }));
            }
            KernelTester.joinAll(processes);
          });
      assertThat(sum.get()).isEqualTo(3 * perWriter * (perWriter + 1) / 2);
      assertThat(queue.isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noUnparkIsLost(CoroutineFactory factory) throws InterruptedException {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      int rounds = 3000;
      AtomicInteger asked = new AtomicInteger();
      AtomicInteger answered = new AtomicInteger();
      KernelProcess process =
          tester.kernel.spawn(
              new ProcessSpec(
                  "main",
                  () -> {
                    while (answered.get() < rounds) {
                      while (asked.get() == answered.get()) {
                        Task.park();
                      }
                      answered.incrementAndGet();
                    }
                  }));
      for (int i = 1; i <= rounds; i++) {
        asked.incrementAndGet();
        process.mainTask().unpark();
        while (answered.get() < i && !Thread.interrupted()) {
          Thread.onSpinWait();
        }
      }
      tester.awaitEnd();
    }
  }

  @Test
  void tenThousandProcessesWaitAtOnce() {
    int many = 10_000;
    try (KernelTester tester = new KernelTester(CoroutineFactory.best(), 2)) {
      tester.run(
          () -> {
            MessageQueue questions = new MessageQueue(0, null);
            MessageQueue answers = new MessageQueue(0, null);
            List<KernelProcess> processes = new ArrayList<>();
            for (int i = 0; i < many; i++) {
              processes.add(
                  tester.child(
                      "p" + i,
                      () -> {
                        answers.put("ready", NEVER);
                        Integer n = (Integer) questions.get(NEVER);
                        answers.put(n == null ? -1 : 2 * n, NEVER);
                      }));
            }
            for (int i = 0; i < many; i++) {
              assertThat(answers.get(NEVER)).isEqualTo("ready");
            }
            assertThat(tester.kernel.processCount()).isEqualTo(many + 1);
            long sum = 0;
            for (int i = 0; i < many; i++) {
              questions.put(i, NEVER);
            }
            for (int i = 0; i < many; i++) {
              sum += (Integer) answers.get(NEVER);
            }
            assertThat(sum).isEqualTo((long) many * (many - 1));
            KernelTester.joinAll(processes);
            assertThat(Task.require().process().children()).isEmpty();
          });
    }
  }

  @Test
  void processesThatCannotMoveAreSpreadOverTheSchedulers() {
    try (KernelTester tester = new KernelTester(CoroutineFactory.THREADS, 2)) {
      tester.run(
          () -> {
            List<KernelProcess> processes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
              processes.add(tester.child("p" + i, () -> Task.sleep(50_000_000)));
            }
            long here =
                processes.stream()
                    .filter(process -> process.scheduler() == Task.require().scheduler())
                    .count();
            assertThat(here).isBetween(19L, 21L);
            KernelTester.joinAll(processes);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingInTheMiddleLeavesNothingBehind(CoroutineFactory factory) throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      Kernel kernel =
          new Kernel(KernelOptions.defaults().withCoroutines(factory).withSchedulerThreads(2));
      MessageQueue queue = new MessageQueue(3, null);
      Channel channel = new Channel(10, null);
      List<KernelProcess> processes = new ArrayList<>();
      List<Handle> handles = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int number = i;
        KernelProcess process =
            kernel.create(
                new ProcessSpec(
                    "process",
                    () -> {
                      while (true) {
                        switch (number % 4) {
                          case 0 -> queue.put("x", NEVER);
                          case 1 -> queue.get(NEVER);
                          case 2 -> Task.sleep(100_000);
                          default -> Scheduler.poll();
                        }
                      }
                    }));
        handles.add(channel.open(process));
        processes.add(process);
        process.start();
      }
      Thread.sleep(round);
      kernel.close();
      assertThat(processes).allMatch(KernelProcess::hasEnded);
      assertThat(handles).noneMatch(Handle::isOpen);
      assertThat(channel.handleCount()).isZero();
      assertThat(queue.readable().size() + queue.writable().size()).isZero();
    }
  }
}
