package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class TimerTest {
  @Test
  void timersFireByDeadlineThenByAgeAndCancelledOnesNever() {
    Random random = new Random(42);
    TimerQueue queue = new TimerQueue();
    List<Timer> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Timer timer = queue.add(random.nextInt(300), () -> {});
      if (random.nextInt(3) == 0 && !expected.isEmpty()) {
        assertThat(expected.remove(random.nextInt(expected.size())).cancel()).isTrue();
      }
      expected.add(timer);
    }
    expected.sort(
        Comparator.comparingLong((Timer t) -> t.deadline).thenComparingLong(t -> t.sequence));
    assertThat(queue.next()).isEqualTo(expected.getFirst().deadline);
    List<Timer> fired = new ArrayList<>();
    for (Timer due = queue.pollDue(299); due != null; due = queue.pollDue(299)) {
      fired.add(due);
    }
    assertThat(fired).containsExactlyElementsOf(expected);
    assertThat(queue.next()).isEqualTo(Deadline.NEVER);
    assertThat(fired.getFirst().cancel()).isFalse();
  }

  @Test
  void aDeadlineFarAwayIsNever() {
    assertThat(Deadline.after(Long.MAX_VALUE)).isEqualTo(Deadline.NEVER);
    assertThat(Deadline.afterSeconds(1e300)).isEqualTo(Deadline.NEVER);
    assertThat(Deadline.afterSeconds(-1)).isEqualTo(Deadline.NOW);
    assertThat(Deadline.isPast(Deadline.NEVER)).isFalse();
    assertThat(Deadline.isPast(Deadline.NOW)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void sleepersWakeInOrderAndNotEarly(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      long[] late = new long[51];
      tester.run(
          () -> {
            List<Task> sleepers = new ArrayList<>();
            for (int delay : new int[] {30, 10, 20}) {
              sleepers.add(
                  KernelTester.thread(
                      "sleeper",
                      () -> {
                        Task.sleep(delay * 1_000_000L);
                        tester.trace.add("" + delay);
                      }));
            }
            sleepers.forEach(task -> task.join(Deadline.NEVER));
            for (int i = 0; i < late.length; i++) {
              long due = System.nanoTime() + 1_000_000;
              Task.sleep(1_000_000);
              late[i] = System.nanoTime() - due;
            }
          });
      assertThat(tester.trace).containsExactly("10", "20", "30");
      Arrays.sort(late);
      assertThat(late[0]).isNotNegative();
      assertThat(late[late.length / 2]).isLessThan(20_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTimerInterruptsABusyTask(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 1)) {
      tester.run(
          () -> {
            long start = System.nanoTime();
            boolean[] fired = new boolean[1];
            tester.kernel.schedule(KernelTester.millis(5), () -> fired[0] = true);
            KernelTester.thread("sleeper", () -> Task.sleep(1));
            Task.yieldNow();
            while (!fired[0]) {
              Scheduler.poll();
            }
            assertThat(System.nanoTime() - start).isBetween(5_000_000L, 5_000_000_000L);
          });
    }
  }
}
