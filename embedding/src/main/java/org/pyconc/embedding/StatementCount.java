package org.pyconc.embedding;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.StatementListener;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.Task;
import org.pyconc.scope.CodeUnit;

/** Counts the statements of the programs of an engine, of all their processes together. */
final class StatementCount implements StatementListener {
  private record Limit(AtomicLong left, Runnable end) {}

  private final ConcurrentHashMap<Kernel, Limit> limits = new ConcurrentHashMap<>();

  /**
   * Limits a program.
   *
   * @param end what is done, once, on a thread of its own, when there are none left
   */
  void limit(Kernel kernel, long most, Runnable end) {
    limits.put(kernel, new Limit(new AtomicLong(most), end));
  }

  /** The program is over. */
  void forget(Kernel kernel) {
    limits.remove(kernel);
  }

  @Override
  public @Nullable Probe probe(CodeUnit code, Statement statement) {
    return this::count;
  }

  private void count() {
    Task task = Task.current();
    Limit limit = task == null ? null : limits.get(task.process().kernel());
    if (limit != null && limit.left.decrementAndGet() == -1) {
      Thread.ofVirtual().name("pyconc statement limit").start(limit.end);
    }
  }
}
