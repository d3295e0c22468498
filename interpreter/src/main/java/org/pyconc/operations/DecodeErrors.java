package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;

/** What a decoder does with bytes that it cannot decode. */
final class DecodeErrors {
  private final String codec;
  private final byte[] input;
  private final String handler;

  DecodeErrors(String codec, byte[] input, String handler) {
    this.codec = codec;
    this.input = input;
    this.handler = handler;
  }

  /** Appends what stands for {@code input[start:end]}, or throws UnicodeDecodeError. */
  void handle(TextBuilder out, int start, int end, String reason) {
    switch (handler) {
      case "strict", "surrogatepass" -> throw error(start, end, reason);
      case "ignore" -> {}
      case "replace" -> out.append(0xFFFD);
      case "backslashreplace" -> {
        for (int i = start; i < end; i++) {
          out.append(Literals.hexEscape(input[i] & 0xFF));
        }
      }
      case "surrogateescape" -> {
        for (int i = start; i < end; i++) {
          if (input[i] >= 0) {
            throw error(start, end, reason);
          }
          out.append(0xDC00 + (input[i] & 0xFF));
        }
      }
      case "xmlcharrefreplace", "namereplace" ->
          throw Errors.typeError("don't know how to handle UnicodeDecodeError in error callback");
      default ->
          out.append(
              RegisteredErrors.handle(handler, error(start, end, reason), end, input.length));
    }
  }

  private PyException error(int start, int end, String reason) {
    return Errors.of(
        ExceptionTypes.UNICODE_DECODE_ERROR,
        new Object[] {codec, new PyBytes(input), (long) start, (long) end, reason});
  }
}
