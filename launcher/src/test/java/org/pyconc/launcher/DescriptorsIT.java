package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/** Files and sockets that are closed, or forgotten, leave no descriptor of the host behind. */
class DescriptorsIT {
  private static final Path PROGRAM =
      Path.of("").toAbsolutePath().getParent().resolve("bench/descriptors.py");

  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static void leavesNothing(int most, int count) throws Exception {
    String command =
        "ulimit -n %d; exec '%s' run '%s' %d"
            .formatted(most, installation.home.resolve("pyconc"), PROGRAM, count);
    Outcome outcome = installation.run(folder, List.of("sh", "-c", command));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("forgotten_sockets");
    assertThat(outcome.status()).as(outcome.out()).isZero();
  }

  @Test
  void moreThanTheHostHasToGive() throws Exception {
    leavesNothing(300, 1500);
  }

  @Test
  @Tag("figures")
  void aHundredThousand() throws Exception {
    leavesNothing(1000, 100_000);
  }
}
