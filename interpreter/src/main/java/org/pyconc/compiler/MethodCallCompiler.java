package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.Calls;
import org.pyconc.operations.KeywordSite;
import org.pyconc.operations.SuperCall;
import org.pyconc.operations.SuperSite;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/** Compiles calls of attributes: {@code object.name(arguments)}, without a bound method. */
final class MethodCallCompiler {
  /** So many arguments are passed without an array. */
  static final int MOST_DIRECT = 4;

  private final UnitContext unit;
  private final Emitter e;
  private final Variables variables;
  private final ExpressionCompiler expressions;
  private final DirectCallCompiler direct;

  MethodCallCompiler(UnitContext unit, ExpressionCompiler expressions, DirectCallCompiler direct) {
    this.unit = unit;
    this.e = unit.emitter();
    this.variables = unit.variables();
    this.expressions = expressions;
    this.direct = direct;
  }

  /** {@code object.name(arguments)}: makes no bound method where it can. */
  void method(Expression.Call x, Expression.Attribute a) {
    int count = x.arguments().size();
    int self = e.callLocal();
    if (count == 1 && a.name().equals("send")) {
      send(x, a, self);
      return;
    }
    boolean isSuper = a.value() instanceof Expression.Call call && isSuperOfMethod(call);
    if (!isSuper && count < 3 && isNameOfBuiltin(a.name())) {
      builtinMethod(x, a, self, count);
      return;
    }
    int function =
        isSuper ? findSuperMethod(a, (Expression.Call) a.value(), self) : findMethod(a, self);
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
    int[] arguments = arguments(x);
    e.at(x.span());
    methodCall(function, self, arguments);
  }

  /**
   * Whether it looks like a method of a builtin class that programs call often. For all others
   * asking first for a builtin would only make the code longer.
   */
  private static boolean isNameOfBuiltin(String name) {
    return switch (name) {
      case "acquire",
          "add",
          "append",
          "appendleft",
          "clear",
          "count",
          "decode",
          "discard",
          "encode",
          "endswith",
          "extend",
          "find",
          "get",
          "index",
          "insert",
          "isalpha",
          "isdigit",
          "items",
          "join",
          "keys",
          "lower",
          "pop",
          "popleft",
          "put",
          "random",
          "read",
          "readline",
          "recv",
          "release",
          "remove",
          "replace",
          "search",
          "sendall",
          "setdefault",
          "split",
          "startswith",
          "strip",
          "union",
          "update",
          "upper",
          "values",
          "write" ->
          true;
      default -> false;
    };
  }

  /** {@code object.name(arguments)}, with few arguments: asks first for the body of a builtin. */
  private void builtinMethod(Expression.Call x, Expression.Attribute a, int self, int count) {
    Class<?> type = count == 0 ? Native.F1.class : count == 1 ? Native.F2.class : Native.F3.class;
    Class<?>[] types = new Class<?>[count + 1];
    Arrays.fill(types, Object.class);
    expected(
        x,
        a,
        self,
        site -> {
          e.constants.load(e.code, site);
          e.code.aload(self);
          e.callVirtual(AttributeSite.class, "native" + (count + 1), type, Object.class);
        },
        arguments -> {
          e.code.aload(self);
          for (int argument : arguments) {
            e.code.aload(argument);
          }
          e.callInterface(type, "call", Object.class, types);
        });
  }

  /** {@code object.send(value)}: most likely a generator, which has just this method. */
  private void send(Expression.Call x, Expression.Attribute a, int self) {
    expected(
        x,
        a,
        self,
        site -> {
          e.code.aload(self);
          e.call(Support.class, "generator", PyGenerator.class, Object.class);
        },
        arguments -> {
          e.code.aload(arguments[0]);
          direct.loadTask();
          e.callVirtual(PyGenerator.class, "send", Object.class, Object.class, Task.class);
        });
  }

  /**
   * A call of what the name lets expect, or of any other method.
   *
   * @param find puts what is expected on the stack, or null if it is something else
   * @param call calls what was found, which is on the stack
   */
  private void expected(
      Expression.Call x, Expression.Attribute a, int self, IntConsumer find, Consumer<int[]> call) {
    int site = e.constants.add(new AttributeSite(unit.mangle(a.name())), AttributeSite.class);
    int function = e.callLocal();
    int found = e.callLocal();
    Label known = e.newLabel();
    Label plain = e.newLabel();
    Label end = e.newLabel();
    expressions.value(a.value());
    e.code.astore(self);
    e.code.aconst_null();
    e.code.astore(function);
    e.at(a.span());
    find.accept(site);
    e.code.dup();
    e.code.astore(found);
    e.code.ifnonnull(known);
    lookUp(site, self, function);
    e.code.labelBinding(known);
    int[] arguments = arguments(x);
    e.at(x.span());
    e.code.aload(found);
    e.code.ifnull(plain);
    e.code.aload(found);
    call.accept(arguments);
    e.code.goto_(end);
    e.code.labelBinding(plain);
    methodCall(function, self, arguments);
    e.code.labelBinding(end);
  }

  /** Evaluates the arguments into locals. */
  private int[] arguments(Expression.Call x) {
    int[] locals = new int[x.arguments().size()];
    for (int i = 0; i < locals.length; i++) {
      expressions.value(x.arguments().get(i));
      locals[i] = e.callLocal();
      e.code.astore(locals[i]);
    }
    return locals;
  }

  /**
   * Looks up a method: the local with the function to call with the object first, or with null
   * where the bound attribute is in the local of the object.
   */
  private int findMethod(Expression.Attribute a, int self) {
    expressions.value(a.value());
    e.code.astore(self);
    int function = e.callLocal();
    int site = e.constants.add(new AttributeSite(unit.mangle(a.name())), AttributeSite.class);
    // the function or the bound attribute is looked up before the arguments are evaluated
    e.at(a.span());
    lookUp(site, self, function);
    return function;
  }

  /** Looks up a method of what is in the local {@code self}. */
  private void lookUp(int site, int self, int function) {
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
    int[] parts = direct.storeAll(3);
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
    direct.known(function, withSelf, end);
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

  /** {@code object.name(a, k=b)}: makes no bound method where it can. */
  void methodWithKeywords(Expression.Call x, Expression.Attribute a) {
    int self = e.callLocal();
    int function = findMethod(a, self);
    KeywordSite site = direct.keywordArguments(x);
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

  void superCall(Expression.Call x) {
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
    } else if (access == Access.CLASS_NAME || access == Access.CLASS_FREE) {
      variables.read("__class__", span);
    } else {
      variables.readOrNull("__class__");
      e.call(SuperCall.class, "orUnbound", Object.class, Object.class);
    }
    if (code.signature().positional() == 0) {
      e.code.aconst_null();
    } else {
      variables.readOrNull(code.scope().locals().get(0));
      e.call(SuperCall.class, "orUnbound", Object.class, Object.class);
    }
  }
}
