package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyRange;
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
  public PyType type() {
    return BuiltinTypes.LONG_RANGE_ITERATOR;
  }
}
