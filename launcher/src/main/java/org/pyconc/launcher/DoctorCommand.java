package org.pyconc.launcher;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.CoroutineFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** {@code pyconc doctor}: what makes this installation slow, and how to mend it. */
@Command(
    name = "doctor",
    description = "Looks at the JDK, the start-up cache and the settings: what is slow or missing.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  pyconc doctor",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all is well", "1:something is slow or missing"})
final class DoctorCommand implements Callable<Integer> {
  private static final int NEEDED_JDK = 25;
  private static final long SMALL_HEAP = 256L << 20;

  private final StandardStreams streams;
  private final boolean isColoured;
  private final List<String> jvmOptions = ManagementFactory.getRuntimeMXBean().getInputArguments();
  private int problems;

  DoctorCommand(StandardStreams streams) {
    this.streams = streams;
    this.isColoured = Colours.of(streams) == Ansi.ON;
  }

  @Override
  public Integer call() {
    jdk();
    compiler();
    startUpCache();
    coroutines();
    engine();
    machine();
    streams
        .out()
        .print(
            problems == 0
                ? "All is well.\n"
                : problems + (problems == 1 ? " thing" : " things") + " to mend.\n");
    return problems == 0 ? 0 : 1;
  }

  private void jdk() {
    int feature = Runtime.version().feature();
    String found =
        System.getProperty("java.runtime.version") + " in " + System.getProperty("java.home");
    report(
        "JDK",
        found,
        feature == NEEDED_JDK
            ? null
            : "pyconc is tuned for JDK 25: install one, or set PYCONC_JAVA_HOME to its folder");
  }

  private void compiler() {
    String mode = System.getProperty("java.vm.info", "");
    String collector = "";
    for (String option : jvmOptions) {
      if (option.startsWith("-XX:+Use") && option.endsWith("GC")) {
        collector = ", " + option.substring("-XX:+Use".length());
      }
    }
    boolean isInterpreted = mode.startsWith("interpreted");
    report(
        "compiler",
        System.getProperty("java.vm.name") + ", " + mode + collector,
        isInterpreted ? "remove -Xint from PYCONC_JAVA_OPTS: programs run 20 times slower" : null);
  }

  private void startUpCache() {
    for (String option : jvmOptions) {
      if (option.startsWith("-XX:AOTCache=")) {
        Path cache = Path.of(option.substring("-XX:AOTCache=".length()));
        long megabytes = cache.toFile().length() >> 20;
        report("start-up cache", cache + ", " + megabytes + " MB", null);
        return;
      }
    }
    report("start-up cache", "none: each start takes three times as long", noCache());
  }

  private static String noCache() {
    String home = System.getProperty("pyconc.home");
    if (home == null) {
      return "start pyconc by its script, which makes the cache";
    }
    File state = new File(home, "launcher/target/pyconc");
    return Files.isWritable(state.toPath())
        ? "delete " + state + "/*.aot and start pyconc again, which makes the cache"
        : "make " + state + " or ~/.cache writable and start pyconc again";
  }

  private void coroutines() {
    boolean isFast = CoroutineFactory.best() == CoroutineFactory.CONTINUATIONS;
    report(
        "greenlets",
        isFast ? "on continuations" : "on threads: a switch takes 100 times as long",
        isFast ? null : "start Java with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
  }

  private void engine() {
    String engine = System.getenv("PYCONC_ENGINE");
    report(
        "engine",
        engine == null ? "mixed" : engine,
        "interpreter".equals(engine)
            ? "unset PYCONC_ENGINE: the interpreter alone is 10 times slower"
            : null);
  }

  private void machine() {
    Runtime runtime = Runtime.getRuntime();
    int cores = runtime.availableProcessors();
    long heap = runtime.maxMemory();
    report(
        "machine",
        cores + (cores == 1 ? " core" : " cores") + ", heap of at most " + (heap >> 20) + " MB",
        heap < SMALL_HEAP
            ? "give it more memory, or a heap by PYCONC_JAVA_OPTS=-Xmx1g"
            : cores == 1 ? "processes share one core: allow the container more than one" : null);
  }

  private void report(String what, String found, @Nullable String remedy) {
    boolean isWell = remedy == null;
    String mark = isWell ? "ok  " : "slow";
    if (isColoured) {
      mark = (isWell ? "\033[32m" : "\033[33m") + mark + "\033[0m";
    }
    String blanks = " ".repeat(Math.max(1, 16 - what.length()));
    streams.out().print(mark + "  " + what + blanks + found + "\n");
    if (remedy != null) {
      problems++;
      streams.out().print("      -> " + remedy + "\n");
    }
  }
}
