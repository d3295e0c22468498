package org.pyconc.stdlib.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyconc.compiler.CompilerReport;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.runtime.Output;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;
import org.pyconc.stdlib.StandardLibrary;

/** What becomes a class: counters that do not depend on how busy the machine is. */
class CompiledUnitsTest {
  private static final class Nowhere implements Output {
    @Override
    public boolean write(byte[] data, int length) {
      return true;
    }

    @Override
    public boolean isTerminal() {
      return false;
    }
  }

  private static CompilerReport run(String source) throws Exception {
    TieredExecutor executor = new TieredExecutor(Engine.MIXED);
    SourceText text = new SourceText("test.py", source);
    CodeUnit unit = ScopeAnalyzer.module(Parser.parseModule(text), text, executor);
    StandardFiles files =
        new StandardFiles(
            new ByteArrayInputStream(new byte[0]), false, new Nowhere(), new Nowhere());
    try (Program program =
        new Program(files, new StandardLibrary(), executor, List.of("test.py"))) {
      assertThat(program.run(unit, "")).isZero();
    }
    return executor.report();
  }

  @Test
  void whatRunsOnceAndHasNoLoopIsInterpreted() throws Exception {
    CompilerReport report = run("def f(x):\n    return x + 1\nprint(f(1))\n");
    assertThat(report.compiledUnits()).isZero();
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void loopsGeneratorsAndSecondCallsAreCompiled() throws Exception {
    CompilerReport report =
        run(
            """
            def loop(n):
                for i in range(n):
                    pass
            def gen():
                yield 1
            def twice(x):
                return x
            loop(2)
            next(gen())
            twice(1), twice(2)
            """);
    assertThat(report.compiledUnits()).isEqualTo(3);
    assertThat(report.refusals()).isEmpty();
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void aLoopInAModuleIsCompiled() throws Exception {
    CompilerReport report = run("x: int = 0\nfor i in range(3):\n    x += i\nassert x == 3\n");
    assertThat(report.compiledUnits()).isEqualTo(1);
    assertThat(report.refusals()).isEmpty();
  }

  @Test
  void allProcessesRunTheSameClass() throws Exception {
    CompilerReport few = run(processes(3));
    CompilerReport many = run(processes(300));
    assertThat(many.compiledUnits()).isEqualTo(few.compiledUnits());
    assertThat(many.failures()).isEmpty();
  }

  private static String processes(int count) {
    return """
    from multiprocessing import Process, Queue
    class Box:
        def __init__(self, n):
            self.n = n
    def work(q, n):
        total = 0
        for i in range(n %% 7 + 3):
            total += Box(i).n
        q.put(total)
    q = Queue()
    for n in range(%d):
        p = Process(target=work, args=(q, n))
        p.start()
        q.get()
        p.join()
    """
        .formatted(count);
  }

  @Test
  void processesShareTheirClasses() throws Exception {
    String source =
        """
        import multiprocessing
        def child(n):
            total = 0
            for i in range(n):
                total += i
            assert total == n * (n - 1) // 2
        for i in range(%d):
            p = multiprocessing.Process(target=child, args=(10,))
            p.start()
            p.join()
            assert p.exitcode == 0
        """;
    int few = run(source.formatted(3)).compiledUnits();
    assertThat(run(source.formatted(1000)).compiledUnits()).isEqualTo(few);
  }

  /** Ten times as many rounds of a loop over numbers need no more memory. */
  @Test
  void aLoopOverNumbersAllocatesNothing() throws Exception {
    String source =
        """
        def loop(n):
            total = 0
            mean = 0.0
            i = 0
            while i < n:
                for k in range(10):
                    total += i * k & 1023
                    mean += k * 0.5
                i += 1
            return total, mean
        loop(3)
        loop(%d)
        """;
    run(source.formatted(3));
    long few = allocated(source.formatted(1_000));
    long many = allocated(source.formatted(10_000));
    assertThat(many - few).isLessThan(90_000 * 4);
  }

  private static long allocated(String source) throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    run(source);
    return threads.getTotalThreadAllocatedBytes() - before;
  }
}
