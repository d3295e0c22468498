package org.pyconc.embedding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;

/** Runs a source in the program of its context. */
final class EvaluationRoot extends RootNode {
  private final EmbeddedProgram program;
  private final Evaluation evaluation;

  EvaluationRoot(PyconcLanguage language, EmbeddedProgram program, Evaluation evaluation) {
    super(language);
    this.program = program;
    this.evaluation = evaluation;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return program.run(evaluation::run);
  }

  /** The places that count are those of the program's own traceback. */
  @Override
  public boolean isInternal() {
    return true;
  }
}
