package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.io.TruffleProcessBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.io.ProcessHandler;
import org.pyconc.kernel.Kernel;
import org.pyconc.runtime.ProgramStarter;

/** Starts programs of the host as the context does: its builder may have been given how. */
final class ContextProcesses implements ProgramStarter {
  private static final long ENDING_MILLIS = 500;

  private final TruffleLanguage.Env env;
  private final Kernel kernel;
  private final Set<Process> started = ConcurrentHashMap.newKeySet();

  ContextProcesses(TruffleLanguage.Env env, Kernel kernel) {
    this.env = env;
    this.kernel = kernel;
  }

  @Override
  public Process start(ProcessBuilder builder) throws IOException {
    TruffleProcessBuilder own =
        env.newProcessBuilder(builder.command().toArray(new String[0]))
            .clearEnvironment(true)
            .environment(builder.environment())
            .redirectErrorStream(builder.redirectErrorStream());
    File folder = builder.directory();
    if (folder != null) {
      own.directory(env.getPublicTruffleFile(folder.getPath()));
    }
    if (builder.redirectOutput() == ProcessBuilder.Redirect.DISCARD) {
      own.redirectOutput(nowhere(own));
    }
    if (builder.redirectError() == ProcessBuilder.Redirect.DISCARD) {
      own.redirectError(nowhere(own));
    }
    Process process;
    try {
      process = own.start();
    } catch (SecurityException e) {
      throw new IOException("error=1, Operation not permitted", e);
    }
    started.removeIf(each -> !each.isAlive());
    started.add(process);
    if (builder.redirectInput() != ProcessBuilder.Redirect.PIPE) {
      process.getOutputStream().close(); // it is to read nothing
    }
    return new Numbered(process, kernel.newPid());
  }

  /** Ends what still runs: a context that has programs of the host cannot be closed. */
  void close() {
    for (Process each : started) {
      each.destroyForcibly();
    }
    boolean interrupted = false;
    for (Process each : started) {
      try {
        each.waitFor(ENDING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessHandler.Redirect nowhere(TruffleProcessBuilder builder) {
    return builder.createRedirectToStream(OutputStream.nullOutputStream());
  }

  /** What a context starts does not tell its number: it gets one as the program's processes do. */
  private static final class Numbered extends Process {
    private final Process process;
    private final long pid;

    Numbered(Process process, long pid) {
      this.process = process;
      this.pid = pid;
    }

    @Override
    public long pid() {
      return pid;
    }

    @Override
    public OutputStream getOutputStream() {
      return process.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return process.getInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return process.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
      return process.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
      return process.exitValue();
    }

    @Override
    public void destroy() {
      process.destroy();
    }

    @Override
    public Process destroyForcibly() {
      return process.destroyForcibly();
    }

    @Override
    public boolean isAlive() {
      return process.isAlive();
    }
  }
}
