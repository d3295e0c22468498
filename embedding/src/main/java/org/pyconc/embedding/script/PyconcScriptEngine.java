package org.pyconc.embedding.script;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A program of its own behind the interfaces of {@code javax.script}. Scripts may use the objects
 * that they are given, and nothing else of the host; {@link #of} allows more. Close it: its
 * processes live until then.
 */
public final class PyconcScriptEngine extends AbstractScriptEngine
    implements Compilable, Invocable, AutoCloseable {
  private static final String ID = PyconcScriptEngineFactory.ID;

  private final ScriptEngineFactory factory;
  private final Context polyglot;
  private volatile ScriptContext running;

  PyconcScriptEngine(ScriptEngineFactory factory) {
    this(
        factory,
        Context.newBuilder(ID)
            .allowHostAccess(HostAccess.ALL)
            .option("engine.WarnInterpreterOnly", "false"));
  }

  private PyconcScriptEngine(ScriptEngineFactory factory, Context.Builder builder) {
    this.factory = factory;
    this.running = getContext();
    this.polyglot =
        builder
            .out(new WriterStream(() -> running.getWriter()))
            .err(new WriterStream(() -> running.getErrorWriter()))
            .build();
    getContext()
        .setBindings(new ModuleBindings(polyglot.getBindings(ID)), ScriptContext.ENGINE_SCOPE);
  }

  /** An engine whose scripts may do what the context's builder allows. */
  public static PyconcScriptEngine of(Context.Builder builder) {
    return new PyconcScriptEngine(new PyconcScriptEngineFactory(), builder);
  }

  @Override
  public @Nullable Object eval(String script, ScriptContext context) throws ScriptException {
    return run(parse(script, context), context);
  }

  @Override
  public @Nullable Object eval(Reader reader, ScriptContext context) throws ScriptException {
    return eval(read(reader), context);
  }

  @Override
  public CompiledScript compile(String script) throws ScriptException {
    Value parsed = parse(script, getContext());
    return new CompiledScript() {
      @Override
      public @Nullable Object eval(ScriptContext context) throws ScriptException {
        return run(parsed, context);
      }

      @Override
      public ScriptEngine getEngine() {
        return PyconcScriptEngine.this;
      }
    };
  }

  @Override
  public CompiledScript compile(Reader reader) throws ScriptException {
    return compile(read(reader));
  }

  private static String read(Reader reader) throws ScriptException {
    StringWriter text = new StringWriter();
    try {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new ScriptException(e);
    }
    return text.toString();
  }

  private Value parse(String script, ScriptContext context) throws ScriptException {
    Object name = context.getAttribute(ScriptEngine.FILENAME);
    try {
      return polyglot.parse(
          Source.newBuilder(ID, script, name instanceof String s ? s : "<script>").buildLiteral());
    } catch (PolyglotException e) {
      throw translate(e);
    }
  }

  private synchronized @Nullable Object run(Value parsed, ScriptContext context)
      throws ScriptException {
    ScriptContext before = running;
    running = context;
    Map<String, @Nullable Value> hidden = lend(context);
    try {
      return ModuleBindings.java(parsed.execute());
    } catch (PolyglotException e) {
      throw translate(e);
    } finally {
      takeBack(context, hidden);
      running = before;
    }
  }

  /** Puts names that are not the module's own into it; what they hide is given back. */
  private Map<String, @Nullable Value> lend(ScriptContext context) {
    Map<String, @Nullable Value> hidden = new LinkedHashMap<>();
    Value module = polyglot.getBindings(ID);
    Bindings global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
    if (global != null) {
      global.forEach(
          (name, value) -> {
            if (!module.hasMember(name)) {
              hidden.put(name, null);
              module.putMember(name, value);
            }
          });
    }
    Bindings own = context.getBindings(ScriptContext.ENGINE_SCOPE);
    if (own != null && !(own instanceof ModuleBindings)) {
      own.forEach(
          (name, value) -> {
            hidden.put(name, module.getMember(name));
            module.putMember(name, value);
          });
    }
    return hidden;
  }

  private void takeBack(ScriptContext context, Map<String, @Nullable Value> hidden) {
    Value module = polyglot.getBindings(ID);
    Bindings own = context.getBindings(ScriptContext.ENGINE_SCOPE);
    hidden.forEach(
        (name, value) -> {
          if (own != null && !(own instanceof ModuleBindings) && own.containsKey(name)) {
            Value now = module.getMember(name);
            own.put(name, now == null ? null : ModuleBindings.java(now));
          }
          if (value != null) {
            module.putMember(name, value);
          } else if (module.hasMember(name)) {
            module.removeMember(name);
          }
        });
  }

  private static ScriptException translate(PolyglotException e) {
    SourceSection place = e.getSourceLocation();
    ScriptException translated =
        place == null
            ? new ScriptException(e.getMessage())
            : new ScriptException(
                e.getMessage(),
                place.getSource().getName(),
                place.getStartLine(),
                place.getStartColumn());
    translated.initCause(e.isHostException() ? e.asHostException() : e);
    return translated;
  }

  @Override
  public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
      throws ScriptException, NoSuchMethodException {
    return invoke(polyglot.getBindings(ID), name, arguments);
  }

  @Override
  public @Nullable Object invokeMethod(Object receiver, String name, @Nullable Object... arguments)
      throws ScriptException, NoSuchMethodException {
    return invoke(polyglot.asValue(receiver), name, arguments);
  }

  private static @Nullable Object invoke(Value receiver, String name, @Nullable Object... arguments)
      throws ScriptException, NoSuchMethodException {
    if (!receiver.canInvokeMember(name)) {
      throw new NoSuchMethodException(name);
    }
    try {
      return ModuleBindings.java(receiver.invokeMember(name, arguments));
    } catch (PolyglotException e) {
      throw translate(e);
    }
  }

  @Override
  public <T> @Nullable T getInterface(Class<T> type) {
    return implementation(polyglot.getBindings(ID), type);
  }

  @Override
  public <T> @Nullable T getInterface(Object receiver, Class<T> type) {
    return implementation(polyglot.asValue(receiver), type);
  }

  private static <T> @Nullable T implementation(Value receiver, Class<T> type) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(type + " is no interface");
    }
    for (var method : type.getMethods()) {
      if (java.lang.reflect.Modifier.isAbstract(method.getModifiers())
          && !receiver.canInvokeMember(method.getName())) {
        return null;
      }
    }
    return receiver.as(type);
  }

  @Override
  public Bindings createBindings() {
    return new SimpleBindings();
  }

  @Override
  public ScriptEngineFactory getFactory() {
    return factory;
  }

  /** Ends the program with all its processes. */
  @Override
  public void close() {
    polyglot.close(true);
  }
}
