package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.asyncio.AsyncioModule;
import org.pyconc.stdlib.select.SelectModule;
import org.pyconc.stdlib.socket.SocketModule;
import org.pyconc.stdlib.ssl.SslModule;
import org.pyconc.stdlib.subprocess.SubprocessModule;

/** Modules that speak with other programs: sockets, child programs, the web. */
final class NetworkModules {
  private NetworkModules() {}

  static @Nullable NativeModule find(String name) {
    return switch (name) {
      case "_asyncio" -> new AsyncioModule();
      case "_socket" -> new SocketModule();
      case "_ssl" -> new SslModule();
      case "_subprocess" -> new SubprocessModule();
      case "select" -> new SelectModule();
      default -> null;
    };
  }
}
