package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.io.TruffleProcessBuilder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import org.graalvm.polyglot.io.ProcessHandler;
import org.pyconc.runtime.ProgramStarter;

/** Starts programs of the host as the context does: its builder may have been given how. */
record ContextProcesses(TruffleLanguage.Env env) implements ProgramStarter {
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
    if (builder.redirectInput() != ProcessBuilder.Redirect.PIPE) {
      process.getOutputStream().close(); // it is to read nothing
    }
    return process;
  }

  private static ProcessHandler.Redirect nowhere(TruffleProcessBuilder builder) {
    return builder.createRedirectToStream(OutputStream.nullOutputStream());
  }
}
