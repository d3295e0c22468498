package org.pyconc.launcher.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.StatementListener;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.scope.CodeUnit;

/** Counts how often the statements of a program run, in all its processes together. */
public final class Coverage implements StatementListener {
  private final ConcurrentHashMap<String, FileCoverage> files = new ConcurrentHashMap<>();

  @Override
  public void prepared(CodeUnit code) {
    if (code.tree() instanceof Module module) {
      files.computeIfAbsent(
          code.source().name(), name -> new FileCoverage(code.source(), module.body()));
    }
  }

  @Override
  public @Nullable Probe probe(CodeUnit code, Statement statement) {
    FileCoverage file = files.get(code.source().name());
    if (file == null || !FileCoverage.isExecutable(statement)) {
      return null;
    }
    LongAdder counter = file.counter(statement.span());
    return counter::increment;
  }

  /** The files of the program that have run, by their names. */
  List<FileCoverage> files() {
    List<FileCoverage> all = new ArrayList<>();
    for (FileCoverage file : files.values()) {
      if (!file.source.name().startsWith("<")) {
        all.add(file);
      }
    }
    all.sort(Comparator.comparing(file -> file.source.name()));
    return all;
  }

  /** How often each function was called, the most frequent first. */
  public String calls() {
    record Row(long calls, String text) {}
    List<Row> rows = new ArrayList<>();
    for (FileCoverage file : files.values()) {
      for (FileCoverage.Function function : file.functions()) {
        long calls = file.calls(function);
        if (calls > 0) {
          rows.add(
              new Row(
                  calls,
                  function.name() + " (" + file.source.name() + ":" + function.line() + ")"));
        }
      }
    }
    rows.sort(Comparator.comparingLong(Row::calls).reversed().thenComparing(Row::text));
    StringBuilder text = new StringBuilder("pyconc: how often functions were called\n");
    for (Row row : rows) {
      String calls = String.valueOf(row.calls);
      text.append(" ".repeat(Math.max(1, 12 - calls.length()))).append(calls);
      text.append("  ").append(row.text).append('\n');
    }
    return text.toString();
  }
}
