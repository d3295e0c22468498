package org.pyconc.builtins;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.BytesIterator;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.LengthHints;
import org.pyconc.operations.PercentFormat;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;

/** Construction, operators and special methods that bytes and bytearray share. */
final class ByteOperators {
  private ByteOperators() {}

  static void define(TypeBuilder b, String kind) {
    b.method("__len__(self, /)", "Return len(self).", self -> (long) size(self));
    b.method("__iter__(self, /)", "Implement iter(self).", BytesIterator::new);
    b.method("__contains__(self, key, /)", "Return key in self.", ByteMethods::contains);
    b.method(
        "__getitem__(self, key, /)", "Return self[key].", (self, key) -> item(self, key, kind));
    b.method("__add__(self, value, /)", "Return self+value.", ByteOperators::add);
    b.method("__mul__(self, value, /)", "Return self*value.", ByteOperators::multiply);
    b.method("__rmul__(self, value, /)", "Return value*self.", ByteOperators::multiply);
    b.method(
        "__mod__(self, value, /)",
        "Return self%value.",
        (self, value) ->
            ByteMethods.like(self, PercentFormat.formatBytes(ByteMethods.text(self), value)));
    b.method(
        "__rmod__(self, value, /)",
        "Return value%self.",
        (self, value) -> PySingleton.NOT_IMPLEMENTED);
    comparison(b, "__eq__", Comparison.Operator.EQ);
    comparison(b, "__ne__", Comparison.Operator.NE);
    comparison(b, "__lt__", Comparison.Operator.LT);
    comparison(b, "__le__", Comparison.Operator.LE);
    comparison(b, "__gt__", Comparison.Operator.GT);
    comparison(b, "__ge__", Comparison.Operator.GE);
    b.method(
        "hex(self, sep=<unrepresentable>, bytes_per_sep=1)",
        "Create a string of hexadecimal numbers from a bytes object.",
        (self, sep, group) -> Hex.format(Buffers.bytes(self), sep, group));
    ByteMethods.define(b);
    ByteShapeMethods.define(b);
  }

  private static void comparison(TypeBuilder b, String name, Comparison.Operator operator) {
    b.method(
        name + "(self, value, /)",
        "Return self" + operator.symbol() + "value.",
        (self, value) -> {
          byte[] other = Buffers.bytesOrNull(value);
          return other == null
              ? PySingleton.NOT_IMPLEMENTED
              : operator.accepts(Arrays.compareUnsigned(Buffers.bytes(self), other));
        });
  }

  /**
   * The content for a constructor called with these arguments.
   *
   * @param kind {@code bytes} or {@code bytearray}
   */
  static byte[] content(Object source, Object encoding, Object errors, String kind) {
    boolean isText = source != Unset.UNSET && Text.isText(PyPayloadInstance.unwrap(source));
    String codec = TextArguments.name(encoding, kind, "encoding", "utf-8");
    String handler = TextArguments.name(errors, kind, "errors", "strict");
    if (isText) {
      if (encoding == Unset.UNSET) {
        throw Errors.typeError("string argument without an encoding");
      }
      return Codecs.encode(PyPayloadInstance.unwrap(source), codec, handler).array();
    }
    if (encoding != Unset.UNSET || errors != Unset.UNSET) {
      throw Errors.typeError(
          (encoding != Unset.UNSET ? "encoding" : "errors") + " without a string argument");
    }
    if (source == Unset.UNSET) {
      return new byte[0];
    }
    if (TextArguments.isIndex(source)) {
      try {
        return zeros(source);
      } catch (PyException e) { // other than a TypeError: it may be something else as well
        if (Integers.isInt(source) || !e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
          throw e;
        }
      }
    }
    byte[] bytes = Buffers.bytesOrNull(source);
    if (bytes != null) {
      return bytes.clone();
    }
    byte[] items = fromIterable(source, kind);
    if (items == null) {
      throw Errors.typeError("cannot convert '" + PyType.of(source).name() + "' object to " + kind);
    }
    return items;
  }

  private static byte[] zeros(Object count) {
    if (TextArguments.repetitions(count) == 0 && TextArguments.size(count) < 0) {
      throw Errors.valueError("negative count");
    }
    return new byte[Text.checkedLength(TextArguments.repetitions(count))];
  }

  /** The ints of an iterable as bytes, or null if the value is not iterable. */
  static byte @Nullable [] fromIterable(Object source, String kind) {
    if (!Iteration.isIterable(source)) {
      return null;
    }
    PyIterator iterator = Iteration.iterator(source);
    if (kind.equals("bytes")) {
      LengthHints.ask(source);
    }
    return Buffers.fromIterable(
        iterator, (kind.equals("bytes") ? "bytes" : "byte") + " must be in range(0, 256)");
  }

  private static Object item(Object self, Object key, String kind) {
    byte[] bytes = self instanceof PyByteArray b ? b.array() : ((PyBytes) self).array();
    if (key instanceof PySlice slice) {
      return ByteMethods.like(self, slice(bytes, Slices.resolve(slice, size(self))));
    }
    return (long) (bytes[index(key, size(self), kind)] & 0xFF);
  }

  private static int size(Object self) {
    return self instanceof PyByteArray b ? b.size() : ((PyBytes) self).size();
  }

  static byte[] slice(byte[] bytes, Slices.Range r) {
    if (r.step() == 1) {
      return Arrays.copyOfRange(bytes, r.start(), r.start() + r.length());
    }
    byte[] part = new byte[r.length()];
    for (int i = 0, at = r.start(); i < part.length; i++, at += r.step()) {
      part[i] = bytes[at];
    }
    return part;
  }

  /** An index counted from the start. */
  static int index(Object key, int length, String kind) {
    requireIndex(key, kind);
    return TextArguments.index(key, length, kind.equals("bytes") ? "" : kind + " ");
  }

  /** Refuses what can be no index. */
  static void requireIndex(Object key, String kind) {
    if (!TextArguments.isIndex(key)) {
      throw Errors.typeError(
          (kind.equals("bytes") ? "byte" : kind)
              + " indices must be integers or slices, not "
              + PyType.of(key).name());
    }
  }

  private static Object add(Object self, Object value) {
    byte[] other = Buffers.bytesOrNull(value);
    if (other == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    byte[] mine = Buffers.bytes(self);
    byte[] sum = Arrays.copyOf(mine, Text.checkedLength((long) mine.length + other.length));
    System.arraycopy(other, 0, sum, mine.length, other.length);
    return ByteMethods.like(self, sum);
  }

  private static Object multiply(Object self, Object count) {
    return TextArguments.isIndex(count)
        ? ByteMethods.like(self, repeat(Buffers.bytes(self), count))
        : PySingleton.NOT_IMPLEMENTED;
  }

  static byte[] repeat(byte[] bytes, Object count) {
    long times = TextArguments.repetitions(count);
    if (bytes.length == 0 || times == 0) {
      return new byte[0];
    }
    int size = Text.checkedLength((long) bytes.length * Text.checkedLength(times));
    byte[] all = Arrays.copyOf(bytes, size);
    for (int done = bytes.length; done < size; done += done) {
      System.arraycopy(all, 0, all, done, Math.min(done, size - done));
    }
    return all;
  }
}
