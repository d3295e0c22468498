package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pyconc.kernel.Deadline.NEVER;
import static org.pyconc.kernel.KernelTester.thread;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class InterruptTest {
  private static KernelTester tester(CoroutineFactory factory) {
    return new KernelTester(
        factory,
        1,
        options ->
            options.withInterruptHandler(
                (task, reason) -> {
                  if (reason instanceof Runnable action) {
                    action.run();
                  }
                }));
  }

  private static Runnable throwing() {
    return () -> {
      throw new UnsupportedOperationException("handler");
    };
  }

  @ParameterizedTest
  @EnumSource
  void anAcceptedInterruptKeepsThePlaceInTheQueue(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            lock.acquire(NEVER);
            Task first =
                thread(
                    "first",
                    () -> {
                      lock.acquire(NEVER);
                      tester.trace.add("first");
                      lock.release();
                    });
            Task second =
                thread(
                    "second",
                    () -> {
                      lock.acquire(NEVER);
                      tester.trace.add("second");
                    });
            Task.yieldNow();
            first.interrupt(
                (Runnable) () -> tester.trace.add("handled by " + Task.require().name()));
            Task.yieldNow();
            assertThat(first.state()).isEqualTo(Task.State.WAITING);
            lock.release();
            first.join(NEVER);
            second.join(NEVER);
          });
      assertThat(tester.trace).containsExactly("handled by first", "first", "second");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatThrowsGivesTheUnitToTheNext(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            lock.acquire(NEVER);
            Task first =
                thread(
                    "first",
                    () ->
                        assertThatThrownBy(() -> lock.acquire(NEVER))
                            .isInstanceOf(UnsupportedOperationException.class));
            Task second = thread("second", () -> tester.trace.add("second " + lock.acquire(NEVER)));
            Task.yieldNow();
            first.interrupt(
                (Runnable)
                    () -> {
                      Task.sleep(1_000_000);
                      throwing().run();
                    });
            Task.yieldNow();
            lock.release();
            first.join(NEVER);
            second.join(NEVER);
            assertThat(first.failure()).isNull();
          });
      assertThat(tester.trace).containsExactly("second true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedConditionHasItsLockAgain(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            KernelSemaphore lock = KernelSemaphore.lock(null);
            ConditionQueue condition = new ConditionQueue(lock, null);
            Task waiter =
                thread(
                    "waiter",
                    () -> {
                      lock.acquire(NEVER);
                      assertThatThrownBy(() -> condition.await(NEVER))
                          .isInstanceOf(UnsupportedOperationException.class);
                      tester.trace.add("held " + lock.isHeldByCurrent());
                      lock.release();
                    });
            Task.yieldNow();
            waiter.interrupt(throwing());
            waiter.join(NEVER);
            assertThat(condition.waiting()).isZero();
          });
      assertThat(tester.trace).containsExactly("held true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void killAndInterruptReachTheHostCall(CoroutineFactory factory) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(2);
    try (KernelTester tester = tester(factory)) {
      Runnable blocks =
          () -> {
            try {
              tester
                  .kernel
                  .hostCalls()
                  .call(
                      () -> {
                        try {
                          new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                          stopped.countDown();
                        }
                        return "result";
                      });
            } catch (UnsupportedOperationException e) {
              tester.trace.add("interrupted");
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          };
      tester.run(
          () -> {
            Task killed = thread("killed", blocks);
            Task interrupted = thread("interrupted", blocks);
            Task.sleep(5_000_000);
            killed.kill();
            interrupted.interrupt(throwing());
            interrupted.join(NEVER);
          });
      stopped.await();
      assertThat(tester.trace).containsExactly("interrupted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTaskCanBePreemptedAndKilledInsideGreenletsAndGenerators(CoroutineFactory factory) {
    AtomicBoolean unwound = new AtomicBoolean();
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            KernelProcess child =
                tester.child(
                    "child",
                    () -> {
                      Coroutine greenlet =
                          Coroutine.create(
                              CoroutineScope.GREENLET,
                              () -> {
                                Coroutine generator =
                                    Coroutine.create(
                                        CoroutineScope.GENERATOR,
                                        () -> {
                                          while (true) {
                                            Scheduler.poll();
                                            CoroutineScope.GENERATOR.suspend();
                                          }
                                        });
                                try {
                                  while (true) {
                                    generator.resume();
                                    Scheduler.poll();
                                    CoroutineScope.GREENLET.suspend();
                                  }
                                } finally {
                                  unwound.set(true);
                                }
                              });
                      while (true) {
                        greenlet.resume();
                      }
                    });
            for (int i = 0; i < 5; i++) {
              Task.sleep(1_000_000);
            }
            child.kill();
            child.join(NEVER);
            assertThat(child.exitCode()).hasValue(-9);
          });
    }
    if (factory == CoroutineFactory.THREADS) {
      assertThat(unwound).as("threads must not be left behind").isTrue();
    }
  }

  /** An interrupt that comes together with what is waited for is seen by the wait. */
  @ParameterizedTest
  @EnumSource
  void aWaitSeesWhatCameWithItsEnd(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            Task main = Task.require();
            Task other = thread("other", () -> main.interrupt(throwing()));
            assertThatThrownBy(() -> other.join(NEVER))
                .isInstanceOf(UnsupportedOperationException.class);
            assertThat(other.isDone()).isTrue();
            assertThat(other.join(NEVER)).isTrue();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void signalsReachTheTaskThatTheHostRuns(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.kernel.runMain(() -> tester.trace.add("first"));
      KernelProcess main = tester.kernel.mainProcess();
      assertThat(main).isNotNull();
      assertThatThrownBy(
              () ->
                  tester.kernel.runMain(
                      () -> {
                        main.interrupt(throwing());
                        Task.sleep(Long.MAX_VALUE);
                      }))
          .hasMessage("handler");
      tester.kernel.runMain(() -> thread("left behind", () -> Task.sleep(Long.MAX_VALUE)));
      tester.kernel.close();
      assertThat(main.hasEnded()).isTrue();
    }
  }
}
