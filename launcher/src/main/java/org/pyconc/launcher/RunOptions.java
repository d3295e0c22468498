package org.pyconc.launcher;

import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Engine;

/**
 * What {@code pyconc run} is asked for besides running a program.
 *
 * @param engine which executor runs the code
 * @param reportsCompiler whether to say at the end what was compiled and what not
 * @param why how often to say who waits for what, in seconds; 0 for never
 * @param trace the file for the timeline
 */
record RunOptions(Engine engine, boolean reportsCompiler, double why, @Nullable String trace) {
  /** Without any option. */
  static RunOptions none() {
    return new RunOptions(engineOfEnvironment(), false, 0, null);
  }

  /** What {@code PYCONC_ENGINE} says: interpreter, compiled, or mixed, which is the default. */
  static Engine engineOfEnvironment() {
    return switch (System.getenv("PYCONC_ENGINE")) {
      case "interpreter" -> Engine.INTERPRETER;
      case "compiled" -> Engine.COMPILED;
      case null, default -> Engine.MIXED;
    };
  }
}
