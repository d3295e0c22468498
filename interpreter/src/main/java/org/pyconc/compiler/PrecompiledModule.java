package org.pyconc.compiler;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.scope.CodeUnit;

/** The classes that the library brought with it for a module, read when one is asked for. */
final class PrecompiledModule {
  private final CodeUnit module;
  private final Supplier<byte @Nullable []> reader;
  private final long checksum;
  private boolean isRead;
  private @Nullable Precompiled classes;

  PrecompiledModule(CodeUnit module, Supplier<byte @Nullable []> reader, long checksum) {
    this.module = module;
    this.reader = reader;
    this.checksum = checksum;
  }

  /** The class of a unit, or null if it is not there. */
  @Nullable UnitClass find(CodeUnit unit) {
    Precompiled found = classes();
    return found == null ? null : found.find(unit);
  }

  private synchronized @Nullable Precompiled classes() {
    if (!isRead) {
      byte[] bytes = reader.get();
      classes = bytes == null ? null : Precompiled.of(module, bytes, checksum);
      isRead = true;
    }
    return classes;
  }
}
