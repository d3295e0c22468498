package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which method of Java is called, and how deep calls go. */
class HostCallsTest {
  private static final String ID = "pyconc";

  private Context context;

  /** What scripts call. */
  public static class Library {
    public final int size = 3;

    public String on(LocalDate day) {
      return "day " + day;
    }

    public String on(LocalDateTime moment) {
      return "moment " + moment;
    }

    public String on(ZonedDateTime moment) {
      return "zoned " + moment.toLocalDateTime();
    }

    public String of(List<?> all) {
      return "list " + all;
    }

    public String of(Object one) {
      return "object " + one;
    }

    public String of(Map<?, ?> all) {
      return "map " + all;
    }

    public Object apply(Function<Object, Object> function, Object value) {
      return function.apply(value);
    }
  }

  @BeforeEach
  void open() {
    context =
        Context.newBuilder(ID)
            .allowHostAccess(HostAccess.ALL)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    context.getBindings(ID).putMember("it", new Library());
    run("from datetime import *");
  }

  @AfterEach
  void close() {
    context.close(true);
  }

  private Value run(String code) {
    return context.eval(ID, code);
  }

  @Test
  void theOverloadThatSaysMostAboutAMomentIsMeant() {
    assertThat(run("it.on(date(2020, 1, 2))").asString()).isEqualTo("day 2020-01-02");
    assertThat(run("it.on(datetime(2020, 1, 2))").asString()).isEqualTo("moment 2020-01-02T00:00");
    assertThat(run("it.on(datetime(2020, 1, 2, tzinfo=timezone.utc))").asString())
        .isEqualTo("zoned 2020-01-02T00:00");
  }

  @Test
  void ofSeveralOverloadsOneIsChosenByItsSignature() {
    assertThatThrownBy(() -> run("it.of([1])"))
        .hasMessageStartingWith("TypeError: more than one overload takes these arguments: of(")
        .hasMessageContaining("getattr(object, 'of(java.")
        .hasMessageNotContaining("org.pyconc");
    assertThat(run("getattr(it, 'of(java.util.List)')([1])").asString()).isEqualTo("list [1]");
  }

  @Test
  void aFieldThatIsFinalIsNotMissing() {
    assertThatThrownBy(() -> run("it.size = 4"))
        .hasMessage("AttributeError: attribute 'size' of the host's object cannot be set");
    assertThatThrownBy(() -> run("del it.size"))
        .hasMessage("AttributeError: attribute 'size' of the host's object cannot be deleted");
    assertThatThrownBy(() -> run("it.nothing = 4"))
        .hasMessage("AttributeError: the host's object has no attribute 'nothing'");
  }

  @Test
  @Timeout(60)
  void callsInsideEachOtherEndBeforeTheStackOfTheHostDoes() {
    run("def down(n): return n and it.apply(lambda n: down(n - 1), n)");
    assertThat(run("down(50)").asInt()).isZero();
    assertThatThrownBy(() -> run("down(900)"))
        .hasMessage(
            "RecursionError: maximum recursion depth exceeded: too many calls of the host inside"
                + " each other");
    assertThat(run("down(50)").asInt()).isZero();
  }
}
