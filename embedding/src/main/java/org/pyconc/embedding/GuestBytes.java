package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;

/** Bytes or a bytearray: a buffer for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestBytes extends GuestObject {
  GuestBytes(Heap heap, Object value) {
    super(heap, value);
  }

  private byte[] array() {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyBytes b -> b.array();
      case PyByteArray b -> b.array();
      default -> throw new IllegalStateException();
    };
  }

  private int size() {
    return PyPayloadInstance.unwrap(value) instanceof PyByteArray b ? b.size() : array().length;
  }

  @ExportMessage
  boolean hasBufferElements() {
    return true;
  }

  @ExportMessage
  long getBufferSize() {
    return size();
  }

  @ExportMessage
  boolean isBufferWritable() {
    return PyPayloadInstance.unwrap(value) instanceof PyByteArray;
  }

  /** The bytes at an offset, which is checked. */
  private ByteBuffer at(ByteOrder order, long offset, int length)
      throws InvalidBufferOffsetException {
    if (offset < 0 || length < 0 || offset > size() - length) {
      throw InvalidBufferOffsetException.create(offset, length);
    }
    return ByteBuffer.wrap(array(), (int) offset, length).order(order);
  }

  private ByteBuffer writable(ByteOrder order, long offset, int length)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    if (!isBufferWritable()) {
      throw UnsupportedMessageException.create();
    }
    return at(order, offset, length);
  }

  @ExportMessage
  void readBuffer(long offset, byte[] destination, int start, int length)
      throws InvalidBufferOffsetException {
    at(ByteOrder.BIG_ENDIAN, offset, length).get(destination, start, length);
  }

  @ExportMessage
  byte readBufferByte(long offset) throws InvalidBufferOffsetException {
    return at(ByteOrder.BIG_ENDIAN, offset, Byte.BYTES).get();
  }

  @ExportMessage
  void writeBufferByte(long offset, byte b)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(ByteOrder.BIG_ENDIAN, offset, Byte.BYTES).put(b);
  }

  @ExportMessage
  short readBufferShort(ByteOrder order, long offset) throws InvalidBufferOffsetException {
    return at(order, offset, Short.BYTES).getShort();
  }

  @ExportMessage
  void writeBufferShort(ByteOrder order, long offset, short number)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(order, offset, Short.BYTES).putShort(number);
  }

  @ExportMessage
  int readBufferInt(ByteOrder order, long offset) throws InvalidBufferOffsetException {
    return at(order, offset, Integer.BYTES).getInt();
  }

  @ExportMessage
  void writeBufferInt(ByteOrder order, long offset, int number)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(order, offset, Integer.BYTES).putInt(number);
  }

  @ExportMessage
  long readBufferLong(ByteOrder order, long offset) throws InvalidBufferOffsetException {
    return at(order, offset, Long.BYTES).getLong();
  }

  @ExportMessage
  void writeBufferLong(ByteOrder order, long offset, long number)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(order, offset, Long.BYTES).putLong(number);
  }

  @ExportMessage
  float readBufferFloat(ByteOrder order, long offset) throws InvalidBufferOffsetException {
    return at(order, offset, Float.BYTES).getFloat();
  }

  @ExportMessage
  void writeBufferFloat(ByteOrder order, long offset, float number)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(order, offset, Float.BYTES).putFloat(number);
  }

  @ExportMessage
  double readBufferDouble(ByteOrder order, long offset) throws InvalidBufferOffsetException {
    return at(order, offset, Double.BYTES).getDouble();
  }

  @ExportMessage
  void writeBufferDouble(ByteOrder order, long offset, double number)
      throws InvalidBufferOffsetException, UnsupportedMessageException {
    writable(order, offset, Double.BYTES).putDouble(number);
  }
}
