package org.pyconc.stdlib.greenlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyconc.compiler.Engine;
import org.pyconc.kernel.CoroutineFactory;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.stdlib.StandardLibrary;
import org.pyconc.stdlib.programs.ProgramRunner;

/** Greenlets and generators on both kinds of coroutines, in several threads, and when killed. */
class GreenletKernelTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A module with which a test's program uses the kernel. */
  private static final class KernelModule implements NativeModule {
    @Override
    public String name() {
      return "kernel";
    }

    @Override
    public void define(ModuleBuilder b) {
      b.function(
          "start(function, /)",
          "Runs a function in a thread; returns a function that waits for its end.",
          KernelModule::start);
      b.function(
          "kill_soon()",
          "Kills the process from outside.",
          () -> {
            Task task = Task.require();
            Thread.ofPlatform().daemon().start(() -> task.process().kill());
            return PySingleton.NONE;
          });
    }

    private static Object start(Object function) {
      ProcessState state = ProcessState.current();
      Task task =
          Task.require()
              .process()
              .newTask("thread", () -> Program.guard(state, () -> Calls.call0(function)));
      task.start();
      return NativeFunction.of(
          null, "join()", "Waits.", (Native.F0) () -> task.join(Deadline.NEVER));
    }
  }

  private static ProgramRunner.Result run(CoroutineFactory factory, String source) {
    return run(factory, Engine.INTERPRETER, source);
  }

  private static ProgramRunner.Result run(CoroutineFactory factory, Engine engine, String source) {
    return Assertions.assertTimeoutPreemptively(
        LIMIT,
        () ->
            ProgramRunner.run(
                "program.py",
                source,
                "",
                "",
                engine,
                KernelOptions.defaults().withCoroutines(factory),
                new Modules()));
  }

  private static final class Modules implements ModuleProvider {
    private final StandardLibrary library = new StandardLibrary();

    @Override
    public @Nullable NativeModule find(String name) {
      return name.equals("kernel") ? new KernelModule() : library.find(name);
    }

    @Override
    public @Nullable LibrarySource findSource(String name) {
      return library.findSource(name);
    }
  }

  private static void assertPrints(CoroutineFactory factory, String source, String expected) {
    ProgramRunner.Result result = run(factory, source);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(expected);
    assertThat(result.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "greenlet/face",
        "greenlet/switching",
        "greenlet/throwing",
        "greenlet/inside_calls",
        "greenlet/contexts_and_threads",
        "greenlet/tracing",
        "greenlet/wrong_use",
        "generators/protocol",
        "generators/coroutines",
        "generators/send_and_throw",
        "generators/whole_protocol",
      })
  void programsRunOnThreadsToo(String name) throws Exception {
    assertPrints(
        CoroutineFactory.THREADS,
        Files.readString(PROGRAMS.resolve(name + ".py")),
        Files.readString(PROGRAMS.resolve(name + ".out")));
  }

  /** The first of the random programs that the golden test runs all of. */
  @ParameterizedTest
  @EnumSource(CoroutineFactory.class)
  void randomProgramsDoAsInCPython(CoroutineFactory factory) throws Exception {
    Path program = PROGRAMS.resolve("greenlet/random_programs.py");
    Path answers = PROGRAMS.resolve("greenlet/random_programs.out");
    assertPrints(
        factory,
        Files.readString(program).replace("PROGRAMS = 3000", "PROGRAMS = 50"),
        String.join("\n", Files.readAllLines(answers).subList(0, 5)) + "\n");
  }

  /** The first of those programs that switch in the middle of all that can call code. */
  @ParameterizedTest
  @CsvSource({
    "CONTINUATIONS, INTERPRETER",
    "CONTINUATIONS, COMPILED",
    "THREADS, INTERPRETER",
    "THREADS, COMPILED",
  })
  void randomPathsAreAsInCPython(CoroutineFactory factory, Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            factory,
            engine,
            Files.readString(PROGRAMS.resolve("greenlet/random_paths.py"))
                .replace("PROGRAMS = 1000", "PROGRAMS = 50"));
    List<String> answers = Files.readAllLines(PROGRAMS.resolve("greenlet/random_paths.out"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(String.join("\n", answers.subList(0, 5)) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spawn_join",
        "kill",
        "timeouts",
        "events",
        "links",
        "queues",
        "pools",
        "sockets",
      })
  void geventRunsOnThreadsToo(String name) throws Exception {
    assertPrints(
        CoroutineFactory.THREADS,
        Files.readString(PROGRAMS.resolve("gevent/" + name + ".py")),
        Files.readString(PROGRAMS.resolve("gevent/" + name + ".out")));
  }

  @ParameterizedTest
  @EnumSource(CoroutineFactory.class)
  void blockingCallsInGreenletsLetOtherThreadsRun(CoroutineFactory factory) {
    assertPrints(
        factory,
        """
        import time
        from greenlet import greenlet, getcurrent
        from kernel import start

        log = []

        def gen(name, nap):
            for i in range(3):
                time.sleep(nap)
                yield name + str(i)

        def worker(name, nap):
            main = getcurrent()
            def body():
                for x in gen(name, nap):
                    main.switch(x)
            g = greenlet(body)
            x = g.switch()
            while not g.dead:
                log.append(x)
                x = g.switch()

        joins = [start(lambda: worker("a", 0.1)), start(lambda: worker("b", 0.11))]
        worker("c", 0)
        for join in joins:
            join()
        print(len(log), log[:3], sorted(log))
        """,
        "9 ['c0', 'c1', 'c2'] ['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2']\n");
  }

  @ParameterizedTest
  @EnumSource(CoroutineFactory.class)
  void greenletsBelongToTheirThread(CoroutineFactory factory) {
    assertPrints(
        factory,
        """
        import greenlet
        from greenlet import getcurrent
        from kernel import start

        main = getcurrent()
        active = greenlet.greenlet(lambda: main.switch())
        active.switch()
        fresh = greenlet.greenlet(lambda: 1)
        box = []

        def t(f):
            try:
                print(f())
            except (greenlet.error, ValueError) as e:
                print(type(e).__name__, e)

        def set_parent(g, parent):
            g.parent = parent

        def other():
            me = getcurrent()
            print(me is main, me.parent)
            t(active.switch)
            t(fresh.switch)
            t(main.switch)
            t(lambda: active.throw(KeyError))
            t(lambda: set_parent(active, me))
            g = greenlet.greenlet(lambda: me.switch())
            g.switch()
            box.extend([g, me, greenlet.greenlet(lambda: 2)])

        start(other)()
        for g in box:
            t(g.switch)
        print([g.dead for g in box], "(thread exited) dead>" in repr(box[0]))
        print(active.dead, fresh.switch())
        """,
        """
        False None
        error cannot switch to a different thread
        error cannot switch to a different thread
        error cannot switch to a different thread
        error cannot switch to a different thread
        ValueError parent cannot be on a different thread
        error cannot switch to a different thread (which happens to have exited)
        error cannot switch to a different thread (which happens to have exited)
        error cannot switch to a different thread (which happens to have exited)
        [True, True, False] True
        False 1
        """);
  }

  @ParameterizedTest
  @EnumSource(CoroutineFactory.class)
  void killedProcessRunsNothingMore(CoroutineFactory factory) {
    ProgramRunner.Result result =
        run(
            factory,
            """
            from greenlet import greenlet, getcurrent
            from kernel import kill_soon
            main = getcurrent()

            def ping():
                try:
                    while True:
                        main.switch()
                except BaseException as e:
                    print("caught", e)
                finally:
                    print("finally")

            def gen():
                try:
                    while True:
                        yield g.switch()
                finally:
                    print("finally")

            g = greenlet(ping)
            print("ready")
            kill_soon()
            for x in gen():
                pass
            """);
    assertThat(result.out()).isEqualTo("ready\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(128 + 9);
  }

  @ParameterizedTest
  @CsvSource({"CONTINUATIONS, 10000", "THREADS, 300"})
  void manyAlive(CoroutineFactory factory, int count) {
    assertPrints(
        factory,
        """
        from greenlet import greenlet, getcurrent
        main = getcurrent()

        def body(i):
            def inner(n):
                return main.switch(i) if n == 0 else inner(n - 1)
            return i + inner(5)

        alive = [greenlet(body) for i in range(COUNT)]
        total = sum(g.switch(i) for i, g in enumerate(alive))
        total += sum(g.switch(1) for g in alive)
        print(total == COUNT * (COUNT - 1) + COUNT, all(g.dead for g in alive))
        left = [greenlet(body) for i in range(100)]
        for g in left:
            g.switch(0)
        """
            .replace("COUNT", String.valueOf(count)),
        "True True\n");
  }
}
