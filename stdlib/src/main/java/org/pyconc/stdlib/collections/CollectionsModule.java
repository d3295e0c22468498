package org.pyconc.stdlib.collections;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.runtime.NativeModule;

/**
 * Containers beside the builtin ones.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html">collections</a>
 */
public final class CollectionsModule implements NativeModule {
  @Override
  public String name() {
    return "collections";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("__path__", new PyList());
    b.type(PyDeque.TYPE);
    b.type(PyDefaultDict.TYPE);
    b.type(PyOrderedDict.TYPE);
    b.type(PyCounter.TYPE);
    b.type(PyChainMap.TYPE);
    NamedTuples.define(b);
  }
}
