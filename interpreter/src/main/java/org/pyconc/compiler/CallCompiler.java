package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyconc.compiler.Variables.Temporary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Delegation;
import org.pyconc.operations.Deletion;
import org.pyconc.operations.ForkingCall;
import org.pyconc.operations.FrameCalls;
import org.pyconc.operations.Functions;
import org.pyconc.operations.KeywordSite;
import org.pyconc.operations.SuperCall;
import org.pyconc.operations.SuperSite;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodePlace;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/**
 * Compiles calls. Where the callee turns out to be a function of the program with just as many
 * parameters, the generated code calls its code itself: then HotSpot sees which code runs at this
 * place and can inline it.
 */
final class CallCompiler {
  private static final int MOST_DIRECT = 4;

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;

  CallCompiler(UnitContext unit, ExpressionCompiler expressions) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = expressions;
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
    loadTask();
    e.own(new CodePlace(unit.unit(), x.span()), CodePlace.class);
    e.call(CallStack.class, "begin", void.class, Task.class, CodePlace.class);
    callPlainly(x);
    loadTask();
    e.call(CallStack.class, "end", void.class, Task.class);
  }

  /** After a statement with a call: see {@link Deletion#called}. */
  void finalizeAfterwards() {
    loadTask();
    e.call(Deletion.class, "called", void.class, Task.class);
  }

  private void loadTask() {
    e.code.aload(unit.task());
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
        superCall(x);
        return;
      }
      if (FrameCalls.isOne(name.id())) {
        frameCall(x);
        return;
      }
    }
    if (x.function() instanceof Expression.Attribute a) {
      method(x, a);
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
    int[] arguments = storeAll(count);
    int callee = e.callLocal();
    e.code.astore(callee);
    if (count < MOST_DIRECT && looksLikeClass(x.function())) {
      Label end = e.newLabel();
      instance(callee, arguments, end);
      direct(callee, arguments);
      e.code.labelBinding(end);
    } else {
      direct(callee, arguments);
    }
  }

  /** Whether the name is written as those of classes are: then a call of one gets code here. */
  private static boolean looksLikeClass(Expression function) {
    if (!(function instanceof Expression.Name name)) {
      return false;
    }
    String id = name.id();
    int first = 0;
    while (first < id.length() - 1 && id.charAt(first) == '_') {
      first++;
    }
    return Character.isUpperCase(id.charAt(first));
  }

  /**
   * Calls a class whose instances are made in the usual way: the code of its {@code __init__} is
   * called from here. Does nothing if it is no such class.
   *
   * @param end where it goes on with the instance on the stack
   */
  private void instance(int callee, int[] arguments, Label end) {
    Label other = e.newLabel();
    int init = e.callLocal();
    e.code.aload(callee);
    e.code.loadConstant(arguments.length);
    e.call(Calls.class, "plainInit", PyFunction.class, Object.class, int.class);
    e.code.dup();
    e.code.astore(init);
    e.code.ifnull(other);
    int[] withSelf = new int[arguments.length + 1];
    withSelf[0] = e.callLocal();
    System.arraycopy(arguments, 0, withSelf, 1, arguments.length);
    e.code.aload(callee);
    e.code.checkcast(UnitConstants.desc(PyType.class));
    e.call(Calls.class, "allocate", PyInstance.class, PyType.class);
    e.code.dup();
    e.code.astore(withSelf[0]);
    e.code.aload(init);
    e.call(Functions.class, "bodyOf", CodeBody.class, PyFunction.class);
    run(init, withSelf);
    e.call(Calls.class, "initialised", Object.class, Object.class, Object.class);
    e.code.goto_(end);
    e.code.labelBinding(other);
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

  /** The locals into which it puts the values on the stack. */
  private int[] storeAll(int count) {
    int[] locals = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      locals[i] = e.callLocal();
      e.code.astore(locals[i]);
    }
    return locals;
  }

  /** Calls any callee. */
  private void direct(int callee, int[] arguments) {
    Label end = e.newLabel();
    known(callee, arguments, end);
    e.code.aload(callee);
    Class<?>[] types = new Class<?>[arguments.length + 1];
    Arrays.fill(types, Object.class);
    for (int argument : arguments) {
      e.code.aload(argument);
    }
    e.call(Calls.class, "call" + arguments.length, Object.class, types);
    e.code.labelBinding(end);
  }

  /** Calls the code body on the stack. */
  private void run(int callee, int[] arguments) {
    e.code.aload(callee);
    e.code.checkcast(UnitConstants.desc(PyFunction.class));
    loadTask();
    Class<?>[] types = new Class<?>[arguments.length + 2];
    Arrays.fill(types, Object.class);
    types[0] = PyFunction.class;
    types[1] = Task.class;
    for (int argument : arguments) {
      e.code.aload(argument);
    }
    e.callVirtual(CodeBody.class, "run" + arguments.length, Object.class, types);
  }

  /** {@code object.name(arguments)}: makes no bound method where it can. */
  private void method(Expression.Call x, Expression.Attribute a) {
    int count = x.arguments().size();
    if (unit.isGenerator() && unit.anySuspends(x.arguments())) {
      general(x);
      return;
    }
    if (count == 1 && a.name().equals("send")) {
      send(x, a);
      return;
    }
    int self = e.callLocal();
    int function =
        a.value() instanceof Expression.Call call && isSuperOfMethod(call)
            ? findSuperMethod(a, call, self)
            : findMethod(a, self);
    if (count >= MOST_DIRECT) {
      expressions.array(x.arguments());
      e.at(x.span());
      int array = e.callLocal();
      e.code.astore(array);
      e.code.aload(function);
      e.code.aload(self);
      e.code.aload(array);
      e.call(Calls.class, "methodN", Object.class, PyObject.class, Object.class, Object[].class);
      return;
    }
    int[] arguments = new int[count];
    for (int i = 0; i < count; i++) {
      expressions.value(x.arguments().get(i));
      arguments[i] = e.callLocal();
      e.code.astore(arguments[i]);
    }
    e.at(x.span());
    methodCall(function, self, arguments);
  }

  /** {@code object.send(value)}: most likely a generator, which has just this method. */
  private void send(Expression.Call x, Expression.Attribute a) {
    ClassDesc generatorType = UnitConstants.desc(PyGenerator.class);
    int self = e.callLocal();
    int function = e.callLocal();
    int generator = e.callLocal();
    Label other = e.newLabel();
    Label arguments = e.newLabel();
    Label plain = e.newLabel();
    Label end = e.newLabel();
    expressions.value(a.value());
    e.code.astore(self);
    e.code.aconst_null();
    e.code.astore(function);
    e.code.aload(self);
    e.code.instanceOf(generatorType);
    e.code.ifeq(other);
    e.code.aload(self);
    e.code.astore(generator);
    e.code.goto_(arguments);
    e.code.labelBinding(other);
    e.code.aconst_null();
    e.code.astore(generator);
    lookUp(a, self, function);
    e.code.labelBinding(arguments);
    expressions.value(x.arguments().get(0));
    int argument = e.callLocal();
    e.code.astore(argument);
    e.at(x.span());
    e.code.aload(generator);
    e.code.ifnull(plain);
    e.code.aload(generator);
    e.code.checkcast(generatorType);
    e.code.aload(argument);
    loadTask();
    e.callVirtual(PyGenerator.class, "send", Object.class, Object.class, Task.class);
    e.code.goto_(end);
    e.code.labelBinding(plain);
    methodCall(function, self, new int[] {argument});
    e.code.labelBinding(end);
  }

  /**
   * Looks up a method: the local with the function to call with the object first, or with null
   * where the bound attribute is in the local of the object.
   */
  private int findMethod(Expression.Attribute a, int self) {
    expressions.value(a.value());
    e.code.astore(self);
    int function = e.callLocal();
    lookUp(a, self, function);
    return function;
  }

  /** Looks up a method of what is in the local {@code self}. */
  private void lookUp(Expression.Attribute a, int self, int function) {
    int site = e.constants.add(new AttributeSite(unit.mangle(a.name())), AttributeSite.class);
    // the function or the bound attribute is looked up before the arguments are evaluated
    e.at(a.span());
    e.constants.load(e.code, site);
    e.code.aload(self);
    e.callVirtual(AttributeSite.class, "method", PyObject.class, Object.class);
    e.code.dup();
    e.code.astore(function);
    Label found = e.newLabel();
    e.code.ifnonnull(found);
    e.constants.load(e.code, site);
    e.code.aload(self);
    e.callVirtual(AttributeSite.class, "load", Object.class, Object.class);
    e.code.astore(self); // from here on the bound attribute
    e.code.labelBinding(found);
  }

  /** Whether it is {@code super()} in a function that has a class and an object. */
  private boolean isSuperOfMethod(Expression.Call call) {
    CodeUnit code = unit.unit();
    return call.function() instanceof Expression.Name name
        && name.id().equals("super")
        && call.arguments().isEmpty()
        && call.keywords().isEmpty()
        && code.scope().access("__class__") != Access.GLOBAL
        && code.signature().positional() > 0;
  }

  /** {@link #findMethod} for an attribute of {@code super()}. */
  private int findSuperMethod(Expression.Attribute a, Expression.Call call, int self) {
    String name = unit.mangle(a.name());
    superArguments(call.span());
    int[] parts = storeAll(3);
    e.at(a.span());
    e.own(new SuperSite(name), SuperSite.class);
    for (int part : parts) {
      e.code.aload(part);
    }
    e.callVirtual(
        SuperSite.class, "method", PyObject.class, Object.class, Object.class, Object.class);
    int function = e.callLocal();
    Label found = e.newLabel();
    e.code.aload(parts[2]);
    e.code.astore(self);
    e.code.dup();
    e.code.astore(function);
    e.code.ifnonnull(found);
    e.own(new AttributeSite(name), AttributeSite.class);
    for (int part : parts) {
      e.code.aload(part);
    }
    e.call(SuperCall.class, "call", Object.class, Object.class, Object.class, Object.class);
    e.callVirtual(AttributeSite.class, "load", Object.class, Object.class);
    e.code.astore(self); // from here on the bound attribute
    e.code.labelBinding(found);
    return function;
  }

  private void methodCall(int function, int self, int[] arguments) {
    int count = arguments.length;
    int[] withSelf = new int[count + 1];
    withSelf[0] = self;
    System.arraycopy(arguments, 0, withSelf, 1, count);
    Label end = e.newLabel();
    known(function, withSelf, end);
    Class<?>[] types = new Class<?>[count + 2];
    Arrays.fill(types, Object.class);
    types[0] = PyObject.class;
    e.code.aload(function);
    for (int argument : withSelf) {
      e.code.aload(argument);
    }
    e.call(Calls.class, "method" + count, Object.class, types);
    e.code.labelBinding(end);
  }

  /**
   * Calls a callee whose code can be called from here; does nothing if it is another one.
   *
   * @param end where it goes on with the result on the stack
   */
  private void known(int callee, int[] arguments, Label end) {
    int count = arguments.length;
    Label builtin = e.newLabel();
    Label other = e.newLabel();
    e.code.aload(callee);
    e.code.loadConstant(count);
    e.call(Functions.class, "fixedBody", CodeBody.class, Object.class, int.class);
    e.code.dup();
    e.code.ifnull(builtin);
    run(callee, arguments);
    e.code.goto_(end);
    e.code.labelBinding(builtin);
    e.code.pop();
    Class<?> body =
        switch (count) {
          case 1 -> Native.F1.class;
          case 2 -> Native.F2.class;
          case 3 -> Native.F3.class;
          default -> null;
        };
    if (body == null) {
      return;
    }
    e.code.aload(callee);
    e.code.aload(arguments[0]);
    e.call(Functions.class, "native" + count, body, Object.class, Object.class);
    e.code.dup();
    e.code.ifnull(other);
    Class<?>[] types = new Class<?>[count];
    Arrays.fill(types, Object.class);
    for (int argument : arguments) {
      e.code.aload(argument);
    }
    e.callInterface(body, "call", Object.class, types);
    e.code.goto_(end);
    e.code.labelBinding(other);
    e.code.pop();
  }

  /** Calls with keyword or starred arguments. */
  private void general(Expression.Call x) {
    boolean keywordsOnly = keywordsOnly(x);
    if (keywordsOnly && x.function() instanceof Expression.Attribute a) {
      methodWithKeywords(x, a);
      return;
    }
    expressions.value(x.function());
    if (keywordsOnly) {
      KeywordSite site = keywordArguments(x);
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

  /** Leaves the array of all arguments on the stack: names known, no stars. */
  private KeywordSite keywordArguments(Expression.Call x) {
    List<Expression> values = new ArrayList<>(x.arguments());
    List<String> names = new ArrayList<>();
    for (Keyword keyword : x.keywords()) {
      values.add(keyword.value());
      names.add(keyword.name());
    }
    expressions.array(values);
    return new KeywordSite(names.toArray(new String[0]));
  }

  /** {@code object.name(a, k=b)}: makes no bound method where it can. */
  private void methodWithKeywords(Expression.Call x, Expression.Attribute a) {
    int self = e.callLocal();
    int function = findMethod(a, self);
    KeywordSite site = keywordArguments(x);
    int array = e.callLocal();
    e.code.astore(array);
    e.own(site, KeywordSite.class);
    e.code.aload(function);
    e.code.aload(self);
    e.code.aload(array);
    e.at(x.span());
    e.callVirtual(
        KeywordSite.class, "callMethod", Object.class, Object.class, Object.class, Object[].class);
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

  private void superCall(Expression.Call x) {
    superArguments(x.span());
    e.at(x.span());
    e.call(SuperCall.class, "call", Object.class, Object.class, Object.class, Object.class);
  }

  /** Loads what the name super means, the class and the object of the method. */
  private void superArguments(Span span) {
    CodeUnit code = unit.unit();
    variables.read("super", span);
    Access access = code.scope().access("__class__");
    if (access == Access.GLOBAL) {
      e.code.aconst_null();
    } else {
      variables.read("__class__", span);
    }
    if (code.signature().positional() == 0) {
      e.code.aconst_null();
    } else {
      variables.readOrNull(code.scope().locals().get(0));
      e.call(SuperCall.class, "orDeleted", Object.class, Object.class);
    }
  }
}
