package org.pyconc.stdlib.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code zlib.decompressobj()}. */
final class Decompressor extends PyInstance implements Transferable {
  private static final int LARGEST = 15;
  private static final int EITHER = 32;
  private static final int FIXED_HEADER = 10;
  private static final int TRAILER = 8;
  private static final int BUFFER = 8192;

  private static final PyType TYPE =
      new PyType(
          "zlib.Decompress",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          Decompressor::define);

  private final int bits;
  private final CRC32 checksum = new CRC32();
  private @Nullable Inflater inflater;
  private boolean isGzip;
  private boolean isAtEnd;

  /** The beginning of a header or of what stands behind the data, until more is given. */
  private byte[] rest = {};

  /** What was given but not used, as no more was wanted: the caller gives it again. */
  private byte[] tail = {};

  private byte[] unused = {};

  /**
   * @param bits as those of the compressor; 32 more to take either header
   */
  Decompressor(int bits) {
    super(TYPE);
    this.bits = bits;
    int size = bits < 0 ? -bits : bits % 16;
    if (bits < -LARGEST || bits > EITHER + LARGEST || (size != 0 && size < 8)) {
      throw Errors.valueError("Invalid initialization option");
    }
  }

  boolean isAtEnd() {
    return isAtEnd;
  }

  /** Decompresses some bytes to at most so many. */
  byte[] decompress(byte[] data, int most) {
    if (isAtEnd) {
      unused = Compressor.joined(unused, data);
      return new byte[0];
    }
    byte[] input = rest.length == 0 ? data : Compressor.joined(rest, data);
    rest = new byte[0];
    tail = new byte[0];
    Inflater known = inflater;
    if (known == null) {
      int header = header(input);
      if (header < 0) {
        rest = input;
        return new byte[0];
      }
      known = new Inflater(isGzip || bits < 0);
      inflater = known;
      input = Arrays.copyOfRange(input, header, input.length);
    }
    return inflate(known, input, most);
  }

  private byte[] inflate(Inflater from, byte[] input, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[Math.min(BUFFER, most)];
    from.setInput(input);
    try {
      while (!from.finished() && out.size() < most) {
        int count = from.inflate(buffer, 0, Math.min(buffer.length, most - out.size()));
        out.write(buffer, 0, count);
        if (from.needsDictionary()) {
          throw ZlibModule.error("Error 2 while decompressing data");
        }
        if (count == 0 && from.needsInput()) {
          break;
        }
      }
    } catch (DataFormatException e) {
      throw bad(e.getMessage());
    }
    byte[] left = Arrays.copyOfRange(input, input.length - from.getRemaining(), input.length);
    byte[] plain = out.toByteArray();
    if (isGzip) {
      checksum.update(plain);
    }
    if (from.finished()) {
      rest = left;
      finish();
    } else {
      tail = left;
    }
    return plain;
  }

  private void finish() {
    if (isGzip) {
      if (rest.length < TRAILER) {
        return;
      }
      if (little(rest, 0) != checksum.getValue()) {
        throw bad("incorrect data check");
      }
      rest = Arrays.copyOfRange(rest, TRAILER, rest.length);
    }
    isAtEnd = true;
    unused = rest;
    rest = new byte[0];
  }

  private static PyException bad(@Nullable String why) {
    return ZlibModule.error("Error -3 while decompressing data" + (why == null ? "" : ": " + why));
  }

  /** Where the data start, or -1 if that is not known yet. */
  private int header(byte[] input) {
    if (bits <= LARGEST) {
      return 0;
    }
    if (input.length < 2) {
      return -1;
    }
    isGzip = (input[0] & 0xff) == 0x1f && (input[1] & 0xff) == 0x8b;
    if (!isGzip) {
      if (bits < EITHER) {
        throw bad("incorrect header check");
      }
      return 0;
    }
    if (input.length < FIXED_HEADER) {
      return -1;
    }
    int flags = input[3];
    int at = FIXED_HEADER;
    if ((flags & 4) != 0) {
      at +=
          2
              + (input.length < at + 2
                  ? input.length
                  : (input[at] & 0xff) + ((input[at + 1] & 0xff) << 8));
    }
    for (int bit = 8; bit <= 16; bit *= 2) { // the file's name, a comment
      while ((flags & bit) != 0 && at < input.length && input[at] != 0) {
        at++;
      }
      at += (flags & bit) != 0 ? 1 : 0;
    }
    at += (flags & 2) != 0 ? 2 : 0;
    return at > input.length ? -1 : at;
  }

  private static long little(byte[] bytes, int from) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | (bytes[from + i] & 0xff);
    }
    return value;
  }

  private static Decompressor of(Object self) {
    return (Decompressor) self;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "decompress(self, data, /, max_length=0)",
        "Decompresses some bytes.",
        (self, data, most) -> {
          int limit = Items.toInt(most);
          if (limit < 0) {
            throw Errors.valueError("max_length must be non-negative");
          }
          byte[] bytes = Buffers.bytes(data);
          return new PyBytes(of(self).decompress(bytes, limit == 0 ? Integer.MAX_VALUE : limit));
        });
    b.method(
        "flush(self, length=16384, /)",
        "Gives what is left.",
        (self, length) ->
            new PyBytes(
                of(self).isAtEnd
                    ? new byte[0]
                    : of(self).decompress(of(self).tail, Integer.MAX_VALUE)));
    b.getter("unused_data", "What is behind the end.", self -> new PyBytes(of(self).unused));
    b.getter("unconsumed_tail", "What was given but not used.", self -> new PyBytes(of(self).tail));
    b.getter("eof", "Whether the end has been reached.", self -> of(self).isAtEnd);
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "'" + type().fullName() + "' object");
  }
}
