package org.pyconc.stdlib.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * {@code _expat.Scanner}: turns pieces of a document into lists of events, tuples of kind, two
 * values, line and column.
 */
final class XmlParserType extends PyInstance implements Transferable, XmlScanner.Sink {
  private static final PyType TYPE =
      new PyType(
          "_expat.Scanner",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          XmlParserType::define);

  private final XmlScanner scanner;
  private final XmlNames names;
  private final @Nullable String encoding;
  private @Nullable XmlInput input;
  private PyList events = new PyList();

  XmlParserType(@Nullable String encoding, @Nullable String separator) {
    super(TYPE);
    this.encoding = encoding;
    names = new XmlNames(separator);
    scanner = new XmlScanner(this, names);
  }

  private void add(String kind, Object first, Object second) {
    long line = scanner.line(scanner.place());
    events.append(PyTuple.of(kind, first, second, line, scanner.column()));
  }

  @Override
  public void start(String name, List<String[]> attributes) {
    PyDict pairs = new PyDict();
    for (String[] each : attributes) {
      pairs.put(WideString.of(each[0]), WideString.of(each[1]));
    }
    add("start", WideString.of(name), pairs);
  }

  @Override
  public void end(String name) {
    add("end", WideString.of(name), PySingleton.NONE);
  }

  @Override
  public void text(String text, boolean isCdata) {
    add("text", WideString.of(text), isCdata);
  }

  @Override
  public void other(String kind, @Nullable String first, @Nullable String second) {
    add(kind, orNone(first), orNone(second));
  }

  private static Object orNone(@Nullable String text) {
    return text == null ? PySingleton.NONE : WideString.of(text);
  }

  private String decoded(Object data, boolean isFinal) {
    Object plain = PyPayloadInstance.unwrap(data);
    if (Text.isText(plain)) {
      return Text.java(plain);
    }
    XmlInput known = input;
    if (known == null) {
      known = new XmlInput(encoding);
      input = known;
    }
    String text = known.decode(Buffers.bytes(data), isFinal);
    if (known.unknown != null) {
      throw new XmlError(XmlError.UNKNOWN_ENCODING, known.unknownAt, known.unknown);
    }
    return text;
  }

  /** The events of a piece, and None or code, name, line and column of an error. */
  private Object feed(Object data, boolean isFinal) {
    events = new PyList();
    Object error = PySingleton.NONE;
    try {
      scanner.feed(decoded(data, isFinal), isFinal);
    } catch (XmlError e) {
      boolean isEncoding = e.code == XmlError.UNKNOWN_ENCODING;
      long line = isEncoding ? 1 : scanner.line(e.at);
      error =
          PyTuple.of(
              (long) e.code,
              WideString.of(e.name),
              line,
              isEncoding ? (long) e.at : scanner.column());
    }
    PyList found = events;
    events = new PyList();
    return PyTuple.of(found, error);
  }

  private static void define(TypeBuilder b) {
    b.method(
        "keep_prefixes(self, keeps, /)",
        "Whether names end with their prefixes.",
        (self, keeps) -> {
          ((XmlParserType) self).names.keepPrefixes(Truth.isTrue(keeps));
          return PySingleton.NONE;
        });
    b.method(
        "feed(self, data, final, /)",
        "The events of a piece of the document, and what is wrong with it.",
        (self, data, last) -> ((XmlParserType) self).feed(data, Truth.isTrue(last)));
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "'" + type().fullName() + "' object");
  }
}
