package org.pyconc.stdlib.multiprocessing;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * The classes of proxies that are in use most, and the one of all proxies.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#proxy-objects">Proxy
 *     Objects</a>
 */
final class ProxyTypes {
  private static final String MODULE = "multiprocessing.managers.";
  private static final String RULE = "-".repeat(75);

  private ProxyTypes() {}

  private static final String[] DICT_METHODS = {
    "__contains__",
    "__delitem__",
    "__getitem__",
    "__iter__",
    "__len__",
    "__setitem__",
    "clear",
    "copy",
    "get",
    "items",
    "keys",
    "pop",
    "popitem",
    "setdefault",
    "update",
    "values"
  };

  private static final String[] LIST_METHODS = {
    "__add__",
    "__contains__",
    "__delitem__",
    "__getitem__",
    "__len__",
    "__mul__",
    "__reversed__",
    "__rmul__",
    "__setitem__",
    "append",
    "count",
    "extend",
    "index",
    "insert",
    "pop",
    "remove",
    "reverse",
    "sort",
    "__imul__"
  };

  static final PyType REMOTE_ERROR =
      new PyType(
          MODULE + "RemoteError",
          ExceptionTypes.EXCEPTION,
          true,
          null,
          b ->
              b.method(
                  "__str__(self)",
                  "str(self)",
                  self -> {
                    Object text = ((PyBaseException) self).arguments().get(0);
                    return "\n" + RULE + "\n" + Text.javaStr(text) + RULE;
                  }));

  static final PyType BASE_PROXY =
      new PyType(
          MODULE + "BaseProxy",
          BuiltinTypes.OBJECT,
          true,
          ProxyObject::new,
          ProxyTypes::defineBase);

  static final PyType DICT_PROXY =
      new PyType(
          MODULE + "DictProxy",
          BASE_PROXY,
          true,
          null,
          b -> {
            defineMethods(b, "DictProxy", DICT_METHODS);
            b.method(
                "__iter__(self)",
                "Goes through the keys of now.",
                self -> Iteration.iter(remote(self, "keys")));
          });

  private static final PyType BASE_LIST_PROXY =
      new PyType(MODULE + "BaseListProxy", BASE_PROXY, true, null, ProxyTypes::defineList);

  static final PyType LIST_PROXY =
      new PyType(
          MODULE + "ListProxy",
          BASE_LIST_PROXY,
          true,
          null,
          b -> {
            b.asPython("ListProxy");
            b.method(
                "__iadd__(self, value)",
                "Extends the list.",
                (self, value) -> {
                  remote(self, "extend", value);
                  return self;
                });
            b.method(
                "__imul__(self, value)",
                "Repeats the list.",
                (self, value) -> {
                  remote(self, "__imul__", value);
                  return self;
                });
          });

  /** Without {@code __iter__}, as CPython's: each item is asked for when its turn comes. */
  private static void defineList(TypeBuilder b) {
    defineMethods(b, "BaseListProxy", LIST_METHODS);
  }

  private static void defineMethods(TypeBuilder b, String className, String[] methods) {
    b.asPython(className);
    for (String method : methods) {
      b.methodN(
          method + "(self, /, *args, **kwds)",
          "Calls the method of the object in the manager's process.",
          a -> {
            TokenObject token = ((ProxyObject) a[0]).token();
            return token.link.call(token, method, (PyTuple) a[1], a[2]);
          });
    }
    b.method(
        "__getitem__(self, key)",
        "An item.",
        (self, key) -> {
          TokenObject token = ((ProxyObject) self).token();
          return token.link.item(token, key);
        });
    b.method(
        "__setitem__(self, key, value)",
        "Sets an item.",
        (self, key, value) -> {
          TokenObject token = ((ProxyObject) self).token();
          return token.link.setItem(token, key, value);
        });
    b.constant("_exposed_", PyTuple.of(Arrays.copyOf(methods, methods.length, Object[].class)));
  }

  private static Object remote(Object self, String method, Object... positional) {
    TokenObject token = ((ProxyObject) self).token();
    return token.link.call(token, method, PyTuple.of(positional), PySingleton.NONE);
  }

  private static void defineBase(TypeBuilder b) {
    b.doc("Stands for an object in a manager's process.");
    b.asPython("BaseProxy");
    b.methodN(
        "__init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True,"
            + " manager_owned=False)",
        "A proxy of the object that the token names.",
        a -> {
          if (!(a[1] instanceof TokenObject token)) {
            throw Errors.typeError("a proxy is made of a manager's token");
          }
          ((ProxyObject) a[0]).token = token;
          ((ProxyObject) a[0]).manager = a[3];
          return PySingleton.NONE;
        });
    b.getter("_token", "What names the object.", self -> ((ProxyObject) self).token());
    b.getter("_id", "The object's number.", self -> Long.toHexString(number(self)));
    b.methodN(
        "_callmethod(self, methodname, args=(), kwds=None)",
        "Calls a method of the object in the manager's process.",
        a -> {
          TokenObject token = ((ProxyObject) a[0]).token();
          PyTuple positional = a[2] instanceof PyTuple t ? t : PyTuple.of(Iteration.toArray(a[2]));
          return token.link.call(
              token, Text.javaArgument(a[1], "_callmethod", "methodname"), positional, a[3]);
        });
    b.method("_getvalue(self)", "A copy of the object.", self -> remote(self, "#GETVALUE"));
    b.method(
        "__deepcopy__(self, memo)",
        "A copy of the object.",
        (self, memo) -> remote(self, "#GETVALUE"));
    b.method(
        "__repr__(self)",
        "repr(self)",
        self -> {
          ProxyObject proxy = (ProxyObject) self;
          return "<"
              + proxy.type().name()
              + " object, typeid '"
              + proxy.token().typeName()
              + "' at "
              + Text.address(self)
              + ">";
        });
    b.method("__str__(self)", "What the object prints.", ProxyTypes::text);
  }

  private static long number(Object self) {
    return ((ProxyObject) self).token().number;
  }

  private static Object text(Object self) {
    try {
      return remote(self, "__repr__");
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
        throw e;
      }
      String text = Text.javaRepr(self);
      return text.substring(0, text.length() - 1) + "; '__str__()' failed>";
    }
  }
}
