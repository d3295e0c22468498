package org.pyconc.stdlib.json;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Values as JSON text and back.
 *
 * @see <a href="https://docs.python.org/3.11/library/json.html">json</a>
 */
public final class JsonModule implements NativeModule {
  private static final String WRITE =
      "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,"
          + " indent=None, separators=None, default=None, sort_keys=False, **kw)";
  private static final String READ =
      "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,"
          + " object_pairs_hook=None, **kw)";
  private static final String[] WRITE_NAMES = {
    "skipkeys",
    "ensure_ascii",
    "check_circular",
    "allow_nan",
    "indent",
    "separators",
    "default",
    "sort_keys"
  };
  private static final String[] READ_NAMES = {
    "object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"
  };

  private final String name;

  /**
   * @param name {@code json}, {@code json.decoder} or {@code json.encoder}
   */
  public JsonModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    if (!name.equals("json.encoder")) {
      b.constant("JSONDecodeError", JsonErrors.DECODE_ERROR).type(JsonTypes.DECODER);
    }
    if (!name.equals("json.decoder")) {
      b.type(JsonTypes.ENCODER);
    }
    if (!name.equals("json")) {
      return;
    }
    b.constant("__path__", new PyList());
    // they become attributes: programs name json.decoder.JSONDecodeError
    Object decoder = ModuleLoader.current().importModule("json.decoder", true);
    Object encoder = ModuleLoader.current().importModule("json.encoder", true);
    b.constant("decoder", decoder).constant("encoder", encoder);
    b.constant(
        "__all__",
        PyList.of(
            "dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"));
    b.asPython("");
    b.functionN(
        "dumps(obj, *, " + WRITE,
        "The JSON text of a value.",
        a -> dumps(a[0], Arrays.copyOfRange(a, 1, a.length)));
    b.functionN(
        "dump(obj, fp, *, " + WRITE,
        "Writes a value as JSON to a file.",
        a -> {
          Calls.method(a[1], "write", dumps(a[0], Arrays.copyOfRange(a, 2, a.length)));
          return PySingleton.NONE;
        });
    b.functionN(
        "loads(s, *, " + READ,
        "The value that a JSON text stands for.",
        a -> loads(a[0], Arrays.copyOfRange(a, 1, a.length)));
    b.functionN(
        "load(fp, *, " + READ,
        "The value that a file with a JSON text stands for.",
        a -> loads(Calls.method(a[0], "read"), Arrays.copyOfRange(a, 1, a.length)));
    b.function(
        "detect_encoding(b)",
        "Which UTF some bytes are in.",
        bytes -> encodingOf(Buffers.bytes(bytes)));
  }

  /** In the order of {@link #WRITE}. */
  private static Object dumps(Object value, Object[] a) {
    if (a[4] != PySingleton.NONE) {
      Object[] options = {a[0], a[1], a[2], a[3], a[5], a[6], a[7], a[8]};
      Object encoder = make(a[4], WRITE_NAMES, options, (PyDict) a[9]);
      return Calls.method(encoder, "encode", value);
    }
    if (((PyDict) a[9]).size() > 0) {
      make(JsonTypes.ENCODER, WRITE_NAMES, new Object[0], (PyDict) a[9]);
    }
    Object indent = JsonTypes.indent(a[5]);
    Object item = indent == null ? ", " : ",";
    Object key = ": ";
    if (a[6] != PySingleton.NONE) {
      Object[] both = Iteration.unpack(a[6], 2);
      item = Text.str(both[0]);
      key = Text.str(both[1]);
    }
    JsonWriter.Options options =
        new JsonWriter.Options(
            Truth.isTrue(a[0]),
            Truth.isTrue(a[1]),
            Truth.isTrue(a[2]),
            Truth.isTrue(a[3]),
            Truth.isTrue(a[8]),
            indent,
            item,
            key);
    Object defaults = a[7];
    return new JsonWriter(options, o -> other(defaults, o)).write(value);
  }

  private static Object other(Object defaults, Object value) {
    if (defaults == PySingleton.NONE) {
      throw JsonWriter.notSerializable(value);
    }
    return Calls.call1(defaults, value);
  }

  /** Calls a class with the named options, as far as there are some, and the program's own. */
  private static Object make(Object cls, String[] names, Object[] values, PyDict more) {
    String[] keywords = Arrays.copyOf(names, values.length + more.size());
    Object[] arguments = Arrays.copyOf(values, keywords.length);
    int count = values.length;
    for (int i = more.next(0); i >= 0; i = more.next(i + 1)) {
      keywords[count] = Text.java(more.keyAt(i));
      arguments[count++] = more.valueAt(i);
    }
    return Calls.call(cls, arguments, keywords);
  }

  /** In the order of {@link #READ}. */
  private static Object loads(Object source, Object[] a) {
    Object text = textOf(source);
    PyDict more = (PyDict) a[6];
    if (a[0] != PySingleton.NONE || more.size() > 0) {
      PyDict options = new PyDict();
      Object[] values = {a[1], a[2], a[3], a[4], a[5]};
      for (int i = 0; i < values.length; i++) {
        if (values[i] != PySingleton.NONE) {
          options.put(READ_NAMES[i], values[i]);
        }
      }
      options.putAll(more);
      Object cls = a[0] == PySingleton.NONE ? JsonTypes.DECODER : a[0];
      Object decoder = make(cls, READ_NAMES, new Object[0], options);
      return Calls.method(decoder, "decode", text);
    }
    JsonParser.Hooks hooks =
        new JsonParser.Hooks(
            PySingleton.orNull(a[1]),
            PySingleton.orNull(a[5]),
            PySingleton.orNull(a[2]),
            PySingleton.orNull(a[3]),
            PySingleton.orNull(a[4]),
            true);
    return new JsonParser(text, hooks).parseAll();
  }

  private static Object textOf(Object source) {
    Object plain = PyPayloadInstance.unwrap(source);
    if (Text.isText(plain)) {
      if (Text.length(plain) > 0 && Text.at(plain, 0) == 0xFEFF) {
        throw JsonErrors.at("Unexpected UTF-8 BOM (decode using utf-8-sig)", plain, 0);
      }
      return plain;
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    if (bytes == null) {
      throw Errors.typeError(
          "the JSON object must be str, bytes or bytearray, not " + PyType.of(source).name());
    }
    return Codecs.decode(bytes, encodingOf(bytes), "surrogatepass");
  }

  private static int unsigned(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  private static String encodingOf(byte[] bytes) {
    int a = unsigned(bytes, 0);
    int b = unsigned(bytes, 1);
    int c = unsigned(bytes, 2);
    int d = unsigned(bytes, 3);
    if (a == 0 && b == 0 && c == 0xfe && d == 0xff || a == 0xff && b == 0xfe && c == 0 && d == 0) {
      return "utf-32";
    }
    if (a == 0xfe && b == 0xff || a == 0xff && b == 0xfe) {
      return "utf-16";
    }
    if (a == 0xef && b == 0xbb && c == 0xbf) {
      return "utf-8-sig";
    }
    if (bytes.length >= 4) {
      if (a == 0) {
        return b != 0 ? "utf-16-be" : "utf-32-be";
      }
      if (b == 0) {
        return c != 0 || d != 0 ? "utf-16-le" : "utf-32-le";
      }
    } else if (bytes.length == 2) {
      return a == 0 ? "utf-16-be" : b == 0 ? "utf-16-le" : "utf-8";
    }
    return "utf-8";
  }
}
