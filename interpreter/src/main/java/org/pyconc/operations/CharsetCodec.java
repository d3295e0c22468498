package org.pyconc.operations;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Encodings that Java's library knows. */
final class CharsetCodec {
  private CharsetCodec() {}

  static byte[] encode(Object text, String codec, Charset charset, String errors) {
    CharsetEncoder encoder = charset.newEncoder();
    boolean single = encoder.maxBytesPerChar() <= 1;
    EncodeErrors out = new EncodeErrors(single ? "charmap" : codec.replace('-', '_'), text, errors);
    int length = Text.length(text);
    int start = 0;
    for (int i = 0; i < length; i++) {
      String character = Character.toString(Text.at(text, i));
      if (!encoder.canEncode(character)) {
        out.write(javaText(text, start, i).getBytes(charset));
        int end = i + 1;
        while (single
            && end < length
            && !encoder.canEncode(Character.toString(Text.at(text, end)))) {
          end++;
        }
        String reason = single ? "character maps to <undefined>" : "illegal multibyte sequence";
        out.write(out.handle(i, end, reason).getBytes(charset));
        start = end;
        i = end - 1;
      }
    }
    out.write(javaText(text, start, length).getBytes(charset));
    return out.toByteArray();
  }

  private static String javaText(Object text, int start, int end) {
    return Text.java(Text.substring(text, start, end));
  }

  static Object decode(byte[] bytes, String codec, Charset charset, String errors) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
    DecodeErrors handler =
        new DecodeErrors(single ? "charmap" : codec.replace('-', '_'), bytes, errors);
    TextBuilder out = new TextBuilder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 16);
    while (true) {
      CoderResult result = decoder.decode(in, chars, true);
      if (result.isUnderflow()) {
        decoder.flush(chars);
        drain(chars, out);
        return out.build();
      }
      drain(chars, out);
      if (result.isError()) {
        int start = in.position();
        int end = start + result.length();
        String reason = single ? "character maps to <undefined>" : "illegal multibyte sequence";
        handler.handle(out, start, end, reason);
        in.position(end);
        decoder.reset();
      }
    }
  }

  private static void drain(CharBuffer chars, TextBuilder out) {
    String text = chars.flip().toString();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      out.append(text.codePointAt(i));
    }
    chars.clear();
  }
}
