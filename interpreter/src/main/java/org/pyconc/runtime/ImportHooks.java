package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;

/**
 * What programs see of the import system, and add to it: {@code __spec__} and {@code __loader__} of
 * modules and {@code sys.meta_path}. All of it is made when it is first asked for.
 *
 * @see <a href="https://docs.python.org/3.11/reference/import.html">The import system</a>
 */
public final class ImportHooks {
  private static final String MACHINERY = "importlib.machinery";

  private ImportHooks() {}

  /**
   * An attribute that a module has although nobody has set it.
   *
   * @return null if there is none of that name
   */
  public static @Nullable Object attribute(PyModule module, String name) {
    return switch (name) {
      case "__spec__", "__loader__" -> {
        if (module.own("__name__") == null || isStarting(module)) {
          yield null;
        }
        yield Calls.call2(machinery("_of_module"), module, name);
      }
      case "meta_path" -> {
        if (!module.isNative() || !module.name().equals("sys")) {
          yield null;
        }
        Object path = Calls.call0(machinery("_meta_path"));
        module.setOwn(name, path);
        yield path;
      }
      default -> null;
    };
  }

  private static boolean isStarting(PyModule module) {
    return module.isInitializing() && module.name().equals(MACHINERY);
  }

  private static Object machinery(String function) {
    return Attributes.load(ModuleLoader.current().importModule(MACHINERY, true), function);
  }

  /** Whether the program has looked at, and so perhaps changed, what modules are found by. */
  static boolean areThere(ProcessState state) {
    return state.modules().get("sys") instanceof PyModule sys
        && (sys.own("meta_path") != null
            || (sys.own("path_hooks") instanceof PyList hooks && hooks.size() > 0));
  }

  /** The module that the finders in {@code sys.meta_path} find, or null. */
  static @Nullable Object find(ModuleLoader loader, String name, @Nullable PyModule parent) {
    Object path = parent == null ? PySingleton.NONE : parent.own("__path__");
    if (path == null) {
      return loader.findOwn(name);
    }
    Object found = Calls.call2(machinery("_import"), name, path);
    return found == PySingleton.NONE ? null : found;
  }

  /** Runs a module again by the loader that the program has given it, if there is one. */
  static boolean runAgain(PyModule module) {
    Object spec = module.own("__spec__");
    if (spec == null || spec == PySingleton.NONE) {
      return false;
    }
    Calls.call1(machinery("_run_again"), module);
    return true;
  }
}
