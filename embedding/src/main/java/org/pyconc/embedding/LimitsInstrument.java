package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;

/**
 * Closes contexts that have used up what they may: only an instrument can do that, a language
 * cannot.
 */
@TruffleInstrument.Registration(
    id = LimitsInstrument.ID,
    name = "Limits of pyconc",
    internal = true,
    services = LimitsInstrument.Closer.class)
public final class LimitsInstrument extends TruffleInstrument {
  static final String ID = "pyconc-limits";

  /** Gives contexts that can be closed. */
  public static final class Closer {
    private final Env env;

    Closer(Env env) {
      this.env = env;
    }

    /** The context that the calling thread is in. */
    TruffleContext enteredContext() {
      return env.getEnteredContext();
    }
  }

  @Override
  protected void onCreate(Env env) {
    env.registerService(new Closer(env));
  }
}
