package org.pyconc.stdlib.multiprocessing;

import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Channel;
import org.pyconc.kernel.Handle;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.Garbage;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * One process's end of a pipe: a channel to read from, one to write to, or both. Or what sends and
 * receives through a descriptor that the program had, a socket's for instance.
 */
final class ConnectionObject extends PyInstance implements Transferable {
  final @Nullable Handle reader;
  final @Nullable Handle writer;

  /** Set after a message did not fit: what follows cannot be read any more. */
  boolean isBroken;

  private boolean readsDescriptor;
  private boolean writesDescriptor;

  private boolean isClosed;
  private int descriptor = -1;

  /** The object of the descriptor under way to another process. */
  private @Nullable Handle travelling;

  private Descriptors.@Nullable Watch watch;

  /** Closes the handles, also when nobody refers to the connection any more. */
  private final Cleaner.@Nullable Cleanable closing;

  ConnectionObject(PyType type, @Nullable Handle reader, @Nullable Handle writer) {
    this(type, reader, writer, true);
  }

  private ConnectionObject(
      PyType type, @Nullable Handle reader, @Nullable Handle writer, boolean isWatched) {
    super(type);
    this.reader = reader;
    this.writer = writer;
    boolean isOpen = reader != null || writer != null;
    this.closing = isWatched && isOpen ? Garbage.watch(this, () -> close(reader, writer)) : null;
  }

  /** One that has no way to the other side yet. */
  static ConnectionObject unconnected(PyType type) {
    ConnectionObject made = new ConnectionObject(type, null, null, false);
    made.isClosed = true;
    return made;
  }

  /** Has it use a descriptor of the running process, which it closes with itself. */
  void use(int number, boolean reads, boolean writes) {
    isClosed = false;
    descriptor = number;
    readsDescriptor = reads;
    writesDescriptor = writes;
    Descriptors descriptors = Descriptors.current();
    if (descriptors.find(number) != null) {
      watch = descriptors.watch(this, number);
    }
  }

  /** Whether its messages are bytes that go through a descriptor, see {@link ByteMessages}. */
  boolean isOfDescriptor() {
    return readsDescriptor || writesDescriptor;
  }

  boolean canReceive() {
    return !isBroken && (reader != null || readsDescriptor);
  }

  boolean canSend() {
    return writer != null || writesDescriptor;
  }

  private static void close(@Nullable Handle reader, @Nullable Handle writer) {
    if (reader != null) {
      reader.close();
    }
    if (writer != null) {
      writer.close();
    }
  }

  /** Both ends of a new pipe. Without {@code duplex} the first only receives. */
  static PyTuple newPipe(KernelProcess process, boolean duplex) {
    Channel there = new Channel(Channel.PIPE_CAPACITY, CallStack.here());
    PyType type = ConnectionType.CONNECTION;
    if (!duplex) {
      return PyTuple.of(
          new ConnectionObject(type, there.openReader(process), null),
          new ConnectionObject(type, null, there.openWriter(process)));
    }
    Channel back = new Channel(Channel.PIPE_CAPACITY, CallStack.here());
    return PyTuple.of(
        new ConnectionObject(type, there.openReader(process), back.openWriter(process)),
        new ConnectionObject(type, back.openReader(process), there.openWriter(process)));
  }

  boolean isClosed() {
    return isClosed;
  }

  void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    Descriptors.Watch known = watch;
    if (known != null) {
      watch = null;
      Descriptors.current().unwatch(known);
    }
    if (known != null || isOfDescriptor()) {
      Descriptors.current().close(descriptor);
    }
    if (closing != null) {
      closing.clean();
    } else {
      close(reader, writer);
    }
  }

  /** The descriptor, made when it is first asked for. */
  int descriptor() {
    if (descriptor < 0) {
      Channel in = reader == null ? null : (Channel) reader.object();
      Channel out = writer == null ? null : (Channel) writer.object();
      WatchedEnd end =
          new WatchedEnd(
              "Pipe",
              in == null ? null : in.readable(),
              () -> in != null && in.isReadable(),
              out == null ? null : out.writable(),
              () -> out != null && out.isWritable(1));
      Descriptors descriptors = Descriptors.current();
      descriptor = descriptors.open(end);
      watch = descriptors.watch(this, descriptor);
    }
    return descriptor;
  }

  @Override
  public Object copy(Copier copier) {
    Handle newReader = reader == null || isClosed ? null : copier.copyHandle(reader);
    Handle newWriter = writer == null || isClosed ? null : copier.copyHandle(writer);
    // Handles in a message are closed with the message.
    ConnectionObject copy =
        new ConnectionObject(
            copier.copyType(type()), newReader, newWriter, copier.target() != null);
    copy.isClosed = isClosed;
    copy.isBroken = isBroken;
    copy.readsDescriptor = readsDescriptor;
    copy.writesDescriptor = writesDescriptor;
    copy.descriptor = copier.isFork() ? descriptor : -1;
    if (isOfDescriptor() && !isClosed && !copier.isFork()) {
      travel(copier, copy);
    }
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }

  /** The descriptor's object goes with a message, and gets a number where that is received. */
  private void travel(Copier copier, ConnectionObject copy) {
    Handle carrier = travelling;
    if (carrier != null) {
      copy.use(Descriptors.current().open(carrier.object()), readsDescriptor, writesDescriptor);
      return;
    }
    KernelObject object = Descriptors.current().get(descriptor, KernelObject.class);
    Handle packed = object.open(ProcessState.current().process());
    copy.travelling = copier.copyHandle(packed);
    packed.close();
  }
}
