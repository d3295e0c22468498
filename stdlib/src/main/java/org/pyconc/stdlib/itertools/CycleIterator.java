package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;
import org.pyconc.operations.Truth;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.cycle}. */
final class CycleIterator extends PyIterator implements Transferable {
  static final PyType TYPE = BuiltinTypes.iterator("itertools.cycle", false, CycleIterator::define);

  private final PyIterator source;
  private PyList saved;

  /** Whether what the source gives is among the saved values already. */
  private boolean isSaved;

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
    IteratorMethods.defineSetState(b);
  }

  @Override
  public Object copy(Copier copier) {
    CycleIterator made =
        new CycleIterator((PyIterator) copier.copy(source), (PyList) copier.copy(saved));
    made.ended = ended;
    made.isSaved = isSaved;
    made.index = index;
    return made;
  }

  @Override
  public @Nullable Object next() {
    if (!ended) {
      Object value = source.next();
      if (value != null) {
        if (!isSaved) {
          saved.append(value);
        }
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
  public PyTuple reduction() {
    if (!ended) {
      Object seen = IteratorReductions.seen(source);
      return PyTuple.of(TYPE, PyTuple.of(seen), PyTuple.of(saved, isSaved));
    }
    PyIterator rest = Iteration.iterator(saved);
    for (int i = 0; i < index; i++) {
      Object ignored = rest.next();
    }
    return PyTuple.of(TYPE, PyTuple.of(rest), PyTuple.of(saved, true));
  }

  @Override
  public void restore(Object state) {
    Object[] parts = IteratorReductions.parts(state, 2);
    if (!(parts[0] instanceof PyList list)) {
      throw Errors.typeError(
          "setstate() argument 1 must be list, not " + PyType.of(parts[0]).name());
    }
    saved = list;
    isSaved = Truth.isTrue(parts[1]);
    index = 0;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
