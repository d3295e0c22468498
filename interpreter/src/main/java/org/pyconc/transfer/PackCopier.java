package org.pyconc.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Handle;
import org.pyconc.objects.ClassIdentity;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;

/**
 * Copies a message out of the sender. The copy belongs to no process: classes, functions and
 * modules in it stand for those of the receiver, and hold what a receiver needs that does not know
 * them.
 */
final class PackCopier extends NamespaceCopier {
  private final List<PyType> newClasses = new ArrayList<>(0);
  private final List<PyFunction> newFunctions = new ArrayList<>(0);
  private final List<Handle> handles = new ArrayList<>(0);
  private boolean isBound;

  PackCopier(ProcessState source) {
    super(source);
  }

  Object copyRoot(Object root) {
    try {
      Object copy = copy(root);
      finish();
      finishVariables();
      publish();
      return copy;
    } catch (CannotCopy | PyException refused) {
      for (Handle handle : handles) {
        handle.close();
      }
      throw refused;
    }
  }

  /** Whether the receiver has to replace something in the copy by its own. */
  boolean isBound() {
    return isBound;
  }

  /** Kernel handles that keep the objects in the message open. */
  List<Handle> handles() {
    return handles;
  }

  private void publish() {
    for (PyType original : newClasses) {
      ClassIdentity identity = original.identity();
      if (identity != null && identity.sentForm() == null) {
        identity.setSentForm((PyType) copy(original));
      }
    }
    for (PyFunction original : newFunctions) {
      original.setSentForm((PyFunction) copy(original));
    }
  }

  @Override
  public @Nullable ProcessState target() {
    return null;
  }

  @Override
  public boolean isFork() {
    return false;
  }

  @Override
  public Handle copyHandle(Handle handle) {
    isBound = true;
    Handle copy = handle.duplicateForMessage();
    handles.add(copy);
    return copy;
  }

  @Override
  PyModule builtins() {
    return source.builtins();
  }

  @Override
  PyModule makeModule(PyModule original) {
    isBound = true;
    PyModule copy = new PyModule(original.shape, source.builtins());
    copy.setNative(original.isNative());
    copy.slots = new Object[original.shape.size()];
    copy.setOwn("__name__", original.name());
    return copy;
  }

  @Override
  PyModule copyModule(PyModule original) {
    isBound = true;
    return copyGlobals(original);
  }

  @Override
  @Nullable PyType findClass(PyType original) {
    isBound = true;
    ClassIdentity identity = original.identity();
    return identity == null ? null : identity.sentForm();
  }

  @Override
  void classCopied(PyType original, PyType copy) {
    newClasses.add(original);
  }

  @Override
  @Nullable PyFunction findFunction(PyFunction original) {
    isBound = true;
    return original.sentForm();
  }

  @Override
  void functionCopied(PyFunction original, PyFunction copy) {
    super.functionCopied(original, copy);
    if (QualifiedNames.find(original.globals(), original.qualifiedName()) == original) {
      newFunctions.add(original);
    }
  }

  @Override
  @Nullable Object copySpecially(PyInstance original) {
    Reduction reduction = Reduction.of(original, this);
    if (reduction != null) {
      isBound = true;
    }
    return reduction;
  }

  @Override
  boolean copiesTracebacks() {
    return false;
  }
}
