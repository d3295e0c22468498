package org.pyconc.embedding;

import java.io.IOException;
import java.io.OutputStream;
import org.pyconc.runtime.Output;

/** What the context's creator gave for output. */
final class ContextOutput implements Output {
  private final OutputStream stream;

  ContextOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public synchronized boolean write(byte[] bytes, int length) {
    try {
      stream.write(bytes, 0, length);
      stream.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean isTerminal() {
    return false;
  }
}
