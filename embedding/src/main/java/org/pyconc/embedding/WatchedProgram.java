package org.pyconc.embedding;

import java.util.Map;
import org.graalvm.polyglot.Context;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.kernel.KernelOptions;

/**
 * Lets tools of Truffle, such as the inspector, watch a program that is not run by {@link
 * Context#eval}: its code is code of a context, and its threads are inside that context.
 */
public final class WatchedProgram implements AutoCloseable {
  private final Context context;
  private final EmbeddedProgram place;

  private WatchedProgram(Context context, EmbeddedProgram place) {
    this.context = context;
    this.place = place;
  }

  /**
   * Starts the tools.
   *
   * @param options of the tools, by their full names
   * @throws RuntimeException if a tool does not start
   */
  public static WatchedProgram open(Map<String, String> options) {
    Context context =
        Context.newBuilder(PyconcLanguage.ID)
            .allowAllAccess(true)
            .option("engine.WarnInterpreterOnly", "false")
            .options(options)
            .build();
    try {
      context.initialize(PyconcLanguage.ID);
      context.enter();
      try {
        return new WatchedProgram(context, PyconcLanguage.program(null));
      } finally {
        context.leave();
      }
    } catch (RuntimeException | Error e) {
      context.close(true);
      throw e;
    }
  }

  /** What is to run the program's code. */
  public TieredExecutor executor() {
    return new TieredExecutor(null, new DebugTracing(place.language()));
  }

  /** The options of a kernel whose threads the tools see. */
  public KernelOptions watch(KernelOptions options) {
    return place.watched(options);
  }

  /** Ends the tools; the program has ended. */
  @Override
  public void close() {
    place.close(); // tools may have asked the context's own main process
    place.awaitThreads();
    context.close(true);
  }
}
