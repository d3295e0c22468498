package org.pyconc.compiler;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.NodeBuilder;
import org.pyconc.ast.StatementListener;
import org.pyconc.ast.Tracing;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyFunction;
import org.pyconc.scope.CodePlace;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;

/**
 * Chooses between the interpreter and the compiled tier: making a class costs about a millisecond
 * in a JVM that has just begun, which code that runs once does not earn back.
 */
public final class TieredExecutor implements Executor {
  private final Engine engine;
  private final int largestMethod;
  private final Executor interpreter;

  /** Whether all code has to be interpreted because somebody looks on. */
  private final boolean isWatched;

  private final CompilerReport report = new CompilerReport();

  /** The classes made so far: tells which code stands on the JVM's stack. */
  private final ConcurrentHashMap<Class<?>, UnitClass.Compiled> compiled =
      new ConcurrentHashMap<>();

  /** What the library brought with it, by module. */
  private final ConcurrentHashMap<CodeUnit, PrecompiledModule> precompiled =
      new ConcurrentHashMap<>();

  private volatile boolean keepsLocals;
  private volatile boolean keepsTraces;

  public TieredExecutor(Engine engine) {
    this(engine, UnitCompiler.LARGEST_METHOD);
  }

  /**
   * Splits code whose JVM methods would be larger.
   *
   * @param largestMethod in bytes
   */
  public TieredExecutor(Engine engine, int largestMethod) {
    this.engine = engine;
    this.largestMethod = largestMethod;
    this.isWatched = false;
    this.interpreter = NodeBuilder.executor();
  }

  /** Has all code interpreted, so that somebody can watch the statements. */
  public TieredExecutor(StatementListener listener) {
    this(NodeBuilder.executor(listener));
  }

  private TieredExecutor(Executor interpreter) {
    this.engine = Engine.INTERPRETER;
    this.largestMethod = UnitCompiler.LARGEST_METHOD;
    this.isWatched = true;
    this.interpreter = interpreter;
  }

  /** Has all code interpreted, so that tools of Truffle can see it. */
  public TieredExecutor(@Nullable StatementListener listener, Tracing tracing) {
    this(NodeBuilder.executor(listener, tracing));
  }

  /** What was compiled and what not, up to now. */
  public CompilerReport report() {
    return report;
  }

  @Override
  public CodeBody prepare(CodeUnit unit) {
    if (unit.keepsLocals()) {
      return interpreter.prepare(unit); // no one sees into the locals of the JVM
    }
    if (!isWatched && !unit.forkCalls().isEmpty()) {
      return compileOrInterpret(unit); // only compiled code can be copied while it runs
    }
    return switch (engine) {
      case INTERPRETER -> interpreter.prepare(unit);
      case COMPILED -> compileOrInterpret(unit);
      case MIXED ->
          isWorthIt(unit)
              ? compileOrInterpret(unit)
              : unit.kind() == CodeUnit.Kind.CLASS
                  ? interpreter.prepare(unit) // making the class costs more than running its body
                  : new FirstCall(unit, this);
    };
  }

  @Override
  public void usePrecompiled(CodeUnit module, Supplier<byte @Nullable []> bytes, long checksum) {
    if (largestMethod == UnitCompiler.LARGEST_METHOD && engine != Engine.INTERPRETER) {
      precompiled.put(module, new PrecompiledModule(module, bytes, checksum));
    }
  }

  @Override
  public void keepLocals() {
    keepsLocals = true;
  }

  @Override
  public boolean keepsLocals() {
    return keepsLocals;
  }

  @Override
  public void keepTraces() {
    keepsLocals = true;
    keepsTraces = true;
  }

  @Override
  public boolean keepsTraces() {
    return keepsTraces;
  }

  @Override
  public @Nullable CodePlace placeOf(Class<?> generated, int line) {
    UnitClass.Compiled code = compiled.get(generated);
    if (code == null || !(line > 0 && line <= code.places().length)) {
      return null;
    }
    return new CodePlace(code.unit(), code.places()[line - 1]);
  }

  static boolean isFunction(CodeUnit unit) {
    return unit.kind() != CodeUnit.Kind.MODULE && unit.kind() != CodeUnit.Kind.CLASS;
  }

  static boolean isWorthIt(CodeUnit unit) {
    return switch (unit.tree()) {
      case Module m -> Trees.hasLoop(m.body());
      case Statement.FunctionDef f -> unit.isGenerator() || Trees.hasLoop(f.body());
      case Expression.Lambda l -> false;
      case Statement.ClassDef c -> Trees.hasLoop(c.body());
      default -> true;
    };
  }

  CodeBody compileOrInterpret(CodeUnit unit) {
    try {
      UnitClass code = precompiled(unit);
      if (code == null) {
        code = UnitCompiler.compile(unit, largestMethod);
        report.compiled();
      } else {
        report.loaded();
      }
      UnitClass.Compiled made = code.define();
      compiled.put(made.body().getClass(), made);
      return unit.forkCalls().isEmpty()
          ? made.body()
          : new ForkingBody((GeneratorBody) made.body());
    } catch (CannotCompile e) {
      report.refused(e.what());
      return interpreter.prepare(unit);
    } catch (IllegalArgumentException | IllegalStateException | LinkageError e) {
      report.failed(unit, e);
      if (engine == Engine.COMPILED) {
        throw new IllegalStateException("compiling " + unit.qualifiedName(), e);
      }
      return interpreter.prepare(unit); // the interpreter can run everything
    }
  }

  private @Nullable UnitClass precompiled(CodeUnit unit) {
    PrecompiledModule classes = precompiled.get(unit.module());
    return classes == null ? null : classes.find(unit);
  }

  CodeBody interpret(CodeUnit unit) {
    return interpreter.prepare(unit);
  }

  /** Interprets the first call and compiles at the second. */
  private static final class FirstCall extends CodeBody {
    private final CodeUnit unit;
    private final TieredExecutor executor;
    private @Nullable CodeBody first;

    FirstCall(CodeUnit unit, TieredExecutor executor) {
      this.unit = unit;
      this.executor = executor;
    }

    private synchronized CodeBody next() {
      CodeBody interpreted = first;
      if (interpreted == null) {
        interpreted = executor.interpret(unit);
        first = interpreted;
        return interpreted;
      }
      if (unit.body() == this) {
        unit.replaceBody(executor.compileOrInterpret(unit));
      }
      return unit.body();
    }

    @Override
    public Object run(PyFunction function, Task task, Object[] locals) {
      return next().run(function, task, locals);
    }
  }
}
