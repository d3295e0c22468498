package org.pyconc.stdlib.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBytes;
import org.pyconc.operations.Calls;

/** The bytes of a pickle: from protocol 4 on in frames of some 64 KB, written frame by frame. */
final class PickleOutput {
  private static final int FRAME_SIZE = 64 * 1024;
  private static final int SMALLEST_FRAME = 4;
  private static final int HEADER = 9;
  private static final int NO_FRAME = -1;

  /** The file's {@code write}, or null if the bytes are kept. */
  private final @Nullable Object write;

  private byte[] bytes = new byte[256];
  private int size;
  private boolean isFraming;
  private int frameStart = NO_FRAME;

  PickleOutput(@Nullable Object write) {
    this.write = write;
  }

  void setFraming(boolean framing) {
    isFraming = framing;
  }

  private void reserve(int more) {
    if (isFraming && frameStart == NO_FRAME) {
      ensure(more + HEADER);
      frameStart = size;
      size += HEADER;
    } else {
      ensure(more);
    }
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length * 2, size), more));
    }
  }

  void write(int one) {
    reserve(1);
    bytes[size++] = (byte) one;
  }

  void write(int first, int second) {
    reserve(2);
    bytes[size++] = (byte) first;
    bytes[size++] = (byte) second;
  }

  /** An operation followed by a number of some bytes, the lowest first. */
  void write(int code, long number, int count) {
    reserve(count + 1);
    bytes[size++] = (byte) code;
    little(number, count);
  }

  private void little(long number, int count) {
    for (int i = 0; i < count; i++) {
      bytes[size++] = (byte) (number >>> (8 * i));
    }
  }

  /** An operation followed by a number, the highest byte first. */
  void writeBig(int code, long number) {
    reserve(9);
    bytes[size++] = (byte) code;
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (number >>> shift);
    }
  }

  void write(byte[] data) {
    reserve(data.length);
    append(data);
  }

  private void append(byte[] data) {
    System.arraycopy(data, 0, bytes, size, data.length);
    size += data.length;
  }

  /** An operation and text behind it. */
  void writeText(int code, String latin1) {
    byte[] data = latin1.getBytes(StandardCharsets.ISO_8859_1);
    reserve(data.length + 1);
    bytes[size++] = (byte) code;
    append(data);
  }

  /** An operation with the length of data, and the data; what is large stands in no frame. */
  void writeData(int code, int lengthBytes, byte[] data) {
    boolean wasFraming = isFraming;
    boolean isLarge = data.length >= FRAME_SIZE;
    if (isLarge) {
      endFrame();
      isFraming = false;
    }
    reserve(lengthBytes + 1);
    bytes[size++] = (byte) code;
    little(data.length, lengthBytes);
    if (isLarge && write != null) {
      flush();
      Calls.call1(write, new PyBytes(data.clone()));
    } else {
      ensure(data.length);
      append(data);
    }
    isFraming = wasFraming;
  }

  /** Called between two operations: ends a frame that has become large. */
  void boundary() {
    if (frameStart != NO_FRAME && size - frameStart - HEADER >= FRAME_SIZE) {
      endFrame();
      if (write != null) {
        flush();
      }
    }
  }

  void endFrame() {
    if (frameStart == NO_FRAME) {
      return;
    }
    int length = size - frameStart - HEADER;
    if (length >= SMALLEST_FRAME) {
      int end = size;
      size = frameStart;
      bytes[size++] = (byte) Opcodes.FRAME;
      little(length, 8);
      size = end;
    } else {
      System.arraycopy(bytes, frameStart + HEADER, bytes, frameStart, length);
      size -= HEADER;
    }
    frameStart = NO_FRAME;
  }

  /** Hands what there is to the file. */
  void flush() {
    if (write != null && size > 0) {
      Calls.call1(write, toBytes());
      size = 0;
    }
  }

  PyBytes toBytes() {
    return new PyBytes(Arrays.copyOf(bytes, size));
  }
}
