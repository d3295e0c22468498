package org.pyconc.builtins;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;

/** The module {@code builtins}. */
public final class BuiltinsModule {
  private BuiltinsModule() {}

  /** A new module with all builtin functions and types. */
  public static PyModule create() {
    PyModule module = PyModule.newBuiltins();
    ModuleBuilder b = new ModuleBuilder(module, "builtins");
    b.constant("__name__", "builtins");
    b.constant("None", PySingleton.NONE);
    b.constant("True", true);
    b.constant("False", false);
    b.constant("Ellipsis", PySingleton.ELLIPSIS);
    b.constant("NotImplemented", PySingleton.NOT_IMPLEMENTED);
    b.constant("__debug__", true);
    for (PyType type : types()) {
      b.type(type);
    }
    for (PyType type : ExceptionTypes.all()) {
      b.type(type);
    }
    b.constant("EnvironmentError", ExceptionTypes.OS_ERROR);
    b.constant("IOError", ExceptionTypes.OS_ERROR);
    ObjectFunctions.define(b);
    TextFunctions.define(b);
    ContainerFunctions.define(b);
    NumberFunctions.define(b);
    ProgramFunctions.define(b);
    return module;
  }

  private static PyType[] types() {
    return new PyType[] {
      BuiltinTypes.OBJECT,
      BuiltinTypes.TYPE,
      BuiltinTypes.INT,
      BuiltinTypes.BOOL,
      BuiltinTypes.FLOAT,
      BuiltinTypes.COMPLEX,
      BuiltinTypes.STR,
      BuiltinTypes.BYTES,
      BuiltinTypes.BYTEARRAY,
      BuiltinTypes.MEMORYVIEW,
      BuiltinTypes.LIST,
      BuiltinTypes.TUPLE,
      BuiltinTypes.DICT,
      BuiltinTypes.SET,
      BuiltinTypes.FROZENSET,
      BuiltinTypes.RANGE,
      BuiltinTypes.SLICE,
      BuiltinTypes.ENUMERATE,
      BuiltinTypes.ZIP,
      BuiltinTypes.MAP,
      BuiltinTypes.FILTER,
      BuiltinTypes.REVERSED,
      BuiltinTypes.SUPER,
      BuiltinTypes.PROPERTY,
      BuiltinTypes.STATIC_METHOD,
      BuiltinTypes.CLASS_METHOD,
    };
  }
}
