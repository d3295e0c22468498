package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/** Finds functions and classes by module and qualified name. */
final class GlobalNames {
  private static final String LOCALS = "<locals>";

  private GlobalNames() {}

  /** {@code __qualname__}, or {@code __name__}. */
  static String nameOf(Object value) {
    Object name = Attributes.findQuietly(value, "__qualname__");
    return Text.java(name == null ? Attributes.load(value, "__name__") : name);
  }

  /** {@code __module__}, or the first module in {@code sys.modules} in which it is found. */
  static String moduleOf(Object value, String name) {
    refuseLocal(name);
    Object module = Attributes.findQuietly(value, "__module__");
    if (module != null && module != PySingleton.NONE) {
      if (!Text.isText(PyPayloadInstance.unwrap(module))) {
        throw Errors.typeError(
            "__import__() argument 1 must be str, not " + PyType.of(module).name());
      }
      return Text.java(module);
    }
    PyDict modules = ProcessState.current().modules();
    for (int i = modules.next(0); i >= 0; i = modules.next(i + 1)) {
      Object key = PyPayloadInstance.unwrap(modules.keyAt(i));
      if (key instanceof String s
          && !s.equals("__main__")
          && find(modules.valueAt(i), name) == value) {
        return s;
      }
    }
    return "__main__";
  }

  private static void refuseLocal(String name) {
    if (name.contains(LOCALS)) {
      throw Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR, "Can't pickle local object " + Literals.ofText(name));
    }
  }

  /** What a dotted name means in a module, or null. */
  static @Nullable Object find(Object module, String name) {
    Object found = module;
    int start = 0;
    while (found != null && start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      found = Attributes.findQuietly(found, name.substring(start, end));
      start = end + 1;
    }
    return found;
  }

  /**
   * Makes sure that the name leads to the object.
   *
   * @return the module, or the class, in which the last part of the name stands
   */
  static Object check(Object value, String moduleName, String name) {
    Object module;
    try {
      module = ModuleLoader.current().importModule(moduleName, true);
    } catch (PyException e) {
      throw PickleErrors.pickling(
          "Can't pickle "
              + Text.javaRepr(value)
              + ": import of module "
              + Literals.ofText(moduleName)
              + " failed");
    }
    int dot = name.lastIndexOf('.');
    Object parent = dot < 0 ? module : find(module, name.substring(0, dot));
    Object found = parent == null ? null : Attributes.findQuietly(parent, name.substring(dot + 1));
    if (parent == null || found == null) {
      throw PickleErrors.pickling(
          "Can't pickle "
              + Text.javaRepr(value)
              + ": attribute lookup "
              + name
              + " on "
              + moduleName
              + " failed");
    }
    if (!Comparison.isSame(found, value)) {
      throw PickleErrors.pickling(
          "Can't pickle "
              + Text.javaRepr(value)
              + ": it's not the same object as "
              + moduleName
              + "."
              + name);
    }
    return parent;
  }

  /** The number that {@code copyreg.add_extension} has given to a name, or null. */
  static @Nullable Object extensionCode(String module, String name) {
    Object copyreg = ProcessState.current().modules().get("copyreg");
    if (copyreg == null) {
      return null;
    }
    return Attributes.findQuietly(copyreg, "_extension_registry") instanceof PyDict registry
            && registry.size() > 0
        ? registry.get(PyTuple.of(WideString.of(module), WideString.of(name)))
        : null;
  }
}
