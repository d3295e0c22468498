package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.pyconc.embedding.TestContexts.builder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a context does not allow, and how everything in it is ended. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SandboxTest {
  private static final String ID = "pyconc";

  /** Sockets and child programs are allowed. */
  private static Context.Builder generous() {
    return builder().allowIO(IOAccess.ALL).allowCreateProcess(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open('/etc/hostname')",
        "import os; os.listdir('/')",
        "import os; os.stat('/')",
        "import os; os.open('/etc/hostname', 0)",
        "import pathlib; pathlib.Path('/etc/hostname').read_text()",
        "import shutil; shutil.rmtree('/none')"
      })
  void filesNeedPermission(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .hasMessageStartingWith("PermissionError:")
          .hasMessageContaining("allowIO");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.create_connection(('localhost', 80))",
        "import urllib.request; urllib.request.urlopen('http://localhost/').read()"
      })
  void theNetworkNeedsPermission(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code)).hasMessageContaining("allowIO");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.popen('true')"
      })
  void programsOfTheHostNeedPermission(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code)).hasMessageContaining("allowCreateProcess");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java",
        "from java.util import ArrayList",
        "import java.lang.System",
        "import org.pyconc.kernel"
      })
  void classesOfTheHostNeedPermission(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .hasMessageStartingWith("PermissionError:")
          .hasMessageContaining("allowHostClassLookup");
    }
  }

  @Test
  void modulesAreNotReadFromFilesWithoutPermission(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("secret.py"), "x = 1\n");
    String code = "import sys\nsys.path.append('" + folder + "')\nimport secret\nsecret.x";
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .hasMessageStartingWith("ModuleNotFoundError");
    }
    try (Context context = builder().allowIO(IOAccess.ALL).build()) {
      assertThat(context.eval(ID, code).asInt()).isEqualTo(1);
    }
  }

  @Test
  void permittedThingsWork(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "content");
    try (Context context =
        builder()
            .allowIO(IOAccess.ALL)
            .allowCreateProcess(true)
            .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
            .build()) {
      assertThat(context.eval(ID, "open('" + file + "').read()").asString()).isEqualTo("content");
      assertThat(context.eval(ID, "import socket; socket.socket().fileno() > 0").asBoolean())
          .isTrue();
      assertThat(context.eval(ID, "import subprocess; subprocess.run(['true']).returncode").asInt())
          .isZero();
      assertThat(context.eval(ID, "import os; 'PATH' in os.environ").asBoolean()).isTrue();
    }
  }

  @Test
  void anEnvironmentOfItsOwn() {
    try (Context context = builder().environment("COLOUR", "green").build()) {
      assertThat(context.eval(ID, "import os; dict(os.environ)"))
          .hasToString("{'COLOUR': 'green'}");
    }
  }

  @Test
  void processesAreLimited() {
    try (Context context = builder().option("pyconc.MaxProcesses", "3").build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import time
                  from multiprocessing import Process
                  started = []
                  try:
                      for i in range(10):
                          p = Process(target=time.sleep, args=(600,))
                          p.start()
                          started.append(p)
                  except OSError as e:
                      error = e
                  for p in started: p.kill()
                  for p in started: p.join()
                  (len(started), type(error).__name__, '3 processes' in str(error))
                  """))
          .hasToString("(2, 'BlockingIOError', True)");
    }
  }

  @Test
  void threadsAreLimited() {
    try (Context context = builder().option("pyconc.MaxThreads", "3").build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import threading
                  go = threading.Event()
                  count = 0
                  try:
                      for i in range(10):
                          threading.Thread(target=go.wait).start()
                          count += 1
                  except RuntimeError as e:
                      error = str(e)
                  go.set()
                  (count, error)
                  """))
          .hasToString(
              "(2, \"can't start new thread: this context allows no more than 3 in a process\")");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "import time\ntime.sleep(600)",
        "from multiprocessing import Process\n"
            + "def f():\n    while True: pass\n"
            + "Process(target=f).start()"
      })
  void timeIsLimited(String code) throws Exception {
    Context context = builder().option("pyconc.MaxTime", "300ms").build();
    PolyglotException e =
        catchThrowableOfType(
            PolyglotException.class,
            () -> {
              context.eval(ID, code);
              for (int i = 0; i < 200; i++) {
                Thread.sleep(50);
                context.eval(ID, "1");
              }
            });
    assertThat(e.isResourceExhausted()).isTrue();
    assertThat(e).hasMessageContaining("pyconc.MaxTime");
    context.close(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "for i in range(10 ** 9): i",
        "from multiprocessing import Process\n"
            + "def f():\n    while True: 1\n"
            + "p = Process(target=f); p.start(); p.join()"
      })
  void statementsAreLimited(String code) {
    Context context = builder().option("pyconc.MaxStatements", "1000").build();
    assertThat(context.eval(ID, "x = 5\nx").asInt()).isEqualTo(5);
    PolyglotException e =
        catchThrowableOfType(PolyglotException.class, () -> context.eval(ID, code));
    assertThat(e.isResourceExhausted()).isTrue();
    assertThat(e).hasMessageContaining("pyconc.MaxStatements");
    context.close(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = []\nwhile True: x.append('a' * 1000)",
        "def f():\n    kept = {}\n    while True: kept[len(kept)] = str(len(kept))\nf()",
        "def f(n):\n    kept = bytes(200_000)\n    while n == 100: pass\n    f(n + 1)\nf(0)",
        "import itertools\n[str(i) * 10 for i in itertools.count()]",
        "class Node: pass\n"
            + "first = None\n"
            + "while True:\n    n = Node(); n.next = first; first = n",
        "from collections import deque\nd = deque()\nwhile True: d.append(bytearray(5000))",
        "def g():\n"
            + "    kept = []\n"
            + "    while True:\n"
            + "        kept.append(bytes(1000))\n"
            + "        yield\n"
            + "for each in g(): pass",
        "x = 'a' * 100_000_000\nwhile True: pass"
      })
  void theHeapOfAProcessIsLimited(String code) {
    try (Context context = builder().option("pyconc.MaxHeapPerProcess", "16m").build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .isInstanceOf(PolyglotException.class)
          .hasMessage("MemoryError: this context allows no more than 16m in a process");
      assertThat(context.eval(ID, "x = first = d = None\n1").asInt()).isOne();
    }
  }

  @Test
  void memoryThatIsLetGoDoesNotCount() {
    try (Context context = builder().option("pyconc.MaxHeapPerProcess", "8m").build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  shared = 'x' * 1_000_000
                  kept = [shared] * 1000
                  for i in range(3000):
                      parts = [str(i) for k in range(200)]
                      text = 'a' * 100_000
                  len(kept)
                  """))
          .hasToString("1000");
    }
  }

  @Test
  void eachProcessHasItsOwnHeap() {
    try (Context context = builder().option("pyconc.MaxHeapPerProcess", "16m").build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  from multiprocessing import Process, Queue
                  answers = Queue()
                  def grow():
                      kept = []
                      try:
                          while True:
                              kept.append('a' * 1000)
                      except MemoryError as e:
                          kept.clear()
                          answers.put(str(e))
                  def modest():
                      kept = bytes(10_000_000)
                      for i in range(100_000): pass
                      answers.put(len(kept))
                  workers = [Process(target=grow)] + [Process(target=modest) for i in range(3)]
                  for w in workers: w.start()
                  for w in workers: w.join()
                  sorted(str(answers.get()) for w in workers)
                  """))
          .hasToString(
              "['10000000', '10000000', '10000000',"
                  + " 'this context allows no more than 16m in a process']");
    }
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThatThrownBy(
            () -> builder().option("pyconc.MaxHeapPerProcess", "much").build().eval(ID, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64m");
    assertThatThrownBy(() -> builder().option("pyconc.MaxTime", "soon").build().eval(ID, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500ms");
    assertThatThrownBy(() -> builder().option("pyconc.MaxProcesses", "-1").build().eval(ID, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MaxProcesses");
    assertThatThrownBy(() -> builder().option("pyconc.Engine", "fast").build().eval(ID, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interpreter");
  }

  private static final String[] ENDLESS = {
    "while True: pass",
    "import time\ntime.sleep(600)",
    "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire(timeout=600)",
    "import queue\nqueue.Queue().get(timeout=600)",
    "def f():\n    while True: yield 1\nfor x in f(): pass",
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "try:\n    while True: pass\nfinally:\n    while True: pass",
    "from multiprocessing import Process\n"
        + "def f():\n    while True: pass\n"
        + "p = Process(target=f); p.start(); p.join()",
    "import threading\n"
        + "def f():\n    while True: pass\n"
        + "t = threading.Thread(target=f); t.start(); t.join()",
    "import greenlet\n"
        + "def f():\n    while True: main.switch()\n"
        + "main = greenlet.getcurrent(); g = greenlet.greenlet(f)\n"
        + "while True: g.switch()",
    "import gevent\n"
        + "def f():\n    while True: gevent.sleep(0)\n"
        + "gevent.joinall([gevent.spawn(f) for i in range(3)])",
    "import asyncio\nasyncio.run(asyncio.sleep(600))",
    "sum(iter(int, 1))",
    "import re\nre.match(r'(x+x+)+\\1y', 'x' * 60)",
    "import threading\nthreading.Event().wait(600)",
    "sum(range(10 ** 18))",
    "7 ** (10 ** 8)",
    "import math\nmath.factorial(10 ** 7)",
    "import itertools\nall(itertools.cycle([1]))",
    "from concurrent.futures import ThreadPoolExecutor\n"
        + "import time\n"
        + "with ThreadPoolExecutor(3) as e: list(e.map(time.sleep, [600] * 6))",
    "import multiprocessing\nmultiprocessing.Queue().get(timeout=600)",
    "import multiprocessing\nq = multiprocessing.JoinableQueue(); q.put(1); q.join()",
    "import multiprocessing\na, b = multiprocessing.Pipe(); a.poll(600)",
    "import multiprocessing, time\n"
        + "with multiprocessing.Pool(2) as p: p.map(time.sleep, [600] * 4)",
    "import multiprocessing, time\n"
        + "def f(d):\n    d['x'] = 1; time.sleep(600)\n"
        + "m = multiprocessing.Manager(); d = m.dict()\n"
        + "p = multiprocessing.Process(target=f, args=(d,)); p.start(); p.join()",
    "import multiprocessing\nc = multiprocessing.Condition()\nwith c: c.wait(600)",
    "import threading\nc = threading.Condition()\nwith c: c.wait(600)",
    "import threading\nthreading.Barrier(2).wait(600)",
    "import threading\ns = threading.Semaphore(0); s.acquire(timeout=600)",
    "import socket\ns = socket.create_server(('127.0.0.1', 0)); s.accept()",
    "import socket\na, b = socket.socketpair(); a.recv(1)",
    "import socket\na, b = socket.socketpair()\nwhile True: a.sendall(bytes(1 << 20))",
    "import select, socket\na, b = socket.socketpair(); select.select([a], [], [])",
    "import os\nr, w = os.pipe(); os.read(r, 1)",
    "import subprocess\nsubprocess.run(['sleep', '600'])",
    "import gevent.monkey\ngevent.monkey.patch_all()\nimport time\ntime.sleep(600)",
    "import gevent\nfrom gevent import socket\na, b = socket.socketpair(); a.recv(1)",
    "import signal\nsignal.pause()",
    "import sched, time\ns = sched.scheduler(); s.enter(600, 1, print); s.run()"
  };

  /** Each program under each executor. */
  static List<Arguments> endless() {
    List<Arguments> all = new ArrayList<>();
    for (String engine : List.of("mixed", "interpreter")) {
      for (String code : ENDLESS) {
        all.add(Arguments.of(engine, code));
      }
    }
    return all;
  }

  private static CompletableFuture<Throwable> start(Context context, String code)
      throws InterruptedException {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    context
        .getBindings(ID)
        .putMember(
            "begun",
            (ProxyExecutable)
                arguments -> {
                  begun.countDown();
                  return null;
                });
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                context.eval(ID, "begun()\n" + code);
                thrown.complete(new AssertionError("ended"));
              } catch (PolyglotException | IllegalStateException e) {
                thrown.complete(e);
              }
            });
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(150);
    return thrown;
  }

  @ParameterizedTest
  @MethodSource("endless")
  void closeEndsEverything(String engine, String code) throws Exception {
    Context context = generous().option("pyconc.Engine", engine).build();
    context.eval(ID, "1");
    CompletableFuture<Throwable> thrown = start(context, code);
    Thread.sleep(100); // so that most of them wait already
    long before = System.nanoTime();
    context.close(true);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(thrown.get(60, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(PolyglotException.class, e -> assertThat(e.isCancelled()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("endless")
  void interruptEndsWhatRunsAndTheContextGoesOn(String engine, String code) throws Exception {
    try (Context context = generous().option("pyconc.Engine", engine).build()) {
      context.eval(ID, "kept = 5");
      CompletableFuture<Throwable> thrown = start(context, code);
      context.interrupt(Duration.ofSeconds(60));
      assertThat(thrown.get(60, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              PolyglotException.class, e -> assertThat(e.isInterrupted()).isTrue());
      assertThat(context.eval(ID, "kept").asInt()).isEqualTo(5);
      assertThat(
              context.eval(
                  ID,
                  "import multiprocessing, threading\n"
                      + "(multiprocessing.active_children(), threading.active_count())"))
          .hasToString("([], 1)");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallOfTheHostIsEnded(boolean isClosed) throws Exception {
    Context context = builder().build();
    try {
      CompletableFuture<Thread> inside = new CompletableFuture<>();
      context
          .getBindings(ID)
          .putMember(
              "block",
              (ProxyExecutable)
                  arguments -> {
                    inside.complete(Thread.currentThread());
                    try {
                      Thread.sleep(600_000);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    return null;
                  });
      CompletableFuture<Throwable> thrown = start(context, "block()");
      inside.get(60, TimeUnit.SECONDS);
      long before = System.nanoTime();
      if (isClosed) {
        context.close(true);
      } else {
        context.interrupt(Duration.ofSeconds(60));
      }
      assertThat(thrown.get(60, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              PolyglotException.class,
              e -> assertThat(isClosed ? e.isCancelled() : e.isInterrupted()).isTrue());
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    } finally {
      context.close(true);
    }
  }

  @Test
  void nothingIsLeftAfterClose() throws Exception {
    Set<Thread> before = threads();
    for (String code : ENDLESS) {
      Context context = builder().build();
      CompletableFuture<Throwable> thrown = start(context, code);
      context.close(true);
      thrown.get(60, TimeUnit.SECONDS);
    }
    List<Thread> left = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      left = new ArrayList<>(threads());
      left.removeAll(before);
      if (left.isEmpty()) {
        break;
      }
      Thread.sleep(50);
    }
    assertThat(left).isEmpty();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            t ->
                t.getName().startsWith("scheduler")
                    || t.getName().startsWith("coroutine")
                    || t.getName().startsWith("ticker")
                    || t.getName().startsWith("pyconc"))
        .collect(Collectors.toSet());
  }

  @Test
  void outputOfWhatIsEndedIsKept() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Context context = builder().out(out).build();
    CompletableFuture<Throwable> thrown =
        start(context, "print('before', flush=True)\nwhile True: pass");
    while (out.size() == 0) {
      Thread.sleep(10);
    }
    context.close(true);
    thrown.get(60, TimeUnit.SECONDS);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("before\n");
  }
}
