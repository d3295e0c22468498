package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final String ID = "pyconc";

  private static Context context() {
    return Context.newBuilder(ID).option("engine.WarnInterpreterOnly", "false").build();
  }

  @Test
  void valueOfTheLastExpressionIsTheValue() {
    try (Context context = context()) {
      assertThat(context.eval(ID, "1 + 2").asInt()).isEqualTo(3);
      assertThat(context.eval(ID, "x = 20\nx * 2.5").asDouble()).isEqualTo(50.0);
      assertThat(context.eval(ID, "x = 21").isNull()).isTrue();
      assertThat(context.eval(ID, "x > 20").asBoolean()).isTrue();
      assertThat(context.eval(ID, "'gr\u00fc\u00df ' + '\ud83d\ude00'").asString())
          .isEqualTo("gr\u00fc\u00df \ud83d\ude00");
      assertThat(context.eval(ID, "2 ** 100").asBigInteger()).isEqualTo(BigInteger.TWO.pow(100));
      assertThat(context.eval(ID, "").isNull()).isTrue();
    }
  }

  @Test
  void oneCallAfterTheOtherIsOnTheMainThread() {
    try (Context context = context()) {
      context.eval(ID, "from threading import current_thread, main_thread");
      for (int i = 0; i < 3000; i++) {
        assertThat(context.eval(ID, "current_thread() is main_thread()").asBoolean()).isTrue();
      }
    }
  }

  @Test
  void outputGoesWhereTheContextSays() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (Context context = Context.newBuilder(ID).out(out).err(err).build()) {
      context.eval(ID, "import sys\nprint('to out')\nprint('to err', file=sys.stderr)");
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("to out\n");
      assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("to err\n");
    }
  }

  @Test
  void exceptionsTellMessagePlaceAndTraceback() throws Exception {
    Source source =
        Source.newBuilder(ID, "def f(a):\n    return 1 / a\n\nf(0)\n", "job.pc").build();
    try (Context context = context()) {
      PolyglotException e =
          catchThrowableOfType(PolyglotException.class, () -> context.eval(source));
      assertThat(e).hasMessage("ZeroDivisionError: division by zero");
      assertThat(e.isGuestException()).isTrue();
      assertThat(e.isInternalError()).isFalse();
      assertThat(e.getSourceLocation().getStartLine()).isEqualTo(2);
      assertThat(e.getSourceLocation().getCharacters()).asString().isEqualTo("1 / a");
      assertThat(e.getGuestObject().getMember("traceback").asString())
          .startsWith("Traceback (most recent call last):\n")
          .contains("line 4, in <module>", "line 2, in f");
      assertThat(context.eval(ID, "'goes on'").asString()).isEqualTo("goes on");
    }
  }

  @Test
  void wrongSyntaxIsASyntaxErrorWithItsPlace() {
    try (Context context = context()) {
      PolyglotException e =
          catchThrowableOfType(PolyglotException.class, () -> context.eval(ID, "x = 1\ny = (2"));
      assertThat(e.isSyntaxError()).isTrue();
      assertThat(e).hasMessage("SyntaxError: '(' was never closed");
      assertThat(e.getSourceLocation().getStartLine()).isEqualTo(2);
    }
  }

  @Test
  void exitIsReportedWithItsStatus() {
    try (Context context = context()) {
      PolyglotException e =
          catchThrowableOfType(
              PolyglotException.class, () -> context.eval(ID, "import sys\nsys.exit(3)"));
      assertThat(e.isExit()).isTrue();
      assertThat(e.getExitStatus()).isEqualTo(3);
    }
  }

  @Test
  void listsAndTuplesAreArrays() {
    try (Context context = context()) {
      Value list = context.eval(ID, "numbers = [1, 2, 3]\nnumbers");
      assertThat(list.getArraySize()).isEqualTo(3);
      list.setArrayElement(0, 10);
      list.setArrayElement(3, "new");
      list.removeArrayElement(1);
      assertThat(context.eval(ID, "numbers")).hasToString("[10, 3, 'new']");
      assertThatThrownBy(() -> list.getArrayElement(3))
          .isInstanceOf(ArrayIndexOutOfBoundsException.class);
      Value tuple = context.eval(ID, "(1, 'two', None)");
      assertThat(tuple.getArrayElement(1).asString()).isEqualTo("two");
      assertThat(tuple.getArrayElement(2).isNull()).isTrue();
      assertThatThrownBy(() -> tuple.setArrayElement(0, 1))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void dictionariesAreHashes() {
    try (Context context = context()) {
      Value dictionary = context.eval(ID, "d = {'a': 1, 2: 'two'}\nd");
      assertThat(dictionary.getHashSize()).isEqualTo(2);
      assertThat(dictionary.getHashValue("a").asInt()).isEqualTo(1);
      assertThat(dictionary.getHashValue(2).asString()).isEqualTo("two");
      assertThat(dictionary.getHashValue("none")).isNull();
      dictionary.putHashEntry("b", 1.5);
      assertThat(dictionary.removeHashEntry(2)).isTrue();
      assertThat(context.eval(ID, "d")).hasToString("{'a': 1, 'b': 1.5}");
      List<String> keys = new ArrayList<>();
      Value entries = dictionary.getHashEntriesIterator();
      while (entries.hasIteratorNextElement()) {
        keys.add(entries.getIteratorNextElement().getArrayElement(0).asString());
      }
      assertThat(keys).containsExactly("a", "b");
    }
  }

  @Test
  void functionsAreExecutable() {
    try (Context context = context()) {
      Value f = context.eval(ID, "def add(a, b=10):\n    return a + b\nadd");
      assertThat(f.canExecute()).isTrue();
      assertThat(f.execute(1, 2).asInt()).isEqualTo(3);
      assertThat(f.execute("gr", "een").asString()).isEqualTo("green");
      assertThat(f.execute(BigInteger.TWO.pow(70)).asBigInteger())
          .isEqualTo(BigInteger.TWO.pow(70).add(BigInteger.TEN));
      assertThatThrownBy(f::execute)
          .isInstanceOf(PolyglotException.class)
          .hasMessage("TypeError: add() missing 1 required positional argument: 'a'");
      assertThatThrownBy(() -> f.execute(new Object()))
          .isInstanceOf(PolyglotException.class)
          .hasMessage("TypeError: unsupported operand type(s) for +: 'Object' and 'int'");
    }
  }

  @Test
  void classesMakeInstancesWithMembers() {
    try (Context context = context()) {
      Value point =
          context.eval(
              ID,
              """
              class Point:
                  def __init__(self, x):
                      self.x = x
                  def twice(self):
                      return self.x * 2
              Point
              """);
      assertThat(point.isMetaObject()).isTrue();
      Value p = point.newInstance(4);
      assertThat(p.getMember("x").asInt()).isEqualTo(4);
      p.putMember("x", 5);
      assertThat(p.invokeMember("twice").asInt()).isEqualTo(10);
      assertThat(p.getMemberKeys()).contains("x", "twice");
      assertThat(p.getMember("y")).isNull();
      assertThat(p.removeMember("x")).isTrue();
      assertThat(p.hasMember("x")).isFalse();
      assertThat(p.getMetaObject().getMetaSimpleName()).isEqualTo("Point");
      assertThat(point.isMetaInstance(p)).isTrue();
    }
  }

  @Test
  void bindingsAreTheNamesOfTheMainModule() {
    try (Context context = context()) {
      Value names = context.getBindings(ID);
      names.putMember("n", 6);
      assertThat(context.eval(ID, "m = n * 7\nm").asInt()).isEqualTo(42);
      assertThat(names.getMember("m").asInt()).isEqualTo(42);
      assertThat(names.getMemberKeys()).contains("m", "n");
    }
  }

  @Test
  void generatorsAreIterators() {
    try (Context context = context()) {
      Value squares = context.eval(ID, "(i * i for i in range(4))");
      List<Integer> all = new ArrayList<>();
      Value iterator = squares.getIterator();
      while (iterator.hasIteratorNextElement()) {
        all.add(iterator.getIteratorNextElement().asInt());
      }
      assertThat(all).containsExactly(0, 1, 4, 9);
    }
  }

  @Test
  void processesRunInAContext() {
    try (Context context = context()) {
      Value result =
          context.eval(
              ID,
              """
              from multiprocessing import Process, Queue
              def work(q, n):
                  q.put(n * n)
              q = Queue()
              workers = [Process(target=work, args=(q, n)) for n in range(3)]
              for w in workers: w.start()
              for w in workers: w.join()
              sorted(q.get() for w in workers)
              """);
      assertThat(result).hasToString("[0, 1, 4]");
    }
  }

  @Test
  void filesNeedPermission() {
    try (Context context = context()) {
      assertThatThrownBy(() -> context.eval(ID, "open('/etc/passwd')"))
          .isInstanceOf(PolyglotException.class)
          .hasMessageStartingWith("PermissionError:");
    }
  }

  @Test
  void networkAndProgramsOfTheHostNeedPermission() {
    try (Context context = context()) {
      for (String code :
          List.of(
              "import socket\nsocket.socket()",
              "import socket\nsocket.getaddrinfo('localhost', 80)",
              "import subprocess\nsubprocess.run(['true'])")) {
        assertThatThrownBy(() -> context.eval(ID, code))
            .isInstanceOf(PolyglotException.class)
            .hasMessageStartingWith("PermissionError:");
      }
    }
  }

  @Test
  void environmentNeedsPermission() {
    try (Context context = context()) {
      assertThat(context.eval(ID, "import os\nlen(os.environ)").asInt()).isZero();
    }
  }

  @Test
  void interruptEndsAnEndlessLoopAndTheContextGoesOn() throws Exception {
    try (Context context = context()) {
      CompletableFuture<Throwable> thrown = endless(context);
      context.interrupt(Duration.ofSeconds(60));
      assertThat(thrown.get(60, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              PolyglotException.class, e -> assertThat(e.isInterrupted()).isTrue());
      assertThat(context.eval(ID, "'goes on'").asString()).isEqualTo("goes on");
    }
  }

  @Test
  void closeEndsAnEndlessLoop() throws Exception {
    Context context = context();
    CompletableFuture<Throwable> thrown = endless(context);
    context.close(true);
    assertThat(thrown.get(60, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(PolyglotException.class, e -> assertThat(e.isCancelled()).isTrue());
  }

  private static CompletableFuture<Throwable> endless(Context context) throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Value state = context.eval(ID, "state = []\nstate");
    assertThat(state.getArraySize()).isZero();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                context.eval(ID, "while True: pass");
                thrown.complete(new AssertionError("ended"));
              } catch (PolyglotException e) {
                thrown.complete(e);
              }
            });
    Thread.sleep(300);
    return thrown;
  }

  @Test
  void contextsOfOneEngineShareNothing() {
    try (Engine engine = Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        Context one = Context.newBuilder(ID).engine(engine).build();
        Context two = Context.newBuilder(ID).engine(engine).build()) {
      Source source = Source.create(ID, "try:\n    n += 1\nexcept NameError:\n    n = 1\nn");
      assertThat(one.eval(source).asInt()).isEqualTo(1);
      assertThat(one.eval(source).asInt()).isEqualTo(2);
      assertThat(two.eval(source).asInt()).isEqualTo(1);
    }
  }
}
