package org.pyconc.stdlib.ssl;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

/**
 * What the module {@code ssl} needs of the host: it works on bytes and never touches a socket.
 *
 * @see <a href="https://docs.python.org/3.11/library/ssl.html">ssl</a>
 */
public final class SslModule implements NativeModule {
  @Override
  public String name() {
    return "_ssl";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function("store()", "An empty set of certificates.", PyStore::new);
    b.functionN(
        "engine(store, fail, server, host, verify, check, protocols, names, ciphers)",
        "A side of a connection.",
        PyEngine::open);
  }

  /** Cryptography takes its time: it is done off the scheduler's thread. */
  static <T extends @Nullable Object> T onHost(Callable<T> work) throws GeneralSecurityException {
    try {
      return Task.require().process().kernel().hostCalls().call("cryptography", work);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new GeneralSecurityException(e);
    }
  }
}
