package org.pyconc.transfer;

import java.util.ArrayDeque;
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
  /** An attribute of a class, to be put into a slot of its copy. */
  private record ClassData(Object value, PyType to, int slot) {}

  private final ArrayDeque<ClassData> classData = new ArrayDeque<>();
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
      do {
        finishVariables();
      } while (copyClassData());
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

  /** What was given up in the end is not among the copies any more. */
  private void publish() {
    for (PyType original : newClasses) {
      ClassIdentity identity = original.identity();
      if (identity != null && identity.sentForm() == null && known(original) instanceof PyType t) {
        identity.setSentForm(t);
      }
    }
    for (PyFunction original : newFunctions) {
      if (known(original) instanceof PyFunction f) {
        original.setSentForm(f);
      }
    }
  }

  /**
   * A class that its module has under its name is found there by most receivers. What its
   * attributes refer to is only for those that do not know it: what cannot be copied of that, such
   * as a lock, is left out.
   */
  @Override
  void fillClass(PyType original, PyType copy) {
    if (original.isDictionary()
        || !(moduleOf(original) instanceof PyModule module)
        || QualifiedNames.find(module, original.qualifiedName()) != original) {
      copyAttributes(original, copy);
      return;
    }
    @Nullable Object[] slots = new Object[original.shape.size()];
    copy.shape = original.shape;
    copy.slots = slots;
    for (int i = 0; i < slots.length; i++) {
      Object value = original.valueIn(i);
      if (value != null && isData(value)) {
        classData.add(new ClassData(value, copy, i));
      } else {
        slots[i] = copyOrNull(value);
      }
    }
  }

  /** Whether it is neither a method nor a property. */
  private static boolean isData(Object value) {
    return !Sharing.isShared(value)
        && !(value instanceof PyType)
        && PyType.of(value).lookup("__get__") == null;
  }

  /** Copies attributes of classes; whether there were any. */
  private boolean copyClassData() {
    boolean any = !classData.isEmpty();
    for (ClassData d = classData.poll(); d != null; d = classData.poll()) {
      ClassData each = d;
      copyIfPossible(each.value, copy -> each.to.slots[each.slot] = copy);
    }
    return any;
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
  public boolean makesLocks() {
    return isOptional();
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
