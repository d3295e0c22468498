package org.pyconc.stdlib.zlib;

import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;

/**
 * Compression.
 *
 * @see <a href="https://docs.python.org/3.11/library/zlib.html">zlib</a>
 */
public final class ZlibModule implements NativeModule {
  static final PyType ERROR =
      new PyType("zlib.error", ExceptionTypes.EXCEPTION, true, null, b -> {});

  private static final long MASK = 0xffffffffL;

  @Override
  public String name() {
    return "zlib";
  }

  static PyException error(String message) {
    return Errors.of(ERROR, message);
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(ERROR);
    String[] names = {
      "DEFLATED", "DEF_MEM_LEVEL", "MAX_WBITS", "Z_BEST_COMPRESSION", "Z_BEST_SPEED",
      "Z_DEFAULT_COMPRESSION", "Z_DEFAULT_STRATEGY", "Z_FILTERED", "Z_FINISH", "Z_FULL_FLUSH",
      "Z_HUFFMAN_ONLY", "Z_NO_COMPRESSION", "Z_NO_FLUSH", "Z_SYNC_FLUSH", "DEF_BUF_SIZE",
      "Z_BLOCK", "Z_FIXED", "Z_PARTIAL_FLUSH", "Z_RLE", "Z_TREES"
    };
    long[] values = {8, 8, 15, 9, 1, -1, 0, 1, 4, 3, 2, 0, 0, 2, 16_384, 5, 4, 1, 3, 6};
    for (int i = 0; i < names.length; i++) {
      b.constant(names[i], values[i]);
    }
    b.constant("ZLIB_VERSION", "1.3");
    b.constant("ZLIB_RUNTIME_VERSION", "1.3");
    b.function(
        "compress(data, /, level=-1, wbits=15)",
        "Compresses bytes.",
        (data, level, bits) -> {
          Compressor compressor = new Compressor(Items.toInt(level), Items.toInt(bits), 0);
          byte[] head = compressor.compress(Buffers.bytes(data));
          return new PyBytes(Compressor.joined(head, compressor.flush(Compressor.FINISH)));
        });
    b.function(
        "decompress(data, /, wbits=15, bufsize=16384)",
        "Decompresses bytes.",
        (data, bits, size) -> {
          Decompressor decompressor = new Decompressor(Items.toInt(bits));
          byte[] plain = decompressor.decompress(Buffers.bytes(data), Integer.MAX_VALUE);
          if (!decompressor.isAtEnd()) {
            throw error("Error -5 while decompressing data: incomplete or truncated stream");
          }
          return new PyBytes(plain);
        });
    b.functionN(
        "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0,"
            + " zdict=<unrepresentable>)",
        "An object that compresses bytes piece by piece.",
        a -> new Compressor(Items.toInt(a[0]), Items.toInt(a[2]), Items.toInt(a[4])));
    b.function(
        "decompressobj(wbits=15, zdict=b'')",
        "An object that decompresses bytes piece by piece.",
        (bits, dictionary) -> new Decompressor(Items.toInt(bits)));
    b.function(
        "crc32(data, value=0, /)",
        "A checksum.",
        (data, value) -> {
          byte[] bytes = Buffers.bytes(data);
          long start = Items.toLong(value) & MASK;
          return start == 0 ? sum(new CRC32(), bytes) : crc(bytes, start);
        });
    b.function(
        "adler32(data, value=1, /)",
        "A checksum.",
        (data, value) -> {
          byte[] bytes = Buffers.bytes(data);
          long start = Items.toLong(value) & MASK;
          return start == 1 ? sum(new Adler32(), bytes) : adler(bytes, start);
        });
  }

  private static Object sum(Checksum checksum, byte[] bytes) {
    checksum.update(bytes);
    return checksum.getValue();
  }

  /** The JDK's checksums cannot go on from a value. */
  private static Object crc(byte[] bytes, long start) {
    int crc = (int) ~start;
    for (byte each : bytes) {
      crc ^= each & 0xff;
      for (int i = 0; i < 8; i++) {
        crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1));
      }
    }
    return ~crc & MASK;
  }

  private static Object adler(byte[] bytes, long start) {
    int modulus = 65_521;
    long low = start & 0xffff;
    long high = start >>> 16;
    for (byte each : bytes) {
      low = (low + (each & 0xff)) % modulus;
      high = (high + low) % modulus;
    }
    return high << 16 | low;
  }
}
