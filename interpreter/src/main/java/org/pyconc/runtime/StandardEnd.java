package org.pyconc.runtime;

import java.io.IOException;
import org.pyconc.kernel.KernelObject;

/** Standard input (0), output (1) or errors (2) as a file descriptor. */
final class StandardEnd extends KernelObject implements ByteEnd {
  private final int descriptor;

  StandardEnd(int descriptor) {
    super(null);
    this.descriptor = descriptor;
  }

  int descriptor() {
    return descriptor;
  }

  @Override
  public FileType fileType() {
    return FileType.CHARACTER_DEVICE;
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    if (descriptor != 0) {
      throw new IOException("Bad file descriptor");
    }
    byte[] bytes = ProcessState.current().in().readSome(count);
    System.arraycopy(bytes, 0, to, from, bytes.length);
    return bytes.length == 0 ? -1 : bytes.length;
  }

  @Override
  public int write(byte[] bytes, int from, int count) throws IOException {
    if (descriptor == 0) {
      throw new IOException("Bad file descriptor");
    }
    StandardFiles files = ProcessState.current().program().files();
    Output output = descriptor == 1 ? files.out() : files.err();
    byte[] part = new byte[count];
    System.arraycopy(bytes, from, part, 0, count);
    if (!output.write(part, count)) {
      throw new IOException(HostErrors.words(output.error()));
    }
    return count;
  }

  @Override
  public boolean isTerminal() {
    StandardFiles files = ProcessState.current().program().files();
    return switch (descriptor) {
      case 0 -> files.isInputTerminal();
      case 1 -> files.out().isTerminal();
      default -> files.err().isTerminal();
    };
  }

  @Override
  public String describe() {
    return switch (descriptor) {
      case 0 -> "standard input";
      case 1 -> "standard output";
      default -> "standard errors";
    };
  }
}
