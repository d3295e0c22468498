package org.pyconc.stdlib.itertools;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/**
 * Building blocks for iterators.
 *
 * @see <a href="https://docs.python.org/3.11/library/itertools.html">itertools</a>
 */
public final class ItertoolsModule implements NativeModule {
  @Override
  public String name() {
    return "itertools";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(CountIterator.TYPE);
    b.type(ChainIterator.TYPE);
    b.type(AccumulateIterator.TYPE);
    b.type(CycleIterator.TYPE);
    b.type(GroupByIterator.TYPE);
    b.type(SliceIterator.TYPE);
    b.type(PairwiseIterator.TYPE);
    b.type(RepeatIterator.TYPE);
    b.type(StarMapIterator.TYPE);
    b.type(ZipLongestIterator.TYPE);
    for (SelectingIterator.Kind kind : SelectingIterator.Kind.values()) {
      b.type(kind.type());
    }
    for (SelectionIterator.Kind kind : SelectionIterator.Kind.values()) {
      b.type(kind.type());
    }
    b.function("tee(iterable, n=2, /)", "Returns a tuple of n independent iterators.", Tee::split);
  }
}
