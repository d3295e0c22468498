package org.pyconc.stdlib.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.compiler.Engine;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.StandardLibrary;
import org.pyconc.stdlib.programs.ProgramRunner;

/**
 * Random processes are ended while they work: no message that was noted as sent is lost or comes
 * twice, nothing is left behind, and the program ends by itself.
 */
class ChaosTest {
  /** {@code -Dpyconc.chaos.processes=10000} for a long run. */
  private static final int COUNT = Integer.getInteger("pyconc.chaos.processes", 300);

  /** The first seed of the random choices, and how many follow it. */
  private static final long FIRST_SEED = Long.getLong("pyconc.chaos.seed", 1);

  private static final int SEEDS = Integer.getInteger("pyconc.chaos.seeds", 1);

  /** What the program is told about the kernel. */
  private record Probe(long seed, List<Kernel> seen) implements NativeModule {
    @Override
    public String name() {
      return "_chaos";
    }

    private static Kernel kernel() {
      return Task.require().process().kernel();
    }

    @Override
    public void define(ModuleBuilder b) {
      seen.add(kernel());
      b.function("processes()", "How many to start.", () -> (long) COUNT);
      b.function("seed()", "Of the random choices.", () -> seed);
      b.function("processes_alive()", "", () -> (long) kernel().processCount());
      b.function(
          "handles()",
          "All that are open.",
          () -> {
            long count = 0;
            for (KernelProcess process : kernel().processes()) {
              count += process.handles().size();
            }
            return count;
          });
      b.function(
          "tasks()",
          "All that have not ended.",
          () -> {
            long count = 0;
            for (KernelProcess process : kernel().processes()) {
              count += process.tasks().size();
            }
            return count;
          });
    }
  }

  private record Library(StandardLibrary library, Probe probe) implements ModuleProvider {
    @Override
    public @Nullable NativeModule find(String name) {
      return name.equals(probe.name()) ? probe : library.find(name);
    }

    @Override
    public @Nullable LibrarySource findSource(String name) {
      return library.findSource(name);
    }
  }

  private static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostOrLeftBehind(long seed) throws Exception {
    Path file = Path.of("src/test/resources/chaos/chaos.py");
    Probe probe = new Probe(seed, new ArrayList<>());
    Library library = new Library(new StandardLibrary(), probe);
    ProgramRunner.Result result =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60 + COUNT / 10),
            () ->
                ProgramRunner.run(
                    "chaos.py",
                    Files.readString(file),
                    "",
                    "",
                    Engine.MIXED,
                    KernelOptions.defaults(),
                    library));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("all is well\n");
    assertThat(result.status()).isZero();
    for (Kernel kernel : probe.seen) {
      assertThat(kernel.processes()).isEmpty();
    }
  }
}
