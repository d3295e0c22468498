package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.count}. */
final class CountIterator extends PyIterator implements Transferable {
  static final PyType TYPE = BuiltinTypes.iterator("itertools.count", false, CountIterator::define);

  private Object value;
  private final Object step;

  private CountIterator(Object start, Object step) {
    this.value = start;
    this.step = step;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, start=0, step=1)",
        "Counts from start by step.",
        bound -> {
          for (int i = 1; i <= 2; i++) {
            if (PyType.of(bound[i]).lookup("__add__") == null || Text.isText(bound[i])) {
              throw Errors.typeError("a number is required");
            }
          }
          return new CountIterator(bound[1], bound[2]);
        });
    b.method("__repr__(self)", "Return repr(self).", self -> ((CountIterator) self).repr());
  }

  @Override
  public Object copy(Copier copier) {
    return new CountIterator(copier.copy(value), copier.copy(step));
  }

  private Object repr() {
    TextBuilder text = new TextBuilder().append("count(").append(Text.repr(value));
    if (!step.equals(1L)) {
      text.append(", ").append(Text.repr(step));
    }
    return text.append(")").build();
  }

  @Override
  public @Nullable Object next() {
    Scheduler.poll(); // builtin code may walk through it for ever
    Object now = value;
    value = Arithmetic.add(now, step);
    return now;
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(
        TYPE,
        step.equals(1L) && value instanceof Long ? PyTuple.of(value) : PyTuple.of(value, step));
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
