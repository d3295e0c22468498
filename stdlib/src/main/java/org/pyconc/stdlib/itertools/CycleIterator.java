package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.cycle}. */
final class CycleIterator extends PyIterator implements Transferable {
  static final PyType TYPE =
      new PyType("itertools.cycle", BuiltinTypes.ITERATOR, false, null, CycleIterator::define);

  private final PyIterator source;
  private final PyList saved;
  private boolean ended;
  private int index;

  private CycleIterator(PyIterator source, PyList saved) {
    this.source = source;
    this.saved = saved;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, iterable, /)",
        "Repeats an iterable without end.",
        bound -> new CycleIterator(Iteration.iterator(bound[1]), new PyList()));
  }

  @Override
  public Object copy(Copier copier) {
    CycleIterator made =
        new CycleIterator((PyIterator) copier.copy(source), (PyList) copier.copy(saved));
    made.ended = ended;
    made.index = index;
    return made;
  }

  @Override
  public @Nullable Object next() {
    if (!ended) {
      Object value = source.next();
      if (value != null) {
        saved.append(value);
        return value;
      }
      ended = true;
    }
    if (saved.size() == 0) {
      return null;
    }
    Scheduler.poll(); // builtin code may walk through it for ever
    Object value = saved.get(index);
    index = index + 1 == saved.size() ? 0 : index + 1;
    return value;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
