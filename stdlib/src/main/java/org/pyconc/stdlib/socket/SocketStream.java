package org.pyconc.stdlib.socket;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Pollable;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostErrors;
import org.pyconc.stdlib.io.RawStream;
import org.pyconc.stdlib.io.StreamFiles;
import org.pyconc.transfer.Copier;

/** What {@code makefile} reads from and writes to. Waits as the socket does. */
final class SocketStream implements RawStream {
  private final SocketObject socket;

  /** Whether a read ran out of time: what it had got is lost, so there is no reading on. */
  private boolean timedOut;

  private SocketStream(SocketObject socket) {
    this.socket = socket;
  }

  /**
   * A file object for one direction.
   *
   * @param rest encoding, errors, newline
   */
  static Object open(Object socket, Object mode, Object buffering, PyTuple rest) {
    String text = Text.java(mode);
    boolean writes = text.indexOf('w') >= 0;
    SocketObject object = (SocketObject) socket;
    Object bytes =
        StreamFiles.open(
            new SocketStream(object),
            (long) object.descriptor,
            writes,
            Items.toInt(buffering) != 0);
    return text.indexOf('b') >= 0
        ? bytes
        : StreamFiles.openText(bytes, text, rest.get(0), rest.get(1), rest.get(2));
  }

  /** A class that sends and receives in its own way, as one with encryption does. */
  private boolean isOwn(String method) {
    return socket.type().lookup(method) != SocketType.SOCKET.ownAttribute(method);
  }

  @Override
  public int read(byte[] to, int from, int count) {
    if (timedOut) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "cannot read from timed out object");
    }
    try {
      return receive(to, from, count);
    } catch (PyException e) {
      timedOut = e.value().type() == ExceptionTypes.TIMEOUT_ERROR;
      throw e;
    }
  }

  private int receive(byte[] to, int from, int count) {
    if (isOwn("recv")) {
      byte[] bytes = Buffers.bytes(Calls.method(socket, "recv", (long) count));
      System.arraycopy(bytes, 0, to, from, bytes.length);
      return bytes.length == 0 ? OpenSocket.END : bytes.length;
    }
    return SocketType.receive(socket, to, from, count, 0);
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    if (isOwn("send")) {
      PyBytes part = new PyBytes(Arrays.copyOfRange(bytes, from, from + count));
      return Items.toInt(Calls.method(socket, "send", part));
    }
    return socket.attempt(Pollable.WRITE, open -> open.send(bytes, from, count));
  }

  @Override
  public boolean canSeek() {
    return false;
  }

  @Override
  public long position() {
    throw HostErrors.of(HostErrors.ILLEGAL_SEEK);
  }

  @Override
  public void setPosition(long position) {
    throw HostErrors.of(HostErrors.ILLEGAL_SEEK);
  }

  @Override
  public long size() {
    throw HostErrors.of(HostErrors.ILLEGAL_SEEK);
  }

  @Override
  public void truncate(long size) {
    throw HostErrors.of(HostErrors.ILLEGAL_SEEK);
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  @Override
  public int descriptor() {
    return socket.descriptor;
  }

  @Override
  public void close() {
    Calls.method(socket, "_decref_socketios");
  }

  @Override
  public RawStream copy(Copier copier) {
    return new SocketStream((SocketObject) copier.copy(socket));
  }
}
