package org.pyconc.stdlib.importlib;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Importing by function.
 *
 * @see <a href="https://docs.python.org/3.11/library/importlib.html">importlib</a>
 */
public final class ImportlibModule implements NativeModule {
  @Override
  public String name() {
    return "importlib";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "import_module(name, package=None)", "Import a module.", ImportlibModule::importModule);
    b.function(
        "reload(module)",
        "Reload the module and return it.",
        module -> {
          if (!(module instanceof PyModule m)) {
            throw Errors.typeError("reload() argument must be a module");
          }
          return ModuleLoader.current().reload(m);
        });
    b.function(
        "invalidate_caches()",
        "Call the invalidate_caches() method on all meta path finders.",
        () -> PySingleton.NONE);
  }

  private static Object importModule(Object name, Object packageName) {
    String relative = Text.javaArgument(name, "import_module", "name");
    int level = 0;
    while (level < relative.length() && relative.charAt(level) == '.') {
      level++;
    }
    if (level == 0) {
      return ModuleLoader.current().importModule(relative, true);
    }
    if (packageName == PySingleton.NONE) {
      throw Errors.typeError(
          "the 'package' argument is required to perform a relative import for "
              + Text.javaRepr(name));
    }
    return ModuleLoader.current()
        .importModule(
            ModuleLoader.resolve(relative.substring(level), level, Text.java(packageName)), true);
  }
}
