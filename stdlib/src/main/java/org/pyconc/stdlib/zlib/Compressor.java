package org.pyconc.stdlib.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code zlib.compressobj()}. */
final class Compressor extends PyInstance implements Transferable {
  static final int FINISH = 4;
  private static final int SYNC = 2;
  private static final int FULL = 3;
  private static final int LARGEST = 15;
  private static final int SMALLEST = 8;
  private static final int GZIP = 16;
  private static final int BUFFER = 8192;
  private static final int EFFORT = 8;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

  private static final PyType TYPE =
      new PyType(
          "zlib.Compress",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          Compressor::define);

  private final Deflater deflater;
  private final boolean isGzip;
  private final int level;
  private final CRC32 checksum = new CRC32();
  private boolean hasStarted;
  private boolean isFinished;

  /**
   * @param bits 9 to 15 with a header of zlib, negative without any, 25 to 31 with one of gzip
   */
  Compressor(int level, int bits, int strategy) {
    super(TYPE);
    if (level < -1 || level > 9 || !isWindow(bits) || strategy < 0 || strategy > 4) {
      throw level < -1 || level > 9
          ? ZlibModule.error("Bad compression level")
          : Errors.valueError("Invalid initialization option");
    }
    this.level = level;
    isGzip = bits > LARGEST;
    deflater = new Deflater(level, isGzip || bits < 0);
    if (strategy <= 2) {
      deflater.setStrategy(strategy);
    }
  }

  private static boolean isWindow(int bits) {
    int size = bits < 0 ? -bits : bits > LARGEST ? bits - GZIP : bits;
    return size > SMALLEST && size <= LARGEST;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private void start(ByteArrayOutputStream out) {
    if (!hasStarted) {
      hasStarted = true;
      if (isGzip) {
        byte[] header = HEADER.clone();
        header[EFFORT] = (byte) (level == 9 ? 2 : level == 1 ? 4 : 0);
        out.writeBytes(header);
      }
    }
  }

  private void requireOpen(String what) {
    if (isFinished) {
      throw ZlibModule.error("Error -2 while " + what + ": inconsistent stream state");
    }
  }

  byte[] compress(byte[] data) {
    requireOpen("compressing data");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    start(out);
    if (isGzip) {
      checksum.update(data);
    }
    deflater.setInput(data);
    drain(out, Deflater.NO_FLUSH);
    return out.toByteArray();
  }

  private void drain(ByteArrayOutputStream out, int flush) {
    byte[] buffer = new byte[BUFFER];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, count);
    } while (count == buffer.length || (!deflater.needsInput() && !deflater.finished()));
  }

  byte[] flush(int mode) {
    requireOpen("flushing");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    start(out);
    if (mode == SYNC || mode == FULL) {
      drain(out, mode == SYNC ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH);
    } else if (mode == FINISH) {
      deflater.finish();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      if (isGzip) {
        little(out, checksum.getValue());
        little(out, deflater.getBytesRead());
      }
      deflater.end();
      isFinished = true;
    }
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }

  private static void define(TypeBuilder b) {
    b.method(
        "compress(self, data, /)",
        "Compresses some bytes.",
        (self, data) -> new PyBytes(((Compressor) self).compress(Buffers.bytes(data))));
    b.method(
        "flush(self, mode=4, /)",
        "Gives what is left.",
        (self, mode) -> new PyBytes(((Compressor) self).flush(Items.toInt(mode))));
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "'" + type().fullName() + "' object");
  }
}
