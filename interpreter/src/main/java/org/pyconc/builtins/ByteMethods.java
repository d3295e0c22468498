package org.pyconc.builtins;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextSearch;
import org.pyconc.operations.TextSplitting;

/**
 * Methods that bytes and bytearray share. They work on the bytes as Latin-1 text, so that searching
 * and splitting are those of str.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#bytes-and-bytearray-operations">
 *     Bytes and Bytearray Operations</a>
 */
final class ByteMethods {
  static final String SPACES = " \t\n\r\u000b\f";
  private static final String RANGE = "byte must be in range(0, 256)";

  private ByteMethods() {}

  /** A value of the receiver's kind. */
  static Object like(Object self, byte[] bytes) {
    return self instanceof PyByteArray ? new PyByteArray(bytes) : new PyBytes(bytes);
  }

  /** A value of the receiver's kind, made of Latin-1 text. */
  static Object like(Object self, Object latin1) {
    return like(self, Codecs.latin1((String) latin1));
  }

  /** The bytes of a bytes-like value as text. */
  static String text(Object value) {
    return Codecs.latin1(Buffers.bytes(value));
  }

  static void define(TypeBuilder b) {
    search(b);
    splitAndJoin(b);
    b.methodN(
        "replace(self, old, new, count=-1, /)",
        "Return a copy with all occurrences of substring old replaced by new.",
        a ->
            like(
                a[0],
                TextSearch.replace(
                    text(a[0]), text(a[1]), text(a[2]), TextArguments.clamped(a[3]))));
    b.method(
        "removeprefix(self, prefix, /)",
        "Return a bytes object with the given prefix string removed if present.",
        (self, prefix) -> {
          String text = text(self);
          String part = text(prefix);
          return like(self, text.startsWith(part) ? text.substring(part.length()) : text);
        });
    b.method(
        "removesuffix(self, suffix, /)",
        "Return a bytes object with the given suffix string removed if present.",
        (self, suffix) -> {
          String text = text(self);
          String part = text(suffix);
          return like(
              self, text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text);
        });
    b.methodN(
        "decode(self, encoding='utf-8', errors='strict')",
        "Decode the bytes using the codec registered for encoding.",
        a ->
            Codecs.decode(
                Buffers.bytes(a[0]),
                Text.javaArgument(a[1], "decode", "encoding"),
                Text.javaArgument(a[2], "decode", "errors")));
    b.method(
        "translate(self, table, /, delete=b'')",
        "Return a copy with each character mapped by the given translation table.",
        ByteMethods::translate);
    b.staticMethod(
        "maketrans(frm, to, /)",
        "Return a translation table usable for the bytes or bytearray translate method.",
        a -> makeTable(Buffers.bytes(a[0]), Buffers.bytes(a[1])));
  }

  private static void search(TypeBuilder b) {
    b.methodN(
        "find(self, sub, start=None, end=None, /)",
        "Return the lowest index where subsection sub is found, -1 on failure.",
        a -> (long) find(a, false));
    b.methodN(
        "rfind(self, sub, start=None, end=None, /)",
        "Return the highest index where subsection sub is found, -1 on failure.",
        a -> (long) find(a, true));
    b.methodN(
        "index(self, sub, start=None, end=None, /)",
        "Like find() but raise ValueError when the subsection is not found.",
        a -> found(find(a, false)));
    b.methodN(
        "rindex(self, sub, start=None, end=None, /)",
        "Like rfind() but raise ValueError when the subsection is not found.",
        a -> found(find(a, true)));
    b.methodN(
        "count(self, sub, start=None, end=None, /)",
        "Return the number of non-overlapping occurrences of subsection sub.",
        a -> {
          String text = text(a[0]);
          return (long)
              TextSearch.count(
                  text,
                  subsection(a[1]),
                  Slices.start(a[2], text.length()),
                  Slices.end(a[3], text.length()));
        });
    b.methodN(
        "startswith(self, prefix, start=None, end=None, /)",
        "Return True if it starts with the specified prefix, False otherwise.",
        a -> hasAffix(a, false));
    b.methodN(
        "endswith(self, suffix, start=None, end=None, /)",
        "Return True if it ends with the specified suffix, False otherwise.",
        a -> hasAffix(a, true));
  }

  /** What to search for: bytes, or one byte as an int. */
  private static String subsection(Object value) {
    byte[] bytes = Buffers.bytesOrNull(value);
    if (bytes != null) {
      return Codecs.latin1(bytes);
    }
    if (!TextArguments.isIndex(value)) {
      throw Errors.typeError(
          "argument should be integer or bytes-like object, not '" + PyType.of(value).name() + "'");
    }
    return String.valueOf((char) (Buffers.toByte(value, RANGE) & 0xFF));
  }

  static boolean contains(Object self, Object value) {
    if (TextArguments.isIndex(value)) {
      return text(self).indexOf(Buffers.toByte(value, RANGE) & 0xFF) >= 0;
    }
    return text(self).contains(text(value));
  }

  private static int find(Object[] a, boolean fromEnd) {
    String text = text(a[0]);
    String part = subsection(a[1]);
    int start = Slices.start(a[2], text.length());
    int end = Slices.end(a[3], text.length());
    return fromEnd
        ? TextSearch.lastIndexOf(text, part, start, end)
        : TextSearch.indexOf(text, part, start, end);
  }

