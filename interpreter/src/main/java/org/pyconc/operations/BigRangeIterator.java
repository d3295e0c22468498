package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Goes through a range whose values or length do not fit into longs. */
public final class BigRangeIterator extends PyIterator {
  private final PyRange range;
  private final boolean reversed;
  private BigInteger index = BigInteger.ZERO;

  public BigRangeIterator(PyRange range, boolean reversed) {
    this.range = range;
    this.reversed = reversed;
  }

  /** How many values are to come. */
  public BigInteger remaining() {
    return range.bigLength().subtract(index);
  }

  @Override
  public @Nullable Object next() {
    if (index.compareTo(range.bigLength()) >= 0) {
      return null;
    }
    BigInteger at = reversed ? range.bigLength().subtract(index).subtract(BigInteger.ONE) : index;
    index = index.add(BigInteger.ONE);
    return range.get(at);
  }

  @Override
  public PyTuple reduction() {
    BigInteger length = range.bigLength();
    BigInteger step = Integers.big(range.step());
    BigInteger first = Integers.big(range.start());
    if (reversed) {
      first = first.add(step.multiply(length.subtract(BigInteger.ONE)));
      step = step.negate();
    }
    PyRange all =
        PyRange.of(
            PyRange.normal(first),
            PyRange.normal(first.add(step.multiply(length))),
            PyRange.normal(step));
    return IteratorReductions.iterAt(all, PyRange.normal(index));
  }

  @Override
  public void restore(Object state) {
    index = Integers.big(Items.index(state)).max(BigInteger.ZERO).min(range.bigLength());
  }

  @Override
  public PyType type() {
    return BuiltinTypes.LONG_RANGE_ITERATOR;
  }
}
