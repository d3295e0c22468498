package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A debugger sees the program: what dialogues with editors stand on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DebuggerTest {
  private static final String ID = "pyconc";
  private static final URI JOB = URI.create("test:job.pc");

  /** Where it stopped: the line, the function, and what was asked there. */
  private final List<String> stops = Collections.synchronizedList(new ArrayList<>());

  private Value run(String code, Consumer<DebuggerSession> before, Consumer<SuspendedEvent> stop) {
    try (Engine engine = Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        DebuggerSession session = Debugger.find(engine).startSession(stop::accept);
        Context context = Context.newBuilder(ID).engine(engine).allowCreateThread(true).build()) {
      before.accept(session);
      Value result =
          context.eval(
              org.graalvm.polyglot.Source.newBuilder(ID, code, "job.pc").uri(JOB).buildLiteral());
      String unused = result.toString();
      return result;
    }
  }

  private static Consumer<DebuggerSession> breakAt(int... lines) {
    return session -> {
      for (int line : lines) {
        session.install(Breakpoint.newBuilder(JOB).lineIs(line).build());
      }
    };
  }

  private void note(SuspendedEvent event, String... expressions) {
    DebugStackFrame frame = event.getTopStackFrame();
    StringBuilder text =
        new StringBuilder()
            .append(event.getSourceSection().getStartLine())
            .append(' ')
            .append(frame.getName());
    for (String expression : expressions) {
      text.append(' ').append(frame.eval(expression).toDisplayString());
    }
    stops.add(text.toString());
  }

  private static final String FUNCTIONS =
      """
      def inner(n):
          twice = n * 2
          return twice

      def outer(n):
          a = inner(n)
          b = inner(a)
          return a + b

      x = outer(5)
      x
      """;

  @Test
  void breakpointsStopAtLines() {
    run(FUNCTIONS, breakAt(3), event -> note(event, "n", "twice", "twice + 1"));
    assertThat(stops).containsExactly("3 inner 5 10 11", "3 inner 10 20 21");
  }

  @Test
  void framesAndVariablesAreSeenAndSet() {
    List<String> seen = new ArrayList<>();
    run(
        FUNCTIONS + "\nprint(x)",
        breakAt(3),
        event -> {
          if (!seen.isEmpty()) {
            return;
          }
          for (DebugStackFrame frame : event.getStackFrames()) {
            SourceSection place = frame.getSourceSection();
            seen.add(frame.getName() + ":" + (place == null ? "?" : place.getStartLine()));
          }
          for (DebugValue variable : event.getTopStackFrame().getScope().getDeclaredValues()) {
            seen.add(variable.getName() + "=" + variable.toDisplayString());
          }
          event
              .getTopStackFrame()
              .getScope()
              .getDeclaredValue("twice")
              .set(event.getTopStackFrame().eval("100"));
          stops.add(event.getTopStackFrame().eval("twice").toDisplayString());
          event.getTopStackFrame().eval("twice = twice + 1");
          stops.add(event.getTopStackFrame().eval("twice").toDisplayString());
          stops.add(event.getTopStackFrame().eval("inner.__name__").toDisplayString());
        });
    assertThat(seen).startsWith("inner:3", "outer:6", "<module>:10");
    assertThat(seen).contains("n=5", "twice=10");
    assertThat(stops).containsExactly("100", "101", "inner");
  }

  @Test
  void stepsGoInOverAndOut() {
    List<String> how = new ArrayList<>(List.of("in", "over", "over", "over", "in", "out", "go"));
    run(
        FUNCTIONS,
        breakAt(6),
        event -> {
          note(event);
          switch (how.isEmpty() ? "go" : how.removeFirst()) {
            case "in" -> event.prepareStepInto(1);
            case "over" -> event.prepareStepOver(1);
            case "out" -> event.prepareStepOut(1);
            default -> event.prepareContinue();
          }
        });
    assertThat(stops)
        .containsExactly(
            "6 outer", "2 inner", "3 inner", "6 outer", "7 outer", "2 inner", "7 outer");
  }

  @Test
  void loopsStopEachTime() {
    run("t = 0\nfor i in range(3):\n    t += i\nt\n", breakAt(3), event -> note(event, "i", "t"));
    assertThat(stops).containsExactly("3 <module> 0 0", "3 <module> 1 0", "3 <module> 2 1");
  }

  @Test
  void exceptionsStopWhereTheyAreRaised() {
    assertThatThrownBy(
            () ->
                run(
                    "def f(n):\n    return 1 // n\n\nf(0)\n",
                    session -> session.install(Breakpoint.newExceptionBuilder(true, true).build()),
                    event -> note(event, "n")))
        .hasMessageContaining("ZeroDivisionError");
    assertThat(stops).first().asString().isEqualTo("2 f 0");
  }

  @Test
  void processesThreadsGreenletsAndGenerators() {
    run(
        """
        from multiprocessing import Process
        import threading
        import greenlet

        def work(name):
            where = name + '!'
            return where

        def numbers():
            for k in range(2):
                yield k

        p = Process(target=work, args=('process',))
        p.start()
        p.join()
        t = threading.Thread(target=work, args=('thread',))
        t.start()
        t.join()
        greenlet.greenlet(work).switch('greenlet')
        list(numbers())
        """,
        breakAt(7, 11),
        event -> {
          if (event.getSourceSection().getStartLine() == 7) {
            note(event, "where");
          } else {
            note(event, "k");
          }
        });
    assertThat(stops)
        .containsExactly(
            "7 work process!",
            "7 work thread!",
            "7 work greenlet!",
            "11 numbers 0",
            "11 numbers 1");
  }

  @Test
  void aContextUnderADebuggerNeedsThreads() {
    try (Engine engine = Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        DebuggerSession session = Debugger.find(engine).startSession(event -> {});
        Context context = Context.newBuilder(ID).engine(engine).build()) {
      assertThat(session).isNotNull();
      assertThatThrownBy(() -> context.eval(ID, "1")).hasMessageContaining("allowCreateThread");
    }
  }

  @Test
  void unusedSourcesAreNoProblem() {
    Source source = Source.newBuilder(ID, "x", "other").build();
    run(
        "1\n",
        session -> session.install(Breakpoint.newBuilder(source).lineIs(1).build()),
        e -> {});
    assertThat(stops).isEmpty();
  }
}
