package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through the characters of a str. */
public final class StrIterator extends PyIterator implements Transferable {
  private static final int ENDED = Integer.MAX_VALUE;

  private final Object text;
  private final int length;
  private int index;

  public StrIterator(Object text) {
    this.text = text;
    this.length = Text.length(text);
  }

  @Override
  public @Nullable Object next() {
    if (index < length) {
      return Text.ofCodePoint(Text.at(text, index++));
    }
    index = ENDED;
    return null;
  }

  /** How many are to come. */
  public int remaining() {
    return Math.max(0, length - index);
  }

  @Override
  public PyTuple reduction() {
    return index == ENDED
        ? IteratorReductions.iter("")
        : IteratorReductions.iterAt(text, (long) index);
  }

  @Override
  public void restore(Object state) {
    if (index != ENDED) {
      index = IteratorReductions.place(state, 0, length);
    }
  }

  @Override
  public PyType type() {
    return TextPredicates.isAscii(text)
        ? BuiltinTypes.STR_ASCII_ITERATOR
        : BuiltinTypes.STR_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    StrIterator copy = new StrIterator(text);
    copy.index = index;
    return copy;
  }
}
