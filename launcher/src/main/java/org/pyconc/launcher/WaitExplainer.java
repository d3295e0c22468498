package org.pyconc.launcher;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pyconc.runtime.Program;

/** Says who waits for what, without stopping the program: every so often, or when asked. */
final class WaitExplainer {
  private static final double NANOS = 1e9;

  private final Program program;
  private final long start = System.nanoTime();

  WaitExplainer(Program program) {
    this.program = program;
  }

  /** Begins to say it every so many seconds, as long as the program's kernel is open. */
  void every(double seconds) {
    Thread.ofPlatform().daemon().name("why").start(() -> repeat(seconds));
  }

  private void repeat(double seconds) {
    while (!program.kernel().isClosed()) {
      try {
        Thread.sleep((long) (seconds * 1e3), 0);
      } catch (InterruptedException nobodyDoes) {
        return;
      }
      explain();
    }
  }

  /** Says it once. */
  void explain() {
    double since = (System.nanoTime() - start) / NANOS;
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
