package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Delegation;
import org.pyconc.operations.Deletion;
import org.pyconc.operations.ForkingCall;
import org.pyconc.operations.FrameCalls;
import org.pyconc.operations.KeywordSite;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodePlace;

/** Compiles calls: decides from the form of a call which way it goes. */
final class CallCompiler {
  private static final int MOST_DIRECT = MethodCallCompiler.MOST_DIRECT;

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;
  private final DirectCallCompiler direct;
  private final MethodCallCompiler methods;

  CallCompiler(UnitContext unit, ExpressionCompiler expressions) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = expressions;
    this.direct = new DirectCallCompiler(unit, expressions);
    this.methods = new MethodCallCompiler(unit, expressions, direct);
  }

  void call(Expression.Call x) {
    if (Trees.mayFork(x, unit.unit().forkCalls())) {
      callThatMayFork(x);
      return;
    }
    if (!isMaker(x.function())) {
      callPlainly(x);
      return;
    }
    direct.loadTask();
    e.own(new CodePlace(unit.unit(), x.span()), CodePlace.class);
    e.call(CallStack.class, "begin", void.class, Task.class, CodePlace.class);
    callPlainly(x);
    direct.loadTask();
    e.call(CallStack.class, "end", void.class, Task.class);
  }

  /** After a statement with a call: see {@link Deletion#called}. */
  void finalizeAfterwards() {
    direct.loadTask();
    e.call(Deletion.class, "called", void.class, Task.class);
  }

  /**
   * Whether it looks as if it made a lock or queue, which wants to know where in the program that
   * was. Saying so is much cheaper than to look at the stack; anything else still can.
   */
  private static boolean isMaker(Expression function) {
    String name =
        switch (function) {
          case Expression.Name n -> n.id();
          case Expression.Attribute a -> a.name();
          default -> "";
        };
    return switch (name) {
      case "Lock",
          "RLock",
          "allocate_lock",
          "Condition",
          "Semaphore",
          "BoundedSemaphore",
          "Event",
          "Barrier",
          "Queue",
          "LifoQueue",
          "PriorityQueue",
          "SimpleQueue",
          "JoinableQueue",
          "Pipe" ->
          true;
      default -> false;
    };
  }

  private void callPlainly(Expression.Call x) {
    boolean plain = x.keywords().isEmpty();
    for (Expression argument : x.arguments()) {
      plain &= !(argument instanceof Expression.Starred);
    }
    if (!plain) {
      general(x);
      return;
    }
    if (x.function() instanceof Expression.Name name) {
      if (name.id().equals("super") && x.arguments().isEmpty()) {
        methods.superCall(x);
        return;
      }
      if (FrameCalls.isOne(name.id())) {
        frameCall(x);
        return;
      }
    }
    if (x.function() instanceof Expression.Attribute a) {
      if (unit.isGenerator() && unit.anySuspends(x.arguments())) {
        general(x);
      } else {
        methods.method(x, a);
      }
      return;
    }
    List<Expression> all = new ArrayList<>();
    all.add(x.function());
    all.addAll(x.arguments());
    int count = x.arguments().size();
    if (count > MOST_DIRECT) {
      if (unit.isGenerator() && unit.anySuspends(x.arguments())) {
        general(x);
        return;
      }
      expressions.value(x.function());
      expressions.array(x.arguments());
      e.at(x.span());
      e.call(Calls.class, "call", Object.class, Object.class, Object[].class);
      return;
    }
    expressions.all(all);
    e.at(x.span());
    int[] arguments = direct.storeAll(count);
    int callee = e.callLocal();
    e.code.astore(callee);
    Label end = e.newLabel();
    if (count < MOST_DIRECT && DirectCallCompiler.looksLikeClass(x.function())) {
      direct.instance(callee, arguments, end);
    } else if (count == 1 && x.function() instanceof Expression.Name n && n.id().equals("next")) {
      direct.next(callee, arguments[0], end);
    }
    direct.direct(callee, arguments);
    e.code.labelBinding(end);
  }

  /** Calls what is most likely a builtin that looks at its caller's variables. */
  private void frameCall(Expression.Call x) {
    if (unit.isGenerator() && unit.anySuspends(x.arguments())) {
      general(x);
      return;
    }
    expressions.value(x.function());
    expressions.array(x.arguments());
    variables.loadGlobals();
    switch (unit.unit().kind()) {
      case MODULE -> callWithFrame(x);
      case CLASS -> {
        variables.loadNamespace();
        callWithFrame(x, Object.class);
      }
      default -> {
        List<String> names = variables.shownNames();
        e.own(names.toArray(new String[0]), String[].class);
        e.array(names.size(), Object.class);
        for (int i = 0; i < names.size(); i++) {
          String name = names.get(i);
          e.element(i, () -> variables.readOrNull(name));
        }
        callWithFrame(x, String[].class, Object[].class);
      }
    }
  }

  /**
   * Writes the call itself.
   *
   * @param more the types of what is on the stack above the callee, its arguments and the globals
   */
  private void callWithFrame(Expression.Call x, Class<?>... more) {
    Class<?>[] types = new Class<?>[3 + more.length];
    types[0] = Object.class;
    types[1] = Object[].class;
    types[2] = PyModule.class;
    System.arraycopy(more, 0, types, 3, more.length);
    e.at(x.span());
    e.call(FrameCalls.class, "call", Object.class, types);
  }

  /** Calls with keyword or starred arguments. */
  private void general(Expression.Call x) {
    boolean keywordsOnly = keywordsOnly(x);
    if (keywordsOnly && x.function() instanceof Expression.Attribute a) {
      methods.methodWithKeywords(x, a);
      return;
    }
    expressions.value(x.function());
    if (keywordsOnly) {
      KeywordSite site = direct.keywordArguments(x);
      int array = e.callLocal();
      int function = e.callLocal();
      e.code.astore(array);
      e.code.astore(function);
      e.own(site, KeywordSite.class);
      e.code.aload(function);
      e.code.aload(array);
      e.at(x.span());
      e.callVirtual(KeywordSite.class, "call", Object.class, Object.class, Object[].class);
      return;
    }
    if (starredLast(x)) {
      starred(x);
      return;
    }
    Temporary collected = collect(x.arguments(), x.keywords(), x.span());
    variables.load(collected, CallArguments.class);
    e.at(x.span());
    e.callVirtual(CallArguments.class, "call", Object.class);
    variables.release(collected);
  }

  /** Suspends this code, to be copied with all that it has, if the callee wants to. */
  private void callThatMayFork(Expression.Call x) {
    expressions.value(x.function());
    Temporary collected = collect(x.arguments(), x.keywords(), x.span());
    variables.load(collected, CallArguments.class);
    variables.release(collected);
    e.at(x.span());
    e.call(ForkingCall.class, "begin", Delegation.class, CallArguments.class);
    unit.yields().delegate(x.span());
  }

  /** Whether it is {@code f(a, *b)} or {@code f(a, *b, **c)}. */
  private boolean starredLast(Expression.Call x) {
    int count = x.arguments().size();
    if (count == 0 || !(x.arguments().get(count - 1) instanceof Expression.Starred)) {
      return false;
    }
    for (int i = 0; i < count - 1; i++) {
      if (x.arguments().get(i) instanceof Expression.Starred) {
        return false;
      }
    }
    int keywords = x.keywords().size();
    if (keywords > 1 || (keywords == 1 && x.keywords().get(0).name() != null)) {
      return false;
    }
    return !unit.isGenerator() || !suspends(x);
  }

  private boolean suspends(Expression.Call x) {
    for (Keyword keyword : x.keywords()) {
      if (unit.suspends(keyword.value())) {
        return true;
      }
    }
    return unit.anySuspends(x.arguments());
  }

  /** With the function on the stack. */
  private void starred(Expression.Call x) {
    int last = x.arguments().size() - 1;
    int function = e.callLocal();
    e.code.astore(function);
    e.code.aload(function);
    expressions.array(x.arguments().subList(0, last));
    expressions.value(((Expression.Starred) x.arguments().get(last)).value());
    e.at(x.span());
    if (last > 0) {
      e.code.aload(function);
      e.call(CallArguments.class, "starred", PyTuple.class, Object.class, Object.class);
    }
    if (x.keywords().isEmpty()) {
      e.code.aconst_null();
    } else {
      expressions.value(x.keywords().get(0).value());
      e.at(x.span());
    }
    e.call(
        CallArguments.class,
        "callStarred",
        Object.class,
        Object.class,
        Object[].class,
        Object.class,
        Object.class);
  }

  private boolean keywordsOnly(Expression.Call x) {
    for (Expression argument : x.arguments()) {
      if (argument instanceof Expression.Starred) {
        return false;
      }
    }
    List<String> names = new ArrayList<>();
    for (Keyword keyword : x.keywords()) {
      String name = keyword.name();
      if (name == null || names.contains(name)) {
        return false;
      }
      names.add(name);
    }
    return !unit.isGenerator() || !suspends(x);
  }

  /** Collects arguments, with the function to call on the stack, into a temporary. */
  Temporary collect(List<Expression> arguments, List<Keyword> keywords, Span span) {
    Temporary collected = variables.newTemporary();
    int function = e.callLocal();
    e.code.astore(function);
    e.allocate(CallArguments.class);
    e.code.aload(function);
    e.init(CallArguments.class, Object.class);
    variables.store(collected);
    for (Expression argument : arguments) {
      boolean star = argument instanceof Expression.Starred;
      expressions.value(argument instanceof Expression.Starred s ? s.value() : argument);
      variables.load(collected, CallArguments.class);
      e.code.swap();
      e.at(span);
      if (star) {
        e.code.loadConstant(arguments.size() == 1 ? 1 : 0);
        e.callVirtual(CallArguments.class, "addAll", void.class, Object.class, boolean.class);
      } else {
        e.callVirtual(CallArguments.class, "add", void.class, Object.class);
      }
    }
    for (Keyword keyword : keywords) {
      expressions.value(keyword.value());
      variables.load(collected, CallArguments.class);
      e.code.swap();
      String name = keyword.name();
      e.at(span);
      if (name == null) {
        e.callVirtual(CallArguments.class, "mapping", void.class, Object.class);
      } else {
        e.code.loadConstant(name);
        e.code.swap();
        e.callVirtual(CallArguments.class, "keyword", void.class, String.class, Object.class);
      }
    }
    return collected;
  }
}
