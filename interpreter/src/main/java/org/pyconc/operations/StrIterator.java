package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through the characters of a str. */
public final class StrIterator extends PyIterator implements Transferable {
  private final Object text;
  private final int length;
  private int index;

  public StrIterator(Object text) {
    this.text = text;
    this.length = Text.length(text);
  }

  @Override
  public @Nullable Object next() {
    return index < length ? Text.ofCodePoint(Text.at(text, index++)) : null;
  }

  /** How many are to come. */
  public int remaining() {
    return length - index;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.STR_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    StrIterator copy = new StrIterator(text);
    copy.index = index;
    return copy;
  }
}
