package org.pyconc.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Tracer;

/**
 * The file that {@code run --trace} writes: complete also when the program ends by a signal or in
 * the middle of what it does.
 */
final class Timeline {
  private final String file;
  private final Tracer tracer;
  private final Thread atExit;

  private Timeline(String file, Tracer tracer) {
    this.file = file;
    this.tracer = tracer;
    this.atExit = new Thread(tracer::close, "end of timeline");
  }

  /** Begins the file. */
  static Timeline open(String file) throws IOException {
    Tracer tracer = new Tracer(Files.newOutputStream(Path.of(file)));
    Timeline timeline = new Timeline(file, tracer);
    Runtime.getRuntime().addShutdownHook(timeline.atExit);
    return timeline;
  }

  Tracer tracer() {
    return tracer;
  }

  /** Writes the rest; returns what went wrong, for the user. */
  @Nullable String finish() {
    Exception failure = tracer.finish();
    if (failure == null) {
      return null;
    }
    return SourceFiles.cannotWrite("timeline", file, failure);
  }
}
