package org.pyconc.stdlib.operator;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** itemgetter, attrgetter, methodcaller: functions that take something out of their argument. */
final class PyGetter extends PyObject implements Transferable {
  /** What is taken. */
  enum Kind {
    ITEM("itemgetter"),
    ATTRIBUTE("attrgetter"),
    METHOD("methodcaller");

    private final String typeName;
    private final PyType type;

    Kind(String name) {
      typeName = name;
      type = new PyType("operator." + name, BuiltinTypes.OBJECT, false, null, b -> define(this, b));
    }

    PyType type() {
      return type;
    }
  }

  private final Kind kind;
  private final Object[] keys;
  private final String[] keywords;

  private PyGetter(Kind kind, Object[] keys, String[] keywords) {
    this.kind = kind;
    this.keys = keys;
    this.keywords = keywords;
  }

  private static void define(Kind kind, TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> make(kind, (PyTuple) bound[1], (PyDict) bound[2]));
    b.method(
        "__call__(self, obj, /)", "Call self as a function.", (g, o) -> ((PyGetter) g).apply(o));
    b.method(
        "__reduce__(self, /)",
        "Return state information for pickling",
        self -> ((PyGetter) self).reduce());
    b.method("__repr__(self, /)", "Return repr(self).", self -> ((PyGetter) self).repr());
  }

  private static Object make(Kind kind, PyTuple args, PyDict kwargs) {
    if (kind == Kind.METHOD) {
      if (args.size() == 0) {
        throw Errors.typeError("methodcaller needs at least one argument, the method name");
      }
      if (!Text.isText(args.get(0))) {
        throw Errors.typeError("method name must be a string");
      }
    } else {
      if (kwargs.size() > 0) {
        throw Errors.typeError(kind.typeName + "() takes no keyword arguments");
      }
      if (args.size() == 0) {
        throw Errors.typeError(kind.typeName + " expected 1 argument, got 0");
      }
    }
    if (kind == Kind.ATTRIBUTE) {
      for (Object each : args.items()) {
        if (!Text.isText(each)) {
          throw Errors.typeError("attribute name must be a string");
        }
      }
    }
    Object[] keys = new Object[args.size() + kwargs.size()];
    System.arraycopy(args.items(), 0, keys, 0, args.size());
    String[] keywords = new String[kwargs.size()];
    int count = 0;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      keywords[count] = Text.java(kwargs.keyAt(i));
      keys[args.size() + count++] = kwargs.valueAt(i);
    }
    return new PyGetter(kind, keys, keywords);
  }

  @Override
  public Object call1(Object object) {
    return apply(object);
  }

  private Object apply(Object object) {
    if (kind == Kind.METHOD) {
      Object[] arguments = new Object[keys.length - 1];
      System.arraycopy(keys, 1, arguments, 0, arguments.length);
      return Calls.call(Attributes.load(object, Text.java(keys[0])), arguments, keywords);
    }
    if (keys.length == 1) {
      return get(object, keys[0]);
    }
    Object[] values = new Object[keys.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(object, keys[i]);
    }
    return PyTuple.of(values);
  }

  private Object get(Object object, Object key) {
    if (kind == Kind.ITEM) {
      return Items.get(object, key);
    }
    Object value = object;
    String path = Text.java(key);
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      value = Attributes.load(value, path.substring(start, dot));
      start = dot + 1;
    }
    return Attributes.load(value, path.substring(start));
  }

  private Object reduce() {
    if (keywords.length == 0) {
      return PyTuple.of(kind.type(), PyTuple.of(keys));
    }
    Object partial =
        Attributes.load(ModuleLoader.current().importModule("functools", true), "partial");
    int positional = keys.length - keywords.length;
    Object[] given = new Object[2 + keywords.length];
    given[0] = kind.type();
    given[1] = keys[0];
    System.arraycopy(keys, positional, given, 2, keywords.length);
    Object[] rest = new Object[positional - 1];
    System.arraycopy(keys, 1, rest, 0, rest.length);
    return PyTuple.of(Calls.call(partial, given, keywords), PyTuple.of(rest));
  }

  @Override
  public Object copy(Copier copier) {
    return new PyGetter(kind, copier.copyAll(keys), keywords);
  }

  private Object repr() {
    TextBuilder text = new TextBuilder().append("operator.").append(kind.typeName).append("(");
    int positional = keys.length - keywords.length;
    for (int i = 0; i < keys.length; i++) {
      text.append(i == 0 ? "" : ", ");
      if (i >= positional) {
        text.append(keywords[i - positional]).append("=");
      }
      text.append(Text.repr(keys[i]));
    }
    return text.append(")").build();
  }

  @Override
  public PyType type() {
    return kind.type();
  }
}
