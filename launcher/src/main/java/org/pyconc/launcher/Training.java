package org.pyconc.launcher;

import java.time.Duration;
import java.util.List;

/**
 * Runs programs so that the JVM's start-up cache comes to know the classes and code they need. The
 * start script asks for it when it makes that cache.
 */
final class Training {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final StandardStreams streams;

  Training(StandardStreams streams) {
    this.streams = streams;
  }

  /** Runs one program after the other. How they end does not matter, only that they end. */
  int run(List<String> programs) {
    Thread.ofPlatform().daemon().name("training-limit").start(Training::haltAtLimit);
    for (String program : programs) {
      new RunCommand(streams).run(program, List.of(program));
    }
    return 0;
  }

  private static void haltAtLimit() {
    try {
      Thread.sleep(LIMIT);
    } catch (InterruptedException nobodyDoes) {
      return;
    }
    Runtime.getRuntime().halt(1);
  }
}
