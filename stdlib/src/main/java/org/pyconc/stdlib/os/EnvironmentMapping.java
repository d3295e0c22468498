package org.pyconc.stdlib.os;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostEnvironment;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * {@code os.environ}.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#os.environ">os.environ</a>
 */
final class EnvironmentMapping extends PyInstance implements Transferable {
  static final PyType TYPE =
      new PyType(
          "os._Environ",
          BuiltinTypes.OBJECT,
          false,
          EnvironmentMapping::new,
          EnvironmentMapping::define);

  EnvironmentMapping(PyType type) {
    super(type);
  }

  private static PyDict variables() {
    return HostEnvironment.current().variables();
  }

  /** A name or value, checked. */
  static Object text(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (!Text.isText(plain)) {
      throw Errors.typeError("str expected, not " + PyType.of(value).name());
    }
    return plain;
  }

  static void put(Object name, Object value) {
    Object key = text(name);
    String text = Text.java(key);
    Object checked = text(value);
    if (text.indexOf('\0') >= 0 || Text.java(checked).indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null byte");
    }
    if (text.isEmpty()) {
      throw Errors.osError(22, "Invalid argument");
    }
    if (text.indexOf('=') >= 0) {
      throw Errors.valueError("illegal environment variable name");
    }
    variables().put(key, checked);
  }

  private static void putAll(Object other) {
    PyDict dict = new PyDict();
    Dicts.update(dict, other);
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      put(dict.keyAt(i), dict.valueAt(i));
    }
  }

  private static void define(TypeBuilder b) {
    b.asPython("_Environ");
    defineReading(b);
    defineWriting(b);
  }

  private static Object get(Object name) {
    Object value = variables().get(text(name));
    if (value == null) {
      throw Errors.keyError(name);
    }
    return value;
  }

  private static void defineReading(TypeBuilder b) {
    b.method("__getitem__(self, key)", "", (self, key) -> get(key));
    b.method("__len__(self)", "", self -> (long) variables().size());
    b.method("__iter__(self)", "", self -> Iteration.iter(variables().copy()));
    b.method("__contains__(self, key)", "", (self, key) -> variables().get(text(key)) != null);
    b.method(
        "get(self, key, default=None)",
        "",
        (self, key, otherwise) -> {
          Object value = variables().get(text(key));
          return value == null ? otherwise : value;
        });
    for (String view : new String[] {"keys", "values", "items"}) {
      b.method(view + "(self)", "", self -> Calls.method(variables(), view));
    }
    b.method("copy(self)", "", self -> variables().copy());
    b.method(
        "__eq__(self, other)",
        "",
        (self, other) ->
            self == other
                ? (Object) true
                : PyPayloadInstance.unwrap(other) instanceof PyDict d
                    ? (Object) Comparison.equal(variables(), d)
                    : PySingleton.NOT_IMPLEMENTED);
    b.constant("__hash__", PySingleton.NONE);
    b.method(
        "__repr__(self)", "", self -> WideString.of("environ(" + Text.javaRepr(variables()) + ")"));
    b.method(
        "__or__(self, other)",
        "",
        (self, other) -> {
          PyDict all = variables().copy();
          Dicts.update(all, other);
          return all;
        });
    b.method(
        "__ror__(self, other)",
        "",
        (self, other) -> {
          PyDict all = new PyDict();
          Dicts.update(all, other);
          Dicts.update(all, variables());
          return all;
        });
  }

  private static void defineWriting(TypeBuilder b) {
    b.method(
        "__setitem__(self, key, value)",
        "",
        (self, key, value) -> {
          put(key, value);
          return PySingleton.NONE;
        });
    b.method(
        "__delitem__(self, key)",
        "",
        (self, key) -> {
          if (variables().remove(text(key)) == null) {
            throw Errors.keyError(key);
          }
          return PySingleton.NONE;
        });
    b.method(
        "setdefault(self, key, value)",
        "",
        (self, key, value) -> {
          if (variables().get(text(key)) == null) {
            put(key, value);
          }
          return get(key);
        });
    b.method(
        "pop(self, key, default=<unrepresentable>)",
        "",
        (self, key, otherwise) -> {
          Object value = variables().remove(text(key));
          if (value == null && otherwise == Unset.UNSET) {
            throw Errors.keyError(key);
          }
          return value == null ? otherwise : value;
        });
    b.method(
        "popitem(self)",
        "",
        self -> {
          int first = variables().next(0);
          if (first < 0) {
            throw Errors.keyError("popitem(): dictionary is empty");
          }
          Object key = variables().keyAt(first);
          Object value = variables().valueAt(first);
          variables().remove(key);
          return PyTuple.of(key, value);
        });
    b.method(
        "clear(self)",
        "",
        self -> {
          variables().clear();
          return PySingleton.NONE;
        });
    b.methodN(
        "update(self, other=(), /, **kwds)",
        "",
        a -> {
          putAll(a[1]);
          putAll(a[2]);
          return PySingleton.NONE;
        });
    b.method(
        "__ior__(self, other)",
        "",
        (self, other) -> {
          putAll(other);
          return self;
        });
  }

  @Override
  public Object copy(Copier copier) {
    EnvironmentMapping copy = new EnvironmentMapping(type());
    copier.register(this, copy);
    return copy;
  }
}
