package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pyconc.kernel.Deadline.NEVER;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class DeadlockTest {
  private final List<WaitGraph> reports = new CopyOnWriteArrayList<>();

  private KernelTester tester(CoroutineFactory factory) {
    return new KernelTester(
        factory,
        2,
        options ->
            options.withOnDeadlock(
                graph -> {
                  reports.add(graph);
                  graph.waits().getFirst().task().process().kernel().processes().stream()
                      .filter(process -> process.parent() != null)
                      .forEach(KernelProcess::kill);
                }));
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesThatTakeTwoLocksInOppositeOrder(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            KernelSemaphore one = KernelSemaphore.lock(() -> "main.py:1");
            KernelSemaphore two = KernelSemaphore.lock(() -> "main.py:2");
            BarrierGate both = new BarrierGate(2, null);
            Runnable forth =
                () -> {
                  one.acquire(NEVER);
                  both.await(null, NEVER);
                  two.acquire(NEVER);
                };
            Runnable back =
                () -> {
                  two.acquire(NEVER);
                  both.await(null, NEVER);
                  one.acquire(NEVER);
                };
            KernelTester.joinAll(List.of(tester.child("forth", forth), tester.child("back", back)));
          });
    }
    assertThat(reports).hasSize(1);
    String report = reports.getFirst().toString();
    assertThat(report)
        .containsPattern("forth \\(pid \\d+\\) waits for Lock made at main.py:2 held by back\n")
        .containsPattern("back \\(pid \\d+\\) waits for Lock made at main.py:1 held by forth\n")
        .containsPattern("main \\(pid \\d+\\) waits for end of process forth");
  }

  @ParameterizedTest
  @EnumSource
  void aPipeWhoseOtherEndNobodyWillUse(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            Channel channel = new Channel(10, () -> "main.py:7");
            KernelProcess self = Task.require().process();
            channel.openReader(self);
            channel.openWriter(self);
            tester.child("reader", () -> channel.get(NEVER)).join(NEVER);
          });
    }
    assertThat(reports).hasSize(1);
    WaitGraph.Source source =
        reports.getFirst().waits().stream()
            .filter(wait -> wait.task().process().name().equals("reader"))
            .findFirst()
            .orElseThrow()
            .sources()
            .getFirst();
    assertThat(source.description()).isEqualTo("data of Pipe");
    assertThat(source.openIn()).extracting(KernelProcess::name).containsExactly("main");
  }

  @ParameterizedTest
  @EnumSource
  void somebodyOutsideMayEndItWithinTheGrace(CoroutineFactory factory) throws InterruptedException {
    KernelProcess[] reader = new KernelProcess[1];
    CountDownLatch waits = new CountDownLatch(1);
    Thread outside =
        new Thread(
            () -> {
              try {
                waits.await();
                Thread.sleep(200);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              reader[0].kill();
            });
    outside.start();
    try (KernelTester tester =
        new KernelTester(
            factory,
            2,
            options ->
                options.withOnDeadlock(reports::add).withDeadlockGraceNanos(10_000_000_000L))) {
      tester.run(
          () -> {
            MessageQueue queue = new MessageQueue(0, null);
            reader[0] = tester.child("reader", () -> queue.get(NEVER));
            waits.countDown();
            reader[0].join(NEVER);
          });
    }
    outside.join();
    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noAlarmWhileSomethingIsOutstanding(CoroutineFactory factory) {
    try (KernelTester tester = tester(factory)) {
      tester.run(
          () -> {
            MessageQueue queue = new MessageQueue(0, null);
            KernelProcess reader =
                tester.child(
                    "reader",
                    () -> {
                      for (int i = 0; i < 3; i++) {
                        tester.trace.add(queue.get(NEVER).toString());
                      }
                    });
            Task.sleep(60_000_000);
            queue.put("after sleep", NEVER);
            try {
              tester
                  .kernel
                  .hostCalls()
                  .call(
                      () -> {
                        Thread.sleep(60);
                        return queue.put("from host call", NEVER);
                      });
            } catch (Exception e) {
              throw new AssertionError(e);
            }
            ExternalSource source = tester.kernel.openExternalSource();
            Thread outside =
                new Thread(
                    () -> {
                      try {
                        Thread.sleep(60);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      queue.put("from outside", NEVER);
                      source.close();
                    });
            outside.start();
            reader.join(NEVER);
          });
      assertThat(tester.trace).containsExactly("after sleep", "from host call", "from outside");
    }
    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void closingTheLastExternalSourceCanUncoverADeadlock(CoroutineFactory factory)
      throws InterruptedException {
    try (KernelTester tester = tester(factory)) {
      ExternalSource source = tester.kernel.openExternalSource();
      tester.kernel.spawn(
          new ProcessSpec(
              "main",
              () -> tester.child("child", () -> new EventFlag(null).await(NEVER)).join(NEVER)));
      Thread.sleep(50);
      assertThat(reports).isEmpty();
      source.close();
      tester.awaitEnd();
    }
    assertThat(reports).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTaskMayWaitForEver(CoroutineFactory factory) throws InterruptedException {
    try (KernelTester tester = tester(factory)) {
      tester.kernel.spawn(
          new ProcessSpec(
              "main",
              () -> {
                Task.require().setService(true);
                new EventFlag(null).await(NEVER);
              }));
      Thread.sleep(60);
    }
    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tasksThatLockEachOtherOutAreFoundWhileOthersRun(CoroutineFactory factory) {
    try (KernelTester tester = new KernelTester(factory, 2)) {
      tester.run(
          () -> {
            KernelSemaphore one = KernelSemaphore.lock(null);
            KernelSemaphore two = KernelSemaphore.lock(null);
            BarrierGate both = new BarrierGate(2, null);
            KernelProcess forth =
                tester.child(
                    "forth",
                    () -> {
                      one.acquire(NEVER);
                      both.await(null, NEVER);
                      two.acquire(NEVER);
                    });
            KernelProcess back =
                tester.child(
                    "back",
                    () -> {
                      two.acquire(NEVER);
                      both.await(null, NEVER);
                      one.acquire(NEVER);
                    });
            while (tester.kernel.waitGraph().stuck().size() < 2) {
              Task.sleep(1_000_000);
            }
            tester.child("waits for them", () -> forth.join(NEVER));
            tester.child("will give up", () -> one.acquire(KernelTester.millis(10_000)));
            tester.child("waits for anybody", () -> new EventFlag(null).await(NEVER));
            while (tester.kernel.waitGraph().waits().size() < 5) {
              Task.sleep(1_000_000);
            }
            assertThat(tester.kernel.waitGraph().stuck())
                .extracting(wait -> wait.task().process().name())
                .containsExactlyInAnyOrder("forth", "back", "waits for them");
            forth.kill();
            back.kill();
            assertThat(tester.kernel.waitGraph().stuck()).isEmpty();
          });
    }
  }
}
