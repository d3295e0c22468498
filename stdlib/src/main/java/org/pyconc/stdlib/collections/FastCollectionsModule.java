package org.pyconc.stdlib.collections;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/** {@code _collections}: where pickles look for the iterators of deques. */
public final class FastCollectionsModule implements NativeModule {
  @Override
  public String name() {
    return "_collections";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(PyDeque.TYPE);
    b.type(PyDefaultDict.TYPE);
    b.type(PyOrderedDict.TYPE);
    b.type(DequeIterator.FORWARDS);
    b.type(DequeIterator.BACKWARDS);
  }
}
