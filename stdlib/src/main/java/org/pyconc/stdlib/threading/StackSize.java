package org.pyconc.stdlib.threading;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.operations.Items;

/** {@code stack_size}: accepted and without effect, stacks grow as they need. */
final class StackSize {
  private static final int LEAST = 32768;

  private StackSize() {}

  static void define(ModuleBuilder b) {
    b.function(
        "stack_size(size=0, /)",
        "Returns 0: stacks grow as they need.",
        size -> {
          int bytes = Items.toInt(size);
          if (bytes < 0) {
            throw Errors.valueError("size must be 0 or a positive value");
          }
          if (bytes > 0 && bytes < LEAST) {
            throw Errors.valueError("size not valid: " + bytes + " bytes");
          }
          return 0L;
        });
  }
}
