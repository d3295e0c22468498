package org.pyconc.launcher;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pyconc.runtime.Program;

/** Says every so often who waits for what, without stopping the program. */
final class WaitExplainer implements Runnable {
  private static final double NANOS = 1e9;

  private final Program program;
  private final double seconds;

  private WaitExplainer(Program program, double seconds) {
    this.program = program;
    this.seconds = seconds;
  }

  /** Begins to watch the program, as long as its kernel is open. */
  static void start(Program program, double seconds) {
    Thread.ofPlatform().daemon().name("why").start(new WaitExplainer(program, seconds));
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    while (!program.kernel().isClosed()) {
      try {
        Thread.sleep((long) (seconds * 1e3), 0);
      } catch (InterruptedException nobodyDoes) {
        return;
      }
      explain((System.nanoTime() - start) / NANOS);
    }
  }

  private void explain(double since) {
    String waits = program.kernel().waitGraph().toString();
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "pyconc: after %.1f s %s%n",
                since,
                waits.isEmpty() ? "nothing waits" : "these wait:"));
    for (String wait : waits.lines().toList()) {
      text.append("  ").append(wait).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    program.files().err().write(bytes, bytes.length);
  }
}
