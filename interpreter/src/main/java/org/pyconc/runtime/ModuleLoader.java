package org.pyconc.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;

/**
 * Imports: native modules, and files with the endings {@code .pc} and {@code .py} on {@code
 * sys.path}.
 *
 * @see <a href="https://docs.python.org/3.11/reference/import.html">The import system</a>
 */
public final class ModuleLoader {
  private static final String[] ENDINGS = {".pc", ".py"};

  private final ProcessState state;

  private ModuleLoader(ProcessState state) {
    this.state = state;
  }

  /** The loader of the process that runs. */
  public static ModuleLoader current() {
    return new ModuleLoader(ProcessState.current());
  }

  /**
   * {@code import a.b.c}.
   *
   * @param wantLast whether to return {@code a.b.c} and not {@code a}
   */
  public Object importModule(String name, boolean wantLast) {
    Object first = PySingleton.NONE;
    Object parent = PySingleton.NONE;
    int end = 0;
    while (end < name.length()) {
      int dot = name.indexOf('.', end + 1);
      end = dot < 0 ? name.length() : dot;
      String full = name.substring(0, end);
      Object module = load(full, parent);
      if (first == PySingleton.NONE) {
        first = module;
      }
      parent = module;
    }
    return wantLast ? parent : first;
  }

  /** The module of {@code from module import ...}. */
  public Object importFrom(@Nullable String module, int level, PyModule globals) {
    if (level == 0) {
      return importModule(module == null ? "" : module, true);
    }
    String base = packageOf(globals);
    if (base.isEmpty()) {
      throw Errors.of(
          ExceptionTypes.IMPORT_ERROR, "attempted relative import with no known parent package");
    }
    for (int i = 1; i < level; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Errors.of(
            ExceptionTypes.IMPORT_ERROR, "attempted relative import beyond top-level package");
      }
      base = base.substring(0, dot);
    }
    return importModule(module == null ? base : base + "." + module, true);
  }

  private static String packageOf(PyModule globals) {
    Object declared = globals.own("__package__");
    if (declared instanceof String s) {
      return s;
    }
    String name = globals.name();
    if (globals.own("__path__") != null) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** One name of {@code from module import name}. */
  public Object attribute(Object module, String name) {
    Object found = Attributes.findQuietly(module, name);
    if (found != null) {
      return found;
    }
    String moduleName = module instanceof PyModule m ? m.name() : "?";
    if (module instanceof PyModule m && m.own("__path__") != null) {
      Object submodule = find(moduleName + "." + name, m);
      if (submodule != null) {
        return submodule;
      }
    }
    Object loaded = state.modules().get(moduleName + "." + name);
    if (loaded != null) {
      return loaded;
    }
    Object file = module instanceof PyModule m ? m.own("__file__") : null;
    String where = file == null ? "unknown location" : Text.java(file);
    PyException e =
        Errors.of(
            ExceptionTypes.IMPORT_ERROR,
            "cannot import name '" + name + "' from '" + moduleName + "' (" + where + ")");
    e.value().setOwn("name", moduleName);
    throw e;
  }

  /** {@code from module import *}. */
  public void importStar(Object from, PyModule globals) {
    if (!(from instanceof PyModule module)) {
      throw Errors.of(ExceptionTypes.IMPORT_ERROR, "from-import-* object has no __dict__");
    }
    Object all = module.own("__all__");
    if (all != null) {
      for (Object name : Iteration.toArray(all)) {
        String each = Text.java(name);
        globals.setOwn(each, Attributes.load(module, each));
      }
      return;
    }
    for (String name : module.ownNames()) {
      Object value = module.own(name);
      if (!name.startsWith("_") && value != null) {
        globals.setOwn(name, value);
      }
    }
  }

  private Object load(String name, Object parent) {
    PyModule owner = parent instanceof PyModule m ? m : null;
    Object module = find(name, owner);
    if (module == null) {
      String hint =
          owner != null && owner.own("__path__") == null
              ? "; '" + owner.name() + "' is not a package"
              : "";
      PyException e =
          Errors.of(
              ExceptionTypes.MODULE_NOT_FOUND_ERROR, "No module named '" + name + "'" + hint);
      e.value().setOwn("name", name);
      throw e;
    }
    return module;
  }

  /** The module with that full name, loaded if need be, or null. */
  private @Nullable Object find(String name, @Nullable PyModule parent) {
    Object known = state.modules().get(name);
    if (known == PySingleton.NONE) {
      throw Errors.of(
          ExceptionTypes.MODULE_NOT_FOUND_ERROR,
          "import of " + name + " halted; None in sys.modules");
    }
    if (known != null) {
      return known;
    }
    Object module = findNative(name);
    if (module == null) {
      module = findFile(name, parent);
    }
    if (module != null && parent != null) {
      parent.setOwn(name.substring(name.lastIndexOf('.') + 1), module);
    }
    return module;
  }

  private @Nullable PyModule findNative(String name) {
    if (name.equals("builtins")) {
      state.modules().put(name, state.builtins());
      return state.builtins();
    }
    NativeModule found = state.program().modules().find(name);
    if (found == null) {
      return null;
    }
    PyModule module = new PyModule(state.program().moduleShape(name), state.builtins());
    module.setNative(true);
    module.setOwn("__name__", name);
    state.modules().put(name, module);
    found.define(new ModuleBuilder(module, name));
    return module;
  }

  private @Nullable Object findFile(String name, @Nullable PyModule parent) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    Object path = parent == null ? state.path() : parent.own("__path__");
    if (path == null) {
      return null;
    }
    for (Object entry : Iteration.toArray(path)) {
      Path folder = Path.of(Text.java(entry));
      for (String ending : ENDINGS) {
        Path inside = folder.resolve(last).resolve("__init__" + ending);
        if (Files.isRegularFile(inside)) {
          return run(name, inside, folder.resolve(last));
        }
        Path file = folder.resolve(last + ending);
        if (Files.isRegularFile(file)) {
          return run(name, file, null);
        }
      }
    }
    return null;
  }

  private Object run(String name, Path file, @Nullable Path packageFolder) {
    CodeUnit code = code(file);
    PyModule module = new PyModule(state.program().moduleShape(file.toString()), state.builtins());
    module.setOwn("__name__", name);
    module.setOwn("__file__", WideString.of(file.toString()));
    String packageName = name;
    if (packageFolder != null) {
      module.setOwn("__path__", PyList.of(WideString.of(packageFolder.toString())));
    } else {
      int dot = name.lastIndexOf('.');
      packageName = dot < 0 ? "" : name.substring(0, dot);
    }
    module.setOwn("__package__", packageName);
    PyDict modules = state.modules();
    modules.put(name, module);
    boolean done = false;
    try {
      Program.runModule(code, module);
      done = true;
    } finally {
      if (!done) {
        modules.remove(name);
      }
    }
    Object replaced = modules.get(name);
    return replaced == null ? module : replaced;
  }

  private CodeUnit code(Path file) {
    try {
      return state.program().codeOf(file);
    } catch (IOException e) {
      throw Errors.of(ExceptionTypes.IMPORT_ERROR, "cannot read '" + file + "'");
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }
}
