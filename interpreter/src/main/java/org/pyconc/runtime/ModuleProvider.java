package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;

/** Where native modules come from: the standard library, or an embedding application. */
@FunctionalInterface
public interface ModuleProvider {
  /** The module with that full name, or null. */
  @Nullable NativeModule find(String name);
}
