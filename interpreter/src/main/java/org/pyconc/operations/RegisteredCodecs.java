package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBytes;
import org.pyconc.runtime.ModuleLoader;

/**
 * Encodings that are written in the language: those of the library's {@code encodings}, and what a
 * program has registered.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/codecs.html#codecs.register">codecs.register</a>
 */
final class RegisteredCodecs {
  private RegisteredCodecs() {}

  static byte[] encode(Object text, String encoding, String errors) {
    if (call("_encode_text", text, encoding, errors) instanceof PyBytes bytes) {
      return bytes.array();
    }
    throw Errors.typeError("encoder should return bytes"); // checked over there
  }

  static Object decode(byte[] bytes, String encoding, String errors) {
    return call("_decode_text", new PyBytes(bytes), encoding, errors);
  }

  private static Object call(String function, Object input, String encoding, String errors) {
    Object codecs = ModuleLoader.current().importModule("codecs", true);
    return Calls.call3(Attributes.load(codecs, function), input, encoding, errors);
  }
}
