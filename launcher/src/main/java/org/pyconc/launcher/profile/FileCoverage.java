package org.pyconc.launcher.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** How often each statement of a file has run. */
public final class FileCoverage {
  /** A function of the file; its first statement tells how often it was called. */
  record Function(String name, int line, Span first) {}

  final SourceText source;
  private final ConcurrentHashMap<Span, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<Function> functions = new ArrayList<>();

  /**
   * @param body the statements of the module
   */
  FileCoverage(SourceText source, List<Statement> body) {
    this.source = source;
    list(body, "");
  }

  /** The lines on which statements begin that do anything. */
  public static Set<Integer> linesOf(SourceText source, Module module) {
    return new FileCoverage(source, module.body()).lines().keySet();
  }

  /** Whether the statement does anything when it is reached. */
  static boolean isExecutable(Statement statement) {
    return switch (statement) {
      case Statement.Global g -> false;
      case Statement.Nonlocal n -> false;
      case Statement.ExpressionStatement e -> !(e.value() instanceof Expression.StringLiteral);
      default -> true;
    };
  }

  private void list(List<Statement> body, String prefix) {
    for (Statement statement : body) {
      if (isExecutable(statement)) {
        counts.put(statement.span(), new LongAdder());
      }
      switch (statement) {
        case Statement.FunctionDef f -> {
          String name = prefix + f.name();
          Span first = f.body().getLast().span();
          for (int i = f.body().size() - 1; i >= 0; i--) {
            if (isExecutable(f.body().get(i))) {
              first = f.body().get(i).span();
            }
          }
          functions.add(new Function(name, f.span().line(), first));
          list(f.body(), name + ".");
        }
        case Statement.ClassDef c -> list(c.body(), prefix + c.name() + ".");
        case Statement.If s -> listBoth(s.body(), s.orElse(), prefix);
        case Statement.For s -> listBoth(s.body(), s.orElse(), prefix);
        case Statement.While s -> listBoth(s.body(), s.orElse(), prefix);
        case Statement.With s -> list(s.body(), prefix);
        case Statement.Match s -> {
          for (MatchCase each : s.cases()) {
            list(each.body(), prefix);
          }
        }
        case Statement.Try s -> {
          list(s.body(), prefix);
          for (ExceptHandler handler : s.handlers()) {
            list(handler.body(), prefix);
          }
          listBoth(s.orElse(), s.finalBody(), prefix);
        }
        default -> {}
      }
    }
  }

  private void listBoth(List<Statement> body, List<Statement> other, String prefix) {
    list(body, prefix);
    list(other, prefix);
  }

  /** The counter of a statement. */
  LongAdder counter(Span statement) {
    return counts.computeIfAbsent(statement, span -> new LongAdder());
  }

  /** How often each line that begins a statement has run. */
  SortedMap<Integer, Long> lines() {
    SortedMap<Integer, Long> lines = new TreeMap<>();
    counts.forEach((span, count) -> lines.merge(span.line(), count.sum(), Math::max));
    return lines;
  }

  List<Function> functions() {
    return functions;
  }

  long calls(Function function) {
    return counter(function.first()).sum();
  }

  /** Lines that have not run, such as {@code 3, 7-9}. */
  static String missing(SortedMap<Integer, Long> lines) {
    StringBuilder text = new StringBuilder();
    int first = 0;
    int last = 0;
    for (var line : lines.entrySet()) {
      if (line.getValue() == 0) {
        first = first == 0 ? line.getKey() : first;
        last = line.getKey();
      } else {
        addRange(text, first, last);
        first = 0;
      }
    }
    addRange(text, first, last);
    return text.toString();
  }

  private static void addRange(StringBuilder text, int first, int last) {
    if (first == 0) {
      return;
    }
    text.append(text.isEmpty() ? "" : ", ").append(first);
    if (last != first) {
      text.append('-').append(last);
    }
  }
}
