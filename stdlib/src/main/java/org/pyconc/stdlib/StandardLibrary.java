package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;

/** Finds the modules of the standard library by name; only what is imported gets loaded. */
public final class StandardLibrary implements ModuleProvider {
  @Override
  public @Nullable NativeModule find(String name) {
    return switch (name) {
      default -> null;
    };
  }
}
