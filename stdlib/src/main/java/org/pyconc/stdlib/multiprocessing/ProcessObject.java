package org.pyconc.stdlib.multiprocessing;

import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.Descriptors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A {@code Process}, as its parent sees it and as the child itself does. */
final class ProcessObject extends PyInstance implements Transferable {
  /** Numbers of this process and those above it: {@code (2, 1)}; null before {@code __init__}. */
  @Nullable PyTuple identity;

  /** What the program called it; null for {@link #defaultName()}. */
  @Nullable Object name = PySingleton.NONE;

  Object target = PySingleton.NONE;
  PyTuple arguments = PyTuple.EMPTY;
  @Nullable PyDict keywords;
  boolean isDaemon;

  /** A process of the library's own: ends as a daemon does, but may have children. */
  boolean endsWithParent;

  @Nullable Object authKey;
  int parentPid;
  Object parentName = PySingleton.NONE;

  /** The child once it was made. */
  @Nullable KernelProcess process;

  boolean isClosed;

  /** Whether os.wait has told its end. */
  boolean isReaped;

  private int sentinel = -1;

  ProcessObject(PyType type) {
    super(type);
  }

  PyTuple identity() {
    PyTuple known = identity;
    return known == null ? PyTuple.EMPTY : known;
  }

  /** The name, also if nobody gave it one. */
  Object name() {
    Object given = name;
    return given == null ? defaultName() : given;
  }

  /** Made of the class and the numbers: {@code Process-2:1}. */
  String defaultName() {
    StringBuilder text = new StringBuilder(type().name()).append('-');
    Object[] numbers = identity().items();
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ":").append(numbers[i]);
    }
    return text.toString();
  }

  /** The exit code; empty while it runs or has not been started. */
  OptionalInt exitCode() {
    KernelProcess child = process;
    return child == null ? OptionalInt.empty() : child.exitCode();
  }

  /** The descriptor that is readable when the process has ended, made when first asked for. */
  int sentinel(KernelProcess of) {
    if (sentinel < 0) {
      Descriptors descriptors = Descriptors.current();
      sentinel =
          descriptors.open(
              new WatchedEnd(of.describe(), of.exitQueue(), of::hasEnded, null, () -> false));
      descriptors.watch(this, sentinel);
    }
    return sentinel;
  }

  @Override
  public Object copy(Copier copier) {
    ProcessObject copy = new ProcessObject(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.identity = identity;
    copy.name = copier.copyOrNull(name);
    copy.target = copier.copy(target);
    copy.arguments = (PyTuple) copier.copy(arguments);
    copy.keywords = (PyDict) copier.copyOrNull(keywords);
    copy.isDaemon = isDaemon;
    copy.endsWithParent = endsWithParent;
    copy.authKey = copier.copyOrNull(authKey);
    copy.parentPid = parentPid;
    copy.parentName = copier.copy(parentName);
    copy.process = process;
    copy.isClosed = isClosed;
    copy.sentinel = copier.isFork() ? sentinel : -1;
    return copy;
  }

  @Override
  public void parts(BiConsumer<String, @Nullable Object> each) {
    each.accept("target", target);
    each.accept("args", arguments);
    each.accept("kwargs", keywords);
  }
}
