package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java can do with each kind of value of the language. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InteropTest {
  private static final String ID = "pyconc";

  private final Context context =
      Context.newBuilder(ID)
          .allowHostAccess(HostAccess.ALL)
          .option("engine.WarnInterpreterOnly", "false")
          .build();

  @AfterEach
  void close() {
    context.close(true);
  }

  private Value run(String code) {
    return context.eval(ID, code);
  }

  /** The abilities of a value, one letter each. */
  private static String abilities(Value v) {
    StringBuilder found = new StringBuilder();
    add(found, 'N', v.isNull());
    add(found, 'b', v.isBoolean());
    add(found, 'n', v.isNumber());
    add(found, 's', v.isString());
    add(found, 'a', v.hasArrayElements());
    add(found, 'h', v.hasHashEntries());
    add(found, 'i', v.hasIterator());
    add(found, 'I', v.isIterator());
    add(found, 'x', v.canExecute());
    add(found, 'c', v.canInstantiate());
    add(found, 'm', v.isMetaObject());
    add(found, 'e', v.isException());
    add(found, 'B', v.hasBufferElements());
    add(found, 'D', v.isDate());
    add(found, 'T', v.isTime());
    add(found, 'U', v.isDuration());
    return found.toString();
  }

  private static void add(StringBuilder to, char letter, boolean has) {
    if (has) {
      to.append(letter);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "None|N",
        "True|b",
        "5|n",
        "2.5|n",
        "10 ** 30|n",
        "'text'|s",
        "[1, 2]|ai",
        "(1, 2)|ai",
        "range(3)|ai",
        "{1: 2}|hi",
        "{1, 2}|i",
        "iter([1])|iI",
        "(x for x in [1])|iI",
        "len|x",
        "lambda: 1|x",
        "'a'.upper|x",
        "int|xcm",
        "ValueError|xcm",
        "ValueError('x')|e",
        "b'ab'|iB",
        "bytearray(b'ab')|iB",
        "object()|``",
        "__import__('datetime').date(2026, 1, 2)|D",
        "__import__('datetime').time(1, 2, 3)|T",
        "__import__('datetime').datetime(2026, 1, 2, 3, 4)|DT",
        "__import__('datetime').timedelta(1)|U",
        "__import__('sys')|``",
        "type('T', (str,), {})('t')|si",
        "type('L', (list,), {})()|ai"
      })
  void eachValueHasTheAbilitiesOfItsKind(String expression, String expected) {
    assertThat(abilities(run(expression))).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void numbersFitWhereTheyCan() {
    Value big = run("2 ** 70");
    assertThat(big.fitsInLong()).isFalse();
    assertThat(big.fitsInBigInteger()).isTrue();
    assertThat(big.asBigInteger()).isEqualTo(BigInteger.TWO.pow(70));
    assertThat(big.fitsInDouble()).isTrue();
    assertThat(run("200").fitsInByte()).isFalse();
    assertThat(run("200").asShort()).isEqualTo((short) 200);
    assertThat(run("2 ** 40").asLong()).isEqualTo(1L << 40);
    assertThat(run("5").as(Object.class)).isEqualTo(5);
    assertThat(run("5").as(double.class)).isEqualTo(5.0);
    assertThatThrownBy(() -> run("2.5").asInt()).isInstanceOf(ClassCastException.class);
    Value enumerated = run("import enum\nclass E(enum.IntEnum):\n    A = 7\nE.A");
    assertThat(enumerated.asInt()).isEqualTo(7);
  }

  @Test
  void conversions() {
    assertThat(run("[1, 2, 3]").as(new TypeLiteral<List<Integer>>() {})).containsExactly(1, 2, 3);
    assertThat(run("{'a': 1}").as(new TypeLiteral<Map<String, Integer>>() {}))
        .containsEntry("a", 1);
    assertThat(run("[1, 2]").as(int[].class)).containsExactly(1, 2);
    assertThat(run("lambda: 'called'").as(Callable.class)).isNotNull();
    Function<Integer, Integer> twice =
        run("lambda n: n * 2").as(new TypeLiteral<Function<Integer, Integer>>() {});
    assertThat(twice.apply(21)).isEqualTo(42);
    List<Object> list = run("numbers = [1]\nnumbers").as(new TypeLiteral<List<Object>>() {});
    list.add("two");
    list.set(0, 10);
    assertThat(run("numbers")).hasToString("[10, 'two']");
    Map<Object, Object> map = run("d = {}\nd").as(new TypeLiteral<Map<Object, Object>>() {});
    map.put("k", 1);
    map.remove("none");
    assertThat(run("d")).hasToString("{'k': 1}");
  }

  @Test
  void targetTypeMappings() {
    HostAccess access =
        HostAccess.newBuilder(HostAccess.ALL)
            .targetTypeMapping(
                Value.class,
                Point.class,
                v -> v.hasMember("x") && v.hasMember("y"),
                v -> new Point(v.getMember("x").asInt(), v.getMember("y").asInt()))
            .build();
    try (Context own = Context.newBuilder(ID).allowHostAccess(access).build()) {
      Value made = own.eval(ID, "class P:\n    def __init__(self): self.x, self.y = 3, 4\nP()");
      assertThat(made.as(Point.class)).isEqualTo(new Point(3, 4));
      Value add = own.eval(ID, "lambda shape: shape.length(P())");
      assertThat(add.execute(new Shape()).asDouble()).isEqualTo(5.0);
    }
  }

  record Point(int x, int y) {}

  public static final class Shape {
    public double length(Point p) {
      return Math.hypot(p.x(), p.y());
    }
  }

  @Test
  void momentsAreThoseOfJava() {
    run("from datetime import *");
    assertThat(run("date(2026, 11, 21)").asDate()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(run("time(9, 30, 0, 5)").asTime()).isEqualTo(LocalTime.of(9, 30, 0, 5000));
    assertThat(run("timedelta(days=1, seconds=2)").asDuration())
        .isEqualTo(Duration.ofDays(1).plusSeconds(2));
    assertThat(run("datetime(2026, 1, 1, tzinfo=timezone.utc)").asInstant())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(run("datetime(2026, 1, 1)").isInstant()).isFalse();
  }

  @Test
  void buffersAreReadAndWritten() {
    Value bytes = run("bytes([1, 2, 255])");
    assertThat(bytes.getBufferSize()).isEqualTo(3);
    assertThat(bytes.readBufferByte(2)).isEqualTo((byte) -1);
    assertThat(bytes.readBufferShort(ByteOrder.BIG_ENDIAN, 0)).isEqualTo((short) 258);
    assertThat(bytes.isBufferWritable()).isFalse();
    assertThatThrownBy(() -> bytes.readBufferByte(3)).isInstanceOf(IndexOutOfBoundsException.class);
    Value array = run("array = bytearray(2)\narray");
    array.writeBufferByte(1, (byte) 65);
    assertThat(run("array")).hasToString("bytearray(b'\\x00A')");
  }

  @Test
  void exceptionsAreValues() {
    Value e = run("e = ValueError('wrong', 5)\ne.__cause__ = KeyError('k')\ne");
    assertThat(e.isException()).isTrue();
    assertThat(e.getMember("args").getArrayElement(1).asInt()).isEqualTo(5);
    PolyglotException thrown = catchThrowableOfType(PolyglotException.class, e::throwException);
    assertThat(thrown).hasMessage("ValueError: ('wrong', 5)");
    assertThat(thrown.getGuestObject().getMember("args").getArraySize()).isEqualTo(2);
  }

  @Test
  void membersOfClassesAndModules() {
    Value module = run("import math\nmath");
    assertThat(module.getMember("pi").asDouble()).isEqualTo(Math.PI);
    assertThat(module.invokeMember("sqrt", 9).asDouble()).isEqualTo(3.0);
    Value type = run("class A:\n    kind = 'a'\n    @property\n    def p(self): return 6\nA");
    assertThat(type.getMember("kind").asString()).isEqualTo("a");
    assertThat(type.newInstance().getMember("p").asInt()).isEqualTo(6);
    assertThat(type.getMetaQualifiedName()).isEqualTo("__main__.A");
    Value failing = run("class F:\n    @property\n    def p(self): raise KeyError('inside')\nF()");
    assertThatThrownBy(() -> failing.getMember("p")).hasMessage("KeyError: 'inside'");
    assertThatThrownBy(() -> run("5 .real").putMember("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void iteratorsOfThePrograms() {
    Value own =
        run(
            """
            class Countdown:
                def __init__(self, n): self.n = n
                def __iter__(self): return self
                def __next__(self):
                    if self.n == 0: raise StopIteration
                    self.n -= 1
                    return self.n
            Countdown(3)
            """);
    List<Integer> all = new ArrayList<>();
    for (Value i = own.getIterator(); i.hasIteratorNextElement(); ) {
      all.add(i.getIteratorNextElement().asInt());
    }
    assertThat(all).containsExactly(2, 1, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = (1,|true",
        "def f():|true",
        "if True:|true",
        "'''abc|true",
        "for x in y:\\n    pass|none",
        "x = 1 +|false",
        "x = )|false",
        "def f(:|false",
        "'abc|false"
      })
  void incompleteSourcesAreTold(String code, String expected) {
    Source source = Source.create(ID, code.replace("\\n", "\n"));
    if (expected.equals("none")) {
      assertThat(context.parse(source).canExecute()).isTrue();
      return;
    }
    PolyglotException e =
        catchThrowableOfType(PolyglotException.class, () -> context.parse(source));
    assertThat(e.isSyntaxError()).isTrue();
    assertThat(e.isIncompleteSource()).isEqualTo(Boolean.parseBoolean(expected));
    assertThat(e.getSourceLocation()).isNotNull();
  }

  @Test
  void parsedSourcesRunOften() {
    Value parsed = context.parse(ID, "n = globals().get('n', 0) + 1\nn");
    assertThat(parsed.execute().asInt()).isEqualTo(1);
    assertThat(parsed.execute().asInt()).isEqualTo(2);
  }

  @Test
  void framesOfTheProgramAreInTheStackTrace() throws Exception {
    Source source =
        Source.newBuilder(
                ID, "def f():\n    g()\n\ndef g():\n    raise OSError(2, 'no')\n\nf()", "j.pc")
            .build();
    PolyglotException e = catchThrowableOfType(PolyglotException.class, () -> context.eval(source));
    List<String> frames = new ArrayList<>();
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      if (frame.isGuestFrame()) {
        frames.add(frame.getRootName() + ":" + frame.getSourceLocation().getStartLine());
      }
    }
    assertThat(frames).containsExactly("g:5", "f:2", "<module>:7");
    assertThat(e.getGuestObject().getMember("errno").asInt()).isEqualTo(2);
  }
}
