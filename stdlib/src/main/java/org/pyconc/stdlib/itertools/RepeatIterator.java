package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.repeat}. */
final class RepeatIterator extends PyIterator implements Transferable {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.repeat", false, RepeatIterator::define);

  private static final long FOREVER = -1;

  private final Object value;
  private long left;

  private RepeatIterator(Object value, long left) {
    this.value = value;
    this.left = left;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, object, times=<unrepresentable>)",
        "Gives the object again and again.",
        bound ->
            new RepeatIterator(
                bound[1], bound[2] == Unset.UNSET ? FOREVER : Math.max(0, Items.toLong(bound[2]))));
    b.method("__repr__(self)", "Return repr(self).", self -> ((RepeatIterator) self).repr());
    b.method(
        "__length_hint__(self)",
        "Private method returning an estimate of len(list(it)).",
        self -> {
          long left = ((RepeatIterator) self).left;
          if (left == FOREVER) {
            throw Errors.typeError("len() of unsized object");
          }
          return left;
        });
  }

  @Override
  public Object copy(Copier copier) {
    return new RepeatIterator(copier.copy(value), left);
  }

  private Object repr() {
    TextBuilder text = new TextBuilder().append("repeat(").append(Text.repr(value));
    return text.append(left == FOREVER ? ")" : ", " + left + ")").build();
  }

  @Override
  public @Nullable Object next() {
    if (left == 0) {
      return null;
    }
    Scheduler.poll(); // builtin code may walk through it for ever
    if (left > 0) {
      left--;
    }
    return value;
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(TYPE, left == FOREVER ? PyTuple.of(value) : PyTuple.of(value, left));
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
