package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.source.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.objects.PyList;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.Session;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.scope.Executor;
import org.pyconc.stdlib.StandardLibrary;

/** The program of one context. Its processes start with the first use and end with the context. */
final class EmbeddedProgram {
  private final TruffleLanguage.Env env;
  private final Executor executor = new TieredExecutor(Engine.MIXED);
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private @Nullable Session session;
  private boolean isClosed;

  EmbeddedProgram(TruffleLanguage.Env env) {
    this.env = env;
  }

  Executor executor() {
    return executor;
  }

  /** What tracebacks call the source; remembered so that their places can be given as sections. */
  String nameOf(Source source) {
    String path = source.getPath();
    String name = path != null ? path : "<" + source.getName() + ">";
    sources.put(name, source);
    return name;
  }

  @Nullable Source source(String name) {
    return sources.get(name);
  }

  /** The names of the main module. */
  Object scope() {
    return run(Session::mainModule);
  }

  /** Does the work in the main thread of the program; its result as the polyglot API takes it. */
  Object run(Function<ProcessState, Object> work) {
    return Values.toHost(call(work), this);
  }

  /**
   * Does the work in the main thread of the program.
   *
   * @throws GuestException if the work raises an exception
   */
  <T> T call(Function<ProcessState, T> work) {
    Session running = session();
    Future<T> result = running.submit(state -> guarded(state, work));
    boolean isDone = false;
    try {
      T value =
          TruffleSafepoint.setBlockedThreadInterruptibleFunction(null, Session::await, result);
      isDone = true;
      return value;
    } catch (GuestException e) {
      isDone = true;
      throw e.onThisThread();
    } catch (Session.Ended e) {
      isDone = true;
      throw GuestException.ended();
    } finally {
      if (!isDone) {
        running.interrupt(); // the context is interrupted or cancelled
      }
    }
  }

  private <T> T guarded(ProcessState state, Function<ProcessState, T> work) {
    try {
      return work.apply(state);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw GuestException.of(Raising.translate(e).value(), state, this);
    } finally {
      state.out().flushQuietly();
      state.err().flushQuietly();
    }
  }

  private synchronized Session session() {
    if (isClosed) {
      throw GuestException.ended();
    }
    if (session == null) {
      session = start();
    }
    return session;
  }

  private Session start() {
    StandardFiles files =
        new StandardFiles(
            env.in(), false, new ContextOutput(env.out()), new ContextOutput(env.err()));
    Program program = new Program(files, new StandardLibrary(), executor, List.of(""));
    HostAccess access =
        new HostAccess(
            env.isFileIOAllowed(),
            env.isSocketIOAllowed(),
            env.isCreateProcessAllowed(),
            env.getEnvironment().entrySet().containsAll(System.getenv().entrySet()));
    program.setHostAccess(access);
    Session started = new Session(program, "");
    if (!access.files()) {
      var _ =
          started.submit(
              state -> {
                state.setPath(new PyList()); // modules are the library's only
                return true;
              });
    }
    return started;
  }

  /** Ends all processes. */
  synchronized void close() {
    isClosed = true;
    if (session != null) {
      session.close();
    }
  }
}