  private static Object found(int index) {
    if (index < 0) {
      throw Errors.valueError("subsection not found");
    }
    return (long) index;
  }

  private static Object hasAffix(Object[] a, boolean atEnd) {
    String text = text(a[0]);
    int start = Slices.start(a[2], text.length());
    int end = Slices.end(a[3], text.length());
    if (start > end) {
      return false;
    }
    String section = text.substring(start, end);
    if (PyPayloadInstance.unwrap(a[1]) instanceof PyTuple affixes) {
      for (Object each : affixes.items()) {
        if (atEnd ? section.endsWith(text(each)) : section.startsWith(text(each))) {
          return true;
        }
      }
      return false;
    }
    byte[] affix = Buffers.bytesOrNull(a[1]);
    if (affix == null) {
      throw Errors.typeError(
          (atEnd ? "endswith" : "startswith")
              + " first arg must be bytes or a tuple of bytes, not "
              + PyType.of(a[1]).name());
    }
    String part = Codecs.latin1(affix);
    return atEnd ? section.endsWith(part) : section.startsWith(part);
  }

  private static void splitAndJoin(TypeBuilder b) {
    IntPredicate isSpace = c -> SPACES.indexOf(c) >= 0;
    b.method(
        "split(self, /, sep=None, maxsplit=-1)",
        "Return a list of the sections in the bytes, using sep as the delimiter.",
        (self, sep, most) -> {
          String separator = separator(sep);
          long limit = TextArguments.size(most);
          return each(
              self,
              separator == null
                  ? TextSplitting.bySpace(text(self), limit, isSpace)
                  : TextSplitting.by(text(self), separator, limit));
        });
    b.method(
        "rsplit(self, /, sep=None, maxsplit=-1)",
        "Return a list of the sections in the bytes, using sep, from the end.",
        (self, sep, most) -> {
          String separator = separator(sep);
          long limit = TextArguments.size(most);
          return each(
              self,
              separator == null
                  ? TextSplitting.bySpaceFromEnd(text(self), limit, isSpace)
                  : TextSplitting.byFromEnd(text(self), separator, limit));
        });
    b.method(
        "splitlines(self, /, keepends=False)",
        "Return a list of the lines in the bytes, breaking at line boundaries.",
        (self, keepEnds) ->
            each(
                self,
                TextSplitting.lines(
                    text(self), TextArguments.flag(keepEnds), c -> c == '\n' || c == '\r')));
    b.method(
        "partition(self, sep, /)",
        "Partition the bytes into three parts using the given separator.",
        (self, sep) -> partition(self, sep, false));
    b.method(
        "rpartition(self, sep, /)",
        "Partition the bytes into three parts using the given separator, from the end.",
        (self, sep) -> partition(self, sep, true));
    b.method(
        "join(self, iterable_of_bytes, /)",
        "Concatenate any number of bytes objects.",
        ByteMethods::join);
  }

  private static @Nullable String separator(Object sep) {
    return sep == PySingleton.NONE ? null : notEmpty(text(sep));
  }

  private static String notEmpty(String separator) {
    if (separator.isEmpty()) {
      throw Errors.valueError("empty separator");
    }
    return separator;
  }

  private static PyList each(Object self, PyList texts) {
    for (int i = 0; i < texts.size(); i++) {
      texts.set(i, like(self, texts.get(i)));
    }
    return texts;
  }

  private static Object partition(Object self, Object sep, boolean fromEnd) {
    PyTuple parts = TextSplitting.partition(text(self), notEmpty(text(sep)), fromEnd);
    boolean keepsSeparator = self instanceof PyBytes && Text.length(parts.get(1)) > 0;
    return PyTuple.of(
        like(self, parts.get(0)),
        keepsSeparator ? PyPayloadInstance.unwrap(sep) : like(self, parts.get(1)),
        like(self, parts.get(2)));
  }

  private static Object join(Object self, Object iterable) {
    StrMethods.requireIterable(iterable);
    Object[] items = Iteration.toArray(iterable);
    String[] texts = new String[items.length];
    for (int i = 0; i < items.length; i++) {
      byte[] bytes = Buffers.bytesOrNull(items[i]);
      if (bytes == null) {
        throw Errors.typeError(
            "sequence item "
                + i
                + ": expected a bytes-like object, "
                + PyType.of(items[i]).name()
                + " found");
      }
      texts[i] = Codecs.latin1(bytes);
    }
    return like(self, String.join(text(self), texts));
  }

  private static Object translate(Object self, Object table, Object delete) {
    byte[] map = table == PySingleton.NONE ? null : Buffers.bytes(table);
    if (map != null && map.length != 256) {
      throw Errors.valueError("translation table must be 256 characters long");
    }
    String deleted = text(delete);
    byte[] bytes = Buffers.bytes(self);
    byte[] result = new byte[bytes.length];
    int size = 0;
    for (byte each : bytes) {
      if (deleted.indexOf(each & 0xFF) < 0) {
        result[size++] = map == null ? each : map[each & 0xFF];
      }
    }
    return like(self, java.util.Arrays.copyOf(result, size));
  }

  private static Object makeTable(byte[] from, byte[] to) {
    if (from.length != to.length) {
      throw Errors.valueError("maketrans arguments must have same length");
    }
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) i;
    }
    for (int i = 0; i < from.length; i++) {
      table[from[i] & 0xFF] = to[i];
    }
    return new PyBytes(table);
  }
}
