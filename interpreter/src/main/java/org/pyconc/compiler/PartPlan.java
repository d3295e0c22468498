package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Statement;

/**
 * Which statements of a large unit become methods of their own. Whole loops rather than what is in
 * them, and no statement that may suspend a generator.
 */
final class PartPlan {
  /** What a call of a part weighs, its variables included. */
  private static final int CALL = 12;

  /** What the parts of a statement besides its expressions weigh. */
  private static final int STATEMENT = 3;

  /** A {@code try} or {@code with}: final code stands at each way out. */
  private static final int CLEAN_UP = 15;

  private static final int CASE = 8;

  private final Map<Statement, List<Statement>> parts = new IdentityHashMap<>();
  private final Set<String> forkCalls;
  private final int most;

  /**
   * @param most as much as one method may weigh
   */
  PartPlan(List<Statement> body, Set<String> forkCalls, int most) {
    this.forkCalls = forkCalls;
    this.most = most;
    block(body, most);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The statements of the part that begins with that one, or null. */
  @Nullable List<Statement> at(Statement statement) {
    return parts.get(statement);
  }

  /** What statements weigh: about as many as there are nodes in their trees. */
  static int weight(List<Statement> statements) {
    int sum = 0;
    for (Statement each : statements) {
      sum += weight(each);
    }
    return sum;
  }

  private static int weight(Statement statement) {
    int sum = own(statement);
    for (List<Statement> block : Trees.blocks(statement)) {
      sum += weight(block);
    }
    if (statement instanceof Statement.Try s) {
      sum += weight(s.finalBody()); // once more, for exceptions
    }
    return sum;
  }

  private static int own(Statement statement) {
    int sum =
        switch (statement) {
          case Statement.Try s -> CLEAN_UP * (1 + s.handlers().size());
          case Statement.With s -> CLEAN_UP * s.items().size();
          case Statement.Match s -> CASE * s.cases().size();
          default -> STATEMENT;
        };
    for (Expression each : Trees.expressions(statement)) {
      sum += weight(each);
    }
    return sum;
  }

  private static int weight(Expression expression) {
    int sum = 1;
    for (Expression each : Trees.children(expression)) {
      sum += weight(each);
    }
    return sum;
  }

  /**
   * Makes parts of what is too much.
   *
   * @param allowed how much may stay in the method that the block stands in
   * @return how much of it stays there
   */
  private int block(List<Statement> statements, int allowed) {
    int[] weights = new int[statements.size()];
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(statements.get(i));
      if (weights[i] > most) {
        weights[i] = shrunk(statements.get(i));
      }
      sum += weights[i];
    }
    return sum <= allowed ? sum : cut(statements, weights);
  }

  private int shrunk(Statement statement) {
    List<List<Statement>> blocks = Trees.blocks(statement);
    int sum = own(statement);
    int allowed = Math.max(0, most - sum) / Math.max(1, blocks.size()) / 2;
    for (List<Statement> block : blocks) {
      sum += block(block, allowed);
    }
    return sum;
  }

  /** Makes parts of runs of statements. */
  private int cut(List<Statement> statements, int[] weights) {
    int left = 0;
    List<Statement> run = new ArrayList<>();
    int weight = 0;
    for (int i = 0; i < weights.length; i++) {
      Statement each = statements.get(i);
      boolean suspends = Trees.suspends(each, forkCalls);
      if (suspends || weight + weights[i] > most) {
        left += end(run, weight);
        run = new ArrayList<>();
        weight = 0;
      }
      if (suspends) {
        left += weights[i];
      } else {
        run.add(each);
        weight += weights[i];
      }
    }
    return left + end(run, weight);
  }

  /** Makes a part of a run if it is worth a call; returns what stays. */
  private int end(List<Statement> run, int weight) {
    if (weight <= 2 * CALL) {
      return weight;
    }
    parts.put(run.get(0), run);
    return CALL;
  }
}
