package org.pyconc.scope;

import java.util.List;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Statement;

/**
 * The {@code from __future__ import} statements at the beginning of a file.
 *
 * @see <a href="https://docs.python.org/3.11/reference/simple_stmts.html#future">Future
 *     statements</a>
 */
final class FutureImports {
  private FutureImports() {}

  static boolean isOne(Statement statement) {
    return statement instanceof Statement.ImportFrom s
        && s.level() == 0
        && "__future__".equals(s.module());
  }

  /** Checks them; whether annotations are to be kept as text. */
  static boolean check(NameCollector collector, List<Statement> body) throws SyntaxError {
    boolean annotations = false;
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Statement.ImportFrom s && isOne(s)) {
        for (ImportAlias alias : s.names()) {
          switch (alias.name()) {
            case "annotations" -> annotations = true;
            case "nested_scopes",
                "generators",
                "division",
                "absolute_import",
                "with_statement",
                "print_function",
                "unicode_literals",
                "barry_as_FLUFL",
                "generator_stop" -> {}
            case "braces" -> throw collector.error("not a chance", s.span());
            default ->
                throw collector.error(
                    "future feature " + alias.name() + " is not defined", s.span());
          }
        }
        collector.allowFuture(s);
      } else if (i > 0 || !isDoc(body.get(i))) {
        break;
      }
    }
    return annotations;
  }

  private static boolean isDoc(Statement statement) {
    return statement instanceof Statement.ExpressionStatement s
        && s.value() instanceof Expression.StringLiteral;
  }
}
