package org.pyconc.transfer;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Handle;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TextReader;
import org.pyconc.runtime.TextWriter;

/**
 * Copies into a child process: what is given to it, and of the modules those global variables that
 * the code it can reach can name.
 */
public final class ForkCopier extends NamespaceCopier {
  private final ProcessState target;

  /** The modules of which everything is copied. */
  private @Nullable IdentityHashMap<PyModule, Boolean> wholeModules;

  /**
   * @param target the state of the child, whose kernel process is set
   */
  ForkCopier(ProcessState source, ProcessState target) {
    super(source);
    this.target = target;
    register(source.modules(), target.modules());
  }

  /**
   * The copy of what is given to the child.
   *
   * @param wantsEverything whether the child may be sent code that names anything
   */
  Object copyRoot(Object root, boolean wantsEverything) {
    Object copy = copy(root);
    finish();
    if (wantsEverything) {
      copyAllModules();
    } else if (source.hasReplacedStreams()) {
      copyNamed("sys");
    }
    finishVariables();
    return copy;
  }

  @Override
  public ProcessState target() {
    return target;
  }

  @Override
  public boolean isFork() {
    return true;
  }

  @Override
  public boolean makesLocks() {
    return true;
  }

  @Override
  public Handle copyHandle(Handle handle) {
    return handle.duplicateFor(target.process());
  }

  /** The child's standard stream in place of the parent's. */
  public Object copyStream(TextWriter stream) {
    return stream == source.out()
        ? target.out()
        : stream == source.err() ? target.err() : stream.forChild();
  }

  /** The child's standard input in place of the parent's. */
  public Object copyStream(TextReader stream) {
    return stream == source.in() ? target.in() : stream.forChild();
  }

  // ---- modules -------------------------------------------------------------------------------

  @Override
  PyModule builtins() {
    return source.builtins();
  }

  @Override
  PyModule makeModule(PyModule original) {
    PyModule copy = new PyModule(original.shape, target.builtins());
    copy.setType(copyType(original.type()));
    copy.setNative(original.isNative());
    copy.setRest(original.rest());
    int count = original.shape.size();
    @Nullable Object[] slots = new Object[count];
    for (int i = 0; i < count; i++) {
      Object value = original.slots[i];
      if (value != null && Sharing.isShared(value)) {
        slots[i] = value;
      }
    }
    copy.slots = slots;
    String name = original.name();
    if (source.modules().get(name) == original) {
      target.modules().put(name, copy);
    }
    return copy;
  }

  @Override
  void moduleMade(PyModule original, PyModule copy) {
    if (original.isNative()) {
      addVariables(original, copy);
    }
  }

  @Override
  PyModule copyModule(PyModule original) {
    PyModule copy = copyGlobals(original);
    if (copy != original && !original.isNative()) {
      copyWhole(original, copy);
    }
    return copy;
  }

  private void copyWhole(PyModule original, PyModule copy) {
    IdentityHashMap<PyModule, Boolean> whole = wholeModules;
    if (whole == null) {
      whole = new IdentityHashMap<>(4);
      wholeModules = whole;
    }
    if (whole.put(original, true) == null) {
      addVariables(original, copy);
    }
  }

  private void copyNamed(String name) {
    if (source.modules().get(name) instanceof PyModule m) {
      copyModule(m);
    }
  }

  private void copyAllModules() {
    PyDict modules = source.modules();
    for (int i = modules.next(0); i >= 0; i = modules.next(i + 1)) {
      if (modules.valueAt(i) instanceof PyModule m) {
        copyModule(m);
      }
    }
  }

  // ---- what code can name --------------------------------------------------------------------

  @Override
  void functionCopied(PyFunction original, PyFunction copy) {
    super.functionCopied(original, copy);
    for (String name : original.code().scope().imports()) {
      copyImported(name);
    }
  }

  @Override
  void unknownNamed(String name, PyModule from, PyModule to) {
    switch (name) {
      case "globals", "eval", "exec", "locals", "vars", "dir" -> copyWhole(from, to);
      case "__import__" -> copyAllModules();
      default -> {}
    }
  }

  /** A module that reachable code can import is not run again. */
  private void copyImported(String name) {
    if (name.equals("importlib") || name.startsWith(".")) {
      copyAllModules();
      return;
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      copyNamed(name.substring(0, dot));
    }
    copyNamed(name);
  }

  @Override
  @Nullable PyType findClass(PyType original) {
    return null;
  }

  @Override
  @Nullable PyFunction findFunction(PyFunction original) {
    return null;
  }

  @Override
  @Nullable Object copySpecially(PyInstance original) {
    return null;
  }

  @Override
  boolean copiesTracebacks() {
    return true;
  }
}
