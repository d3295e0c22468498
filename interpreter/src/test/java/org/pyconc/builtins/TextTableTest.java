package org.pyconc.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.ProcessSpec;

/** Expressions against what CPython 3.11 makes of them; recorded by record_text.py. */
@Timeout(60)
class TextTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "str-methods",
        "str-cases",
        "str-percent",
        "str-format",
        "decode",
        "bytes-methods",
        "bytes-cases"
      })
  void givesWhatCPythonGives(String table) throws IOException, InterruptedException {
    List<String> lines = lines(table + ".tsv");
    List<String> differences = new ArrayList<>();
    try (Kernel kernel = new Kernel(KernelOptions.defaults().withSchedulerThreads(1))) {
      kernel.spawn(new ProcessSpec("MainProcess", () -> compare(lines, differences)));
      assertThat(kernel.awaitMain(50, TimeUnit.SECONDS)).hasValue(0);
    }
    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(differences).isEmpty();
  }

  private static void compare(List<String> lines, List<String> differences) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String actual = evaluate(line.substring(0, tab)).replace("\n", "\\n");
      if (!actual.equals(line.substring(tab + 1))) {
        differences.add(line + "\n    but was " + actual);
      }
    }
  }

  private static String evaluate(String expression) {
    try {
      return Evaluator.evaluate(expression);
    } catch (SyntaxError e) {
      throw new AssertionError(expression, e);
    } catch (RuntimeException e) {
      return "Java's " + e;
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = TextTableTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
