package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;

/** The methods of modules. */
final class ModuleMethods {
  private ModuleMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "Create a module object.\n\nThe name must be a string; the optional docstring can have any"
            + " type.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          PyModule module = ProcessState.current().newModule("");
          module.deleteOwn("__name__");
          module.setType((PyType) bound[0]);
          return module;
        });
    b.methodN(
        "__init__(self, name, doc=None)",
        "",
        bound -> {
          if (!Text.isText(PyPayloadInstance.unwrap(bound[1]))) {
            throw Errors.typeError(
                "module() argument 'name' must be str, not " + PyType.of(bound[1]).name());
          }
          PyModule module = (PyModule) bound[0];
          module.setOwn("__name__", bound[1]);
          module.setOwn("__doc__", bound[2]);
          module.setOwn("__package__", PySingleton.NONE);
          module.setOwn("__loader__", PySingleton.NONE);
          module.setOwn("__spec__", PySingleton.NONE);
          return PySingleton.NONE;
        });
    b.method("__repr__(self, /)", "Return repr(self).", ModuleMethods::repr);
    b.method(
        "__dir__(self, /)",
        "__dir__() -> list\nspecialized dir() implementation",
        ModuleMethods::names);
    b.getter("__dict__", "", a -> ((PyModule) a).dictionary());
    b.getSet(
        "__annotations__",
        "",
        a -> {
          PyModule m = (PyModule) a;
          Object own = m.own("__annotations__");
          if (own == null) {
            own = new PyDict();
            m.setOwn("__annotations__", own);
          }
          return own;
        },
        (a, v) -> {
          if (v == Unset.UNSET) {
            ((PyModule) a).deleteOwn("__annotations__");
          } else {
            ((PyModule) a).setOwn("__annotations__", v);
          }
          return PySingleton.NONE;
        });
  }

  private static Object names(Object self) {
    Object hook = ((PyModule) self).own("__dir__");
    if (hook != null) {
      return Iteration.toList(Calls.call0(hook));
    }
    PyList names = new PyList();
    for (String name : ((PyModule) self).ownNames()) {
      names.append(WideString.of(name));
    }
    return names;
  }

  /** Where a module without a file is from. */
  private static String from(PyModule m, boolean hasName) {
    Object loader = m.own("__loader__");
    if (loader == null) {
      return hasName ? " (built-in)" : "";
    }
    if (loader == PySingleton.NONE) {
      return "";
    }
    Object spec = m.own("__spec__");
    return spec != null && spec != PySingleton.NONE
        ? " (built-in)"
        : " (" + Text.javaRepr(loader) + ")";
  }

  private static Object repr(Object self) {
    PyModule m = (PyModule) self;
    Object name = m.own("__name__");
    String quoted = name == null ? "'?'" : Text.javaRepr(name);
    Object file = m.own("__file__");
    if (file != null) {
      return WideString.of("<module " + quoted + " from " + Text.javaRepr(file) + ">");
    }
    return WideString.of("<module " + quoted + from(m, name != null) + ">");
  }
}
