package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.stdlib.support.Timeouts;

/** What a child sees of its parent. */
final class ParentProcess {
  private ParentProcess() {}

  private static final PyType TYPE =
      new PyType(
          "multiprocessing.process._ParentProcess",
          ProcessTypes.BASE_PROCESS,
          false,
          null,
          ParentProcess::define);

  /** The parent of the running process, or None. */
  static Object get() {
    ProcessTable table = ProcessTable.current();
    KernelProcess parent = table.parent;
    if (parent == null) {
      return PySingleton.NONE;
    }
    ProcessObject known = table.parentObject;
    if (known == null) {
      known = new ProcessObject(TYPE);
      known.identity = PyTuple.EMPTY;
      known.process = parent;
      known.name = table.self.parentName;
      table.parentObject = known;
    }
    return known;
  }

  private static void define(TypeBuilder b) {
    b.method("is_alive(self)", "Whether the parent runs.", self -> !process(self).hasEnded());
    b.method(
        "join(self, timeout=None)",
        "Waits until the parent has ended.",
        (self, timeout) -> {
          process(self).join(Timeouts.deadline(timeout));
          return PySingleton.NONE;
        });
    b.getter("pid", "The number of the parent.", self -> (long) process(self).pid());
    b.getter(
        "sentinel",
        "What to wait for with connection.wait().",
        self -> (long) ((ProcessObject) self).sentinel(process(self)));
    b.getter("ident", "The number of the parent.", self -> (long) process(self).pid());
  }

  private static KernelProcess process(Object self) {
    @Nullable KernelProcess parent = ((ProcessObject) self).process;
    if (parent == null) {
      throw new IllegalStateException("a parent without process");
    }
    return parent;
  }
}
