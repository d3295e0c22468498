package org.pyconc.stdlib.os;

import java.security.SecureRandom;
import java.util.Map;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * What the operating system is asked for; processes are those of the kernel.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html">os</a>
 */
public final class OsModule implements NativeModule {
  @Override
  public String name() {
    return "os";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("name", "posix");
    b.constant("sep", "/");
    b.constant("linesep", "\n");
    b.constant("curdir", ".");
    b.constant("environ", environment());
    b.function(
        "getpid()",
        "The number of the current process.",
        () -> (long) ProcessState.current().process().pid());
    b.function("getppid()", "The number of the parent process.", OsModule::parentPid);
    b.function(
        "cpu_count()",
        "The number of processors.",
        () -> (long) Runtime.getRuntime().availableProcessors());
    b.function(
        "urandom(size, /)",
        "Random bytes fit for cryptography.",
        size -> {
          byte[] bytes = new byte[Items.toInt(size)];
          new SecureRandom().nextBytes(bytes);
          return new PyBytes(bytes);
        });
  }

  private static Object parentPid() {
    KernelProcess parent = ProcessState.current().process().parent();
    if (parent == null) {
      return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    }
    return (long) (parent.hasEnded() ? 1 : parent.pid());
  }

  private static PyDict environment() {
    PyDict dict = new PyDict();
    for (Map.Entry<String, String> each : System.getenv().entrySet()) {
      dict.put(WideString.of(each.getKey()), WideString.of(each.getValue()));
    }
    return dict;
  }
}
