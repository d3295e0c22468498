package org.pyconc.stdlib.multiprocessing;

import java.lang.ref.Reference;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Channel;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Handle;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BufferSource;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.stdlib.pickle.PickleModule;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.transfer.Message;

/**
 * The ends of a pipe.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#connection-objects">
 *     Connection Objects</a>
 */
final class ConnectionType {
  private static final int BROKEN_PIPE = 32;

  /** What {@code send_bytes} sends. */
  private record RawBytes(byte[] bytes) {
    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }

  private ConnectionType() {}

  /** What is not connected to a pipe is a connection through a socket, written in the language. */
  static final PyType CONNECTION =
      new PyType(
          "multiprocessing.connection.Connection",
          BuiltinTypes.OBJECT,
          true,
          ConnectionType::unconnected,
          ConnectionType::define);

  private static ConnectionObject unconnected(PyType type) {
    if (type == CONNECTION) {
      throw Errors.typeError("cannot create '" + type.fullName() + "' instances");
    }
    return new ConnectionObject(type, null, null);
  }

  private static void define(TypeBuilder b) {
    b.asPython("_ConnectionBase");
    b.method("send(self, obj)", "Sends an object.", ConnectionType::send);
    b.method("recv(self)", "Receives an object.", ConnectionType::receive);
    b.method(
        "poll(self, timeout=0.0)",
        "Whether something is there to be received.",
        ConnectionType::poll);
    b.method(
        "send_bytes(self, buf, offset=0, size=None)",
        "Sends bytes as one message.",
        ConnectionType::sendBytes);
    b.method(
        "recv_bytes(self, maxlength=None)",
        "Receives a message of bytes.",
        ConnectionType::receiveBytes);
    b.method(
        "recv_bytes_into(self, buf, offset=0)",
        "Receives a message of bytes into a buffer; returns how many.",
        ConnectionType::receiveInto);
    b.method("close(self)", "Closes this end in this process.", ConnectionType::close);
    b.method("fileno(self)", "The descriptor.", self -> (long) open(self).descriptor());
    b.getter("closed", "Whether it is closed.", self -> ((ConnectionObject) self).isClosed());
    b.getter(
        "readable",
        "Whether it can receive.",
        self -> ((ConnectionObject) self).reader != null && !((ConnectionObject) self).isBroken);
    b.getter("writable", "Whether it can send.", self -> ((ConnectionObject) self).writer != null);
    b.method("__enter__(self)", "Itself.", self -> self);
    b.method(
        "__exit__(self, exc_type, exc_value, exc_tb)",
        "Closes it.",
        (self, type, value, traceback) -> close(self));
  }

