package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class KernelTest {
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<String> trace = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void closeKernels() {
    kernels.forEach(Kernel::close);
  }

  private Kernel kernel(CoroutineFactory factory, int threads) {
    Kernel kernel =
        new Kernel(
            KernelOptions.defaults()
                .withCoroutines(factory)
                .withSchedulerThreads(threads)
                .withOnUncaught((task, thrown) -> trace.add(task.name() + ": " + thrown)));
    kernels.add(kernel);
    return kernel;
  }

  private static int run(Kernel kernel, Runnable main) throws InterruptedException {
    kernel.spawn(new ProcessSpec("MainProcess", main));
    return kernel.awaitMain(15, TimeUnit.SECONDS).orElse(-1000);
  }

  private static void spin(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      Scheduler.poll();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMainProcessHasTheJvmsPidAndItsChildrenTheNext(CoroutineFactory factory)
      throws InterruptedException {
    Kernel kernel = kernel(factory, 2);
    int exit =
        run(
            kernel,
            () -> {
              KernelProcess self = Task.require().process();
              KernelProcess child =
                  kernel.create(
                      new ProcessSpec(
                          "child", () -> Task.require().process().setExitCode(3), self));
              trace.add("children " + self.children().size());
              assertThat(kernel.find(child.pid())).isSameAs(child);
              assertThat(kernel.find(self.pid())).isSameAs(self);
              child.start();
              child.join(Deadline.NEVER);
              trace.add("exit code " + child.exitCode().getAsInt());
              trace.add("children " + self.children().size());
              trace.add("pids " + self.pid() + " " + child.pid());
            });
    long pid = ProcessHandle.current().pid();
    assertThat(trace)
        .containsExactly(
            "children 1", "exit code 3", "children 0", "pids " + pid + " " + (pid + 1));
    assertThat(exit).isZero();
    assertThat(kernel.processCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void threadsOfAProcessTakeTurnsAndEndWithTheMainOne(CoroutineFactory factory)
      throws InterruptedException {
    Kernel kernel = kernel(factory, 1);
    run(
        kernel,
        () -> {
          KernelProcess self = Task.require().process();
          for (String name : List.of("a", "b")) {
            self.newTask(
                    name,
                    () -> {
                      for (int i = 0; i < 2; i++) {
                        trace.add(name + i);
                        Task.yieldNow();
                      }
                    })
                .start();
          }
          self.newTask("forever", () -> Task.sleep(Long.MAX_VALUE)).start();
          for (Task task : self.tasks()) {
            if (!task.isMain() && !task.name().equals("forever")) {
              task.join(Deadline.NEVER);
            }
          }
        });
    assertThat(trace).containsExactly("a0", "b0", "a1", "b1");
  }

  @ParameterizedTest
  @EnumSource
  void aBusyTaskIsPreemptedWhenOthersWait(CoroutineFactory factory) throws InterruptedException {
    Kernel kernel = kernel(factory, 1);
    int exit =
        run(
            kernel,
            () -> {
              AtomicBoolean stop = new AtomicBoolean();
              AtomicInteger rounds = new AtomicInteger();
              Task.require()
                  .process()
                  .newTask(
                      "other",
                      () -> {
                        spin(30);
                        stop.set(true);
                      })
                  .start();
              while (!stop.get()) {
                Scheduler.poll();
                rounds.incrementAndGet();
              }
            });
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void busyTasksShareTheTime(CoroutineFactory factory) throws InterruptedException {
    Kernel kernel = kernel(factory, 1);
    int[] rounds = new int[4];
    run(
        kernel,
        () -> {
          for (int i = 0; i < rounds.length; i++) {
            int mine = i;
            Task.require()
                .process()
                .newTask(
                    "busy",
                    () -> {
                      while (true) {
                        spin(1);
                        rounds[mine]++;
                      }
                    })
                .start();
          }
          long limit = Deadline.after(30_000_000_000L); // a loaded machine may need some of it
          while (!haveAllDone(rounds, 10) && !Deadline.isPast(limit)) {
            Task.sleep(10_000_000);
          }
        });
    assertThat(haveAllDone(rounds, 10)).isTrue();
  }

  private static boolean haveAllDone(int[] rounds, int least) {
    for (int each : rounds) {
      if (each < least) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @EnumSource
  void aKilledProcessUnwindsIfItRunsAndIsDroppedIfItWaits(CoroutineFactory factory)
      throws InterruptedException {
    Kernel kernel = kernel(factory, 2);
    run(
        kernel,
        () -> {
          KernelProcess busy =
              kernel.spawn(
                  new ProcessSpec(
                      "busy",
                      () -> {
                        try {
                          spin(10_000);
                        } catch (KillSignal signal) {
                          trace.add("unwinds");
                          throw signal;
                        }
                      }));
          KernelProcess asleep =
              kernel.spawn(new ProcessSpec("asleep", () -> Task.sleep(Long.MAX_VALUE)));
          Task.sleep(20_000_000);
          busy.kill();
          asleep.terminate(KernelProcess.SIGTERM);
          busy.join(Deadline.NEVER);
          asleep.join(Deadline.NEVER);
          trace.add(busy.exitCode().getAsInt() + " " + asleep.exitCode().getAsInt());
        });
    assertThat(trace).contains("-9 -15");
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptWakesAWaitAndTheHandlerMayThrow(CoroutineFactory factory)
      throws InterruptedException {
    Kernel kernel =
        new Kernel(
            KernelOptions.defaults()
                .withCoroutines(factory)
                .withInterruptHandler(
                    (task, reason) -> {
                      trace.add("handler " + reason);
                      if (reason.equals("throw")) {
                        throw new UnsupportedOperationException("from handler");
                      }
                    }));
    kernels.add(kernel);
    KernelProcess process =
        kernel.spawn(
            new ProcessSpec(
                "MainProcess",
                () -> {
                  trace.add("asleep");
                  try {
                    Task.sleep(Long.MAX_VALUE);
                  } catch (UnsupportedOperationException e) {
                    trace.add(e.getMessage());
                  }
                }));
    while (trace.isEmpty() || process.mainTask().state() != Task.State.WAITING) {
      Thread.onSpinWait();
    }
    process.mainTask().interrupt("accept");
    while (trace.size() < 2 || process.mainTask().state() != Task.State.WAITING) {
      Thread.onSpinWait();
    }
    process.mainTask().interrupt("throw");
    kernel.awaitMain();
    assertThat(trace).containsExactly("asleep", "handler accept", "handler throw", "from handler");
  }

  @ParameterizedTest
  @EnumSource
  void aHandledSignalInterruptsARunningTaskAtItsPoll(CoroutineFactory factory)
      throws InterruptedException {
    Kernel kernel = kernel(factory, 1);
    KernelProcess process =
        kernel.create(
            new ProcessSpec(
                "MainProcess",
                () -> {
                  try {
                    trace.add("busy");
                    spin(10_000);
                  } catch (InterruptedWait e) {
                    trace.add(e.reason().toString());
                  }
                }));
    process.setSignalFilter(signal -> signal == KernelProcess.SIGTERM);
    process.start();
    while (trace.isEmpty()) {
      Thread.onSpinWait();
    }
    process.terminate(KernelProcess.SIGTERM);
    assertThat(kernel.awaitMain()).isZero();
    assertThat(trace).containsExactly("busy", "Signal[number=15]");
  }

  @ParameterizedTest
  @EnumSource
  void anUncaughtExceptionEndsTheProcessWithOne(CoroutineFactory factory)
      throws InterruptedException {
    int exit =
        run(
            kernel(factory, 1),
            () -> {
              throw new UnsupportedOperationException("oops");
            });
    assertThat(exit).isEqualTo(1);
    assertThat(trace).containsExactly("MainThread: java.lang.UnsupportedOperationException: oops");
  }

  @ParameterizedTest
  @EnumSource
  void theCallersThreadCanRunTheMainProcess(CoroutineFactory factory) {
    Kernel kernel = kernel(factory, 1);
    List<Long> threads = new ArrayList<>();
    kernel.runMain(
        () -> {
          threads.add((long) Task.require().process().pid());
          KernelProcess child = kernel.spawn(new ProcessSpec("child", () -> Task.sleep(1000)));
          child.join(Deadline.NEVER);
          kernel.runMain(() -> trace.add("nested"));
        });
    kernel.runMain(() -> threads.add((long) Task.require().process().pid()));
    assertThat(trace).containsExactly("nested");
    assertThat(threads).containsOnly(ProcessHandle.current().pid());
    assertThatThrownBy(
            () ->
                kernel.runMain(
                    () -> {
                      throw new UnsupportedOperationException("guest");
                    }))
        .hasMessage("guest");
    assertThat(Task.current()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void hostCallsBlockOnlyTheirTask(CoroutineFactory factory) throws InterruptedException {
    Kernel kernel = kernel(factory, 1);
    run(
        kernel,
        () -> {
          KernelProcess self = Task.require().process();
          Task caller =
              self.newTask(
                  "caller",
                  () -> {
                    try {
                      trace.add(
                          kernel
                              .hostCalls()
                              .call(
                                  () -> {
                                    Thread.sleep(30);
                                    return "result";
                                  }));
                      kernel
                          .hostCalls()
                          .call(
                              () -> {
                                throw new java.io.IOException("no file");
                              });
                    } catch (Exception e) {
                      trace.add(e.getMessage());
                    }
                  });
          caller.start();
          Task.sleep(1_000_000);
          trace.add("meanwhile");
          caller.join(Deadline.NEVER);
        });
    assertThat(trace).containsExactly("meanwhile", "result", "no file");
  }

  @Test
  void severalKernelsLiveSideBySide() throws InterruptedException {
    Kernel one = kernel(CoroutineFactory.best(), 1);
    Kernel two = kernel(CoroutineFactory.best(), 1);
    assertThat(run(one, () -> Task.require().process().setExitCode(1))).isEqualTo(1);
    assertThat(run(two, () -> Task.require().process().setExitCode(2))).isEqualTo(2);
  }

  @Test
  void closingEndsEverything() throws InterruptedException {
    Kernel kernel = kernel(CoroutineFactory.best(), 2);
    KernelProcess busy = kernel.spawn(new ProcessSpec("busy", () -> spin(60_000)));
    KernelProcess asleep =
        kernel.spawn(new ProcessSpec("asleep", () -> Task.sleep(Long.MAX_VALUE)));
    Thread.sleep(10);
    kernel.close();
    assertThat(busy.hasEnded()).isTrue();
    assertThat(asleep.hasEnded()).isTrue();
  }

  @Test
  void aPinnedTaskIsNotPreemptedAndItsWaitFailsCleanly() throws InterruptedException {
    Kernel kernel = kernel(CoroutineFactory.CONTINUATIONS, 1);
    int exit =
        run(
            kernel,
            () -> {
              Task other = Task.require().process().newTask("other", () -> trace.add("other runs"));
              KernelSemaphore taken = KernelSemaphore.lock(null);
              taken.acquire(Deadline.NEVER);
              jdk.internal.vm.Continuation.pin();
              try {
                other.start();
                spin(20);
                assertThatThrownBy(() -> taken.acquire(Deadline.NEVER))
                    .isInstanceOf(PinnedException.class);
                assertThatThrownBy(Task::yieldNow).isInstanceOf(PinnedException.class);
                trace.add("still here");
              } finally {
                jdk.internal.vm.Continuation.unpin();
              }
              assertThat(taken.waiters().isEmpty()).isTrue();
              for (int i = 0; i < 3; i++) {
                Task.yieldNow();
              }
              Task.sleep(1_000_000);
              trace.add("end");
            });
    assertThat(trace).containsExactly("still here", "other runs", "end");
    assertThat(exit).isZero();
  }
}
