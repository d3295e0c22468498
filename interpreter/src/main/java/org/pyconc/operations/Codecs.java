package org.pyconc.operations;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;

/**
 * Encoding strs and decoding bytes.
 *
 * @see <a href="https://docs.python.org/3.11/library/codecs.html#standard-encodings">Standard
 *     Encodings</a>
 */
public final class Codecs {
  private Codecs() {}

  /** {@code text.encode(encoding, errors)}; LookupError if there is no such encoding. */
  public static PyBytes encode(Object text, String encoding, String errors) {
    return new PyBytes(toBytes(text, encoding, errors));
  }

  /** A str in UTF-8, surrogates that stand for undecodable bytes as those bytes. */
  public static byte[] toFileBytes(Object text) {
    return toBytes(text, "utf-8", "surrogateescape");
  }

  /** {@code bytes.decode(encoding, errors)}; LookupError if there is no such encoding. */
  public static Object decode(byte[] bytes, String encoding, String errors) {
    if (bytes.length == 0) {
      return ""; // whatever the encoding, known or not, as CPython does
    }
    String codec = canonical(encoding);
    return switch (codec) {
      case "utf-8" -> Utf8.decode(bytes, 0, errors);
      case "utf-8-sig" -> Utf8.decode(bytes, Utf8.hasMark(bytes) ? 3 : 0, errors);
      case "ascii" -> decodeAscii(bytes, errors);
      case "latin-1" -> latin1(bytes);
      case "utf-16", "utf-16-le", "utf-16-be" -> Utf16.decode(bytes, codec, errors);
      case "utf-32", "utf-32-le", "utf-32-be" -> Utf32.decode(bytes, codec, errors);
      case "unicode-escape" -> UnicodeEscape.decode(bytes, errors);
      case "raw-unicode-escape" -> UnicodeEscape.decodeRaw(bytes, errors);
      default -> {
        Charset charset = charset(codec);
        yield charset == null
            ? RegisteredCodecs.decode(bytes, encoding, errors)
            : CharsetCodec.decode(bytes, codec, charset, errors);
      }
    };
  }

  private static byte[] toBytes(Object text, String encoding, String errors) {
    String codec = canonical(encoding);
    return switch (codec) {
      case "utf-8" -> Utf8.encode(text, false, errors);
      case "utf-8-sig" -> Utf8.encode(text, true, errors);
      case "ascii" -> encodeBelow(text, 0x80, codec, errors);
      case "latin-1" -> encodeBelow(text, 0x100, codec, errors);
      case "utf-16", "utf-16-le", "utf-16-be" -> Utf16.encode(text, codec, errors);
      case "utf-32", "utf-32-le", "utf-32-be" -> Utf32.encode(text, codec, errors);
      case "unicode-escape" -> UnicodeEscape.encode(text);
      case "raw-unicode-escape" -> UnicodeEscape.encodeRaw(text);
      default -> {
        Charset charset = charset(codec);
        yield charset == null
            ? RegisteredCodecs.encode(text, encoding, errors)
            : CharsetCodec.encode(text, codec, charset, errors);
      }
    };
  }

  /** Whether it is UTF-8 in its usual spelling. */
  public static boolean isUtf8(String encoding) {
    return encoding.equals("utf-8") || encoding.equals("UTF-8");
  }

  /** The name of the encoding in messages, whatever alias a program used. */
  public static String canonical(String encoding) {
    if (isUtf8(encoding)) {
      return "utf-8";
    }
    String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return switch (name) {
      case "utf-8", "utf8", "u8", "utf", "cp65001" -> "utf-8";
      case "utf-8-sig", "utf8-sig" -> "utf-8-sig";
      case "ascii", "us-ascii", "646", "us" -> "ascii";
      case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "8859", "cp819" ->
          "latin-1";
      case "utf-16", "utf16", "u16" -> "utf-16";
      case "utf-16-le", "utf-16le" -> "utf-16-le";
      case "utf-16-be", "utf-16be" -> "utf-16-be";
      case "utf-32", "utf32", "u32" -> "utf-32";
      case "utf-32-le", "utf-32le" -> "utf-32-le";
      case "utf-32-be", "utf-32be" -> "utf-32-be";
      default -> name;
    };
  }

  /** Whether it is known here, and not written in the language. */
  public static boolean isNative(String encoding) {
    String codec = canonical(encoding);
    return switch (codec) {
      case "utf-8",
          "utf-8-sig",
          "ascii",
          "latin-1",
          "utf-16",
          "utf-16-le",
          "utf-16-be",
          "utf-32",
          "utf-32-le",
          "utf-32-be",
          "unicode-escape",
          "raw-unicode-escape" ->
          true;
      default -> charset(codec) != null;
    };
  }

  private static @Nullable Charset charset(String codec) {
    Charset found = charsetOrNull(codec);
    if (found == null) {
      found = charsetOrNull(codec.replace('-', '_'));
    }
    if (found == null && codec.startsWith("mac-")) {
      found = charsetOrNull("x-Mac" + codec.substring(4));
    }
    return found;
  }

  private static @Nullable Charset charsetOrNull(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Bytes as the text of as many characters. */
  public static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Text of characters below 256 as bytes. */
  public static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Object decodeAscii(byte[] bytes, String errors) {
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors("ascii", bytes, errors);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        out.append(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
        handler.handle(out, i, i + 1, "ordinal not in range(128)");
        start = i + 1;
      }
    }
    if (start == 0) {
      return latin1(bytes);
    }
    int rest = bytes.length - start;
    return out.append(new String(bytes, start, rest, StandardCharsets.ISO_8859_1)).build();
  }

  private static byte[] encodeBelow(Object text, int limit, String codec, String errors) {
    int length = Text.length(text);
    byte[] plain = new byte[length];
    int i = 0;
    while (i < length && Text.at(text, i) < limit) {
      plain[i] = (byte) Text.at(text, i);
      i++;
    }
    if (i == length) {
      return plain;
    }
    EncodeErrors out = new EncodeErrors(codec, text, errors);
    out.write(plain, 0, i);
    while (i < length) {
      int end = i;
      while (end < length && Text.at(text, end) >= limit) {
        end++;
      }
      if (end > i) {
        String by = out.handle(i, end, "ordinal not in range(" + limit + ")");
        out.write(latin1(by));
        i = end;
      } else {
        out.write(Text.at(text, i++));
      }
    }
    return out.toByteArray();
  }

  static PyException unknownHandler(String name) {
    return Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown error handler name '" + name + "'");
  }
}
