package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.FormatSpec;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Literals;
import org.pyconc.operations.PercentFormat;
import org.pyconc.operations.Slices;
import org.pyconc.operations.StrIterator;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.TextSearch;

/**
 * The type str: construction, operators and special methods.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#text-sequence-type-str">Text
 *     Sequence Type</a>
 */
final class StrType {
  private StrType() {}

  static void define(TypeBuilder b) {
    b.doc(
        "str(object='') -> str\n"
            + "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
            + "Create a new string object from the given object.");
    b.staticMethod(
        "__new__(cls, object=<unrepresentable>, encoding=<unrepresentable>,"
            + " errors=<unrepresentable>)",
        "Create and return a new object.",
        a -> TextArguments.instance(a[0], BuiltinTypes.STR, make(a[1], a[2], a[3])));
    b.method("__str__(self, /)", "Return str(self).", self -> self);
    b.method("__repr__(self, /)", "Return repr(self).", Literals::ofText);
    b.method("__hash__(self, /)", "Return hash(self).", self -> Hashing.hash(self));
    b.method("__len__(self, /)", "Return len(self).", self -> (long) Text.length(self));
    b.method("__iter__(self, /)", "Implement iter(self).", StrIterator::new);
    b.method("__contains__(self, key, /)", "Return key in self.", StrType::contains);
    b.method("__getitem__(self, key, /)", "Return self[key].", StrType::item);
    b.method("__add__(self, value, /)", "Return self+value.", StrType::add);
    b.method("__mul__(self, value, /)", "Return self*value.", StrType::multiply);
    b.method("__rmul__(self, value, /)", "Return value*self.", StrType::multiply);
    b.method("__mod__(self, value, /)", "Return self%value.", PercentFormat::formatText);
    b.method(
        "__rmod__(self, value, /)",
        "Return value%self.",
        (self, value) ->
            Text.isText(PyPayloadInstance.unwrap(value))
                ? PercentFormat.formatText(PyPayloadInstance.unwrap(value), self)
                : PySingleton.NOT_IMPLEMENTED);
    b.wholeMethod(
        "__format__(self, format_spec, /)",
        "Return a formatted version of the string as described by format_spec.",
        (self, spec) -> {
          Object text = TextArguments.text(spec, "__format__() argument");
          return Text.length(text) == 0 ? Text.str(self) : FormatSpec.formatText(self, text);
        });
    b.method(
        "__getnewargs__(self, /)", "Arguments for __new__ of a copy.", self -> PyTuple.of(self));
    b.method(
        "__sizeof__(self, /)", "Return the size of the string in memory, in bytes.", StrType::size);
    comparisons(b);
    StrMethods.define(b);
    StrShapeMethods.define(b);
  }

  private static void comparisons(TypeBuilder b) {
    comparison(b, "__eq__", Comparison.Operator.EQ);
    comparison(b, "__ne__", Comparison.Operator.NE);
    comparison(b, "__lt__", Comparison.Operator.LT);
    comparison(b, "__le__", Comparison.Operator.LE);
    comparison(b, "__gt__", Comparison.Operator.GT);
    comparison(b, "__ge__", Comparison.Operator.GE);
  }

  private static void comparison(TypeBuilder b, String name, Comparison.Operator operator) {
    b.method(
        name + "(self, value, /)",
        "Return self" + operator.symbol() + "value.",
        (self, value) -> {
          Integer order = Comparison.compareText(self, PyPayloadInstance.unwrap(value));
          return order == null ? PySingleton.NOT_IMPLEMENTED : operator.accepts(order);
        });
  }

  private static Object make(Object object, Object encoding, Object errors) {
    if (encoding == Unset.UNSET && errors == Unset.UNSET) {
      return object == Unset.UNSET ? "" : Text.str(object);
    }
    String codec = TextArguments.name(encoding, "str", "encoding", "utf-8");
    String handler = TextArguments.name(errors, "str", "errors", "strict");
    if (object == Unset.UNSET) {
      return "";
    }
    if (Text.isText(PyPayloadInstance.unwrap(object))) {
      throw Errors.typeError("decoding str is not supported");
    }
    byte[] bytes = Buffers.bytesOrNull(object);
    if (bytes == null) {
      throw Errors.typeError(
          "decoding to str: need a bytes-like object, " + PyType.of(object).name() + " found");
    }
    return Codecs.decode(bytes, codec, handler);
  }

  private static Object contains(Object self, Object key) {
    Object part = TextArguments.textOrNull(key);
    if (part == null) {
      throw Errors.typeError(
          "'in <string>' requires string as left operand, not " + PyType.of(key).name());
    }
    return TextSearch.indexOf(self, part, 0, Text.length(self)) >= 0;
  }

  private static Object item(Object self, Object key) {
    if (key instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, Text.length(self));
      if (r.step() == 1) {
        return Text.substring(self, r.start(), r.start() + r.length());
      }
      TextBuilder part = new TextBuilder();
      for (int i = 0, at = r.start(); i < r.length(); i++, at += r.step()) {
        part.append(Text.at(self, at));
      }
      return part.build();
    }
    if (!TextArguments.isIndex(key)) {
      throw Errors.typeError(
          "string indices must be integers, not '" + PyType.of(key).name() + "'");
    }
    return Text.ofCodePoint(Text.at(self, TextArguments.index(key, Text.length(self), "string ")));
  }

  private static Object add(Object self, Object value) {
    Object other = TextArguments.textOrNull(value);
    return other == null ? PySingleton.NOT_IMPLEMENTED : Text.concat(self, other);
  }

  private static Object multiply(Object self, Object count) {
    if (!TextArguments.isIndex(count)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    long times = TextArguments.repetitions(count);
    int length = Text.length(self);
    if (times == 1 || length == 0) {
      return self;
    }
    if (times > Integer.MAX_VALUE) {
      times = Text.checkedLength(times);
    }
    Text.checkedLength(times * length);
    if (self instanceof String s) {
      return s.repeat((int) times);
    }
    TextBuilder all = new TextBuilder();
    for (long i = 0; i < times; i++) {
      all.append(self);
    }
    return all.build();
  }

  private static Object size(Object self) {
    int widest = 0;
    int length = Text.length(self);
    for (int i = 0; i < length; i++) {
      widest = Math.max(widest, Text.at(self, i));
    }
    if (widest < 0x80) {
      return 49L + length;
    }
    return widest < 0x100 ? 73L + length : widest < 0x10000 ? 74L + 2L * length : 76L + 4L * length;
  }
}
