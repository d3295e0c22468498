package org.pyconc.stdlib.subprocess;

import java.io.IOException;
import java.io.OutputStream;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.runtime.ByteEnd;

/** The end of a pipe that a child program reads from. */
final class PipeWriter extends KernelObject implements ByteEnd, Pollable {
  private final OutputStream stream;
  private final WaitQueue nobody = new WaitQueue(this);

  PipeWriter(OutputStream stream) {
    super(null);
    this.stream = stream;
  }

  @Override
  public int write(byte[] bytes, int from, int count) throws IOException {
    try {
      return Task.require()
          .process()
          .kernel()
          .hostCalls()
          .call(
              "write to a child program",
              () -> {
                stream.write(bytes, from, count);
                stream.flush();
                return count;
              });
    } catch (IOException e) {
      throw "Stream closed".equals(e.getMessage()) ? new IOException("Broken pipe", e) : e;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Writing takes a thread of the host: it can always be tried. */
  @Override
  public int ready(int wanted) {
    return wanted & WRITE;
  }

  @Override
  public WaitQueue queue(int one) {
    return nobody;
  }

  @Override
  protected void onLastClose() {
    Thread.ofVirtual().start(this::closeStream); // may wait for a write
  }

  private void closeStream() {
    try {
      stream.close();
    } catch (IOException e) {
      // The child has gone.
    }
  }

  @Override
  public String describe() {
    return "input of a child program";
  }
}
