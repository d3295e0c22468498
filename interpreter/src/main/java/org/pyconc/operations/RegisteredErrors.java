package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;

/**
 * What a program has registered for errors of encoding and decoding.
 *
 * @see <a href="https://docs.python.org/3.11/library/codecs.html#codecs.register_error">
 *     codecs.register_error</a>
 */
final class RegisteredErrors {
  private RegisteredErrors() {}

  /**
   * What a handler wants in the place of what failed: a str, or bytes.
   *
   * @param size of the whole input; the handler must want to go on at {@code end}
   * @throws PyException what the handler raises; LookupError if there is none of that name
   */
  static Object handle(String handler, PyException error, int end, int size) {
    Object codecs = RegisteredCodecs.module();
    if (codecs == null) {
      throw Codecs.unknownHandler(handler);
    }
    Object function = Calls.call1(Attributes.load(codecs, "lookup_error"), handler);
    boolean decodes = error.value().type().isSubtypeOf(ExceptionTypes.UNICODE_DECODE_ERROR);
    if (!(PyPayloadInstance.unwrap(Calls.call1(function, error.value())) instanceof PyTuple pair)
        || pair.size() != 2
        || !(Text.isText(pair.get(0)) || (!decodes && pair.get(0) instanceof PyBytes))) {
      throw Errors.typeError(
          decodes
              ? "decoding error handler must return (str, int) tuple"
              : "encoding error handler must return (str/bytes, int) tuple");
    }
    long position = Items.toLong(pair.get(1));
    long from = position < 0 ? position + size : position;
    if (from < 0 || from > size) {
      throw Errors.of(
          ExceptionTypes.INDEX_ERROR, "position " + position + " from error handler out of bounds");
    }
    if (from != end) {
      throw Errors.of(
          ExceptionTypes.NOT_IMPLEMENTED_ERROR,
          "an error handler that goes on elsewhere than at the end of the error");
    }
    return pair.get(0);
  }
}
