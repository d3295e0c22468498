package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Functions;
import org.pyconc.operations.KeywordSite;
import org.pyconc.operations.NextFunction;

/**
 * Compiles calls whose callee and arguments are in locals. Where the callee turns out to be a
 * function of the program with just as many parameters, the generated code calls its code itself:
 * then HotSpot sees which code runs at this place and can inline it. The same goes for the Java
 * bodies of builtins.
 */
final class DirectCallCompiler {
  private final UnitContext unit;
  private final Emitter e;
  private final ExpressionCompiler expressions;

  DirectCallCompiler(UnitContext unit, ExpressionCompiler expressions) {
    this.unit = unit;
    this.e = unit.emitter();
    this.expressions = expressions;
  }

  /** The locals into which it puts the values on the stack. */
  int[] storeAll(int count) {
    int[] locals = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      locals[i] = e.callLocal();
      e.code.astore(locals[i]);
    }
    return locals;
  }

  /** Calls any callee. */
  void direct(int callee, int[] arguments) {
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
  void run(int callee, int[] arguments) {
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

  /**
   * Calls a callee whose code can be called from here; does nothing if it is another one.
   *
   * @param end where it goes on with the result on the stack
   */
  void known(int callee, int[] arguments, Label end) {
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

  /**
   * Calls a class whose instances are made in the usual way: the code of its {@code __init__} is
   * called from here. Does nothing if it is no such class.
   *
   * @param end where it goes on with the instance on the stack
   */
  void instance(int callee, int[] arguments, Label end) {
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

  /**
   * Calls the builtin {@code next} of a generator, which is told the task. Does nothing if it is
   * something else.
   *
   * @param end where it goes on with the value on the stack
   */
  void next(int callee, int argument, Label end) {
    Label other = e.newLabel();
    e.code.aload(callee);
    e.code.aload(argument);
    e.call(NextFunction.class, "generator", PyGenerator.class, Object.class, Object.class);
    e.code.dup();
    e.code.ifnull(other);
    e.none();
    loadTask();
    e.callVirtual(PyGenerator.class, "send", Object.class, Object.class, Task.class);
    e.code.goto_(end);
    e.code.labelBinding(other);
    e.code.pop();
  }

  /** Whether the name is written as those of classes are: then a call of one gets code here. */
  static boolean looksLikeClass(Expression function) {
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

  void loadTask() {
    e.code.aload(unit.task());
  }

  /** Leaves the array of all arguments on the stack: names known, no stars. */
  KeywordSite keywordArguments(Expression.Call x) {
    List<Expression> values = new ArrayList<>(x.arguments());
    List<String> names = new ArrayList<>();
    for (Keyword keyword : x.keywords()) {
      values.add(keyword.value());
      names.add(keyword.name());
    }
    expressions.array(values);
    return new KeywordSite(names.toArray(new String[0]));
  }
}
