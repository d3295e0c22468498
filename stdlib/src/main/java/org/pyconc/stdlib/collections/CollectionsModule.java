package org.pyconc.stdlib.collections;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
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

  private Object more(Object name) {
    String text = Text.java(name);
    if (text.equals("abc")) {
      return ModuleLoader.current().importModule("collections.abc", true);
    }
    if (!text.startsWith("User")) {
      throw Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR, "module 'collections' has no attribute '" + text + "'");
    }
    return Attributes.load(ModuleLoader.current().importModule("_collections_user", true), text);
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
    b.constant(
        "__all__",
        PyList.of(
            "ChainMap",
            "Counter",
            "OrderedDict",
            "UserDict",
            "UserList",
            "UserString",
            "defaultdict",
            "deque",
            "namedtuple"));
    b.function("__getattr__(name)", "Loads what is written in the language.", this::more);
  }
}
