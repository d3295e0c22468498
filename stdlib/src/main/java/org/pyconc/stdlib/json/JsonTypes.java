package org.pyconc.stdlib.json;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/** {@code json.JSONEncoder} and {@code json.JSONDecoder}: classes to derive from. */
final class JsonTypes {
  private JsonTypes() {}

  static final PyType ENCODER =
      new PyType(
          "json.encoder.JSONEncoder",
          BuiltinTypes.OBJECT,
          true,
          PyInstance::new,
          JsonTypes::defineEncoder);

  static final PyType DECODER =
      new PyType(
          "json.decoder.JSONDecoder",
          BuiltinTypes.OBJECT,
          true,
          PyInstance::new,
          JsonTypes::defineDecoder);

  private static void defineEncoder(TypeBuilder b) {
    b.asPython("JSONEncoder");
    b.doc("Extensible JSON encoder for Python data structures.");
    b.methodN(
        "__init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,"
            + " sort_keys=False, indent=None, separators=None, default=None)",
        "Constructor for JSONEncoder, with sensible defaults.",
        a -> {
          initialiseEncoder(a);
          return PySingleton.NONE;
        });
    b.method(
        "default(self, o)",
        "What to write for a value that JSON has no form for.",
        (self, o) -> {
          throw JsonWriter.notSerializable(o);
        });
    b.method("encode(self, o)", "The JSON text of a value.", JsonTypes::encode);
    b.method(
        "iterencode(self, o, _one_shot=False)",
        "The JSON text of a value, in parts.",
        (self, o, oneShot) -> Iteration.iter(PyList.of(encode(self, o))));
    b.constant("item_separator", ", ");
    b.constant("key_separator", ": ");
  }

  private static void initialiseEncoder(Object[] a) {
    Object self = a[0];
    Attributes.store(self, "skipkeys", a[1]);
    Attributes.store(self, "ensure_ascii", a[2]);
    Attributes.store(self, "check_circular", a[3]);
    Attributes.store(self, "allow_nan", a[4]);
    Attributes.store(self, "sort_keys", a[5]);
    Attributes.store(self, "indent", a[6]);
    if (a[7] != PySingleton.NONE) {
      Object[] both = Iteration.unpack(a[7], 2);
      Attributes.store(self, "item_separator", both[0]);
      Attributes.store(self, "key_separator", both[1]);
    } else if (a[6] != PySingleton.NONE) {
      Attributes.store(self, "item_separator", ",");
    }
    if (a[8] != PySingleton.NONE) {
      Attributes.store(self, "default", a[8]);
    }
  }

  /** What one level is indented by, or null for everything on one line. */
  static @Nullable Object indent(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain == PySingleton.NONE) {
      return null;
    }
    return Text.isText(plain) ? plain : " ".repeat(Math.max(0, Items.toInt(plain)));
  }

  private static boolean flag(Object self, String name) {
    return Truth.isTrue(Attributes.load(self, name));
  }

  private static Object encode(Object self, Object value) {
    JsonWriter.Options options =
        new JsonWriter.Options(
            flag(self, "skipkeys"),
            flag(self, "ensure_ascii"),
            flag(self, "check_circular"),
            flag(self, "allow_nan"),
            flag(self, "sort_keys"),
            indent(Attributes.load(self, "indent")),
            Text.str(Attributes.load(self, "item_separator")),
            Text.str(Attributes.load(self, "key_separator")));
    return new JsonWriter(options, o -> Calls.method(self, "default", o)).write(value);
  }

  private static void defineDecoder(TypeBuilder b) {
    b.asPython("JSONDecoder");
    b.doc("Simple JSON decoder.");
    b.methodN(
        "__init__(self, *, object_hook=None, parse_float=None, parse_int=None,"
            + " parse_constant=None, strict=True, object_pairs_hook=None)",
        "Constructor.",
        a -> {
          Attributes.store(a[0], "object_hook", a[1]);
          Attributes.store(a[0], "parse_float", a[2]);
          Attributes.store(a[0], "parse_int", a[3]);
          Attributes.store(a[0], "parse_constant", a[4]);
          Attributes.store(a[0], "strict", a[5]);
          Attributes.store(a[0], "object_pairs_hook", a[6]);
          return PySingleton.NONE;
        });
    b.method(
        "decode(self, s)",
        "The value that a JSON text stands for.",
        (self, s) -> new JsonParser(text(s), hooks(self)).parseAll());
    b.method(
        "raw_decode(self, s, idx=0)",
        "The value that a text begins with, and where it ends.",
        (self, s, index) -> {
          Object text = text(s);
          int start = Items.toInt(index);
          if (start < 0 || start > Text.length(text)) {
            throw start < 0
                ? Errors.valueError("idx cannot be negative")
                : JsonErrors.at("Expecting value", text, start);
          }
          JsonParser parser = new JsonParser(text, hooks(self));
          Object value = parser.parseFrom(start);
          return PyTuple.of(value, (long) parser.end());
        });
  }

  private static Object text(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "expected string or bytes-like object, got '" + PyType.of(value).name() + "'");
    }
    return plain;
  }

  private static @Nullable Object hook(Object self, String name) {
    Object value = Attributes.load(self, name);
    return value == PySingleton.NONE ? null : value;
  }

  private static JsonParser.Hooks hooks(Object self) {
    return new JsonParser.Hooks(
        hook(self, "object_hook"),
        hook(self, "object_pairs_hook"),
        hook(self, "parse_float"),
        hook(self, "parse_int"),
        hook(self, "parse_constant"),
        flag(self, "strict"));
  }
}
