package org.pyconc.scope;

import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.UnaryOperator;

/** Which expressions CPython's compiler sees as constants. */
final class Constants {
  private Constants() {}

  /** Literals, numbers with a sign, tuples of such. */
  static boolean isConstant(Expression expression) {
    if (expression instanceof Expression.TupleDisplay tuple) {
      for (Expression each : tuple.elements()) {
        if (!isConstant(each)) {
          return false;
        }
      }
      return true;
    }
    return TargetChecks.isLiteral(expression)
        || (expression instanceof Expression.UnaryOperation u
            && u.operator() != UnaryOperator.NOT
            && isNumber(u.operand()));
  }

  private static boolean isNumber(Expression expression) {
    return expression instanceof Expression.IntegerLiteral
        || expression instanceof Expression.FloatLiteral
        || expression instanceof Expression.ImaginaryLiteral;
  }
}
