package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.FormatString;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.TextSearch;
import org.pyconc.operations.TextSplitting;
import org.pyconc.operations.UnicodeProperties;

/** Methods of str that search, split, join, replace, translate, format and encode. */
final class StrMethods {
  private StrMethods() {}

  static void define(TypeBuilder b) {
    search(b);
    splitAndJoin(b);
    b.methodN(
        "replace(self, old, new, count=-1, /)",
        "Return a copy with all occurrences of substring old replaced by new.",
        a ->
            TextSearch.replace(
                a[0],
                TextArguments.text(a[1], "replace() argument 1"),
                TextArguments.text(a[2], "replace() argument 2"),
                TextArguments.clamped(a[3])));
    b.method(
        "removeprefix(self, prefix, /)",
        "Return a str with the given prefix string removed if present.",
        (self, prefix) -> {
          Object part = TextArguments.text(prefix, "removeprefix() argument");
          return TextSearch.isAt(self, part, 0)
              ? Text.substring(self, Text.length(part), Text.length(self))
              : self;
        });
    b.method(
        "removesuffix(self, suffix, /)",
        "Return a str with the given suffix string removed if present.",
        (self, suffix) -> {
          Object part = TextArguments.text(suffix, "removesuffix() argument");
          int start = Text.length(self) - Text.length(part);
          return TextSearch.isAt(self, part, start) ? Text.substring(self, 0, start) : self;
        });
    b.methodN(
        "format(self, /, *args, **kwargs)",
        "Return a formatted version of the string, using substitutions from args and kwargs.",
        a -> FormatString.format(a[0], (PyTuple) a[1], a[2]));
    b.method(
        "format_map(self, mapping, /)",
        "Return a formatted version of the string, using substitutions from mapping.",
        (self, mapping) -> FormatString.format(self, null, mapping));
    b.methodN(
        "encode(self, encoding='utf-8', errors='strict')",
        "Encode the string using the codec registered for encoding.",
        a ->
            Codecs.encode(
                a[0],
                Text.javaArgument(a[1], "encode", "encoding"),
                Text.javaArgument(a[2], "encode", "errors")));
    b.method(
        "translate(self, table, /)",
        "Replace each character in the string using the given translation table.",
        StrMethods::translate);
    b.staticMethod(
        "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)",
        "Return a translation table usable for str.translate().",
        a -> makeTable(a[0], a[1], a[2]));
  }

  private static void search(TypeBuilder b) {
    b.methodN(
        "find(self, sub, start=None, end=None, /)",
        "Return the lowest index in the string where substring sub is found, -1 on failure.",
        a -> (long) find(a, false));
    b.methodN(
        "rfind(self, sub, start=None, end=None, /)",
        "Return the highest index in the string where substring sub is found, -1 on failure.",
        a -> (long) find(a, true));
    b.methodN(
        "index(self, sub, start=None, end=None, /)",
        "Like find() but raise ValueError when the substring is not found.",
        a -> found(find(a, false)));
    b.methodN(
        "rindex(self, sub, start=None, end=None, /)",
        "Like rfind() but raise ValueError when the substring is not found.",
        a -> found(find(a, true)));
    b.methodN(
        "count(self, sub, start=None, end=None, /)",
        "Return the number of non-overlapping occurrences of substring sub.",
        a -> {
          int length = Text.length(a[0]);
          return (long)
              TextSearch.count(
                  a[0],
                  TextArguments.text(a[1]),
                  Slices.start(a[2], length),
                  Slices.end(a[3], length));
        });
    b.methodN(
        "startswith(self, prefix, start=None, end=None, /)",
        "Return True if the string starts with the specified prefix, False otherwise.",
        a -> hasAffix(a, false));
    b.methodN(
        "endswith(self, suffix, start=None, end=None, /)",
        "Return True if the string ends with the specified suffix, False otherwise.",
        a -> hasAffix(a, true));
  }

  private static int find(Object[] a, boolean fromEnd) {
    Object part = TextArguments.text(a[1]);
    int length = Text.length(a[0]);
    int start = Slices.start(a[2], length);
    int end = Slices.end(a[3], length);
    return fromEnd
        ? TextSearch.lastIndexOf(a[0], part, start, end)
        : TextSearch.indexOf(a[0], part, start, end);
  }

