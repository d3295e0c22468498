package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects of Java in scripts. */
class HostObjectsTest {
  private static final String ID = "pyconc";

  private Context context;

  @BeforeEach
  void open() {
    context =
        Context.newBuilder(ID)
            .allowHostAccess(HostAccess.ALL)
            .allowPolyglotAccess(PolyglotAccess.ALL)
            .allowHostClassLookup(name -> name.startsWith("java.") || name.contains("Host"))
            .option("engine.WarnInterpreterOnly", "false")
            .build();
  }

  @AfterEach
  void close() {
    context.close(true);
  }

  /** What a script sees of an application. */
  public static class Account {
    public String owner = "Ada";
    public int balance;

    public int deposit(int amount) {
      if (amount <= 0) {
        throw new IllegalArgumentException("not positive: " + amount);
      }
      balance += amount;
      return balance;
    }

    public String describe(Object anything) {
      return anything.getClass().getSimpleName();
    }

    @Override
    public String toString() {
      return "account of " + owner;
    }
  }

  private Value run(String code) {
    return context.eval(ID, code);
  }

  private Value with(Object object, String code) {
    context.getBindings(ID).putMember("it", object);
    return run(code);
  }

  private String text(Object object, String code) {
    return with(object, code).toString();
  }

  @Test
  void methodsAndFields() {
    Account account = new Account();
    assertThat(with(account, "it.deposit(5)\nit.deposit(2)").asInt()).isEqualTo(7);
    assertThat(with(account, "it.owner = 'Bob'\nit.owner + ' ' + str(it.balance)").asString())
        .isEqualTo("Bob 7");
    assertThat(account.owner).isEqualTo("Bob");
    assertThat(with(account, "str(it)").asString()).isEqualTo("account of Bob");
    assertThat(with(account, "type(it).__name__").asString()).contains("Account");
    assertThat(with(account, "'deposit' in dir(it), hasattr(it, 'owner'), hasattr(it, 'x')"))
        .hasToString("(True, True, False)");
    assertThat(with(account, "f = it.deposit\nf(1)").asInt()).isEqualTo(8);
  }

  @Test
  void wrongUseRaisesWhatTheLanguageRaises() {
    Account account = new Account();
    context.getBindings(ID).putMember("it", account);
    assertThatThrownBy(() -> run("it.nothing")).hasMessageStartingWith("AttributeError:");
    assertThatThrownBy(() -> run("it.deposit('x')")).hasMessageStartingWith("TypeError:");
    assertThatThrownBy(() -> run("it.deposit(1, 2)")).hasMessageStartingWith("TypeError:");
    assertThatThrownBy(() -> run("it()")).hasMessageStartingWith("TypeError:");
    assertThatThrownBy(() -> run("it[0]")).hasMessageStartingWith("TypeError:");
    assertThatThrownBy(() -> run("it + 1")).hasMessageStartingWith("TypeError:");
    assertThatThrownBy(() -> run("it.deposit(amount=1)"))
        .hasMessage("TypeError: deposit() takes no keyword arguments");
  }

  @Test
  void largeIntsAreIntsWhereAnyObjectWouldDo() {
    assertThat(text(new Account(), "it.describe(2 ** 70), it.describe(2 ** 70 + 1)"))
        .isEqualTo("('BigInteger', 'BigInteger')");
    List<Object> list = new ArrayList<>();
    assertThat(text(list, "it.append(2 ** 70)\n(it[0], type(it[0]), it[0] // 2 ** 69)"))
        .isEqualTo("(1180591620717411303424, <class 'int'>, 2)");
    assertThat(list).containsExactly(java.math.BigInteger.TWO.pow(70));
    Supplier<?> supplier = run("lambda: 2 ** 70").as(Supplier.class);
    assertThat(supplier.get()).isEqualTo(java.math.BigInteger.TWO.pow(70));
    assertThat(with(java.util.function.DoubleUnaryOperator.identity(), "it(2 ** 70)").asDouble())
        .isEqualTo(Math.pow(2, 70));
  }

