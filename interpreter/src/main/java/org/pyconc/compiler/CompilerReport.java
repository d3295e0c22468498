package org.pyconc.compiler;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.pyconc.scope.CodeUnit;

/** What the compiled tier did with the code units of one program. */
public final class CompilerReport {
  private final AtomicInteger compiled = new AtomicInteger();
  private final AtomicInteger loaded = new AtomicInteger();
  private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
  private final Map<String, String> failed = new ConcurrentSkipListMap<>();

  void compiled() {
    compiled.incrementAndGet();
  }

  void loaded() {
    loaded.incrementAndGet();
  }

  void refused(String reason) {
    refused.merge(reason, 1, Integer::sum);
  }

  void failed(CodeUnit unit, Throwable failure) {
    failed.put(unit.source().name() + ": " + unit.qualifiedName(), String.valueOf(failure));
  }

  /** How many units became classes. */
  public int compiledUnits() {
    return compiled.get();
  }

  /** How many units of the library came as classes. */
  public int loadedUnits() {
    return loaded.get();
  }

  /** Why units were left to the interpreter, and how many for each reason. */
  public Map<String, Integer> refusals() {
    return new TreeMap<>(refused);
  }

  /** Units that should have been compiled and could not: each is a defect. */
  public Map<String, String> failures() {
    return new TreeMap<>(failed);
  }

  /** Some lines for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("compiler: ").append(compiled.get()).append(" units compiled\n");
    text.append("compiler: ").append(loaded.get()).append(" units of the library loaded\n");
    refused.forEach(
        (reason, count) ->
            text.append("compiler: ")
                .append(count)
                .append(" left to the interpreter: ")
                .append(reason)
                .append('\n'));
    failed.forEach(
        (unit, failure) ->
            text.append("compiler: failed: ")
                .append(unit)
                .append(": ")
                .append(failure)
                .append('\n'));
    return text.toString();
  }
}
