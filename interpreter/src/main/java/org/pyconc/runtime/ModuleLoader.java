package org.pyconc.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.scope.CodeUnit;

/**
 * Imports: native modules, and files with the endings {@code .pc} and {@code .py} on {@code
 * sys.path}.
 *
 * @see <a href="https://docs.python.org/3.11/reference/import.html">The import system</a>
 */
public final class ModuleLoader {
  private static final String[] ENDINGS = {".pc", ".py"};

  /** Finds modules in archives, once it is imported. */
  private static final String ARCHIVES = "zipimport";

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

  /**
   * What an import statement binds: as {@link #importModule}, or what the program has put for it.
   */
  public Object importStatement(String name, boolean wantLast, PyModule globals) {
    Object hook = importHook(globals);
    if (hook == null) {
      return importModule(name, wantLast);
    }
    Object result =
        Calls.call(
            hook,
            new Object[] {name, globals.dictionary(), PySingleton.NONE, PySingleton.NONE, 0L},
            PyObject.NO_KEYWORDS);
    if (wantLast) {
      for (int dot = name.indexOf('.'); dot >= 0; ) {
        int next = name.indexOf('.', dot + 1);
        result = attribute(result, name.substring(dot + 1, next < 0 ? name.length() : next));
        dot = next;
      }
    }
    return result;
  }

  /**
   * The module of a {@code from module import ...} statement.
   *
   * @param names what is imported, with commas between
   */
  public Object importFromStatement(
      @Nullable String module, int level, PyModule globals, String names) {
    Object hook = importHook(globals);
    if (hook == null) {
      return importFrom(module, level, globals);
    }
    PyTuple fromList = PyTuple.of((Object[]) names.split(","));
    return Calls.call(
        hook,
        new Object[] {
          module == null ? "" : module,
          globals.dictionary(),
          PySingleton.NONE,
          fromList,
          (long) level
        },
        PyObject.NO_KEYWORDS);
  }

  /** The program's own {@code __import__}, null for the usual one. */
  private @Nullable Object importHook(PyModule globals) {
    Object found = globals.builtins().own("__import__");
    if (found == null) {
      throw Errors.of(ExceptionTypes.IMPORT_ERROR, "__import__ not found");
    }
    return found instanceof NativeFunction ? null : found;
  }

  /** The module of {@code from module import ...}. */
  public Object importFrom(@Nullable String module, int level, PyModule globals) {
    String name = module == null ? "" : module;
    return importModule(level == 0 ? name : resolve(name, level, packageOf(globals)), true);
  }

  /** {@code __import__(name, globals, locals, fromlist, level)}. */
  public Object importFunction(String name, PyModule globals, Object fromList, int level) {
    if (name.isEmpty() && level == 0) {
      throw Errors.valueError("Empty module name");
    }
    if (!Truth.isTrue(fromList)) {
      if (level == 0) {
        return importModule(name, false);
      }
      String base = packageOf(globals);
      Object last = importModule(resolve(name, level, base), true);
      int dot = name.indexOf('.');
      return dot < 0 ? last : importModule(resolve(name.substring(0, dot), level, base), true);
    }
    Object module = importFrom(name, level, globals);
    for (Object each : Iteration.toArray(fromList)) {
      if (module instanceof PyModule m && m.own("__path__") != null) {
        importIfSubmodule(m, Text.java(each));
      }
    }
    return module;
  }

