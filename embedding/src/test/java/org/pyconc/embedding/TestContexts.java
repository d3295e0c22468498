package org.pyconc.embedding;

import java.io.InputStream;
import org.graalvm.polyglot.Context;

/** Contexts of tests that may start programs of the host. */
final class TestContexts {
  private TestContexts() {}

  /** Programs of the host must not read what this JVM is sent: it would not end. */
  static Context.Builder builder() {
    return Context.newBuilder(PyconcLanguage.ID)
        .option("engine.WarnInterpreterOnly", "false")
        .in(InputStream.nullInputStream());
  }
}
