package org.pyconc.stdlib.os;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.Entropy;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.HostEnvironment;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.StructSequence;

/**
 * The functions of {@code os} about the process, its environment and the host as a whole.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#process-parameters">Process
 *     Parameters</a>
 */
final class SystemFunctions {
  private static final int PAGE = 4096;

  /** ENXIO. */
  private static final int NO_SUCH_DEVICE = 6;

  private static final PyType UNAME =
      StructSequence.type(
          "posix.uname_result",
          "What uname returns.",
          "sysname",
          "nodename",
          "release",
          "version",
          "machine");

  private static final PyType TERMINAL_SIZE =
      StructSequence.type("os.terminal_size", "Columns and lines.", "columns", "lines");

  private static final PyType TIMES =
      StructSequence.type(
          "posix.times_result",
          "What times returns.",
          "user",
          "system",
          "children_user",
          "children_system",
          "elapsed");

  private SystemFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "getpid()",
        "The number of the current process.",
        () -> (long) ProcessState.current().process().pid());
    b.function("getppid()", "The number of the parent process.", SystemFunctions::parentPid);
    b.function(
        "cpu_count()",
        "The number of processors.",
        () -> (long) Runtime.getRuntime().availableProcessors());
    b.function("urandom(size, /)", "Random bytes fit for cryptography.", SystemFunctions::random);
    b.function(
        "getrandom(size, flags=0)",
        "Random bytes fit for cryptography.",
        (size, flags) -> random(size));
    defineEnvironment(b);
    b.type(UNAME);
    b.type(TERMINAL_SIZE);
    b.type(TIMES);
    b.function("uname()", "What the host is.", SystemFunctions::uname);
    b.function(
        "get_terminal_size(fd=1, /)",
        "Columns and lines of a terminal.",
        descriptor -> {
          DescriptorFunctions.requireTerminal(descriptor);
          return StructSequence.make(TERMINAL_SIZE, 80L, 24L);
        });
    b.function("times()", "The time that was used.", SystemFunctions::times);
    b.function("getloadavg()", "How many run on average.", SystemFunctions::load);
    b.function(
        "strerror(code, /)",
        "The words for an error number.",
        code -> HostErrors.words(Items.toInt(code)));
    b.function("fspath(path)", "The path as str or bytes.", HostFiles::fsPath);
    b.function(
        "fsencode(filename)",
        "The path as bytes.",
        name -> {
          Object path = HostFiles.fsPath(name);
          return path instanceof PyBytes ? path : new PyBytes(Codecs.toFileBytes(path));
        });
    b.function(
        "fsdecode(filename)",
        "The path as str.",
        name -> {
          Object path = HostFiles.fsPath(name);
          return path instanceof PyBytes bytes
              ? Codecs.decode(bytes.array(), "utf-8", "surrogateescape")
              : path;
        });
    b.function(
        "umask(mask, /)",
        "Sets which permissions new files do not get; returns it as it was.",
        mask -> (long) Umask.current().set(Items.toInt(mask)));
    defineAccounts(b);
  }

  private static void defineEnvironment(ModuleBuilder b) {
    b.constant("_Environ", EnvironmentMapping.TYPE);
    b.constant("environ", new EnvironmentMapping(EnvironmentMapping.TYPE));
    b.constant("supports_bytes_environ", true);
    b.function(
        "getenv(key, default=None)",
        "A variable of the environment.",
        (key, otherwise) -> {
          Object value = HostEnvironment.current().variables().get(EnvironmentMapping.text(key));
          return value == null ? otherwise : value;
        });
    b.function(
        "putenv(name, value, /)",
        "Sets a variable of the environment.",
        (name, value) -> {
          EnvironmentMapping.put(name, value);
          return PySingleton.NONE;
        });
    b.function(
        "unsetenv(name, /)",
        "Removes a variable of the environment.",
        name -> {
          HostEnvironment.current().variables().remove(EnvironmentMapping.text(name));
          return PySingleton.NONE;
        });
  }

  private static void defineAccounts(ModuleBuilder b) {
    for (String name : new String[] {"getuid", "geteuid"}) {
      b.function(name + "()", "The number of the user.", () -> Accounts.own("uid"));
    }
    for (String name : new String[] {"getgid", "getegid"}) {
      b.function(name + "()", "The number of the group.", () -> Accounts.own("gid"));
    }
    b.function("getgroups()", "The numbers of the groups.", () -> PyList.of(Accounts.own("gid")));
    b.function(
        "getlogin()",
        "The name of who has logged in.",
        () -> {
          throw HostErrors.of(NO_SUCH_DEVICE);
        });
    b.function(
        "sysconf(name, /)",
        "A setting of the host.",
        name ->
            switch (Text.javaStr(name)) {
              case "SC_PAGESIZE", "SC_PAGE_SIZE" -> (long) PAGE;
              case "SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF" ->
                  (long) Runtime.getRuntime().availableProcessors();
              case "SC_CLK_TCK" -> 100L;
              case "SC_OPEN_MAX" -> 1024L;
              default -> throw Errors.valueError("unrecognized configuration name");
            });
    b.function("nice(increment, /)", "The priority, which stays.", increment -> 0L);
    b.function(
        "sched_getaffinity(pid, /)",
        "The processors that may be used.",
        pid -> {
          var set = new PySet();
          for (long i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            set.add(i);
          }
          return set;
        });
  }

  private static Object parentPid() {
    KernelProcess parent = ProcessState.current().process().parent();
    if (parent == null) {
      return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    }
    return (long) (parent.hasEnded() ? 1 : parent.pid());
  }

  private static Object random(Object size) {
    int count = Items.toInt(size);
    if (count < 0) {
      throw Errors.valueError("negative argument not allowed");
    }
    return new PyBytes(Entropy.bytes(count));
  }

  private static Object uname() {
    return StructSequence.make(
        UNAME,
        kernel("ostype", "Linux"),
        HostAccess.current().network() ? kernel("hostname", "localhost") : "localhost",
        kernel("osrelease", System.getProperty("os.version", "")),
        kernel("version", ""),
        machine());
  }

  private static String machine() {
    String name = System.getProperty("os.arch", "");
    return name.equals("amd64") ? "x86_64" : name;
  }

  private static Object kernel(String name, String otherwise) {
    String text = firstLine("/proc/sys/kernel/" + name);
    return WideString.of(text == null ? otherwise : text);
  }

  private static @Nullable String firstLine(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      return null;
    }
  }

  private static Object times() {
    double used =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
            ? bean.getProcessCpuTime() / 1e9
            : 0;
    return StructSequence.make(TIMES, used, 0.0, 0.0, 0.0, System.nanoTime() / 1e9);
  }

  private static Object load() {
    String text = firstLine("/proc/loadavg");
    if (text == null) {
      throw Errors.osError(HostErrors.IO_ERROR, "Load averages are unobtainable");
    }
    String[] parts = text.split(" ");
    return PyTuple.of(
        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