  private static Object found(int index) {
    if (index < 0) {
      throw Errors.valueError("substring not found");
    }
    return (long) index;
  }

  private static Object hasAffix(Object[] a, boolean atEnd) {
    String name = atEnd ? "endswith" : "startswith";
    int length = Text.length(a[0]);
    int start = Slices.start(a[2], length);
    int end = Slices.end(a[3], length);
    if (PyPayloadInstance.unwrap(a[1]) instanceof PyTuple affixes) {
      for (Object each : affixes.items()) {
        Object affix = TextArguments.textOrNull(each);
        if (affix == null) {
          throw Errors.typeError(
              "tuple for " + name + " must only contain str, not " + PyType.of(each).name());
        }
        if (hasAffix(a[0], affix, start, end, atEnd)) {
          return true;
        }
      }
      return false;
    }
    Object affix = TextArguments.textOrNull(a[1]);
    if (affix == null) {
      throw Errors.typeError(
          name + " first arg must be str or a tuple of str, not " + PyType.of(a[1]).name());
    }
    return hasAffix(a[0], affix, start, end, atEnd);
  }

  private static boolean hasAffix(Object text, Object affix, int start, int end, boolean atEnd) {
    int length = Text.length(affix);
    return end - start >= length && TextSearch.isAt(text, affix, atEnd ? end - length : start);
  }

  private static void splitAndJoin(TypeBuilder b) {
    b.method(
        "split(self, /, sep=None, maxsplit=-1)",
        "Return a list of the substrings in the string, using sep as the separator string.",
        (self, sep, most) -> {
          Object separator = separator(sep);
          long limit = TextArguments.size(most);
          return separator == null
              ? TextSplitting.bySpace(self, limit, UnicodeProperties::isSpace)
              : TextSplitting.by(self, separator, limit);
        });
    b.method(
        "rsplit(self, /, sep=None, maxsplit=-1)",
        "Return a list of the substrings in the string, using sep, from the end.",
        (self, sep, most) -> {
          Object separator = separator(sep);
          long limit = TextArguments.size(most);
          return separator == null
              ? TextSplitting.bySpaceFromEnd(self, limit, UnicodeProperties::isSpace)
              : TextSplitting.byFromEnd(self, separator, limit);
        });
    b.method(
        "splitlines(self, /, keepends=False)",
        "Return a list of the lines in the string, breaking at line boundaries.",
        (self, keepEnds) ->
            TextSplitting.lines(
                self, TextArguments.flag(keepEnds), UnicodeProperties::isLineBreak));
    b.method(
        "partition(self, sep, /)",
        "Partition the string into three parts using the given separator.",
        (self, sep) -> TextSplitting.partition(self, notEmpty(TextArguments.text(sep)), false));
    b.method(
        "rpartition(self, sep, /)",
        "Partition the string into three parts using the given separator, from the end.",
        (self, sep) -> TextSplitting.partition(self, notEmpty(TextArguments.text(sep)), true));
    b.method("join(self, iterable, /)", "Concatenate any number of strings.", StrMethods::join);
  }

  private static @Nullable Object separator(Object sep) {
    if (sep == PySingleton.NONE) {
      return null;
    }
    Object separator = TextArguments.textOrNull(sep);
    if (separator == null) {
      throw Errors.typeError("must be str or None, not " + PyType.of(sep).name());
    }
    return notEmpty(separator);
  }

  private static Object notEmpty(Object separator) {
    if (Text.length(separator) == 0) {
      throw Errors.valueError("empty separator");
    }
    return separator;
  }

  private static Object join(Object self, Object iterable) {
    requireIterable(iterable);
    String plain = self instanceof String s ? joinPlain(s, iterable) : null;
    return plain == null ? joinAny(self, Iteration.toArray(iterable)) : plain;
  }

