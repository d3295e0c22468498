package org.pyconc.stdlib.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.pyconc.compiler.Engine;

/**
 * Operations with random operands give what CPython gave, as {@code record_batches.py} has recorded
 * it: integers, floats, formatting and slicing, under both executors. Many operands of different
 * kinds go through the same place of the program, so its caches are tried as well.
 */
class BatchesPropertyTest {
  private static final Path FOLDER = Path.of("src/test/resources/batches");
  private static final int BATCHES = 10;

  /** An operation, its arguments as a tuple in source text, and the text of its result. */
  private record Case(String name, String arguments, String result) {
    static Case of(String line) {
      String[] parts = line.split("\t", 3);
      return new Case(parts[0], parts[1], parts[2]);
    }
  }

  @Provide
  Arbitrary<String> families() {
    return Arbitraries.of("integers", "floats", "formatting", "slicing");
  }

  @Provide
  Arbitrary<Engine> engines() {
    return Arbitraries.of(Engine.INTERPRETER, Engine.COMPILED);
  }

  private static List<Case> cases(String family) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readString(FOLDER.resolve(family + ".txt")).split("\n")) {
      cases.add(Case.of(line));
    }
    return cases;
  }

  private static void check(String family, List<Case> cases, Engine engine) throws Exception {
    StringBuilder program =
        new StringBuilder(Files.readString(FOLDER.resolve(family + ".py"))).append("\nCASES = [\n");
    for (Case each : cases) {
      program.append("('").append(each.name).append("', ").append(each.arguments).append("),\n");
    }
    program.append(
        """
        ]
        for name, arguments in CASES:
            try:
                print(repr(OPERATIONS[name](*arguments)))
            except Exception as e:
                print(f'{type(e).__name__}: {e}')
        """);
    ProgramRunner.Result result =
        ProgramRunner.run(family, program.toString(), FOLDER.toString(), "", engine);
    assertThat(result.err()).isEmpty();
    String[] lines = result.out().split("\n");
    assertThat(lines).hasSize(cases.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      Case each = cases.get(i);
      if (!lines[i].equals(each.result)) {
        wrong.add(each + " but was " + lines[i]);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void eachCase(
      @ForAll("families") String family,
      @ForAll @IntRange(max = BATCHES - 1) int batch,
      @ForAll("engines") Engine engine)
      throws Exception {
    List<Case> cases = cases(family);
    assertThat(cases).hasSize(3000);
    int size = cases.size() / BATCHES;
    check(family, cases.subList(batch * size, (batch + 1) * size), engine);
  }

  @Property(tries = 20)
  void anyCasesInAnyOrder(
      @ForAll("families") String family,
      @ForAll List<@IntRange(max = 2999) Integer> chosen,
      @ForAll("engines") Engine engine)
      throws Exception {
    List<Case> cases = cases(family);
    List<Case> some = new ArrayList<>();
    for (int each : chosen) {
      some.add(cases.get(each));
    }
    if (!some.isEmpty()) {
      check(family, some, engine);
    }
  }
}
