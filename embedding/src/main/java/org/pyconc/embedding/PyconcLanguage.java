package org.pyconc.embedding;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeUtil;
import com.oracle.truffle.api.source.Source;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionValues;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.TracedStatement;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.scope.Executor;

/**
 * The polyglot language {@code pyconc}. Each context is a program of its own, whose processes end
 * with it; the contexts of an engine share code.
 */
@TruffleLanguage.Registration(
    id = PyconcLanguage.ID,
    name = "pyconc",
    implementationName = "pyconc",
    defaultMimeType = PyconcLanguage.MIME_TYPE,
    characterMimeTypes = PyconcLanguage.MIME_TYPE,
    contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
@ProvidedTags({
  StandardTags.StatementTag.class,
  StandardTags.RootTag.class,
  StandardTags.RootBodyTag.class
})
public final class PyconcLanguage extends TruffleLanguage<EmbeddedProgram> {
  static final String ID = "pyconc";
  static final String MIME_TYPE = "text/x-pyconc";

  private static final ContextReference<EmbeddedProgram> CONTEXT =
      ContextReference.create(PyconcLanguage.class);

  private volatile @Nullable Executor executor;
  private volatile boolean isTraced;
  private volatile @Nullable StatementCount statementCount;
  private final Map<SourceText, Source> sources = Collections.synchronizedMap(new WeakHashMap<>());

  /** Whether tools see the code that the executor runs. */
  boolean isTraced() {
    return isTraced;
  }

  /** What counts statements; null if no program is limited in them. */
  @Nullable StatementCount statementCount() {
    return statementCount;
  }

  /** The program of the context that the calling thread is in. */
  static EmbeddedProgram program(@Nullable Node node) {
    return CONTEXT.get(node);
  }

  Executor executor() {
    return Objects.requireNonNull(executor);
  }

  /** The text of a source, under the name that tracebacks give it. */
  SourceText textOf(Source source) {
    String path = source.getPath();
    SourceText text =
        new SourceText(
            path != null ? path : "<" + source.getName() + ">", source.getCharacters().toString());
    sources.put(text, source);
    return text;
  }

  /** The source that a text was made from, or null. */
  @Nullable Source source(SourceText text) {
    Source known = sources.get(text);
    if (known == null && isTraced && !text.isLibrary() && !text.name().startsWith("<")) {
      known = sourceOfFile(text);
      sources.put(text, known);
    }
    return known;
  }

  /** A module that the program has imported from a file, for tools. */
  private static Source sourceOfFile(SourceText text) {
    String path = Path.of(text.name()).toAbsolutePath().toString();
    return Source.newBuilder(ID, program(null).env().getPublicTruffleFile(path))
        .content(text.text())
        .build();
  }

  @Override
  protected OptionDescriptors getOptionDescriptors() {
    return new OptionsOptionDescriptors();
  }

  /** Contexts share code if the same executor runs it. */
  @Override
  protected boolean areOptionsCompatible(OptionValues first, OptionValues other) {
    return first.get(Options.ENGINE) == other.get(Options.ENGINE)
        && first.get(Options.MAX_STATEMENTS) > 0 == other.get(Options.MAX_STATEMENTS) > 0
        && Options.needInterpreter(first) == Options.needInterpreter(other);
  }

  @Override
  protected EmbeddedProgram createContext(Env env) {
    if (executor == null) {
      Engine engine =
          Options.needInterpreter(env.getOptions())
              ? Engine.INTERPRETER
              : env.getOptions().get(Options.ENGINE);
      isTraced = DebugTracing.isWatched(this);
      if (env.getOptions().get(Options.MAX_STATEMENTS) > 0) {
        statementCount = new StatementCount();
      }
      StatementCount counting = statementCount;
      executor =
          isTraced
              ? new TieredExecutor(counting, new DebugTracing(this))
              : counting != null ? new TieredExecutor(counting) : new TieredExecutor(engine);
    }
    if (isTraced && !env.isCreateThreadAllowed()) {
      throw GuestException.notAllowed(
          "a tool watches the statements of this engine: its contexts need"
              + " allowCreateThread(true)");
    }
    return new EmbeddedProgram(this, env);
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    Source source = request.getSource();
    SourceText text = textOf(source);
    try {
      return new EvaluationRoot(this, Evaluation.of(text, source.isInteractive(), executor()))
          .getCallTarget();
    } catch (SyntaxError error) {
      throw GuestException.of(error, source, Evaluation.isIncomplete(error, text)).onThisThread();
    }
  }

  /** Text that a debugger wants evaluated where it has stopped. */
  @Override
  protected @Nullable ExecutableNode parse(InlineParsingRequest request) {
    Node location = request.getLocation();
    TracedStatement statement =
        location instanceof TracedStatement here
            ? here
            : NodeUtil.findParent(location, TracedStatement.class);
    if (statement == null) {
      return null;
    }
    Source source = request.getSource();
    String text = source.getCharacters().toString().strip();
    SourceText named = new SourceText("<" + source.getName() + ">", text);
    try {
      Module module = Parser.parseModule(named);
      boolean isExpression =
          module.body().size() == 1
              && module.body().getFirst() instanceof Statement.ExpressionStatement;
      return new FrameEvaluation(this, statement.code(), text, isExpression);
    } catch (SyntaxError error) {
      throw GuestException.of(error, source, false).onThisThread();
    }
  }

  @Override
  protected Object getScope(EmbeddedProgram program) {
    return program.scope();
  }

  /** Messages from any thread are carried out by threads of the program. */
  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }

  @Override
  protected void finalizeContext(EmbeddedProgram program) {
    program.close();
  }

  @Override
  protected void disposeContext(EmbeddedProgram program) {
    program.close();
  }
}
