package org.pyconc.stdlib.multiprocessing;

import java.lang.ref.Reference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
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

  /** What programs derive connections of their own from, or ask for with isinstance. */
  static final PyType BASE =
      new PyType(
          "multiprocessing.connection._ConnectionBase",
          BuiltinTypes.OBJECT,
          true,
          ConnectionObject::unconnected,
          ConnectionType::define);

  static final PyType CONNECTION =
      new PyType("multiprocessing.connection.Connection", BASE, true, null, b -> {});

  private static void define(TypeBuilder b) {
    b.asPython("_ConnectionBase");
    b.method(
        "__init__(self, handle, readable=True, writable=True)",
        "Sends and receives through a descriptor.",
        ConnectionType::initialize);
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
    b.getter("readable", "Whether it can receive.", self -> ((ConnectionObject) self).canReceive());
    b.getter("writable", "Whether it can send.", self -> ((ConnectionObject) self).canSend());
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

  private static Object initialize(Object self, Object handle, Object reads, Object writes) {
    // CPython asks for the method, not for an index.
    Object number = Items.index(Calls.call0(Attributes.load(handle, "__index__")));
    int descriptor = Items.toInt(number);
    if (descriptor < 0) {
      throw Errors.valueError("invalid handle");
    }
    boolean isReadable = Truth.isTrue(reads);
    boolean isWritable = Truth.isTrue(writes);
    if (!isReadable && !isWritable) {
      throw Errors.valueError("at least one of `readable` and `writable` must be True");
    }
    ((ConnectionObject) self).use(descriptor, isReadable, isWritable);
    return PySingleton.NONE;
  }

  private static ConnectionObject writing(Object o) {
    ConnectionObject self = open(o);
    if (!self.canSend()) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "connection is read-only");
    }
    return self;
  }

  private static ConnectionObject reading(Object o) {
    ConnectionObject self = open(o);
    if (!self.canReceive()) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "connection is write-only");
    }
    return self;
  }

  /** The channel that a connection receives from, or null if that is a descriptor. */
  static @Nullable Channel source(Object o) {
    Handle reader = reading(o).reader;
    return reader == null ? null : (Channel) reader.object();
  }

  private static void put(ConnectionObject self, Object payload, long size) {
    Channel channel = (Channel) Objects.requireNonNull(self.writer).object();
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

  private static Object send(Object o, Object value) {
    ConnectionObject self = writing(o);
    if (self.isOfDescriptor()) {
      ByteMessages.send(self.descriptor(), PickleModule.bytesOf(value));
    } else {
      Object packed = Message.pack(value);
      put(self, packed, Message.size(packed));
    }
    Reference.reachabilityFence(self);
    return PySingleton.NONE;
  }

  private static Object receive(Object self) {
    Channel channel = source(self);
    if (channel == null) {
      return PickleModule.valueOf(takeBytes(self, ByteMessages.ANY));
    }
    Object payload = take(channel);
    Reference.reachabilityFence(self);
    // What was sent as bytes is the pickle of an object.
    if (payload instanceof RawBytes raw) {
      return PickleModule.valueOf(raw.bytes);
    }
    return Message.unpack(payload);
  }

  private static Object poll(Object self, Object timeout) {
    Channel channel = source(self);
    if (channel == null) {
      return ObjectWait.await(PyList.of(self), timeout).size() > 0;
    }
    boolean isReady =
        Task.await(channel.readable(), channel::isReadable, Timeouts.deadline(timeout));
    Reference.reachabilityFence(self);
    return isReady;
  }

  private static Object sendBytes(Object o, Object buffer, Object from, Object count) {
    ConnectionObject self = writing(o);
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
    if (self.isOfDescriptor()) {
      ByteMessages.send(self.descriptor(), part);
    } else {
      put(self, new RawBytes(part), size);
    }
    Reference.reachabilityFence(self);
    return PySingleton.NONE;
  }

  /** The bytes of the next message, which must not be more than the limit. */
  private static byte[] takeBytes(Object o, int limit) {
    ConnectionObject self = reading(o);
    Channel channel = source(self);
    byte[] bytes;
    if (channel == null) {
      bytes = ByteMessages.receive(self.descriptor(), limit);
    } else {
      Object payload = take(channel);
      bytes =
          payload instanceof RawBytes raw
              ? raw.bytes
              : PickleModule.bytesOf(Message.unpack(payload));
    }
    Reference.reachabilityFence(self);
    if (bytes == null || bytes.length > limit) {
      if (self.canSend()) {
        self.isBroken = true;
      } else {
        self.close();
      }
      throw Errors.of(ExceptionTypes.OS_ERROR, "bad message length");
    }
    return bytes;
  }

  private static Object receiveBytes(Object o, Object most) {
    ConnectionObject self = reading(o);
    int limit = most == PySingleton.NONE ? ByteMessages.ANY : Items.toInt(most);
    if (limit < 0) {
      throw Errors.valueError("negative maxlength");
    }
    return new PyBytes(takeBytes(self, limit));
  }

  private static Object receiveInto(Object o, Object buffer, Object from) {
    ConnectionObject self = reading(o);
    Object plain = PyPayloadInstance.unwrap(buffer);
    int length = Buffers.bytes(plain).length;
    int offset = Items.toInt(from);
    if (offset < 0) {
      throw Errors.valueError("negative offset");
    }
    if (offset > length) {
      throw Errors.valueError("offset too large");
    }
    byte[] bytes = takeBytes(self, ByteMessages.ANY);
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
