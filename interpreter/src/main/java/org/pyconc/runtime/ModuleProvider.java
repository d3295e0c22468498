package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;

/** Where modules come from that are no files: the standard library, or an embedding application. */
@FunctionalInterface
public interface ModuleProvider {
  /** The module written in Java with that full name, or null. */
  @Nullable NativeModule find(String name);

  /** The module written in the language with that full name, or null. */
  default @Nullable LibrarySource findSource(String name) {
    return null;
  }
}
