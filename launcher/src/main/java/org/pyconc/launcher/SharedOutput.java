package org.pyconc.launcher;

import org.pyconc.runtime.Output;

/** A standard stream of the JVM as the output of a whole program. */
final class SharedOutput implements Output {
  private final TextOutput stream;
  private final boolean isTerminal;

  SharedOutput(TextOutput stream, boolean isTerminal) {
    this.stream = stream;
    this.isTerminal = isTerminal;
  }

  @Override
  public synchronized boolean write(byte[] bytes, int length) {
    stream.print(bytes, length);
    stream.flush();
    return stream.error() == 0;
  }

  @Override
  public synchronized int error() {
    return stream.error();
  }

  @Override
  public boolean isHostStream() {
    return true;
  }

  @Override
  public boolean isTerminal() {
    return isTerminal;
  }
}