  /** Joins a list of Strings, or gives null if it is something else. */
  private static @Nullable String joinPlain(String separator, Object iterable) {
    if (!(iterable instanceof PyList list)) {
      return null;
    }
    String[] texts = new String[list.size()];
    for (int i = 0; i < texts.length; i++) {
      if (!(list.get(i) instanceof String s)) {
        return null;
      }
      texts[i] = s;
    }
    return String.join(separator, texts);
  }

  private static Object joinAny(Object self, Object[] items) {
    String[] narrow = new String[items.length];
    boolean isNarrow = self instanceof String;
    for (int i = 0; i < items.length; i++) {
      Object text = TextArguments.textOrNull(items[i]);
      if (text == null) {
        throw Errors.typeError(
            "sequence item "
                + i
                + ": expected str instance, "
                + PyType.of(items[i]).name()
                + " found");
      }
      items[i] = text;
      if (text instanceof String s) {
        narrow[i] = s;
      } else {
        isNarrow = false;
      }
    }
    if (isNarrow) {
      return String.join((String) self, narrow);
    }
    TextBuilder all = new TextBuilder();
    for (int i = 0; i < items.length; i++) {
      if (i > 0) {
        all.append(self);
      }
      all.append(items[i]);
    }
    return all.build();
  }

  /** Refuses what is not iterable in the words of {@code join}. */
  static void requireIterable(Object value) {
    if (!Iteration.isIterable(value)) {
      throw Errors.typeError("can only join an iterable");
    }
  }

  private static Object translate(Object self, Object table) {
    TextBuilder result = new TextBuilder();
    int length = Text.length(self);
    for (int i = 0; i < length; i++) {
      int c = Text.at(self, i);
      Object mapped = lookUp(table, (long) c);
      if (mapped == null) {
        result.append(c);
      } else if (mapped != PySingleton.NONE) {
        appendMapped(result, PyPayloadInstance.unwrap(mapped));
      }
    }
    return result.build();
  }

  private static @Nullable Object lookUp(Object table, Object key) {
    if (table.getClass() == PyDict.class) {
      return ((PyDict) table).get(key);
    }
    try {
      return Items.get(table, key);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.LOOKUP_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  private static void appendMapped(TextBuilder result, Object mapped) {
    switch (mapped) {
      case Long c when c >= 0 && c <= Character.MAX_CODE_POINT -> result.append((int) (long) c);
      case Boolean c -> result.append(c ? 1 : 0);
      case Object text when Text.isText(text) -> result.append(text);
      case Object number when PyType.of(number).isSubtypeOf(PyType.of(0L)) ->
          throw Errors.valueError("character mapping must be in range(0x110000)");
      default -> throw Errors.typeError("character mapping must return integer, None or str");
    }
  }

  private static Object makeTable(Object x, Object y, Object z) {
    PyDict table = new PyDict();
    if (y == Unset.UNSET) {
      if (!(PyPayloadInstance.unwrap(x) instanceof PyDict map)) {
        throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
      }
      for (int i = map.next(0); i >= 0; i = map.next(i + 1)) {
        table.put(tableKey(map.keyAt(i)), map.valueAt(i));
      }
      return table;
    }
    Object to = TextArguments.text(y, "maketrans() argument 2");
    Object without = z == Unset.UNSET ? "" : TextArguments.text(z, "maketrans() argument 3");
    Object from = TextArguments.textOrNull(x);
    if (from == null) {
      throw Errors.typeError(
          "first maketrans argument must be a string if there is a second argument");
    }
    if (Text.length(from) != Text.length(to)) {
      throw Errors.valueError("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < Text.length(from); i++) {
      table.put((long) Text.at(from, i), (long) Text.at(to, i));
    }
    for (int i = 0; i < Text.length(without); i++) {
      table.put((long) Text.at(without, i), PySingleton.NONE);
    }
    return table;
  }

  private static Object tableKey(Object key) {
    Object text = TextArguments.textOrNull(key);
    if (text != null) {
      if (Text.length(text) != 1) {
        throw Errors.valueError("string keys in translate table must be of length 1");
      }
      return (long) Text.at(text, 0);
    }
    if (PyType.of(key).isSubtypeOf(PyType.of(0L))) {
      return key;
    }
    throw Errors.typeError("keys in translate table must be strings or integers");
  }
}
