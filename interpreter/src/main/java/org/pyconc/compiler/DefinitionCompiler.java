package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.operations.AsyncIteration;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Functions;
import org.pyconc.operations.Iteration;
import org.pyconc.scope.CodeUnit;

/** Compiles what makes functions, classes and comprehensions. */
final class DefinitionCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  DefinitionCompiler(UnitContext unit, ExpressionCompiler expressions) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = expressions;
  }

  private CodeUnit child(Node tree) {
    return unit.unit().scope().unit(tree);
  }

  private void unitAndGlobals(CodeUnit code) {
    e.own(code, CodeUnit.class);
    variables.loadGlobals();
  }

  private void closure(CodeUnit code) {
    List<String> free = code.free();
    e.array(free.size(), Cell.class);
    for (int i = 0; i < free.size(); i++) {
      String name = free.get(i);
      e.element(i, () -> variables.loadCaptured(name));
    }
  }

  private void make(CodeUnit code, Parameters p) {
    List<@Nullable Expression> keywordDefaults = p.keywordDefaults();
    List<Expression> all = new ArrayList<>(p.defaults());
    for (Expression each : keywordDefaults) {
      if (each != null) {
        all.add(each);
      }
    }
    List<Temporary> values = new ArrayList<>();
    boolean suspends = unit.isGenerator() && unit.anySuspends(all);
    if (suspends) {
      for (Expression each : all) {
        expressions.value(each);
        values.add(keep());
      }
    }
    unitAndGlobals(code);
    closure(code);
    Iterator<Temporary> next = values.iterator();
    if (suspends) {
      e.array(p.defaults().size(), Object.class);
      for (int i = 0; i < p.defaults().size(); i++) {
        e.element(i, () -> variables.load(next.next(), Object.class));
      }
    } else {
      expressions.array(p.defaults());
    }
    e.array(keywordDefaults.size(), Object.class);
    for (int i = 0; i < keywordDefaults.size(); i++) {
      Expression value = keywordDefaults.get(i);
      if (value != null && suspends) {
        e.element(i, () -> variables.load(next.next(), Object.class));
      } else if (value != null) {
        e.element(i, () -> expressions.value(value));
      }
    }
    values.forEach(variables::release);
    e.call(
        Functions.class,
        "make",
        PyFunction.class,
        CodeUnit.class,
        PyModule.class,
        Cell[].class,
        Object[].class,
        Object[].class);
  }

  private Temporary keep() {
    Temporary t = variables.newTemporary();
    variables.store(t);
    return t;
  }

  void lambda(Expression.Lambda x) {
    make(child(x), x.parameters());
  }

  /** Makes the function of a comprehension and calls it with its first iterator. */
  void comprehension(Expression x, ComprehensionClause first) {
    CodeUnit code = child(x);
    expressions.value(first.iterable());
    e.at(first.iterable().span());
    if (first.isAsync()) {
      e.call(AsyncIteration.class, "iterator", Object.class, Object.class);
    } else {
      e.call(Iteration.class, "iter", Object.class, Object.class);
    }
    int iterator = e.newLocal();
    e.code.astore(iterator);
    unitAndGlobals(code);
    closure(code);
    e.call(
        Functions.class,
        "makeComprehension",
        PyFunction.class,
        CodeUnit.class,
        PyModule.class,
        Cell[].class);
    e.code.aload(iterator);
    e.at(x.span());
    e.callVirtual(PyFunction.class, "call1", Object.class, Object.class);
    if (code.isAsync() && !code.isGenerator()) {
      unit.yields().delegateTo(x.span(), true);
    }
  }

  /** Leaves the decorated function on the stack. */
  void functionDef(Statement.FunctionDef s) {
    List<Temporary> decorators = decorators(s.decorators());
    make(child(s), s.parameters());
    annotate(s);
    decorate(s.decorators(), decorators);
  }

  private void annotate(Statement.FunctionDef s) {
    List<String> names = new ArrayList<>();
    List<Expression> annotations = new ArrayList<>();
    Parameters p = s.parameters();
    List<@Nullable Parameter> all = new ArrayList<>(p.positionalOnly());
    all.addAll(p.positional());
    all.add(p.varArgs());
    all.addAll(p.keywordOnly());
    all.add(p.kwArgs());
    for (Parameter parameter : all) {
      Expression annotation = parameter == null ? null : parameter.annotation();
      if (annotation != null && parameter != null) {
        names.add(unit.mangle(parameter.name()));
        annotations.add(unit.unit().scope().annotation(annotation));
      }
    }
    Expression returns = s.returns();
    if (returns != null) {
      names.add("return");
      annotations.add(unit.unit().scope().annotation(returns));
    }
    if (annotations.isEmpty()) {
      return;
    }
    String[] annotated = names.toArray(new String[0]);
    if (unit.isGenerator() && unit.anySuspends(annotations)) {
      Temporary function = keep();
      expressions.array(annotations);
      Temporary values = keep();
      variables.load(function, PyFunction.class);
      e.own(annotated, String[].class);
      variables.load(values, Object[].class);
      variables.release(function);
      variables.release(values);
    } else {
      e.own(annotated, String[].class);
      expressions.array(annotations);
    }
    e.call(
        Functions.class,
        "annotate",
        PyFunction.class,
        PyFunction.class,
        String[].class,
        Object[].class);
  }

  private List<Temporary> decorators(List<Expression> decorators) {
    List<Temporary> kept = new ArrayList<>();
    for (Expression each : decorators) {
      expressions.value(each);
      kept.add(keep());
    }
    return kept;
  }

  private void decorate(List<Expression> decorators, List<Temporary> kept) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      variables.load(kept.get(i), Object.class);
      e.code.swap();
      e.at(decorators.get(i).span());
      e.call(Calls.class, "call1", Object.class, Object.class, Object.class);
      variables.release(kept.get(i));
    }
  }

  /** Leaves the decorated class on the stack. */
  void classDef(Statement.ClassDef s) {
    List<Temporary> decorators = decorators(s.decorators());
    variables.loadFunction();
    List<Keyword> keywords = s.keywords();
    Temporary header = expressions.calls().collect(s.bases(), keywords, s.span());
    CodeUnit code = child(s);
    unitAndGlobals(code);
    closure(code);
    variables.load(header, CallArguments.class);
    e.callVirtual(CallArguments.class, "values", Object[].class);
    variables.load(header, CallArguments.class);
    e.callVirtual(CallArguments.class, "keywords", String[].class);
    e.at(s.span());
    e.call(
        Functions.class,
        "makeClass",
        Object.class,
        CodeUnit.class,
        PyModule.class,
        Cell[].class,
        Object[].class,
        String[].class);
    variables.release(header);
    decorate(s.decorators(), decorators);
  }
}
