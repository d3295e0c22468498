package org.pyconc.embedding;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import org.pyconc.grammar.SyntaxError;

/**
 * The polyglot language {@code pyconc}. Each context is a program of its own, whose processes end
 * with it.
 */
@TruffleLanguage.Registration(
    id = PyconcLanguage.ID,
    name = "pyconc",
    implementationName = "pyconc",
    defaultMimeType = PyconcLanguage.MIME_TYPE,
    characterMimeTypes = PyconcLanguage.MIME_TYPE)
public final class PyconcLanguage extends TruffleLanguage<EmbeddedProgram> {
  static final String ID = "pyconc";
  static final String MIME_TYPE = "text/x-pyconc";

  private static final ContextReference<EmbeddedProgram> CONTEXT =
      ContextReference.create(PyconcLanguage.class);

  @Override
  protected EmbeddedProgram createContext(Env env) {
    return new EmbeddedProgram(env);
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    EmbeddedProgram program = CONTEXT.get(null);
    try {
      return new EvaluationRoot(this, program, Evaluation.of(request.getSource(), program))
          .getCallTarget();
    } catch (SyntaxError error) {
      throw GuestException.of(error, request.getSource());
    }
  }

  @Override
  protected Object getScope(EmbeddedProgram program) {
    return program.scope();
  }

  /** Messages from any thread are carried out by the program's main thread. */
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
