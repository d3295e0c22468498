package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.atexit.AtexitModule;
import org.pyconc.stdlib.gc.GcModule;
import org.pyconc.stdlib.multiprocessing.CtypesModule;
import org.pyconc.stdlib.multiprocessing.MultiprocessingModule;
import org.pyconc.stdlib.multiprocessing.SubmoduleOf;
import org.pyconc.stdlib.multiprocessing.SupportModule;
import org.pyconc.stdlib.signal.SignalModule;

/** The modules about processes. */
final class ProcessModules {
  private ProcessModules() {}

  static @Nullable NativeModule find(String name) {
    return switch (name) {
      case "multiprocessing" -> new MultiprocessingModule();
      case "multiprocessing.context",
          "multiprocessing.process",
          "multiprocessing.queues",
          "multiprocessing.sharedctypes",
          "multiprocessing.synchronize" ->
          new SubmoduleOf(name);
      case "_multiprocessing" -> new SupportModule();
      case "_signal" -> new SignalModule();
      case "atexit" -> new AtexitModule();
      case "gc" -> new GcModule();
      case "ctypes" -> new CtypesModule();
      default -> null;
    };
  }
}
