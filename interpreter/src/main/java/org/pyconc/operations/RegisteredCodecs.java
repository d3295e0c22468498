package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBytes;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

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

  /** The module that keeps what is registered; null where there is no program, or no library. */
  static @Nullable Object module() {
    Task task = Task.current();
    if (task == null || !(task.process().attachment instanceof ProcessState)) {
      return null;
    }
    try {
      return ModuleLoader.current().importModule("codecs", true);
    } catch (PyException e) {
      if (e.value().type() == ExceptionTypes.MODULE_NOT_FOUND_ERROR) {
        return null;
      }
      throw e;
    }
  }

  private static Object call(String function, Object input, String encoding, String errors) {
    Object codecs = module();
    if (codecs == null) {
      throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: " + encoding);
    }
    return Calls.call3(Attributes.load(codecs, function), input, encoding, errors);
  }
}
