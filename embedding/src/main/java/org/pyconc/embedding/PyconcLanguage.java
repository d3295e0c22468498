package org.pyconc.embedding;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.Source;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionValues;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
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
public final class PyconcLanguage extends TruffleLanguage<EmbeddedProgram> {
  static final String ID = "pyconc";
  static final String MIME_TYPE = "text/x-pyconc";

  private static final ContextReference<EmbeddedProgram> CONTEXT =
      ContextReference.create(PyconcLanguage.class);

  private volatile @Nullable Executor executor;
  private final Map<SourceText, Source> sources = Collections.synchronizedMap(new WeakHashMap<>());

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
    return sources.get(text);
  }

  @Override
  protected OptionDescriptors getOptionDescriptors() {
    return new OptionsOptionDescriptors();
  }

  /** Contexts share code if the same executor runs it. */
  @Override
  protected boolean areOptionsCompatible(OptionValues first, OptionValues other) {
    return first.get(Options.ENGINE) == other.get(Options.ENGINE);
  }

  @Override
  protected EmbeddedProgram createContext(Env env) {
    if (executor == null) {
      executor = new TieredExecutor(env.getOptions().get(Options.ENGINE));
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
