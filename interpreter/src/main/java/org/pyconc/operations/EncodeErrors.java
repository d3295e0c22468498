package org.pyconc.operations;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;

/** The bytes that an encoder makes, and what it does with characters that it cannot encode. */
final class EncodeErrors extends ByteArrayOutputStream {
  private final String codec;
  private final Object text;
  private final String handler;

  EncodeErrors(String codec, Object text, String handler) {
    this.codec = codec;
    this.text = text;
    this.handler = handler;
  }

  /** Whether surrogates are encoded like other code points. */
  boolean passesSurrogates() {
    return handler.equals("surrogatepass");
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  /** ASCII text to write instead of {@code text[start:end]}, or throws UnicodeEncodeError. */
  String handle(int start, int end, String reason) {
    StringBuilder by = new StringBuilder();
    switch (handler) {
      case "strict", "surrogatepass" -> throw error(start, end, reason);
      case "ignore" -> {}
      case "replace" -> by.repeat('?', end - start);
      case "backslashreplace" -> {
        for (int i = start; i < end; i++) {
          by.append(Literals.hexEscape(Text.at(text, i)));
        }
      }
      case "xmlcharrefreplace" -> {
        for (int i = start; i < end; i++) {
          by.append("&#").append(Text.at(text, i)).append(';');
        }
      }
      case "namereplace" -> {
        for (int i = start; i < end; i++) {
          by.append(named(Text.at(text, i)));
        }
      }
      case "surrogateescape" -> escaped(start, end, reason);
      default -> by.append(registered(start, end, reason));
    }
    return by.toString();
  }

  private String registered(int start, int end, String reason) {
    PyException failed = error(start, end, reason);
    Object instead = RegisteredErrors.handle(handler, failed, end, Text.length(text));
    if (instead instanceof PyBytes bytes) {
      write(bytes.array());
      return "";
    }
    String by = Text.java(instead);
    if (by.chars().anyMatch(c -> c >= 0x80)) {
      throw failed;
    }
    return by;
  }

  private static String named(int c) {
    String name = Character.getName(c);
    if (name == null || (c >= 0xD800 && c <= 0xDFFF)) {
      return Literals.hexEscape(c);
    }
    String plain = name.replace("CJK UNIFIED IDEOGRAPHS ", "CJK UNIFIED IDEOGRAPH-");
    return "\\N{" + plain.toUpperCase(Locale.ROOT) + "}";
  }

  private void escaped(int start, int end, String reason) {
    for (int i = start; i < end; i++) {
      int c = Text.at(text, i);
      if (c < 0xDC80 || c > 0xDCFF) {
        throw error(start, end, reason);
      }
    }
    for (int i = start; i < end; i++) {
      write(Text.at(text, i) & 0xFF);
    }
  }

  private PyException error(int start, int end, String reason) {
    return Errors.of(
        ExceptionTypes.UNICODE_ENCODE_ERROR,
        new Object[] {codec, text, (long) start, (long) end, reason});
  }
}
