package org.pyconc.stdlib.multiprocessing;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * Managers and their proxies.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#managers">Managers</a>
 */
final class ManagerTypes {
  private ManagerTypes() {}

  private static final String[] DICT_METHODS = {
    "__contains__",
    "__delitem__",
    "__getitem__",
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
    "sort"
  };

  static final PyType MANAGER =
      new PyType(
          "multiprocessing.managers.SyncManager",
          BuiltinTypes.OBJECT,
          true,
          ManagerObject::new,
          ManagerTypes::defineManager);

  private static final PyType BASE_PROXY = proxy("BaseProxy", BuiltinTypes.OBJECT, b -> {});

  private static final PyType DICT_PROXY =
      proxy("DictProxy", BASE_PROXY, b -> defineProxy(b, "dict", DICT_METHODS));

  private static final PyType LIST_PROXY =
      proxy(
          "ListProxy",
          BASE_PROXY,
          b -> {
            defineProxy(b, "list", LIST_METHODS);
            b.method(
                "__iadd__(self, value, /)",
                "Extends the list.",
                (self, value) -> {
                  remote(self, "extend", value);
                  return self;
                });
            b.method(
                "__imul__(self, value, /)",
                "Repeats the list.",
                (self, value) -> {
                  remote(self, "__imul__", value);
                  return self;
                });
          });

  private static PyType proxy(String name, PyType base, PyType.Definition definition) {
    return new PyType(
        "multiprocessing.managers." + name,
        base,
        false,
        t -> {
          throw Errors.typeError("a " + name + " is made by a manager");
        },
        definition);
  }

  /** {@code multiprocessing.Manager()}: a manager whose server runs. */
  static Object newManager() {
    ManagerObject manager = new ManagerObject(MANAGER);
    manager.start();
    return manager;
  }

  private static void defineManager(TypeBuilder b) {
    b.doc("Keeps objects in a process of its own, which others use through proxies.");
    b.methodN(
        "dict(self, /, *args, **kwargs)",
        "A dict in the manager's process.",
        a -> make(DICT_PROXY, "dict", a));
    b.methodN(
        "list(self, /, *args, **kwargs)",
        "A list in the manager's process.",
        a -> make(LIST_PROXY, "list", a));
    b.method(
        "start(self)",
        "Starts the manager's process.",
        self -> {
          ((ManagerObject) self).start();
          return PySingleton.NONE;
        });
    b.method(
        "shutdown(self)",
        "Ends the manager's process.",
        self -> {
          ((ManagerObject) self).shutdown();
          return PySingleton.NONE;
        });
    b.method("__enter__(self)", "The manager.", self -> self);
    b.methodN(
        "__exit__(self, type, value, traceback, /)",
        "Ends the manager's process.",
        a -> {
          ((ManagerObject) a[0]).shutdown();
          return PySingleton.NONE;
        });
  }

  private static Object make(PyType type, String typeName, Object[] a) {
    ManagerObject manager = (ManagerObject) a[0];
    return new ProxyObject(type, manager, (Long) manager.call(0, typeName, a[1], a[2]));
  }

  private static Object remote(Object self, String method, Object... positional) {
    ProxyObject proxy = (ProxyObject) self;
    return proxy.manager.call(proxy.number, method, positional);
  }

  private static void defineProxy(TypeBuilder b, String typeName, String[] methods) {
    for (String method : methods) {
      b.methodN(
          method + "(self, /, *args, **kwargs)",
          "Calls the method of the object in the manager's process.",
          a -> {
            ProxyObject proxy = (ProxyObject) a[0];
            return proxy.manager.call(proxy.number, method, (PyTuple) a[1], a[2]);
          });
    }
    b.method(
        "__iter__(self)",
        "Goes through what the object holds now.",
        self ->
            Iteration.iter(
                typeName.equals("dict")
                    ? remote(self, "keys")
                    : remote(self, "__getitem__", everything())));
    b.method("__str__(self)", "What the object prints.", self -> remote(self, "__repr__"));
    b.method(
        "__repr__(self)",
        "Representation.",
        self ->
            "<"
                + ((ProxyObject) self).type().name()
                + " object, typeid '"
                + typeName
                + "' at "
                + Text.address(self)
                + ">");
    b.methodN(
        "_callmethod(self, methodname, args=(), kwds=None)",
        "Calls any method of the object in the manager's process.",
        a -> {
          ProxyObject proxy = (ProxyObject) a[0];
          return proxy.manager.call(
              proxy.number, Text.javaArgument(a[1], "_callmethod", "methodname"), a[2], a[3]);
        });
    b.method("_getvalue(self)", "A copy of the object.", self -> remote(self, "copy"));
    b.constant("_exposed_", PyTuple.of(Arrays.copyOf(methods, methods.length, Object[].class)));
  }

  /** {@code [:]}. */
  private static Object everything() {
    return new PySlice(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
  }
}
