package org.pyconc.stdlib.threading;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;

/** The threads of the running process that have not ended, as {@code threading} keeps them. */
final class ThreadView extends PyInstance {
  static final PyType TYPE =
      new PyType("_weakrefset.WeakSet", BuiltinTypes.OBJECT, false, null, ThreadView::define);

  static final ThreadView INSTANCE = new ThreadView();

  private ThreadView() {
    super(TYPE);
  }

  private static PySet threads() {
    PySet found = new PySet();
    for (ThreadObject thread : ThreadTable.current().alive()) {
      found.add(thread);
    }
    return found;
  }

  private static void define(TypeBuilder b) {
    b.method("__len__(self, /)", "How many.", self -> (long) ThreadTable.current().alive().size());
    b.method("__iter__(self, /)", "All.", self -> Iteration.iterator(threads()));
    b.method("copy(self, /)", "Those of this moment.", self -> threads());
    b.method(
        "__eq__(self, other, /)",
        "Whether another set holds the same.",
        (self, other) ->
            Comparison.equal(threads(), other instanceof ThreadView ? threads() : other));
    b.method("clear(self, /)", "Has no effect.", self -> PySingleton.NONE);
    b.method("update(self, other, /)", "Has no effect.", (self, other) -> PySingleton.NONE);
  }
}
