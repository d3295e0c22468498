package org.pyconc.stdlib.os;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * What the operating system is asked for; processes are those of the kernel.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html">os</a>
 */
public final class OsModule implements NativeModule {
  @Override
  public String name() {
    return "os";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("__file__", "<library>/os.py"); // as modules that are written in the language
    b.constant("name", "posix");
    b.constant("sep", "/");
    b.constant("altsep", PySingleton.NONE);
    b.constant("extsep", ".");
    b.constant("pathsep", ":");
    b.constant("linesep", "\n");
    b.constant("curdir", ".");
    b.constant("pardir", "..");
    b.constant("defpath", "/bin:/usr/bin");
    b.constant("devnull", "/dev/null");
    b.constant("F_OK", 0L);
    b.constant("X_OK", 1L);
    b.constant("W_OK", 2L);
    b.constant("R_OK", 4L);
    b.constant("SEEK_SET", 0L);
    b.constant("SEEK_CUR", 1L);
    b.constant("SEEK_END", 2L);
    b.constant("EX_OK", 0L);
    b.constant("error", ExceptionTypes.OS_ERROR);
    b.constant("stat_result", StatResult.TYPE);
    for (String name : new String[] {"dir_fd", "effective_ids", "fd", "follow_symlinks"}) {
      b.constant("supports_" + name, new PySet());
    }
    FileFunctions.define(b);
    DirectoryScan.define(b);
    DescriptorFunctions.define(b);
    SystemFunctions.define(b);
    FolderTrees.define(b);
    ProcessFunctions.define(b);
    PyModule module = b.module();
    Object path = ModuleLoader.current().importModule("posixpath", true);
    b.constant("path", path);
    ProcessState.current().modules().put("os.path", path);
    b.function("__getattr__(name)", "What is seldom needed.", name -> seldom(module, name));
  }

  /** What is written in the language is loaded when first asked for. */
  private static Object seldom(PyModule module, Object name) {
    String text = Text.java(name);
    if (text.equals("_wrap_close") || !text.startsWith("_")) {
      PyModule more = (PyModule) ModuleLoader.current().importModule("_os", true);
      Object value = more.own(text);
      if (value != null && !(value instanceof PyModule)) {
        module.setOwn(text, value);
        return value;
      }
    }
    throw Errors.attributeError(
        "module '" + module.name() + "' has no attribute '" + text + "'", module, text);
  }
}
