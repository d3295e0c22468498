package org.pyconc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoroutineTest {
  private final List<String> trace = new ArrayList<>();

  @Test
  void thisJvmHasContinuations() {
    assertThat(CoroutineFactory.best()).isEqualTo(CoroutineFactory.CONTINUATIONS);
  }

  @ParameterizedTest
  @EnumSource
  void runsUntilItSuspendsOrEnds(CoroutineFactory factory) {
    Coroutine generator =
        factory.create(
            CoroutineScope.GENERATOR,
            () -> {
              trace.add("one");
              CoroutineScope.GENERATOR.suspend();
              trace.add("two");
            });
    assertThat(trace).isEmpty();
    generator.resume();
    assertThat(trace).containsExactly("one");
    assertThat(generator.isDone()).isFalse();
    generator.resume();
    assertThat(trace).containsExactly("one", "two");
    assertThat(generator.isDone()).isTrue();
    assertThatThrownBy(generator::resume).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionOfTheBodyComesOutOfResume(CoroutineFactory factory) {
    Coroutine generator =
        factory.create(
            CoroutineScope.GENERATOR,
            () -> {
              CoroutineScope.GENERATOR.suspend();
              throw new UnsupportedOperationException("body");
            });
    generator.resume();
    assertThatThrownBy(generator::resume)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("body");
    assertThat(generator.isDone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void suspendingAnOuterScopeSuspendsAllInBetween(CoroutineFactory factory) {
    Coroutine task =
        factory.create(
            CoroutineScope.PROCESS,
            () -> {
              Coroutine greenlet =
                  factory.create(
                      CoroutineScope.GREENLET,
                      () -> {
                        Coroutine generator =
                            factory.create(
                                CoroutineScope.GENERATOR,
                                () -> {
                                  for (int i = 0; i < 2; i++) {
                                    trace.add("generator before " + i);
                                    CoroutineScope.PROCESS.suspend();
                                    trace.add("generator after " + i);
                                    CoroutineScope.GENERATOR.suspend();
                                  }
                                });
                        generator.resume();
                        trace.add("greenlet");
                        CoroutineScope.GREENLET.suspend();
                        generator.resume();
                        generator.resume();
                      });
              while (!greenlet.isDone()) {
                greenlet.resume();
                trace.add("task");
              }
            });
    task.resume();
    assertThat(trace).containsExactly("generator before 0");
    task.resume();
    assertThat(trace)
        .containsExactly(
            "generator before 0", "generator after 0", "greenlet", "task", "generator before 1");
    task.resume();
    assertThat(task.isDone()).isTrue();
    assertThat(trace).endsWith("generator before 1", "generator after 1", "task");
  }

  @ParameterizedTest
  @EnumSource
  void suspendingOutsideTheScopeIsAnError(CoroutineFactory factory) {
    assertThatThrownBy(CoroutineScope.GREENLET::suspend).isInstanceOf(IllegalStateException.class);
    Coroutine generator =
        factory.create(CoroutineScope.GENERATOR, CoroutineScope.GREENLET::suspend);
    assertThatThrownBy(generator::resume).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPinnedContinuationSaysSoAndGoesOn() {
    Coroutine outer =
        CoroutineFactory.CONTINUATIONS.create(
            CoroutineScope.GREENLET,
            () -> {
              List<Integer> numbers = new ArrayList<>(List.of(2, 1));
              Object[] values = new Object[1];
              Coroutine inner =
                  CoroutineFactory.CONTINUATIONS.create(
                      CoroutineScope.GENERATOR,
                      () -> {
                        synchronized (values) {
                          trace.add("locked");
                        }
                        try {
                          jdk.internal.vm.Continuation.pin();
                          CoroutineScope.GREENLET.suspend();
                        } catch (PinnedException e) {
                          trace.add(e.getMessage());
                        } finally {
                          jdk.internal.vm.Continuation.unpin();
                        }
                        CoroutineScope.GREENLET.suspend();
                        trace.add("resumed");
                      });
              inner.resume();
              numbers.sort(null);
            });
    outer.resume();
    assertThat(trace).hasSize(2);
    assertThat(trace.get(1)).contains("cannot switch here");
    outer.resume();
    assertThat(outer.isDone()).isTrue();
    assertThat(trace).endsWith("resumed");
  }

  @Test
  void aDroppedThreadCoroutineUnwindsThroughAllItsScopes() {
    CoroutineFactory threads = CoroutineFactory.THREADS;
    List<Thread> carriers = new ArrayList<>();
    Coroutine task =
        threads.create(
            CoroutineScope.PROCESS,
            () -> {
              carriers.add(Thread.currentThread());
              Coroutine greenlet =
                  threads.create(
                      CoroutineScope.GREENLET,
                      () -> {
                        carriers.add(Thread.currentThread());
                        try {
                          CoroutineScope.PROCESS.suspend();
                          trace.add("went on");
                        } finally {
                          trace.add("greenlet unwinds");
                        }
                      });
              try {
                greenlet.resume();
                trace.add("went on");
              } finally {
                trace.add("task unwinds");
              }
            });
    task.resume();
    task.drop();
    assertThat(trace).containsExactly("greenlet unwinds", "task unwinds");
    assertThat(task.isDone()).isTrue();
    assertThat(carriers)
        .hasSize(2)
        .allSatisfy(thread -> thread.join(5000))
        .noneMatch(Thread::isAlive);
  }
}
