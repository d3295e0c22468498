package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/** {@code run --trace}: what is in the file. */
class TimelineIT {
  /** Times are rounded to nanoseconds. */
  private static final double ROUNDING = 0.0015;

  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static Path program(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** The events of a file, which must be whole. */
  private static List<JsonNode> events(Path file) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    new ObjectMapper().readTree(file.toFile()).forEach(events::add);
    return events;
  }

  private static List<JsonNode> traced(String name, String text) throws Exception {
    Path file = folder.resolve(name + ".json");
    Outcome outcome =
        installation.pyconc(
            "run", "--trace", file.toString(), program(name + ".py", text).toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return events(file);
  }

  private static List<JsonNode> of(List<JsonNode> events, String phase) {
    return events.stream().filter(e -> e.get("ph").asText().equals(phase)).toList();
  }

  private static List<String> names(List<JsonNode> events) {
    return events.stream().map(e -> e.get("name").asText()).toList();
  }

  private static String lane(JsonNode event) {
    return event.get("pid").asInt() + "/" + event.get("tid").asInt();
  }

  /** What lanes are called, by their number. */
  private static Map<String, String> lanes(List<JsonNode> events) {
    Map<String, String> lanes = new HashMap<>();
    for (JsonNode event : of(events, "M")) {
      if (event.get("name").asText().equals("thread_name")) {
        lanes.put(lane(event), event.get("args").get("name").asText());
      }
    }
    return lanes;
  }

  private static List<String> processes(List<JsonNode> events) {
    return of(events, "M").stream()
        .filter(e -> e.get("name").asText().equals("process_name"))
        .map(e -> e.get("args").get("name").asText())
        .toList();
  }

  /** Slices of a lane follow each other, and each arrow leaves from and comes to a running one. */
  private static void checkWhole(List<JsonNode> events) {
    Map<String, List<JsonNode>> byLane = new HashMap<>();
    for (JsonNode slice : of(events, "X")) {
      byLane.computeIfAbsent(lane(slice), key -> new ArrayList<>()).add(slice);
    }
    Map<String, String> lanes = lanes(events);
    assertThat(lanes.keySet()).containsAll(byLane.keySet());
    for (List<JsonNode> slices : byLane.values()) {
      slices.sort(Comparator.comparingDouble(s -> s.get("ts").asDouble()));
      double end = 0;
      for (JsonNode slice : slices) {
        double start = slice.get("ts").asDouble();
        assertThat(start).as("start of %s", slice).isGreaterThanOrEqualTo(end - ROUNDING);
        end = start + slice.get("dur").asDouble();
      }
    }
    Set<Long> starts = new HashSet<>();
    of(events, "s").forEach(arrow -> starts.add(arrow.get("id").asLong()));
    for (JsonNode arrow : of(events, "f")) {
      assertThat(starts).contains(arrow.get("id").asLong());
    }
    for (JsonNode event : events) {
      if (event.get("ph").asText().matches("[sf]")) {
        double time = event.get("ts").asDouble();
        assertThat(byLane.get(lane(event)))
            .as("%s is in a slice", event)
            .anySatisfy(
                slice -> {
                  double start = slice.get("ts").asDouble();
                  assertThat(slice.get("name").asText()).isEqualTo("running");
                  assertThat(time)
                      .isBetween(start - ROUNDING, start + slice.get("dur").asDouble() + ROUNDING);
                });
      }
    }
  }

  /** Arrows of a category as pairs of lane names. */
  private static List<String> arrows(List<JsonNode> events, String category) {
    Map<String, String> lanes = lanes(events);
    Map<Long, String> starts = new HashMap<>();
    for (JsonNode arrow : of(events, "s")) {
      starts.put(arrow.get("id").asLong(), lanes.get(lane(arrow)));
    }
    List<String> arrows = new ArrayList<>();
    for (JsonNode arrow : of(events, "f")) {
      if (arrow.get("cat").asText().equals(category)) {
        arrows.add(starts.get(arrow.get("id").asLong()) + " -> " + lanes.get(lane(arrow)));
      }
    }
    return arrows;
  }

  @Test
  void processesHaveLanesWaitsAndMessages() throws Exception {
    List<JsonNode> events =
        traced(
            "processes",
            """
            from multiprocessing import Process, Queue
            import time

            def square(numbers, squares):
                for n in iter(numbers.get, None):
                    squares.put(n * n)
                time.sleep(0.05) # so that there is an end to wait for

            def sleep():
                time.sleep(600)

            numbers, squares = Queue(), Queue()
            worker = Process(target=square, args=(numbers, squares), name='Squarer')
            worker.start()
            for n in range(3):
                numbers.put(n)
                squares.get()
            numbers.put(None)
            worker.join()
            sleeper = Process(target=sleep, name='Sleeper')
            sleeper.start()
            time.sleep(0.1)
            sleeper.kill()
            sleeper.join()
            """);
    checkWhole(events);
    assertThat(processes(events)).containsExactlyInAnyOrder("MainProcess", "Squarer", "Sleeper");
    assertThat(names(of(events, "X")))
        .contains("running", "waits for an item of Queue", "sleeps")
        .anyMatch(name -> name.startsWith("waits for end of process "));
    assertThat(names(of(events, "i")))
        .containsExactlyInAnyOrder(
            "ended with exit code 0", "ended with exit code 0", "ended by signal 9");
    assertThat(arrows(events, "message")).hasSize(7);
    assertThat(arrows(events, "start")).hasSize(2);
    JsonNode sleep =
        of(events, "X").stream()
            .filter(e -> e.get("name").asText().equals("sleeps"))
            .max(Comparator.comparingDouble(e -> e.get("dur").asDouble()))
            .orElseThrow();
    assertThat(sleep.get("args").get("at").asText()).contains("processes.py:").contains("sleep(");
  }

  @Test
  void threadsWakeEachOtherAndAnswerCalls() throws Exception {
    List<JsonNode> events =
        traced(
            "threads",
            """
            from concurrent.futures import ThreadPoolExecutor
            from multiprocessing import Pool
            import threading, time

            lock = threading.Lock()
            def locked():
                with lock:
                    time.sleep(0.05)
            both = [threading.Thread(target=locked, name='T%d' % i) for i in range(2)]
            for t in both: t.start()
            for t in both: t.join()
            with ThreadPoolExecutor(1, thread_name_prefix='E') as executor:
                executor.submit(abs, -1).result()
            with Pool(1) as pool:
                pool.apply(abs, (-2,))
            with open(__file__) as f:
                f.read()
            """);
    checkWhole(events);
    assertThat(lanes(events).values()).contains("MainThread", "T0", "T1", "E_0");
    assertThat(names(of(events, "X"))).contains("waits for Lock");
    assertThat(arrows(events, "wake")).containsAnyOf("T0 -> T1", "T1 -> T0");
    assertThat(arrows(events, "call"))
        .containsExactly("MainThread -> MainThread", "MainThread -> MainThread");
  }

  @Test
  void greenletsHaveLanes() throws Exception {
    List<JsonNode> events =
        traced(
            "greenlets",
            """
            from greenlet import greenlet
            import gevent
            def ping():
                for _ in range(3):
                    there.switch()
            def pong():
                while True:
                    here.switch()
            here, there = greenlet(ping), greenlet(pong)
            here.switch()
            gevent.joinall([gevent.spawn(gevent.sleep, 0.01) for _ in range(2)])
            """);
    checkWhole(events);
    assertThat(lanes(events).values())
        .contains("MainThread", "greenlet ping", "greenlet pong", "greenlet hub");
    assertThat(names(of(events, "X"))).contains("switched away");
  }

  @Test
  void theFileIsWholeWhenTheProgramFailsOrIsEnded() throws Exception {
    Path file = folder.resolve("failed.json");
    Path failing = program("failing.py", "import time\ntime.sleep(0.01)\n1 / 0\n");
    Outcome failed = installation.pyconc("run", "--trace", file.toString(), failing.toString());
    assertThat(failed.status()).isEqualTo(1);
    assertThat(names(of(events(file), "i"))).containsExactly("ended with exit code 1");

    Path other = folder.resolve("ended.json");
    Path endless =
        program("endless.py", "import time\nprint('on', flush=True)\nwhile True: time.sleep(9)\n");
    Process process =
        installation.start(
            folder,
            List.of(
                installation.home.resolve("pyconc").toString(),
                "run",
                "--trace",
                other.toString(),
                endless.toString()));
    assertThat(process.inputReader().readLine()).isEqualTo("on");
    process.destroy();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    List<JsonNode> events = events(other);
    checkWhole(events);
    assertThat(names(of(events, "X"))).contains("running", "sleeps");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidInOneLine() throws Exception {
    Path program = program("one.py", "print(1)\n");
    Outcome outcome =
        installation.pyconc(
            "run", "--trace", folder.resolve("no/such/t.json").toString(), program.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .matches(
            "pyconc: can't write the timeline '.*t.json': \\[Errno 2\\] No such file or"
                + " directory\n");
    Outcome full = installation.pyconc("run", "--trace", "/dev/full", program.toString());
    assertThat(full.status()).isEqualTo(74);
    assertThat(full.out()).isEqualTo("1\n");
    assertThat(full.err())
        .isEqualTo(
            "pyconc: can't write the timeline '/dev/full': [Errno 28] No space left on device\n");
    assertThat(installation.pyconc("run", "--trace", "", program.toString()).err())
        .isEqualTo("pyconc: can't write the timeline '': [Errno 2] No such file or directory\n");
  }

  @Test
  void optionsStandBeforeCodeModulesAndInput() throws Exception {
    Path file = folder.resolve("code.json");
    String code = "import sys; print(sys.argv)";
    Outcome outcome =
        installation.pyconc("run", "--trace", file.toString(), "-c", code, "--why", "-x");
    assertThat(outcome.out()).isEqualTo("['-c', '--why', '-x']\n");
    assertThat(processes(events(file))).containsExactly("MainProcess");
    assertThat(installation.pyconc("run", "--why", "9", "-m", "keyword").status()).isZero();
    assertThat(installation.pyconc("run", "--why", "9", "-").status()).isZero();
    assertThat(installation.pyconc("run", "--why", "9", "-c").err())
        .isEqualTo("pyconc run: missing CODE after '-c' ('pyconc run --help' says more)\n");
  }

  /** Seconds of processor time that a command takes. */
  private static double processorTime(String... command) throws Exception {
    String line = "./pyconc " + String.join(" ", command) + " >/dev/null; times";
    Outcome outcome = installation.run(installation.home, List.of("sh", "-c", line));
    assertThat(outcome.err()).isEmpty();
    double seconds = 0;
    for (String time : outcome.out().lines().toList().getLast().split(" ")) {
      String[] parts = time.replace("s", "").split("m");
      seconds += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
    return seconds;
  }

  @Test
  @Tag("figures")
  void aMillionEventsCostLessThanASecond() throws Exception {
    Path talk =
        program(
            "talk.py",
            """
            from multiprocessing import Pipe, Process

            def answer(end):
                for message in iter(end.recv, None):
                    end.send(message)

            here, there = Pipe()
            other = Process(target=answer, args=(there,))
            other.start()
            for i in range(150_000):
                here.send(i)
                here.recv()
            here.send(None)
            other.join()
            """);
    Path file = folder.resolve("talk.json");
    double plain = Double.MAX_VALUE;
    double traced = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      plain = Math.min(plain, processorTime("run", talk.toString()));
      traced = Math.min(traced, processorTime("run", "--trace", file.toString(), talk.toString()));
    }
    double millions;
    try (Stream<String> lines = Files.lines(file)) {
      millions = lines.count() / 1e6;
    }
    assertThat(millions).isGreaterThan(1);
    System.out.printf(
        Locale.ROOT,
        "%.2f million events: %.2f s, without a timeline %.2f s%n",
        millions,
        traced,
        plain);
    assertThat((traced - plain) / millions).isLessThan(1);
  }
}
