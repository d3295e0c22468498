package org.pyconc.launcher;

import org.pyconc.runtime.Program;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C: the first press raises KeyboardInterrupt in the program, the third ends the JVM at once
 * in case the program does not listen.
 */
final class InterruptKey implements AutoCloseable {
  private static final int PATIENCE = 3;
  private static final int INTERRUPTED = 130;

  private final SignalHandler before;
  private int presses;

  private InterruptKey(Program program) {
    before =
        Signal.handle(
            new Signal("INT"),
            signal -> {
              if (++presses >= PATIENCE) {
                Runtime.getRuntime().halt(INTERRUPTED);
              }
              program.interrupt();
            });
  }

  static InterruptKey listen(Program program) {
    return new InterruptKey(program);
  }

  @Override
  public void close() {
    Signal.handle(new Signal("INT"), before);
  }
}
