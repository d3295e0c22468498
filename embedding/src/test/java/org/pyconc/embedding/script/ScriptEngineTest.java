package org.pyconc.embedding.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptEngineTest {
  private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("pyconc");

  @AfterEach
  void close() {
    ((PyconcScriptEngine) engine).close();
  }

  @Test
  void isFoundByNameExtensionAndMimeType() {
    ScriptEngineManager manager = new ScriptEngineManager();
    for (ScriptEngine found :
        List.of(
            manager.getEngineByName("pyconc"),
            manager.getEngineByExtension("pc"),
            manager.getEngineByMimeType("text/x-pyconc"))) {
      assertThat(found).isInstanceOf(PyconcScriptEngine.class);
      ((PyconcScriptEngine) found).close();
    }
  }

  @Test
  void valuesAreThoseOfJava() throws Exception {
    assertThat(engine.eval("1 + 2")).isEqualTo(3);
    assertThat(engine.eval("'a' * 3")).isEqualTo("aaa");
    assertThat(engine.eval("2 ** 40")).isEqualTo(1L << 40);
    assertThat(engine.eval("2 ** 70")).isEqualTo(BigInteger.TWO.pow(70));
    assertThat(engine.eval("2.0 ** 70")).isEqualTo(Math.pow(2, 70));
    assertThat(engine.eval("x = 5")).isNull();
    assertThat(engine.eval(new StringReader("x / 2"))).isEqualTo(2.5);
    assertThat(new ArrayList<>((List<?>) engine.eval("[1, 'two']"))).isEqualTo(List.of(1, "two"));
  }

  @Test
  void namesAreBindings() throws Exception {
    engine.put("n", 6);
    engine.eval("m = n * 7");
    assertThat(engine.get("m")).isEqualTo(42);
    Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
    assertThat(bindings).containsOnlyKeys("n", "m");
    assertThat(bindings.remove("n")).isEqualTo(6);
    assertThat(engine.eval("'n' in globals()")).isEqualTo(false);
    bindings.clear();
    assertThat(bindings).isEmpty();
  }

  @Test
  void bindingsOfOneCallAreGoneAfterIt() throws Exception {
    Bindings own = new SimpleBindings();
    own.put("k", 10);
    engine.put("k", 1);
    assertThat(engine.eval("k = k + 5\nk", own)).isEqualTo(15);
    assertThat(own).containsEntry("k", 15);
    assertThat(engine.eval("k")).isEqualTo(1);
  }

  @Test
  void globalBindingsAreSeen() throws Exception {
    ScriptEngineManager manager = new ScriptEngineManager();
    manager.put("shared", "yes");
    try (PyconcScriptEngine second = (PyconcScriptEngine) manager.getEngineByName("pyconc")) {
      assertThat(second.eval("shared")).isEqualTo("yes");
    }
  }

  @Test
  void objectsOfJava() throws Exception {
    List<Object> list = new ArrayList<>();
    engine.put("list", list);
    engine.eval("for i in range(3): list.add(i * i)");
    assertThat(list).containsExactly(0, 1, 4);
  }

  @Test
  void outputGoesToTheWriter() throws Exception {
    StringWriter out = new StringWriter();
    engine.getContext().setWriter(out);
    engine.eval("print('h\u00e4llo \ud83d\ude00')");
    assertThat(out).hasToString("h\u00e4llo \ud83d\ude00\n");
  }

  @Test
  void compiledScriptsRunOften() throws Exception {
    CompiledScript script = ((Compilable) engine).compile("n = globals().get('n', 0) + 1\nn");
    assertThat(script.eval()).isEqualTo(1);
    assertThat(script.eval()).isEqualTo(2);
    assertThat(script.getEngine()).isSameAs(engine);
  }

  @Test
  void anExitIsAnException() throws Exception {
    ScriptException e =
        catchThrowableOfType(ScriptException.class, () -> engine.eval("import sys\nsys.exit(3)"));
    assertThat(e.getCause())
        .isInstanceOfSatisfying(
            PolyglotException.class,
            cause -> {
              assertThat(cause.isExit()).isTrue();
              assertThat(cause.getExitStatus()).isEqualTo(3);
            });
  }

  @Test
  void errorsHaveTheirPlace() {
    engine.put(ScriptEngine.FILENAME, "job.pc");
    ScriptException e =
        catchThrowableOfType(ScriptException.class, () -> engine.eval("x = 1\ny = x / 0"));
    assertThat(e).hasMessageStartingWith("ZeroDivisionError: division by zero");
    assertThat(e.getLineNumber()).isEqualTo(2);
    assertThat(e.getFileName()).isEqualTo("job.pc");
    e = catchThrowableOfType(ScriptException.class, () -> engine.eval("x = (1"));
    assertThat(e).hasMessageStartingWith("SyntaxError: '(' was never closed");
    assertThat(e.getLineNumber()).isEqualTo(1);
  }

  interface Greeter {
    String greet(String name);
  }

  @Test
  void functionsAndMethodsAreInvoked() throws Exception {
    Invocable invocable = (Invocable) engine;
    engine.eval(
        """
        def greet(name):
            return 'hello ' + name
        class Polite:
            def greet(self, name):
                return 'good evening, ' + name
        polite = Polite()
        """);
    assertThat(invocable.invokeFunction("greet", "Ada")).isEqualTo("hello Ada");
    assertThat(invocable.invokeMethod(engine.get("polite"), "greet", "Bob"))
        .isEqualTo("good evening, Bob");
    assertThat(invocable.getInterface(Greeter.class).greet("Eve")).isEqualTo("hello Eve");
    assertThat(invocable.getInterface(engine.get("polite"), Greeter.class).greet("Eve"))
        .isEqualTo("good evening, Eve");
    assertThat(invocable.getInterface(Runnable.class)).isNull();
    assertThatThrownBy(() -> invocable.invokeFunction("nothing"))
        .isInstanceOf(NoSuchMethodException.class);
    assertThatThrownBy(() -> invocable.invokeFunction("greet", 5))
        .isInstanceOf(ScriptException.class);
  }

  @Test
  void theContextDecidesWhatIsAllowed() throws Exception {
    assertThatThrownBy(() -> engine.eval("from java.util import ArrayList"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("allowHostClassLookup");
    try (PyconcScriptEngine free =
        PyconcScriptEngine.of(Context.newBuilder("pyconc").allowAllAccess(true))) {
      assertThat(free.eval("from java.util import ArrayList\nlen(ArrayList())")).isEqualTo(0);
    }
  }
}
