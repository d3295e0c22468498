package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/**
 * The methods of the three exceptions about encoded text.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html#UnicodeError">UnicodeError</a>
 */
final class UnicodeErrorMethods {
  private UnicodeErrorMethods() {}

  private static final String INIT = "__init__(self, /, *args, **kwargs)";
  private static final String INIT_DOC =
      "Initialize self.  See help(type(self)) for accurate signature.";

  static void defineDecode(TypeBuilder b) {
    b.doc("Unicode decoding error.");
    b.methodN(INIT, INIT_DOC, bound -> initialise(bound, true, true));
    b.method("__str__(self, /)", "Return str(self).", a -> decodeText((PyBaseException) a));
    defineFields(b, true);
  }

  static void defineEncode(TypeBuilder b) {
    b.doc("Unicode encoding error.");
    b.methodN(INIT, INIT_DOC, bound -> initialise(bound, true, false));
    b.method("__str__(self, /)", "Return str(self).", a -> textError((PyBaseException) a, true));
    defineFields(b, true);
  }

  static void defineTranslate(TypeBuilder b) {
    b.doc("Unicode translation error.");
    b.methodN(INIT, INIT_DOC, bound -> initialise(bound, false, false));
    b.method("__str__(self, /)", "Return str(self).", a -> textError((PyBaseException) a, false));
    defineFields(b, false);
  }

  private static void defineFields(TypeBuilder b, boolean hasEncoding) {
    if (hasEncoding) {
      BaseExceptionMethods.field(
          b, "encoding", "exception encoding", ExceptionFields.UNICODE_ENCODING);
    }
    BaseExceptionMethods.field(b, "object", "exception object", ExceptionFields.UNICODE_OBJECT);
    BaseExceptionMethods.field(b, "start", "exception start", ExceptionFields.UNICODE_START);
    BaseExceptionMethods.field(b, "end", "exception end", ExceptionFields.UNICODE_END);
    BaseExceptionMethods.field(b, "reason", "exception reason", ExceptionFields.UNICODE_REASON);
  }

  private static Object initialise(Object[] bound, boolean hasEncoding, boolean isBytes) {
    PyBaseException e = (PyBaseException) bound[0];
    PyTuple arguments = (PyTuple) bound[1];
    BaseExceptionMethods.refuseKeywords(e, (PyDict) bound[2]);
    e.setArguments(arguments);
    int expected = hasEncoding ? 5 : 4;
    if (arguments.size() != expected) {
      throw Errors.typeError(
          "function takes exactly " + expected + " arguments (" + arguments.size() + " given)");
    }
    int i = 0;
    if (hasEncoding) {
      e.setField(ExceptionFields.UNICODE_ENCODING, text(arguments, i++));
    }
    Object object = PyPayloadInstance.unwrap(arguments.get(i));
    if (isBytes && object instanceof PyByteArray a) {
      object = new PyBytes(a.toArray());
    } else if (isBytes && !(object instanceof PyBytes)) {
      throw Errors.typeError(
          "a bytes-like object is required, not '" + PyType.of(object).name() + "'");
    } else if (!isBytes) {
      object = text(arguments, i);
    }
    e.setField(ExceptionFields.UNICODE_OBJECT, object);
    e.setField(ExceptionFields.UNICODE_START, Items.toLong(arguments.get(i + 1)));
    e.setField(ExceptionFields.UNICODE_END, Items.toLong(arguments.get(i + 2)));
    e.setField(ExceptionFields.UNICODE_REASON, text(arguments, i + 3));
    return PySingleton.NONE;
  }

  private static Object text(PyTuple arguments, int index) {
    Object plain = PyPayloadInstance.unwrap(arguments.get(index));
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "argument " + (index + 1) + " must be str, not " + PyType.of(plain).name());
    }
    return plain;
  }

  private static String field(PyBaseException e, int field) {
    Object value = e.field(field);
    return value == null ? "None" : Text.javaStr(value);
  }

  private static long number(PyBaseException e, int field) {
    return e.field(field) instanceof Long value ? value : 0;
  }

  private static Object decodeText(PyBaseException e) {
    if (!(e.field(ExceptionFields.UNICODE_OBJECT) instanceof PyBytes bytes)) {
      return "";
    }
    long start = number(e, ExceptionFields.UNICODE_START);
    long end = number(e, ExceptionFields.UNICODE_END);
    String prefix = "'" + field(e, ExceptionFields.UNICODE_ENCODING) + "' codec can't decode byte";
    String reason = field(e, ExceptionFields.UNICODE_REASON);
    if (start >= 0 && start < bytes.size() && end == start + 1) {
      return WideString.of(
          prefix
              + " 0x"
              + hex(bytes.array()[(int) start] & 0xff, 2)
              + " in position "
              + start
              + ": "
              + reason);
    }
    return WideString.of(prefix + "s in position " + start + "-" + (end - 1) + ": " + reason);
  }

  private static Object textError(PyBaseException e, boolean isEncode) {
    @Nullable Object object = e.field(ExceptionFields.UNICODE_OBJECT);
    if (object == null || !Text.isText(object)) {
      return "";
    }
    int[] text = Text.codePoints(object);
    long start = number(e, ExceptionFields.UNICODE_START);
    long end = number(e, ExceptionFields.UNICODE_END);
    String prefix =
        isEncode
            ? "'" + field(e, ExceptionFields.UNICODE_ENCODING) + "' codec can't encode character"
            : "can't translate character";
    String reason = field(e, ExceptionFields.UNICODE_REASON);
    if (start >= 0 && start < text.length && end == start + 1) {
      return WideString.of(
          prefix + " '" + escape(text[(int) start]) + "' in position " + start + ": " + reason);
    }
    return WideString.of(prefix + "s in position " + start + "-" + (end - 1) + ": " + reason);
  }

  private static String escape(int codePoint) {
    if (codePoint <= 0xff) {
      return "\\x" + hex(codePoint, 2);
    }
    return codePoint <= 0xffff ? "\\u" + hex(codePoint, 4) : "\\U" + hex(codePoint, 8);
  }

  private static String hex(int value, int digits) {
    String text = Integer.toHexString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
