package org.pyconc.stdlib.array;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/**
 * Arrays of numbers.
 *
 * @see <a href="https://docs.python.org/3.11/library/array.html">array</a>
 */
public final class ArrayModule implements NativeModule {
  @Override
  public String name() {
    return "array";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(ArrayObject.TYPE);
    b.constant("ArrayType", ArrayObject.TYPE);
    b.constant("typecodes", ItemKind.CODES);
  }
}