  private static ConnectionObject open(Object o) {
    ConnectionObject self = (ConnectionObject) o;
    if (self.isClosed()) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "handle is closed");
    }
    return self;
  }

  private static Channel writing(Object o) {
    Handle writer = open(o).writer;
    if (writer == null) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "connection is read-only");
    }
    return (Channel) writer.object();
  }

  /** The channel that a connection receives from. */
  static Channel reading(Object o) {
    ConnectionObject self = open(o);
    Handle reader = self.reader;
    if (reader == null || self.isBroken) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "connection is write-only");
    }
    return (Channel) reader.object();
  }

  private static void put(Channel channel, Object payload, long size) {
    if (channel.put(payload, size, Deadline.NEVER) == Channel.Put.BROKEN) {
      throw Errors.osError(BROKEN_PIPE, "Broken pipe");
    }
  }

  private static Object take(Channel channel) {
    Object payload = channel.get(Deadline.NEVER);
    if (payload == Channel.END || payload == null) {
      throw Errors.of(ExceptionTypes.EOF_ERROR, PyObject.NO_ARGUMENTS);
    }
    return payload;
  }

  private static Object send(Object self, Object value) {
    Channel channel = writing(self);
    Object packed = Message.pack(value);
    put(channel, packed, Message.size(packed));
    Reference.reachabilityFence(self);
    return PySingleton.NONE;
  }

  private static Object receive(Object self) {
    Object payload = take(reading(self));
    Reference.reachabilityFence(self);
    // What was sent as bytes is the pickle of an object.
    if (payload instanceof RawBytes raw) {
      return PickleModule.valueOf(raw.bytes);
    }
    return Message.unpack(payload);
  }

  private static Object poll(Object self, Object timeout) {
    Channel channel = reading(self);
    boolean isReady =
        Task.await(channel.readable(), channel::isReadable, Timeouts.deadline(timeout));
    Reference.reachabilityFence(self);
    return isReady;
  }

  private static Object sendBytes(Object self, Object buffer, Object from, Object count) {
    Channel channel = writing(self);
    byte[] bytes = Buffers.bytesOrNull(buffer);
    if (bytes == null) {
      throw Errors.typeError(
          "memoryview: a bytes-like object is required, not '" + PyType.of(buffer).name() + "'");
    }
    int offset = Items.toInt(from);
    if (offset < 0) {
      throw Errors.valueError("offset is negative");
    }
    if (bytes.length < offset) {
      throw Errors.valueError("buffer length < offset");
    }
    int size = bytes.length - offset;
    if (count != PySingleton.NONE) {
      size = Items.toInt(count);
      if (size < 0) {
        throw Errors.valueError("size is negative");
      }
      if (offset + size > bytes.length) {
        throw Errors.valueError("buffer length < offset + size");
      }
    }
    byte[] part = new byte[size];
    System.arraycopy(bytes, offset, part, 0, size);
    put(channel, new RawBytes(part), size);
    Reference.reachabilityFence(self);
    return PySingleton.NONE;
  }

  private static byte[] takeBytes(Channel channel) {
    Object payload = take(channel);
    return payload instanceof RawBytes raw
        ? raw.bytes
        : PickleModule.bytesOf(Message.unpack(payload));
  }

  private static Object receiveBytes(Object o, Object most) {
    ConnectionObject self = open(o);
    Channel channel = reading(self);
    int limit = most == PySingleton.NONE ? Integer.MAX_VALUE : Items.toInt(most);
    if (limit < 0) {
      throw Errors.valueError("negative maxlength");
    }
    byte[] bytes = takeBytes(channel);
    Reference.reachabilityFence(self);
    if (bytes.length > limit) {
      if (self.writer != null) {
        self.isBroken = true;
      } else {
        self.close();
      }
      throw Errors.of(ExceptionTypes.OS_ERROR, "bad message length");
    }
    return new PyBytes(bytes);
  }

  private static Object receiveInto(Object o, Object buffer, Object from) {
    Channel channel = reading(o);
    Object plain = PyPayloadInstance.unwrap(buffer);
    int length = Buffers.bytes(plain).length;
    int offset = Items.toInt(from);
    if (offset < 0) {
      throw Errors.valueError("negative offset");
    }
    if (offset > length) {
      throw Errors.valueError("offset too large");
    }
    byte[] bytes = takeBytes(channel);
    Reference.reachabilityFence(o);
    if (length < offset + bytes.length) {
      throw tooShort(bytes);
    }
    switch (plain) {
      case PyByteArray array -> System.arraycopy(bytes, 0, array.array(), offset, bytes.length);
      case PyMemoryView view when !view.isReadOnly() -> {
        for (int i = 0; i < bytes.length; i++) {
          view.set(offset + i, bytes[i]);
        }
      }
      case BufferSource source when !source.isReadOnly() -> Buffers.write(plain, offset, bytes);
      default ->
          throw Errors.typeError(
              "readinto() argument must be read-write bytes-like object, not memoryview");
    }
    return (long) bytes.length;
  }

  private static PyException tooShort(byte[] bytes) {
    return Errors.of(ProcessErrors.BUFFER_TOO_SHORT, new Object[] {new PyBytes(bytes)});
  }

  private static Object close(Object self) {
    ((ConnectionObject) self).close();
    return PySingleton.NONE;
  }
}
