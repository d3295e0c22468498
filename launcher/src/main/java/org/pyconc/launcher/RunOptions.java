package org.pyconc.launcher;

import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Engine;
import org.pyconc.launcher.debug.DebugServer;
import org.pyconc.launcher.debug.Inspector;
import org.pyconc.launcher.profile.CoverageReport;

/** What {@code pyconc run} is asked for besides running a program. */
final class RunOptions {
  /** Which executor runs the code. */
  Engine engine = engineOfEnvironment();

  /** Whether to say at the end what was compiled and what not. */
  boolean reportsCompiler;

  /** How often to say who waits for what, in seconds; 0 for never. */
  double why;

  /** The file for the timeline. */
  @Nullable String trace;

  /** How to report which lines have run. */
  @Nullable CoverageReport coverage;

  /** Where that report goes; null for standard error or a usual name. */
  @Nullable String coverageFile;

  /** Whether to report where the time went. */
  boolean samples;

  /** Whether to report how often functions were called. */
  boolean countsCalls;

  /** Whether to report which lines allocate memory. */
  boolean countsMemory;

  /** Where an editor is waited for, to debug the program. */
  @Nullable DebugServer debugServer;

  /** Through what Chrome debugs the program. */
  @Nullable Inspector inspector;

  /** Whether {@code PYCONC_ENGINE} may say this. */
  static boolean isEngine(String name) {
    return switch (name) {
      case "", "interpreter", "compiled", "mixed" -> true;
      default -> false;
    };
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
