package org.pyconc.stdlib.importlib;

import java.util.Locale;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostFiles;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ModuleLoader.Origin;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

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
    b.constant("__path__", new PyList()); // importlib.util and others are written in the language
    internals(b);
  }

  /** What the classes in importlib.machinery are made with. */
  private static void internals(ModuleBuilder b) {
    b.function(
        "_kind(name, /)",
        "Where a module of the implementation comes from, or None.",
        name -> {
          Origin origin = ModuleLoader.current().originOf(Text.java(name));
          return origin == null ? PySingleton.NONE : origin.name().toLowerCase(Locale.ROOT);
        });
    b.function(
        "_load(name, /)",
        "Loads a module of the implementation.",
        name -> PySingleton.orNone(ModuleLoader.current().findOwn(Text.java(name))));
    b.function(
        "_load_file(name, path, /)",
        "Loads a module from a file in one of the folders, or in sys.path.",
        (name, path) ->
            PySingleton.orNone(
                ModuleLoader.current()
                    .loadFile(
                        Text.java(name),
                        path == PySingleton.NONE ? ProcessState.current().path() : path)));
    b.function(
        "_run(module, path, /)",
        "Runs the code of a file in a module.",
        (module, path) -> {
          if (!(module instanceof PyModule m)) {
            throw Errors.typeError("not a module");
          }
          ModuleLoader.current().runFile(m, HostFiles.current().folder().resolve(Text.java(path)));
          return PySingleton.NONE;
        });
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
