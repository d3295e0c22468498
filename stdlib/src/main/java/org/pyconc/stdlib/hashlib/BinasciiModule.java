package org.pyconc.stdlib.hashlib;

import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;

/**
 * Bytes as ASCII text and back.
 *
 * @see <a href="https://docs.python.org/3.11/library/binascii.html">binascii</a>
 */
public final class BinasciiModule implements NativeModule {
  private static final PyType ERROR =
      new PyType("binascii.Error", ExceptionTypes.VALUE_ERROR, true, null, b -> {});
  private static final PyType INCOMPLETE =
      new PyType("binascii.Incomplete", ExceptionTypes.EXCEPTION, true, null, b -> {});

  @Override
  public String name() {
    return "binascii";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("Error", ERROR).constant("Incomplete", INCOMPLETE);
    for (String name : new String[] {"hexlify", "b2a_hex"}) {
      b.functionN(
          name + "(data, sep=<unrepresentable>, bytes_per_sep=1)",
          "Hexadecimal digits.",
          a -> {
            PyBytes bytes = new PyBytes(Buffers.bytes(a[0]));
            Object text =
                a[1] == org.pyconc.objects.Unset.UNSET
                    ? Calls.method(bytes, "hex")
                    : Calls.method(bytes, "hex", a[1], a[2]);
            return new PyBytes(Codecs.latin1((String) text));
          });
    }
    for (String name : new String[] {"unhexlify", "a2b_hex"}) {
      b.function(name + "(hexstr, /)", "The bytes of hexadecimal digits.", BinasciiModule::unhex);
    }
    b.functionN(
        "b2a_base64(data, /, *, newline=True)",
        "A line in base 64.",
        a -> {
          byte[] encoded = Base64.getEncoder().encode(Buffers.bytes(a[0]));
          if (Truth.isTrue(a[1])) {
            encoded = Arrays.copyOf(encoded, encoded.length + 1);
            encoded[encoded.length - 1] = '\n';
          }
          return new PyBytes(encoded);
        });
    b.functionN(
        "a2b_base64(data, /, *, strict_mode=False)",
        "The bytes of text in base 64.",
        a -> fromBase64(ascii(a[0]), Truth.isTrue(a[1])));
    b.function(
        "a2b_uu(data, /)",
        "The bytes of a uuencoded line.",
        data -> Uuencoding.decode(ascii(data)));
    b.functionN(
        "b2a_uu(data, /, *, backtick=False)",
        "A uuencoded line.",
        a -> Uuencoding.encode(Buffers.bytes(a[0]), Truth.isTrue(a[1])));
    b.function(
        "a2b_qp(data, header=False)",
        "The bytes of quoted-printable text.",
        (data, header) -> QuotedPrintable.decode(ascii(data), Truth.isTrue(header)));
    b.functionN(
        "b2a_qp(data, quotetabs=False, istext=True, header=False)",
        "Quoted-printable text.",
        a ->
            new QuotedPrintable(
                    Buffers.bytes(a[0]), Truth.isTrue(a[1]), Truth.isTrue(a[2]), Truth.isTrue(a[3]))
                .encode());
    b.function(
        "crc_hqx(data, crc, /)",
        "A checksum of 16 bits, CRC-CCITT.",
        (data, start) -> crc16(Buffers.bytes(data), (int) (Items.toLong(start) & 0xffff)));
    b.function(
        "crc32(data, crc=0, /)",
        "A checksum.",
        (data, start) -> {
          if (Items.toLong(start) == 0) {
            CRC32 crc = new CRC32();
            crc.update(Buffers.bytes(data));
            return crc.getValue();
          }
          return crc(Buffers.bytes(data), Items.toLong(start));
        });
  }

  private static long crc16(byte[] bytes, int start) {
    int crc = start;
    for (byte each : bytes) {
      crc ^= (each & 0xff) << 8;
      for (int i = 0; i < 8; i++) {
        crc = (crc << 1) ^ ((crc & 0x8000) == 0 ? 0 : 0x1021);
      }
      crc &= 0xffff;
    }
    return crc;
  }

  private static long crc(byte[] bytes, long start) {
    int crc = ~(int) start;
    for (byte each : bytes) {
      crc ^= each & 0xff;
      for (int i = 0; i < 8; i++) {
        crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1));
      }
    }
    return ~crc & 0xffffffffL;
  }

  private static byte[] ascii(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (Text.isText(plain)) {
      for (int c : Text.codePoints(plain)) {
        if (c > 127) {
          throw Errors.valueError("string argument should contain only ASCII characters");
        }
      }
      return Codecs.latin1((String) plain);
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    if (bytes == null) {
      throw Errors.typeError(
          "argument should be bytes, buffer or ASCII string, not '"
              + PyType.of(value).name()
              + "'");
    }
    return bytes;
  }

  static PyException error(String message) {
    return Errors.of(ERROR, message);
  }

  private static Object unhex(Object text) {
    byte[] digits = ascii(text);
    if (digits.length % 2 != 0) {
      throw error("Odd-length string");
    }
    byte[] bytes = new byte[digits.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(digits[2 * i], 16);
      int low = Character.digit(digits[2 * i + 1], 16);
      if (high < 0 || low < 0) {
        throw error("Non-hexadecimal digit found");
      }
      bytes[i] = (byte) (high * 16 + low);
    }
    return new PyBytes(bytes);
  }

  private static int digit(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  private static Object fromBase64(byte[] text, boolean isStrict) {
    byte[] out = new byte[text.length * 3 / 4 + 3];
    int size = 0;
    int inGroup = 0;
    int pads = 0;
    int rest = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '=') {
        if (inGroup >= 2 && inGroup + ++pads >= 4) {
          if (isStrict && i + 1 < text.length) {
            throw error("Excess data after padding");
          }
          return new PyBytes(Arrays.copyOf(out, size));
        }
        if (isStrict && inGroup < 2) {
          throw error(i == 0 ? "Leading padding not allowed" : "Excess data after padding");
        }
        continue;
      }
      int value = digit(text[i]);
      if (value < 0) {
        if (isStrict) {
          throw error("Only base64 data is allowed");
        }
        continue;
      }
      if (isStrict && pads > 0) {
        throw error("Discontinuous padding not allowed");
      }
      pads = 0;
      switch (inGroup) {
        case 0 -> {
          inGroup = 1;
          rest = value;
        }
        case 1 -> {
          inGroup = 2;
          out[size++] = (byte) (rest << 2 | value >> 4);
          rest = value & 15;
        }
        case 2 -> {
          inGroup = 3;
          out[size++] = (byte) (rest << 4 | value >> 2);
          rest = value & 3;
        }
        default -> {
          inGroup = 0;
          out[size++] = (byte) (rest << 6 | value);
          rest = 0;
        }
      }
    }
    if (inGroup == 1) {
      throw error(
          "Invalid base64-encoded string: number of data characters ("
              + (size / 3 * 4 + 1)
              + ") cannot be 1 more than a multiple of 4");
    }
    if (inGroup != 0) {
      throw error("Incorrect padding");
    }
    return new PyBytes(Arrays.copyOf(out, size));
  }
}
