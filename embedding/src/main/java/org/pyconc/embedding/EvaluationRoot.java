package org.pyconc.embedding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;

/** Runs a source in the program of the context that asks for it. */
final class EvaluationRoot extends RootNode {
  private final Evaluation evaluation;

  EvaluationRoot(PyconcLanguage language, Evaluation evaluation) {
    super(language);
    this.evaluation = evaluation;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    EmbeddedProgram program = PyconcLanguage.program(this);
    return program.callMain(state -> Heap.current(program).toHost(evaluation.run(state)));
  }

  /** The places that count are those of the program's own traceback. */
  @Override
  public boolean isInternal() {
    return true;
  }
}
