package org.pyconc.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.ProcessSpec;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.operations.Text;

/** Representations, which need a running thread of a program to notice cycles. */
@Timeout(20)
class ContainersTest {

  private static List<String> reprs(Object... values) throws InterruptedException {
    List<String> reprs = new ArrayList<>();
    try (Kernel kernel = new Kernel(KernelOptions.defaults().withSchedulerThreads(1))) {
      Runnable main =
          () -> {
            for (Object value : values) {
              reprs.add(Text.javaRepr(value));
            }
          };
      kernel.spawn(new ProcessSpec("MainProcess", main));
      assertThat(kernel.awaitMain(15, TimeUnit.SECONDS)).hasValue(0);
    }
    return reprs;
  }

  @Test
  void aContainerInsideItselfIsShownAsDots() throws InterruptedException {
    PyList list = PyList.of(1L);
    list.append(list);
    PyDict dict = new PyDict();
    dict.put(1L, dict);
    dict.put(2L, list);
    assertThat(reprs(list, dict)).containsExactly("[1, [...]]", "{1: {...}, 2: [1, [...]]}");
  }

  @Test
  void setsOfIntsShowInTheOrderOfTheirTable() throws InterruptedException {
    PySet set = new PySet();
    for (long i : new long[] {100, 3, 35, 67, 8, 1, 0}) {
      set.add(i);
    }
    assertThat(reprs(set, PySet.ofConstants(5L, 32L, 0L, 64L, 9L), new PySet(), new PySet(true)))
        .containsExactly("{0, 1, 35, 67, 3, 100, 8}", "{32, 0, 64, 5, 9}", "set()", "frozenset()");
  }
}
