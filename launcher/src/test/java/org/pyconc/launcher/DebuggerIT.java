package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --dap}, seen by an editor. */
class DebuggerIT {
  @TempDir private static Path folder;
  private static Installation installation;

  private Process process;
  private DebugClient client;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  @AfterEach
  void end() throws Exception {
    if (client != null) {
      client.close();
    }
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private void start(Path program) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            installation.home.resolve("pyconc").toString(), "run", "--dap=0", program.toString());
    builder.environment().putAll(installation.environment);
    process = builder.start();
    BufferedReader errors = process.errorReader();
    String line = errors.readLine();
    assertThat(line).startsWith("pyconc: waiting for a debugger at 127.0.0.1:");
    client = new DebugClient(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    client.call("initialize", Map.of("adapterID", "pyconc"));
    client.event("initialized");
    client.call("attach", Map.of());
  }

  private void expectEnd(String... output) throws Exception {
    assertThat(client.event("exited").get("exitCode").asInt()).isZero();
    client.event("terminated");
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.inputReader().lines()).containsExactly(output);
  }

  @Test
  void aBreakpointInAChildProcess() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("child.py"),
            """
            from multiprocessing import Process

            def double(n):
                result = n * 2
                print(result)

            numbers = [1, 2]
            child = Process(target=double, args=(21,), name='Child')
            child.start()
            child.join()
            print('end')
            """);
    start(program);
    assertThat(client.breakpoints(program, Map.of("line", 5)))
        .singleElement()
        .satisfies(b -> assertThat(b.get("verified").asBoolean()).isTrue());
    client.call("configurationDone", Map.of());
    JsonNode stopped = client.event("stopped");
    assertThat(stopped.get("reason").asText()).isEqualTo("breakpoint");
    int thread = stopped.get("threadId").asInt();
    List<String> names = new ArrayList<>();
    client.call("threads", Map.of()).get("threads").forEach(t -> names.add(t.get("name").asText()));
    assertThat(names).hasSize(2).anyMatch(n -> n.startsWith("Child (pid "));
    List<JsonNode> frames = client.frames(thread);
    assertThat(frames.getFirst().get("name").asText()).isEqualTo("double");
    assertThat(frames.getFirst().get("line").asInt()).isEqualTo(5);
    assertThat(frames.getFirst().get("source").get("path").asText()).isEqualTo(program.toString());
    assertThat(client.evaluate(frames.getFirst(), "result + 1")).isEqualTo("43");
    client.call("continue", Map.of("threadId", thread));
    expectEnd("42", "end");
  }

  @Test
  void variablesStepsAndConditions() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("steps.py"),
            """
            class Point:
                def __init__(self, x):
                    self.x = x

            def inner(p):
                total = p.x
                return total

            def outer():
                for i in range(10):
                    value = inner(Point(i))
                return value

            print(outer())
            """);
    start(program);
    client.breakpoints(program, Map.of("line", 11, "condition", "i == 7"));
    client.call("configurationDone", Map.of());
    int thread = client.event("stopped").get("threadId").asInt();
    JsonNode frame = client.frames(thread).getFirst();
    assertThat(client.evaluate(frame, "i")).isEqualTo("7");
    JsonNode scopes =
        client.call("scopes", Map.of("frameId", frame.get("id").asInt())).get("scopes");
    assertThat(scopes.get(0).get("name").asText()).isEqualTo("Locals");
    JsonNode locals =
        client
            .call(
                "variables",
                Map.of("variablesReference", scopes.get(0).get("variablesReference").asInt()))
            .get("variables");
    assertThat(locals.toString()).contains("\"name\":\"i\",\"value\":\"7\",\"type\":\"int\"");
    client.breakpoints(program);
    client.call("stepIn", Map.of("threadId", thread));
    client.event("stopped");
    assertThat(client.frames(thread).getFirst().get("name").asText()).isEqualTo("Point.__init__");
    client.call("stepOut", Map.of("threadId", thread));
    client.event("stopped");
    frame = client.frames(thread).getFirst();
    assertThat(frame.get("name").asText()).isEqualTo("outer");
    assertThat(client.evaluate(frame, "i, value")).isEqualTo("(8, 7)");
    client.call("next", Map.of("threadId", thread));
    assertThat(client.event("stopped").get("reason").asText()).isEqualTo("step");
    frame = client.frames(thread).getFirst();
    assertThat(client.evaluate(frame, "i, value")).isEqualTo("(9, 8)");
    client.call("continue", Map.of("threadId", thread));
    expectEnd("9");
  }

  @Test
  void greenletsGeneratorsAndThreads() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("others.py"),
            """
            from greenlet import greenlet
            import threading

            def generate():
                yield 1

            def work():
                print('thread')

            def light():
                print('greenlet')

            print(next(generate()))
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
            greenlet(light).switch()
            """);
    start(program);
    client.breakpoints(program, Map.of("line", 5), Map.of("line", 8), Map.of("line", 11));
    client.call("configurationDone", Map.of());
    for (String name : List.of("generate", "work", "light")) {
      int thread = client.event("stopped").get("threadId").asInt();
      assertThat(client.frames(thread).getFirst().get("name").asText()).isEqualTo(name);
      client.call("continue", Map.of("threadId", thread));
    }
    expectEnd("1", "thread", "greenlet");
  }

  @Test
  void stepsStayInTheirFunctionEverywhere() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("steps_everywhere.py"),
            """
            from multiprocessing import Process
            from greenlet import greenlet
            import threading

            def numbers():
                first = 1
                yield first
                second = 2
                yield second

            def work(where):
                there = where.upper()
                print(there)

            for n in numbers():
                print(n)
            worker = greenlet(work)
            worker.switch('greenlet')
            for kind in (threading.Thread, Process):
                other = kind(target=work, args=('other',))
                other.start()
                other.join()
            """);
    start(program);
    client.breakpoints(program, Map.of("line", 7), Map.of("line", 12));
    client.call("configurationDone", Map.of());
    int thread = client.event("stopped").get("threadId").asInt();
    List<String> path = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      path.add(place(thread));
      client.call("next", Map.of("threadId", thread));
      thread = client.event("stopped").get("threadId").asInt();
    }
    assertThat(path)
        .containsExactly("numbers:7", "<module>:16", "<module>:16", "<module>:17", "<module>:18");
    for (int i = 0; i < 3; i++) {
      assertThat(place(thread)).isEqualTo("work:12");
      client.call("next", Map.of("threadId", thread));
      assertThat(client.event("stopped").get("threadId").asInt()).isEqualTo(thread);
      assertThat(place(thread)).isEqualTo("work:13");
      JsonNode frame = client.frames(thread).getFirst();
      assertThat(client.evaluate(frame, "there")).isEqualTo(i == 0 ? "'GREENLET'" : "'OTHER'");
      client.call("continue", Map.of("threadId", thread));
      if (i < 2) {
        thread = client.event("stopped").get("threadId").asInt();
      }
    }
    expectEnd("1", "2", "GREENLET", "OTHER", "OTHER");
  }

  private String place(int thread) throws IOException {
    JsonNode frame = client.frames(thread).getFirst();
    return frame.get("name").asText() + ":" + frame.get("line").asInt();
  }

  private static final String FAILING =
      """
      from multiprocessing import Process

      def fail(n):
          return 10 // n

      def careful():
          try:
              fail(0)
          except (KeyError, ArithmeticError):
              return 'caught'

      def child():
          fail(0)

      print(careful())
      other = Process(target=child, name='Child')
      other.start()
      other.join()
      print(other.exitcode)
      """;

  @Test
  void exceptionsStopWhereTheyAreRaised() throws Exception {
    Path program = Files.writeString(folder.resolve("raised.py"), FAILING);
    start(program);
    client.call("setExceptionBreakpoints", Map.of("filters", List.of("raised")));
    client.call("configurationDone", Map.of());
    for (int i = 0; i < 2; i++) {
      JsonNode stopped = client.event("stopped");
      assertThat(stopped.get("reason").asText()).isEqualTo("exception");
      assertThat(stopped.get("text").asText())
          .isEqualTo("ZeroDivisionError: integer division or modulo by zero");
      int thread = stopped.get("threadId").asInt();
      assertThat(place(thread)).isEqualTo("fail:4");
      assertThat(client.evaluate(client.frames(thread).getFirst(), "n")).isEqualTo("0");
      client.call("continue", Map.of("threadId", thread));
    }
    expectEnd("caught", "1");
  }

  @Test
  void exceptionsThatNothingHandlesStop() throws Exception {
    Path program = Files.writeString(folder.resolve("uncaught.py"), FAILING);
    start(program);
    client.call("setExceptionBreakpoints", Map.of("filters", List.of("uncaught")));
    client.call("configurationDone", Map.of());
    int thread = client.event("stopped").get("threadId").asInt();
    assertThat(client.frames(thread)).hasSize(2);
    assertThat(client.frames(thread).get(1).get("name").asText()).isEqualTo("child");
    JsonNode info = client.call("exceptionInfo", Map.of("threadId", thread));
    assertThat(info.get("exceptionId").asText()).isEqualTo("ZeroDivisionError");
    client.call("continue", Map.of("threadId", thread));
    expectEnd("caught", "1");
  }

  @Test
  void pauseOfALoopAndWrongRequests() throws Exception {
    Path program = Files.writeString(folder.resolve("loop.py"), "while True:\n    x = 1\n");
    start(program);
    assertThat(client.breakpoints(program, Map.of("line", 99)))
        .singleElement()
        .satisfies(b -> assertThat(b.get("verified").asBoolean()).isFalse());
    assertThat(
            client.ask("setExceptionBreakpoints", Map.of("filters", List.of("x"))).get("message"))
        .hasToString("\"there is no exception filter 'x'\"");
    client.call("configurationDone", Map.of());
    JsonNode threads = client.call("threads", Map.of()).get("threads");
    int thread = threads.get(0).get("id").asInt();
    assertThat(client.ask("stackTrace", Map.of("threadId", thread)).get("message").asText())
        .isEqualTo("the thread is running");
    client.call("pause", Map.of("threadId", thread));
    assertThat(client.event("stopped").get("reason").asText()).isEqualTo("pause");
    JsonNode frame = client.frames(thread).getFirst();
    JsonNode failed =
        client.ask("evaluate", Map.of("frameId", frame.get("id").asInt(), "expression", "1 / 0"));
    assertThat(failed.get("message").asText()).isEqualTo("ZeroDivisionError: division by zero");
    assertThat(client.ask("fly", Map.of()).get("message").asText())
        .isEqualTo("unknown request 'fly'");
    assertThat(client.ask("continue", Map.of()).get("message").asText())
        .isEqualTo("'threadId' must be a number");
    client.call("terminate", Map.of());
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      fail("still running");
    }
    assertThat(process.exitValue()).isEqualTo(143);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          GET / HTTP/1.1~~, a message without a length
          Content-Length: -5~~, a message without a length
          Content-Length: 999999999~~, a message of 999999999 bytes
          Content-Length: x~~, no length in 'Content-Length: x'
          Content-Length: 4~~nope, a message that is no JSON object
          Content-Length: 4~~null, a message that is no JSON object
          """)
  void aClientThatSendsGarbageIsDoneWithout(String sent, String complaint) throws Exception {
    start(Files.writeString(folder.resolve("one.py"), "print(1)\n"));
    client.send(sent.replace("~", "\r\n"));
    assertThat(process.errorReader().lines())
        .containsExactly(
            "pyconc: the debugger sends " + complaint + ": the program goes on without it");
    expectEnd("1");
  }

  @Test
  void aProgramThatIsTerminatedBeforeItBeginsDoesNotBegin() throws Exception {
    start(Files.writeString(folder.resolve("one.py"), "print(1)\n"));
    assertThat(
            client
                .ask("setBreakpoints", Map.of("source", Map.of("path", "/dev/zero")))
                .get("message")
                .asText())
        .isEqualTo("can't read '/dev/zero'");
    client.call("terminate", Map.of());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.inputReader().lines()).isEmpty();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  @Test
  void aPortThatIsNoneIsRefused() throws Exception {
    assertThat(installation.pyconc("run", "--dap=x", "a.py").err())
        .isEqualTo(
            "pyconc run: invalid value for option '--dap': 'x' is not a number"
                + " ('pyconc run --help' says more)\n");
    assertThat(installation.pyconc("run", "--dap=70000", "a.py").err())
        .isEqualTo(
            "pyconc run: invalid value for option '--dap': ports are from 0 to 65535"
                + " ('pyconc run --help' says more)\n");
  }
}
