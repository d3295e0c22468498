package org.pyconc.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.ProcessSpec;

/** Compares with what CPython 3.11 answered; src/test/python/record_numbers.py wrote it down. */
class NumbersTest {
  @ParameterizedTest
  @ValueSource(strings = {"int", "float", "complex", "bool", "format", "functions", "samples"})
  void expressionsGiveWhatCPythonGives(String table) throws Exception {
    List<String> lines = lines(table);
    List<String> differences = new ArrayList<>();
    try (Kernel kernel = new Kernel(KernelOptions.defaults())) {
      kernel.spawn(new ProcessSpec("main", () -> compare(lines, differences)));
      kernel.awaitMain();
    }
    assertThat(differences).as("of %d", lines.size()).isEmpty();
    assertThat(lines).isNotEmpty();
  }

  private static List<String> lines(String table) throws IOException {
    try (InputStream in = NumbersTest.class.getResourceAsStream("/numbers/" + table + ".tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void compare(List<String> lines, List<String> differences) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String expression = line.substring(0, tab);
      String expected = line.substring(tab + 1);
      String actual;
      try {
        actual = Evaluator.evaluate(expression);
      } catch (SyntaxError | RuntimeException e) {
        actual = e.toString();
      }
      if (!actual.equals(expected)) {
        differences.add(expression + " => " + actual + "   expected " + expected);
      }
    }
  }
}