  @Test
  void streamsAreIterable() {
    assertThat(text(java.util.stream.IntStream.range(0, 3), "list(it)")).isEqualTo("[0, 1, 2]");
    assertThat(
            text(
                java.util.stream.Stream.of("a", "b", "c"),
                "[s.upper() for s in it.filter(lambda s: s != 'b')]"))
        .isEqualTo("['A', 'C']");
  }

  @Test
  void anInterfaceIsCalledWithWhatImplementsIt() {
    run("import java");
    assertThat(run("java.type('java.util.function.Function')(lambda x: x + 1).apply(3)").asInt())
        .isEqualTo(4);
    run("ran = []\njava.type('java.lang.Runnable')(lambda: ran.append(1) or 1).run()");
    assertThat(run("ran")).hasToString("[1]");
    run("class Five:\n    def compareTo(self, other):\n        return 5");
    assertThat(run("java.type('java.lang.Comparable')(Five()).compareTo(0)").asInt()).isEqualTo(5);
    assertThatThrownBy(() -> run("java.type('java.lang.Runnable')()"))
        .hasMessageStartingWith("TypeError:");
  }

  @Test
  void causesOfTheHostsExceptionsAreCauses() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("outer", new java.io.IOException("inner"));
        };
    assertThat(
            text(
                failing,
                """
                try:
                    it()
                except Exception as e:
                    found = type(e).__name__, type(e.__cause__), str(e.__cause__)
                found
                """))
        .isEqualTo("('IllegalStateException', <class 'java.io.IOException'>, 'inner')");
  }

  @Test
  void listsAreSequences() {
    List<Object> list = new ArrayList<>(List.of("a", "b", "c"));
    assertThat(text(list, "(len(it), it[0], it[-1], it[1:], 'b' in it, 'x' in it)"))
        .isEqualTo("(3, 'a', 'c', ['b', 'c'], True, False)");
    assertThat(text(list, "it[0] = 1\nit.append(2.5)\ndel it[1]\nlist(it)"))
        .isEqualTo("[1, 'c', 2.5]");
    assertThat(list).containsExactly(1, "c", 2.5);
    assertThat(text(list, "[x for x in it]")).isEqualTo("[1, 'c', 2.5]");
    assertThat(text(list, "a, b, c = it\n(c, b, a)")).isEqualTo("(2.5, 'c', 1)");
    assertThatThrownBy(() -> run("it[7]")).hasMessage("IndexError: index out of range");
    assertThat(text(new int[] {3, 1, 2}, "sorted(it) + [sum(it), max(it)]"))
        .isEqualTo("[1, 2, 3, 6, 3]");
    assertThatThrownBy(() -> run("it.append(1)")).hasMessageStartingWith("TypeError:");
    assertThat(text(new byte[] {1, -1}, "bytes(it)")).isEqualTo("b'\\x01\\xff'");
  }

  @Test
  void longListsAreWalkedThroughInPortions() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      numbers.add(i);
    }
    assertThat(with(numbers, "sum(it)").asInt()).isEqualTo(499_500);
    assertThat(with(numbers, "sum(x for x in it)").asInt()).isEqualTo(499_500);
  }

  @Test
  void mapsAreMappings() {
    Map<String, Object> map = new LinkedHashMap<>(Map.of("a", 1));
    assertThat(text(map, "(len(it), it['a'], 'a' in it, 'b' in it, it.get('b', 0), list(it))"))
        .isEqualTo("(1, 1, True, False, 0, ['a'])");
    assertThat(text(map, "it['b'] = 'two'\ndel it['a']\nlist(it.items())"))
        .isEqualTo("[('b', 'two')]");
    assertThat(map).containsExactly(Map.entry("b", "two"));
    assertThat(text(map, "dict(it)")).isEqualTo("{'b': 'two'}");
    assertThatThrownBy(() -> run("it['zzz']")).hasMessage("KeyError: 'zzz'");
    assertThatThrownBy(() -> run("del it['zzz']")).hasMessage("KeyError: 'zzz'");
  }

  @Test
  void iterablesAndIterators() {
    Set<String> set = new LinkedHashSet<>(List.of("x", "y"));
    assertThat(text(set, "[s for s in it] + [len(it)]")).isEqualTo("['x', 'y', 2]");
    assertThat(text(List.of(1, 2).iterator(), "(next(it), next(it), next(it, 'end'))"))
        .isEqualTo("(1, 2, 'end')");
  }

  @Test
  void valuesOfJava() {
    assertThat(text(new BigDecimal("2.75"), "(float(it), int(it), bool(it), str(it))"))
        .isEqualTo("(2.75, 2, True, '2.75')");
    assertThat(text('c', "it + 'd'")).isEqualTo("cd");
    assertThat(text(null, "it is None")).isEqualTo("true");
    context.getBindings(ID).putMember("a", new BigDecimal("1"));
    context.getBindings(ID).putMember("b", new BigDecimal("2"));
    assertThat(run("(a < b, a >= b, a == a, a == b, hash(a) == hash(a))"))
        .hasToString("(True, False, True, False, True)");
  }

  @Test
  void whatIsCloseableIsAContextManager() {
    List<String> log = new ArrayList<>();
    AutoCloseable resource = () -> log.add("closed");
    with(resource, "with it as r:\n    pass");
    assertThat(log).containsExactly("closed");
  }

  @Test
  void exceptionsOfJavaAreCaughtByTheirClass() {
    Account account = new Account();
    String code =
        """
        import java
        from java.lang import IllegalArgumentException, RuntimeException
        try:
            it.deposit(-1)
        except IllegalArgumentException as e:
            caught = e
        (str(caught), type(caught).__name__, isinstance(caught, RuntimeException),
         isinstance(caught, Exception), caught.getMessage())
        """;
    assertThat(text(account, code))
        .isEqualTo(
            "('not positive: -1', 'IllegalArgumentException', True, True, 'not positive: -1')");
    PolyglotException e =
        catchThrowableOfType(PolyglotException.class, () -> run("it.deposit(-2)"));
    assertThat(e.isHostException()).isTrue();
    assertThat(e.asHostException()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scriptsThrowExceptionsOfJava() {
    PolyglotException e =
        catchThrowableOfType(
            PolyglotException.class,
            () ->
                run(
                    "from java.lang import IllegalStateException\n"
                        + "raise IllegalStateException('broken')"));
    assertThat(e.isHostException()).isTrue();
    assertThat(e.asHostException()).isInstanceOf(IllegalStateException.class).hasMessage("broken");
  }

  @Test
  void exceptionsOfAScriptGoThroughJavaAndBack() {
    Function<Object, Object> twice =
        x -> {
          Value f = Value.asValue(x);
          return f.execute() + "?";
        };
    assertThat(
            text(
                twice,
                """
                class Special(Exception):
                    pass
                problem = Special('mine')
                def fail():
                    raise problem
                try:
                    it(fail)
                except Special as e:
                    same = e is problem
                same
                """))
        .isEqualTo("true");
  }

  @Test
  void functionsAreFunctionalInterfaces() {
    Value f = run("lambda a, b: a * b");
    BiFunction<Integer, Integer, Integer> function = f.as(BiFunctionOfInts.class);
    assertThat(function.apply(6, 7)).isEqualTo(42);
    List<String> names = new ArrayList<>(List.of("bb", "a", "ccc"));
    with(names, "it.sort(lambda x, y: len(x) - len(y))");
    assertThat(names).containsExactly("a", "bb", "ccc");
    with(names, "it.removeIf(lambda x: x == 'bb')");
    assertThat(names).containsExactly("a", "ccc");
    Map<String, Integer> map = new HashMap<>();
    assertThat(with(map, "it.computeIfAbsent('k', lambda k: 5)").asInt()).isEqualTo(5);
  }

  interface BiFunctionOfInts extends BiFunction<Integer, Integer, Integer> {}

  interface Shape {
    double area();

    String name();
  }

  @Test
  void instancesImplementInterfaces() {
    Shape shape =
        run("""
        class Square:
            def __init__(self, a):
                self.a = a
            def area(self):
                return self.a ** 2
            def name(self):
                return 'square'
        Square(3.0)
        """)
            .as(Shape.class);
    assertThat(shape.area()).isEqualTo(9.0);
    assertThat(shape.name()).isEqualTo("square");
  }

  @Test
  void classesOfJava() {
    assertThat(
            text(
                null,
                "import java\nL = java.type('java.util.ArrayList')\nl = L()\nl.add('x')\nlist(l)"))
        .isEqualTo("['x']");
    assertThat(text(null, "from java.util import ArrayList\nisinstance(ArrayList(), ArrayList)"))
        .isEqualTo("true");
    assertThat(text(null, "import java.lang\njava.lang.Math.max(3, 4)")).isEqualTo("4");
    assertThat(text(null, "import java.util as u\nu.UUID(0, 1).toString()"))
        .isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(text(null, "from java.lang import Thread\nThread.State.NEW.name()"))
        .isEqualTo("NEW");
    assertThatThrownBy(() -> run("import java\njava.type('java.util.Nothing')"))
        .hasMessage("NameError: no class of the host is called java.util.Nothing");
    assertThatThrownBy(() -> run("from java.util import Nothing"))
        .hasMessageStartingWith("ImportError: cannot import name 'Nothing'");
  }

  @Test
  void callsNestAndKeepTheirThread() {
    Thread here = Thread.currentThread();
    List<Thread> threads = new ArrayList<>();
    Function<Integer, Object> down =
        n -> {
          threads.add(Thread.currentThread());
          return context.getBindings(ID).getMember("count").execute(n - 1);
        };
    assertThat(
            with(down, "def count(n):\n    return 'end' if n == 0 else it(n)\ncount(20)")
                .asString())
        .isEqualTo("end");
    assertThat(threads).hasSize(20).allMatch(t -> t == here);
  }

  @Test
  void otherThreadsOfJavaCallScriptsWhileTheMainThreadWaitsForThem() {
    Function<Supplier<Object>, Object> elsewhere =
        task -> CompletableFuture.supplyAsync(task).join();
    assertThat(
            with(
                    elsewhere,
                    "import java\nS = java.type('java.util.function.Supplier')\n"
                        + "def work():\n    return 6 * 7\n"
                        + "from java.util.concurrent import CompletableFuture\n"
                        + "CompletableFuture.supplyAsync(work).join()")
                .asInt())
        .isEqualTo(42);
  }

  @Test
  void aScriptThatWaitsIsWokenByAnotherThreadOfJava() throws Exception {
    Value put = run("import queue\nq = queue.Queue()\nq.put");
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(200);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              put.execute("from Java");
            });
    other.start();
    assertThat(run("q.get()").asString()).isEqualTo("from Java");
    other.join();
  }

  @Test
  void otherTasksRunWhileAMethodOfJavaBlocks() {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    assertThat(
            with(
                    queue,
                    """
                    import threading, time
                    def later():
                        time.sleep(0.1)
                        it.put('from a thread')
                    threading.Thread(target=later).start()
                    it.take()
                    """)
                .asString())
        .isEqualTo("from a thread");
  }

  @Test
  void processesUseObjectsOfJava() {
    List<Object> list = new ArrayList<>();
    with(
        list,
        """
        from multiprocessing import Process
        def work(n):
            it.add(n * n)
        workers = [Process(target=work, args=(n,)) for n in range(3)]
        for w in workers: w.start()
        for w in workers: w.join()
        """);
    assertThat(list).containsExactlyInAnyOrder(0, 1, 4);
  }

  @Test
  void polyglotBindings() {
    context.getPolyglotBindings().putMember("n", 5);
    run("import polyglot\npolyglot.export_value('m', [polyglot.import_value('n')])");
    assertThat(context.getPolyglotBindings().getMember("m").getArrayElement(0).asInt())
        .isEqualTo(5);
    assertThat(run("polyglot.import_value('none')").isNull()).isTrue();
  }
}
