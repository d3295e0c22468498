package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pyconc.kernel.Deadline.NEVER;
import static org.pyconc.kernel.KernelTester.millis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes move to where there is time for them. */
@Timeout(30)
class MigrationTest {
  private static KernelTester tester(int threads) {
    return new KernelTester(CoroutineFactory.CONTINUATIONS, threads);
  }

  @Test
  void theTestsAllowStartedProcessesToMove() {
    assertThat(KernelOptions.defaults().migration()).isTrue();
  }

  @Test
  void aChildBeginsWhereItsParentIs() {
    AtomicInteger atHome = new AtomicInteger();
    try (KernelTester tester = tester(4)) {
      tester.run(
          () -> {
            Scheduler own = Scheduler.current();
            for (int i = 0; i < 100; i++) {
              KernelProcess child =
                  tester.child(
                      "child",
                      () -> {
                        if (Scheduler.current() == own) {
                          atHome.incrementAndGet();
                        }
                      });
              child.join(NEVER);
            }
          });
    }
    // a machine that stops for a tick in between may have one begin elsewhere
    assertThat(atHome.get()).isGreaterThan(90);
  }

  @Test
  void aBusyParentDoesNotKeepItsChildWaiting() {
    AtomicBoolean stop = new AtomicBoolean();
    try (KernelTester tester = tester(2)) {
      tester.run(
          () -> {
            KernelProcess child = tester.child("child", () -> stop.set(true));
            while (!stop.get()) {
              // It never polls: nothing else can run on this thread.
              Thread.onSpinWait();
            }
            child.join(NEVER);
          });
    }
  }

  @Test
  void twoStartedProcessesThatComputeRunOnTwoThreads() {
    AtomicInteger meeting = new AtomicInteger();
    EventFlag go = new EventFlag(null);
    try (KernelTester tester = tester(2)) {
      tester.run(
          () -> {
            List<KernelProcess> children = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
              children.add(
                  tester.child(
                      "child",
                      () -> {
                        go.await(NEVER);
                        meeting.incrementAndGet();
                        while (meeting.get() < 2) {
                          // It does not poll: the other one must be running at the same time.
                          Thread.onSpinWait();
                        }
                      }));
            }
            Task.sleep(5_000_000);
            go.set();
            KernelTester.joinAll(children);
          });
    }
  }

  @Test
  void whoAsksAndWaitsEndsUpBesideWhoAnswers() {
    MessageQueue questions = new MessageQueue(0, null);
    MessageQueue answers = new MessageQueue(0, null);
    List<Boolean> together = new ArrayList<>();
    try (KernelTester tester = tester(2)) {
      tester.run(
          () -> {
            KernelProcess self = Task.require().process();
            KernelProcess child =
                tester.child(
                    "child",
                    () -> {
                      while (questions.get(NEVER) instanceof Integer question && question >= 0) {
                        answers.put(question + 1, NEVER);
                      }
                    });
            for (int round = 0; round < 20; round++) {
              for (int i = 0; i < 1000; i++) {
                questions.put(i, NEVER);
                assertThat(answers.get(NEVER)).isEqualTo(i + 1);
              }
              together.add(child.scheduler() == self.scheduler());
            }
            questions.put(-1, NEVER);
            child.join(NEVER);
          });
    }
    assertThat(together).contains(true);
  }

  @Test
  void aProcessWithThreadsStays() {
    try (KernelTester tester = tester(2)) {
      tester.run(
          () -> {
            KernelProcess self = Task.require().process();
            Task thread = KernelTester.thread("thread", () -> Task.sleep(1_000_000));
            assertThat(self.moveTo(new Scheduler(tester.kernel, 7))).isFalse();
            thread.join(NEVER);
          });
    }
  }

  /**
   * Kills hit processes that are being moved; each ends, with the exit code of the kill or its own.
   */
  @Test
  void processesAreKilledWhileTheyMove() {
    Random random = new Random(11);
    try (KernelTester tester =
        new KernelTester(
            CoroutineFactory.CONTINUATIONS, 3, options -> options.withTimeSlice(200_000))) {
      tester.run(
          () -> {
            MessageQueue queue = new MessageQueue(0, null);
            List<KernelProcess> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
              all.add(
                  tester.child(
                      "child",
                      () -> {
                        for (int k = 0; k < 200; k++) {
                          queue.put(k, NEVER);
                          queue.get(NEVER);
                          long end = millis(0) + 20_000;
                          while (System.nanoTime() < end) {
                            Scheduler.poll();
                          }
                        }
                      }));
              if (random.nextInt(3) == 0) {
                all.get(random.nextInt(all.size())).kill();
              }
            }
            for (int i = 0; i < 200; i++) {
              all.get(random.nextInt(all.size())).kill();
              Task.sleep(random.nextInt(100_000));
            }
            for (KernelProcess process : all) {
              process.kill();
              process.join(NEVER);
              assertThat(process.exitCode().orElseThrow()).isIn(0, -9);
            }
          });
      assertThat(tester.kernel.processCount()).isZero();
    }
  }
}
