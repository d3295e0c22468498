package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One engine, hundreds of contexts, several threads. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyContextsTest {
  private static final String ID = "pyconc";
  private static final Source SOURCE =
      Source.create(
          ID,
          """
          from multiprocessing import Process, Queue
          def work(q, n):
              q.put(sum(range(n)))
          q = Queue()
          p = Process(target=work, args=(q, 100))
          p.start()
          result = q.get()
          p.join()
          result
          """);

  private static Engine engine() {
    return Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
  }

  @Test
  void hundredsOfContextsOneAfterTheOther() {
    try (Engine engine = engine()) {
      for (int i = 0; i < 200; i++) {
        try (Context context = Context.newBuilder(ID).engine(engine).build()) {
          assertThat(context.eval(SOURCE).asInt()).isEqualTo(4950);
        }
      }
    }
  }

  @Test
  void hundredsOfContextsAtTheSameTimeTakeLittleMemory() {
    try (Engine engine = engine()) {
      List<Context> contexts = new ArrayList<>();
      long before = 0;
      for (int i = 0; i < 300; i++) {
        Context context = Context.newBuilder(ID).engine(engine).build();
        contexts.add(context);
        assertThat(context.eval(SOURCE).asInt()).isEqualTo(4950);
        if (i == 99) {
          before = usedMemory();
        }
      }
      long each = (usedMemory() - before) / 200;
      assertThat(each).as("bytes of a context").isLessThan(500_000);
      for (int i = 0; i < contexts.size(); i++) {
        contexts.get(i).eval(ID, "kept = " + i);
      }
      for (int i = 0; i < contexts.size(); i++) {
        assertThat(contexts.get(i).eval(ID, "kept").asInt()).isEqualTo(i);
        contexts.get(i).close();
      }
    }
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void contextsAtTheSameTimeOnVirtualThreads() throws Exception {
    try (Engine engine = engine();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        tasks.add(
            () -> {
              try (Context context = Context.newBuilder(ID).engine(engine).build()) {
                return context.eval(SOURCE).asInt();
              }
            });
      }
      for (Future<Integer> each : threads.invokeAll(tasks)) {
        assertThat(each.get()).isEqualTo(4950);
      }
    }
  }

  @Test
  void oneContextFromManyThreads() throws Exception {
    try (Engine engine = engine();
        Context context = Context.newBuilder(ID).engine(engine).build();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Value add = context.eval(ID, "total = 0\ndef add(n):\n    global total\n    total += n\nadd");
      List<Callable<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        tasks.add(() -> add.execute(1));
      }
      for (Future<Object> each : threads.invokeAll(tasks)) {
        each.get();
      }
      assertThat(context.eval(ID, "total").asInt()).isEqualTo(200);
    }
  }
}
