package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** {@code import} and {@code from}. */
final class Imports {
  private Imports() {}

  static Statement statement(PythonParser.ImportStatementContext context) {
    List<ImportAlias> names = new ArrayList<>(1);
    for (int i = 1; i < Children.count(context); i += 2) {
      ParserRuleContext module = (ParserRuleContext) Children.at(context, i);
      names.add(alias(module, dotted((ParserRuleContext) Children.at(module, 0))));
    }
    return new Statement.Import(names, Children.span(context));
  }

  static Statement statement(PythonParser.FromStatementContext context) {
    int level = 0;
    String module = null;
    List<ImportAlias> names = new ArrayList<>(1);
    Span span = Children.span(context);
    int i = 1;
    for (; Children.typeAt(context, i) != PythonParser.IMPORT; i++) {
      switch (Children.typeAt(context, i)) {
        case PythonParser.DOT -> level++;
        case PythonParser.ELLIPSIS -> level += 3;
        default -> module = dotted((ParserRuleContext) Children.at(context, i));
      }
    }
    if (module == null && level == 0) {
      throw Children.invalid(Children.spanAt(context, i));
    }
    int count = Children.count(context);
    if (Children.typeAt(context, i + 1) == PythonParser.STAR) {
      names.add(new ImportAlias("*", null, Children.spanAt(context, i + 1)));
    } else {
      Children.checkCommas(context, i + 1, count, PythonParser.COMMA);
      for (int j = i + 1; j < count; j++) {
        if (Children.at(context, j) instanceof PythonParser.ImportedNameContext name) {
          names.add(alias(name, Children.textAt(name, 0)));
        }
      }
    }
    return new Statement.ImportFrom(module, names, level, span);
  }

  private static ImportAlias alias(ParserRuleContext context, String name) {
    @Nullable String asName = Children.count(context) == 3 ? Children.textAt(context, 2) : null;
    return new ImportAlias(name, asName, Children.span(context));
  }

  private static String dotted(ParserRuleContext context) {
    if (Children.count(context) == 1) {
      return Children.textAt(context, 0);
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Children.count(context); i++) {
      name.append(Children.textAt(context, i));
    }
    return name.toString();
  }
}
