package org.pyconc.stdlib.copy;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.NativeModule;

/**
 * Shallow and deep copies.
 *
 * @see <a href="https://docs.python.org/3.11/library/copy.html">copy</a>
 */
public final class CopyModule implements NativeModule {
  static final PyType ERROR =
      new PyType("copy.Error", ExceptionTypes.EXCEPTION, true, null, b -> {});

  @Override
  public String name() {
    return "copy";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(ERROR);
    b.constant("error", ERROR);
    b.function("copy(x)", "Shallow copy operation on arbitrary Python objects.", ShallowCopy::copy);
    b.function(
        "deepcopy(x, memo=None)",
        "Deep copy operation on arbitrary Python objects.",
        (x, memo) -> new DeepCopy(memo == PySingleton.NONE ? new PyDict() : memo).copy(x));
  }
}
