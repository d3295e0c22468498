package org.pyconc.stdlib.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pyconc.compiler.Engine;

/** Both executors give the same output for programs made at random. */
class RandomProgramsTest {
  /** {@code -Dpyconc.random.programs=5000} for a long run. */
  private static final int COUNT = Integer.getInteger("pyconc.random.programs", 120);

  private static final long FIRST = Long.getLong("pyconc.random.first", 1);

  /** {@code -Dpyconc.random.folder=FOLDER} keeps the programs, to run them under CPython. */
  private static final String FOLDER = System.getProperty("pyconc.random.folder");

  @Test
  void bothExecutorsAgree() throws Exception {
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      String program = new RandomProgram(seed).make();
      if (FOLDER != null) {
        Files.writeString(Path.of(FOLDER, "random" + seed + ".py"), program);
      }
      ProgramRunner.Result interpreted =
          ProgramRunner.run("random.py", program, "", "", Engine.INTERPRETER);
      ProgramRunner.Result compiled =
          ProgramRunner.run("random.py", program, "", "", Engine.COMPILED);
      assertThat(compiled).as("seed %s:%n%s", seed, program).isEqualTo(interpreted);
      assertThat(interpreted.out()).as("seed %s:%n%s", seed, program).isNotEmpty();
    }
  }
}