  /** The full name of a module that is named relative to a package. */
  public static String resolve(String name, int level, String packageName) {
    if (packageName.isEmpty()) {
      throw Errors.of(
          ExceptionTypes.IMPORT_ERROR, "attempted relative import with no known parent package");
    }
    String base = packageName;
    for (int i = 1; i < level; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Errors.of(
            ExceptionTypes.IMPORT_ERROR, "attempted relative import beyond top-level package");
      }
      base = base.substring(0, dot);
    }
    return name.isEmpty() ? base : base + "." + name;
  }

  private static String packageOf(PyModule globals) {
    Object declared = globals.own("__package__");
    if (declared != null && declared != PySingleton.NONE) {
      if (!(PyPayloadInstance.unwrap(declared) instanceof String s)) {
        throw Errors.typeError("package must be a string");
      }
      return s;
    }
    if (!(globals.own("__name__") instanceof String name)) {
      throw Errors.keyError("'__name__' not in globals");
    }
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
    if (module instanceof PyModule m && m.own("__path__") != null) {
      Object submodule = find(m.name() + "." + name, m);
      if (submodule != null) {
        return submodule;
      }
    }
    Object named = Attributes.findQuietly(module, "__name__");
    String moduleName = named instanceof String s ? s : null;
    Object loaded = moduleName == null ? null : state.modules().get(moduleName + "." + name);
    if (loaded != null) {
      return loaded;
    }
    Object file = module instanceof PyModule m ? m.own("__file__") : null;
    String where = file == null ? "unknown location" : Text.java(file);
    boolean isPartial = module instanceof PyModule m && m.isInitializing();
    throw importError(
        ExceptionTypes.IMPORT_ERROR,
        "cannot import name '"
            + name
            + "' from "
            + (isPartial ? "partially initialized module " : "")
            + (moduleName == null ? "<unknown module name>" : "'" + moduleName + "'")
            + (isPartial ? " (most likely due to a circular import)" : "")
            + " ("
            + where
            + ")",
        moduleName,
        file);
  }

  private static PyException importError(
      PyType type, String message, @Nullable String name, @Nullable Object path) {
    PyException e = Errors.of(type, message);
    e.value()
        .setField(
            ExceptionFields.IMPORT_NAME, name == null ? PySingleton.NONE : WideString.of(name));
    e.value().setField(ExceptionFields.IMPORT_PATH, path == null ? PySingleton.NONE : path);
    return e;
  }

  private void importIfSubmodule(PyModule owner, String name) {
    if (name.equals("*")) {
      Object all = owner.own("__all__");
      if (all != null) {
        for (Object each : Iteration.toArray(all)) {
          if (each instanceof String s) {
            importIfSubmodule(owner, s);
          }
        }
      }
    } else if (Attributes.findQuietly(owner, name) == null) {
      find(owner.name() + "." + name, owner);
    }
  }

  /** {@code from module import *}: what to bind, in order. */
  public PyDict importStar(Object from) {
    PyDict found = new PyDict();
    Object all = Attributes.findQuietly(from, "__all__");
    if (all != null) {
      if (from instanceof PyModule m && m.own("__path__") != null) {
        importIfSubmodule(m, "*");
      }
      for (Object name : Iteration.toArray(all)) {
        if (!(PyPayloadInstance.unwrap(name) instanceof String each)) {
          throw Errors.typeError(
              "Item in "
                  + Text.javaStr(Attributes.load(from, "__name__"))
                  + ".__all__ must be str, not "
                  + PyType.of(name).name());
        }
        found.put(each, Attributes.load(from, each));
      }
      return found;
    }
    Object dict = Attributes.findQuietly(from, "__dict__");
    if (dict == null) {
      throw Errors.of(
          ExceptionTypes.IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__");
    }
    for (Object name : Iteration.toArray(dict)) {
      if (name instanceof String s && !s.startsWith("_")) {
        found.put(s, Items.get(dict, s));
      }
    }
    return found;
  }

  /** {@code from module import *} among global variables. */
  public void importStarInto(Object from, PyModule globals) {
    PyDict found = importStar(from);
    for (int i = found.next(0); i >= 0; i = found.next(i + 1)) {
      globals.setOwn((String) found.keyAt(i), found.valueAt(i));
    }
  }

  private Object load(String name, Object parent) {
    PyModule owner = parent instanceof PyModule m ? m : null;
    boolean isTop = parent == PySingleton.NONE;
    Object module = isTop || owner != null ? find(name, owner) : state.modules().get(name);
    if (module == null) {
      int dot = name.lastIndexOf('.');
      String hint =
          !isTop && (owner == null || owner.own("__path__") == null)
              ? "; '" + name.substring(0, Math.max(dot, 0)) + "' is not a package"
              : "";
      throw importError(
          ExceptionTypes.MODULE_NOT_FOUND_ERROR,
          "No module named '" + name + "'" + hint,
          name,
          null);
    }
    return module;
  }

  /** The module with that full name, loaded if need be, or null. */
  private @Nullable Object find(String name, @Nullable PyModule parent) {
    Object known = state.modules().get(name);
    if (known == PySingleton.NONE) {
      throw importError(
          ExceptionTypes.MODULE_NOT_FOUND_ERROR,
          "import of " + name + " halted; None in sys.modules",
          name,
          null);
    }
    if (known != null) {
      return known;
    }
    Object module;
    if (ImportHooks.areThere(state) && !name.startsWith("importlib")) {
      module = ImportHooks.find(this, name, parent);
    } else {
      module = findOwn(name);
      if (module == null) {
        Object path = parent == null ? state.path() : parent.own("__path__");
        if (path != null && hasArchive(path)) {
          Object ignored = importModule(ARCHIVES, true); // from now on they are searched, too
          module = ImportHooks.find(this, name, parent);
        } else {
          module = path == null ? null : loadFile(name, path);
        }
      }
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

  /** A module of the library that is written in the language. */
  private @Nullable Object findLibrary(String name) {
    LibrarySource source = state.program().modules().findSource(name);
    if (source == null) {
      return null;
    }
    try {
      PyList path = source.isPackage() ? new PyList() : null;
      return run(name, source.text().name(), state.program().codeOf(source), path);
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }

  /** A module of the implementation, loaded if need be, or null. */
  public @Nullable Object findOwn(String name) {
    Object known = state.modules().get(name);
    if (known != null) {
      return known;
    }
    Object module = findNative(name);
    return module != null ? module : findLibrary(name);
  }

  /** Where a module of the implementation comes from. */
  public enum Origin {
    /** The library's part in Java. */
    NATIVE,
    /** The library's part in the language. */
    MODULE,
    /** The same, for a package. */
    PACKAGE
  }

  /** Where the module of that name would come from, or null if it is none of the implementation. */
  public @Nullable Origin originOf(String name) {
    if (name.equals("builtins") || state.program().modules().find(name) != null) {
      return Origin.NATIVE;
    }
    LibrarySource source = state.program().modules().findSource(name);
    return source == null ? null : source.isPackage() ? Origin.PACKAGE : Origin.MODULE;
  }

  /** Loads the module of that name from a file in one of the folders of a path, or gives null. */
  public @Nullable Object loadFile(String name, Object path) {
    FoundFile found = search(name, path);
    if (found == null) {
      return null;
    }
    return found.file() == null
        ? namespacePackage(name, Objects.requireNonNull(found.packagePath()))
        : run(name, found.file().toString(), code(found.file()), found.packagePath());
  }

  /** Runs the code of a file in a module. */
  public void runFile(PyModule module, Path file) {
    CodeUnit code = code(file);
    module.setOwn("__builtins__", state.builtins());
    Program.runModule(code, module);
  }

  /** What a search has found: a file, or a folder without {@code __init__.py}. */
  private record FoundFile(@Nullable Path file, @Nullable PyList packagePath) {}

  /** Whether there is a file among the folders in which modules are looked for. */
  private static boolean hasArchive(Object path) {
    if (!HostAccess.current().files()) {
      return false;
    }
    HostFiles files = HostFiles.current();
    for (Object entry : Iteration.toArray(path)) {
      if (Text.isText(PyPayloadInstance.unwrap(entry))
          && Files.isRegularFile(files.folder().resolve(Text.java(entry)))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable FoundFile search(String name, Object path) {
    if (!HostAccess.current().files()) {
      return null;
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    PyList portions = new PyList();
    HostFiles files = HostFiles.current();
    for (Object entry : Iteration.toArray(path)) {
      if (!Text.isText(PyPayloadInstance.unwrap(entry))) {
        continue;
      }
      Path folder = files.folder().resolve(Text.java(entry)).normalize();
      for (String ending : ENDINGS) {
        Path inside = folder.resolve(last).resolve("__init__" + ending);
        if (Files.isRegularFile(inside)) {
          return new FoundFile(inside, PyList.of(WideString.of(folder.resolve(last).toString())));
        }
        Path file = folder.resolve(last + ending);
        if (Files.isRegularFile(file)) {
          return new FoundFile(file, null);
        }
      }
      if (Files.isDirectory(folder.resolve(last))) {
        portions.append(WideString.of(folder.resolve(last).toString()));
      }
    }
    return portions.size() == 0 ? null : new FoundFile(null, portions);
  }

  /**
   * The code of a module that is to be run as a program, and the package it belongs to.
   *
   * @param packageName may be empty
   */
  public record MainCode(CodeUnit code, String packageName) {}

  /**
   * Finds a module, or {@code __main__} in a package, without running it. The packages above it are
   * imported.
   *
   * @throws PyException an ImportError that says why there is none
   */
  public MainCode locate(String name) {
    int dot = name.lastIndexOf('.');
    PyModule parent = null;
    if (dot >= 0) {
      String above = name.substring(0, dot);
      Object loaded;
      try {
        loaded = importModule(above, true);
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.MODULE_NOT_FOUND_ERROR)) {
          throw e;
        }
        throw Errors.of(
            ExceptionTypes.IMPORT_ERROR,
            "Error while finding module specification for '"
                + name
                + "' (ModuleNotFoundError: "
                + Text.javaStr(e.value())
                + ")");
      }
      parent = loaded instanceof PyModule m ? m : null;
    }
    LibrarySource library = state.program().modules().findSource(name);
    if (library != null && !library.isPackage()) {
      try {
        return new MainCode(state.program().codeOf(library), dot < 0 ? "" : name.substring(0, dot));
      } catch (SyntaxError e) {
        throw SyntaxErrors.raise(e);
      }
    }
    Object path = parent == null ? state.path() : parent.own("__path__");
    FoundFile found = path == null || library != null ? null : search(name, path);
    if (library != null || (found != null && found.packagePath() != null)) {
      if (name.endsWith(".__main__")) {
        throw Errors.of(ExceptionTypes.IMPORT_ERROR, "Cannot use package as __main__ module");
      }
      try {
        return locate(name + ".__main__");
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.IMPORT_ERROR)
            || !state.modules().containsKey(name)) {
          throw e;
        }
        throw Errors.of(
            ExceptionTypes.IMPORT_ERROR,
            Text.javaStr(e.value())
                + "; '"
                + name
                + "' is a package and cannot be directly executed");
      }
    }
    if (found == null) {
      boolean isNative = state.program().modules().find(name) != null;
      throw Errors.of(
          ExceptionTypes.IMPORT_ERROR,
          isNative ? "No code object available for " + name : "No module named " + name);
    }
    return new MainCode(
        code(Objects.requireNonNull(found.file())), dot < 0 ? "" : name.substring(0, dot));
  }

  /** A folder without {@code __init__.py}: a package without code. */
  private Object namespacePackage(String name, PyList path) {
    PyModule module = new PyModule(state.program().moduleShape(name), state.builtins());
    module.setOwn("__name__", name);
    module.setOwn("__doc__", PySingleton.NONE);
    module.setOwn("__package__", name);
    module.setOwn("__path__", path);
    module.setOwn("__file__", PySingleton.NONE);
    state.modules().put(name, module);
    return module;
  }

  private Object run(String name, String file, CodeUnit code, @Nullable PyList packagePath) {
    PyModule module = new PyModule(state.program().moduleShape(file), state.builtins());
    module.setOwn("__name__", name);
    module.setOwn("__doc__", PySingleton.NONE);
    int dot = name.lastIndexOf('.');
    module.setOwn(
        "__package__", packagePath != null ? name : dot < 0 ? "" : name.substring(0, dot));
    if (packagePath != null) {
      module.setOwn("__path__", packagePath);
    }
    module.setOwn("__file__", WideString.of(file));
    module.setOwn("__builtins__", state.builtins());
    PyDict modules = state.modules();
    modules.put(name, module);
    boolean done = false;
    module.setInitializing(true);
    try {
      Program.runModule(code, module);
      done = true;
    } finally {
      module.setInitializing(false);
      if (!done) {
        modules.remove(name);
      }
    }
    Object replaced = modules.get(name);
    return replaced == null ? module : replaced;
  }

  /** {@code importlib.reload}: runs the code of a module in its namespace again. */
  public Object reload(PyModule module) {
    String name = module.name();
    if (state.modules().get(name) != module) {
      throw importError(
          ExceptionTypes.IMPORT_ERROR, "module " + name + " not in sys.modules", name, null);
    }
    Object file = module.own("__file__");
    if (ImportHooks.runAgain(module)) {
      return module;
    }
    if (file != null && file != PySingleton.NONE) {
      Program.runModule(code(HostFiles.current().folder().resolve(Text.java(file))), module);
    }
    return module;
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
