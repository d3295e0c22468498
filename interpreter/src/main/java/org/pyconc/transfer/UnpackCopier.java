package org.pyconc.transfer;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Handle;
import org.pyconc.objects.ClassIdentity;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/** Copies a message into its receiver, which uses its own classes, functions and modules for it. */
final class UnpackCopier extends NamespaceCopier {
  /** The classes that came to a process in messages. */
  private static final class Received {
    final IdentityHashMap<ClassIdentity, PyType> classes = new IdentityHashMap<>();
  }

  private final ProcessState target;

  UnpackCopier(ProcessState target) {
    super(target);
    this.target = target;
  }

  Object copyRoot(Object root) {
    Object copy = copy(root);
    finish();
    finishVariables();
    return copy;
  }

  @Override
  public ProcessState target() {
    return target;
  }

  @Override
  public boolean isFork() {
    return false;
  }

  @Override
  public boolean makesLocks() {
    return true; // what was refused did not come so far
  }

  @Override
  public Handle copyHandle(Handle handle) {
    return handle.duplicateFor(target.process());
  }

  @Override
  PyModule builtins() {
    return target.builtins();
  }

  @Override
  PyModule makeModule(PyModule original) {
    String name = original.name();
    if (target.modules().get(name) instanceof PyModule known) {
      return known;
    }
    if (original.isNative()
        && ModuleLoader.current().importModule(name, true) instanceof PyModule m) {
      return m;
    }
    if (target.importsItself() && importIfFound(name) instanceof PyModule m) {
      return m;
    }
    PyModule copy = new PyModule(original.shape.root(), target.builtins());
    copy.setOwn("__name__", name);
    target.modules().put(name, copy);
    return copy;
  }

  /** For a process that did not inherit its parent's modules; null if it cannot find this one. */
  private static @Nullable Object importIfFound(String name) {
    if (name.equals("__main__")) {
      return null;
    }
    try {
      return ModuleLoader.current().importModule(name, true);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.MODULE_NOT_FOUND_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  @Override
  PyModule copyModule(PyModule original) {
    String name = original.name();
    if (target.modules().get(name) == null
        && !name.equals("__main__")
        && ModuleLoader.current().importModule(name, true) instanceof PyModule m) {
      return m;
    }
    return copyGlobals(original);
  }

  @Override
  @Nullable PyModule moduleOf(PyType type) {
    return null;
  }

  @Override
  @Nullable PyType findClass(PyType original) {
    ClassIdentity identity = original.identity();
    if (target.modules().get(original.moduleName()) instanceof PyModule module
        && QualifiedNames.find(module, original.qualifiedName()) instanceof PyType found
        && (found.identity() == identity || target.program().mainRunsAgain())) {
      return found;
    }
    return received().classes.get(identity);
  }

  private Received received() {
    return target.moduleState(Received.class, Received::new);
  }

  @Override
  void classCopied(PyType original, PyType copy) {
    ClassIdentity identity = copy.identity();
    if (identity != null) {
      received().classes.put(identity, copy);
    }
    if (original.qualifiedName().indexOf('.') < 0
        && target.modules().get(original.moduleName()) instanceof PyModule module
        && module.own(original.name()) == null) {
      module.setOwn(original.name(), copy);
    }
  }

  @Override
  @Nullable PyFunction findFunction(PyFunction original) {
    if (target.modules().get(original.globals().name()) instanceof PyModule module
        && QualifiedNames.find(module, original.qualifiedName()) instanceof PyFunction found
        && found.code() == original.code()
        && original.closure().length == 0) {
      return found;
    }
    return null;
  }

  @Override
  @Nullable Object copySpecially(PyInstance original) {
    return null;
  }

  @Override
  boolean copiesTracebacks() {
    return false;
  }
}
