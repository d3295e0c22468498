package org.pyconc.stdlib.support;

import java.util.List;
import java.util.function.Supplier;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;

/**
 * The threads or children of the running process that have not ended, as {@code threading} and
 * {@code multiprocessing} keep them in sets of weak references.
 */
public final class LivingSet extends PyInstance {
  private static final PyType TYPE =
      new PyType("_weakrefset.WeakSet", BuiltinTypes.OBJECT, false, null, LivingSet::define);

  private final Supplier<? extends List<?>> living;

  /**
   * @param living those of the running process
   */
  public LivingSet(Supplier<? extends List<?>> living) {
    super(TYPE);
    this.living = living;
  }

  private static PySet now(Object self) {
    PySet found = new PySet();
    for (Object each : ((LivingSet) self).living.get()) {
      found.add(each);
    }
    return found;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__len__(self, /)", "How many.", self -> (long) ((LivingSet) self).living.get().size());
    b.method("__iter__(self, /)", "All.", self -> Iteration.iterator(now(self)));
    b.method("copy(self, /)", "Those of this moment.", self -> now(self));
    b.method(
        "__eq__(self, other, /)",
        "Whether another set holds the same.",
        (self, other) ->
            Comparison.equal(now(self), other instanceof LivingSet ? now(other) : other));
    b.method("clear(self, /)", "Has no effect.", self -> PySingleton.NONE);
    b.method("update(self, other, /)", "Has no effect.", (self, other) -> PySingleton.NONE);
  }
}
