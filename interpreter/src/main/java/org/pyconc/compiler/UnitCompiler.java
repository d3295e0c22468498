package org.pyconc.compiler;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySet;
import org.pyconc.operations.Annotations;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.operations.Invocation;
import org.pyconc.scope.CodeUnit;

/**
 * Makes a JVM class of a code unit. A function's code is a static method with one parameter for
 * each of its own (or an array of them), a generator's a method that goes on from where it was.
 */
final class UnitCompiler {
  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc FUNCTION = UnitConstants.desc(PyFunction.class);
  private static final ClassDesc TASK = UnitConstants.desc(Task.class);
  private static final ClassDesc ARRAY = OBJECT.arrayType();
  private static final ClassDesc GENERATOR = UnitConstants.desc(CompiledGenerator.class);

  /** As many parameters as there are ways to pass them without an array. */
  private static final int MOST_DIRECT = 4;

  /** HotSpot does not compile a method of more bytes ({@code HugeMethodLimit}). */
  static final int LARGEST_METHOD = 8000;

  /** How many bytes there are for one node of the syntax tree, where that is not known yet. */
  private static final double BYTES_PER_NODE = 14;

  /**
   * The share of the wanted size that parts are to have: small ones warm up sooner, but a loop that
   * is cut inside is slow. Too large ones are tried once more, with the share of the share.
   */
  private static final double PART = 0.8;

  private static final int ATTEMPTS = 3;

  /** The number of the constant with what the line numbers of the class count. */
  static final int PLACES = 1;

  private final CodeUnit unit;
  private final @Nullable PartPlan plan;
  private final UnitConstants constants = new UnitConstants();
  private int objectCount;
  private int numberCount;
  private String numberKinds = "";
  private int[] lines = {};
  private Span[] places = {};
  private int parts;

  private UnitCompiler(CodeUnit unit, @Nullable PartPlan plan) {
    this.unit = unit;
    this.plan = plan;
    constants.add(unit, CodeUnit.class);
    if (constants.add(new Span[0], Span[].class) != PLACES) {
      throw new IllegalStateException();
    }
  }

  /**
   * The class of a unit.
   *
   * @param largest as many bytes as a method should have
   * @throws CannotCompile if it has to be left to the interpreter
   */
  static UnitClass compile(CodeUnit unit, int largest) {
    UnitCompiler compiler = new UnitCompiler(unit, null);
    byte @Nullable [] bytes = compiler.bytesOrNull();
    if (unit.kind()
        == CodeUnit.Kind.CLASS) { // it runs once, and its parts would need its namespace
      return compiler.made(bytes);
    }
    if (bytes != null && bytes.length <= largest) {
      return compiler.made(bytes); // nor is any method larger
    }
    double size = bytes == null ? Double.MAX_VALUE : MethodSizes.largest(bytes, largest);
    if (size <= largest) {
      return compiler.made(bytes);
    }
    int weight = PartPlan.weight(statements(unit.tree()));
    double perNode = bytes == null ? BYTES_PER_NODE : size / Math.max(1, weight);
    double wanted = largest / 2.0;
    for (int i = 0; i < ATTEMPTS && size > largest; i++) {
      wanted *= PART;
      PartPlan plan =
          new PartPlan(statements(unit.tree()), unit.forkCalls(), (int) (wanted / perNode));
      UnitCompiler split = new UnitCompiler(unit, plan);
      byte @Nullable [] parts = plan.isEmpty() ? null : split.bytesOrNull();
      double now = parts == null ? Double.MAX_VALUE : MethodSizes.largest(parts, largest);
      if (now < size) {
        compiler = split;
        bytes = parts;
        size = now;
      }
    }
    return compiler.made(bytes);
  }

  /** The unit's class file; null if a method would be larger than the JVM allows. */
  private byte @Nullable [] bytesOrNull() {
    try {
      return unit.isGenerator() || unit.isAsync() || !unit.forkCalls().isEmpty()
          ? generator()
          : function();
    } catch (IllegalArgumentException e) {
      if (String.valueOf(e.getMessage()).contains("Code length")) {
        return null;
      }
      throw e;
    }
  }

  private UnitClass made(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new CannotCompile("too large");
    }
    return new UnitClass(unit, bytes, constants.values(), places);
  }

  private static void constructor(ClassBuilder builder, Class<?> superclass) {
    builder.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_PUBLIC,
        code -> {
          code.aload(0);
          code.invokespecial(
              UnitConstants.desc(superclass), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
          code.return_();
        });
  }

  // ---- functions
  // -----------------------------------------------------------------------------------

  private static ClassDesc[] parameters(int count) {
    ClassDesc[] types = new ClassDesc[count + 2];
    Arrays.fill(types, OBJECT);
    types[0] = FUNCTION;
    types[1] = TASK;
    return types;
  }

  private byte[] function() {
    boolean isClass = unit.kind() == CodeUnit.Kind.CLASS;
    int count = isClass ? 1 : unit.signature().names().length; // its namespace
    boolean direct = count <= MOST_DIRECT;
    MethodTypeDesc type =
        direct
            ? MethodTypeDesc.of(OBJECT, parameters(count))
            : MethodTypeDesc.of(OBJECT, FUNCTION, TASK, ARRAY);
    return ClassFile.of()
        .build(
            UnitConstants.SELF,
            builder -> {
              builder.withFlags(ClassFile.ACC_FINAL);
              builder.withSuperclass(UnitConstants.desc(CodeBody.class));
              constructor(builder, CodeBody.class);
              builder.withMethodBody(
                  "body",
                  type,
                  ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
                  code -> functionBody(builder, code, count, direct));
              builder.withMethodBody(
                  "run",
                  MethodTypeDesc.of(OBJECT, FUNCTION, TASK, ARRAY),
                  ClassFile.ACC_PUBLIC,
                  code -> runWithArray(code, count, direct, type));
              if (direct && !isClass && unit.signature().isFixed(count)) {
                builder.withMethodBody(
                    "run" + count,
                    type,
                    ClassFile.ACC_PUBLIC,
                    code -> {
                      for (int i = 1; i <= count + 2; i++) {
                        code.aload(i);
                      }
                      code.invokestatic(UnitConstants.SELF, "body", type);
                      code.areturn();
                    });
              }
              constants.define(builder);
            });
  }

  private static void runWithArray(
      CodeBuilder code, int count, boolean direct, MethodTypeDesc type) {
    code.aload(1);
    code.aload(2);
    if (direct) {
      for (int i = 0; i < count; i++) {
        code.aload(3);
        code.loadConstant(i);
        code.aaload();
      }
    } else {
      code.aload(3);
    }
    code.invokestatic(UnitConstants.SELF, "body", type);
    code.areturn();
  }

  private void functionBody(ClassBuilder builder, CodeBuilder code, int count, boolean direct) {
    int task = 1;
    int place = code.allocateLocal(TypeKind.INT);
    int globals = code.allocateLocal(TypeKind.REFERENCE);
    Emitter e = new Emitter(code, constants, place);
    int[] parameterLocals = new int[count];
    for (int i = 0; i < count; i++) {
      if (direct) {
        parameterLocals[i] = i + 2;
      } else {
        parameterLocals[i] = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(2);
        code.loadConstant(i);
        code.aaload();
        code.astore(parameterLocals[i]);
      }
    }
    code.aload(task);
    e.call(Invocation.class, "enter", void.class, Task.class);
    code.iconst_0();
    code.istore(place);
    code.aload(0);
    e.callVirtual(PyFunction.class, "globals", PyModule.class);
    code.astore(globals);
    Set<String> neverSure = neverSure();
    NumberGuesses guesses = NumberGuesses.of(unit, ModuleGuesses.of(unit));
    Map<String, NumberKind> kinds = guesses.variables(unit, neverSure);
    Variables variables =
        new Variables(e, unit, 0, null, globals, kinds, guesses.accumulators(unit));
    neverSure.forEach(variables::neverSure);
    boolean isClass = unit.kind() == CodeUnit.Kind.CLASS;
    variables.begin(isClass ? 0 : count, parameterLocals);
    if (isClass) {
      variables.setNamespace(parameterLocals[0]);
    }
    UnitContext context =
        new UnitContext(unit, e, variables, guesses, new UnitContext.Locals(task, place), PLACES);
    if (plan != null) {
      PartFrame frame = new PartFrame(unit, kinds);
      int objects = e.newVariable();
      e.array(frame.result() + 1, Object.class);
      code.astore(objects);
      int numbers = e.newVariable();
      code.loadConstant(frame.place() + 1);
      code.newarray(TypeKind.LONG);
      code.astore(numbers);
      split(builder, plan, context, frame, new Slots(objects, numbers));
    }
    e.at(unit.span());
    Region region = new Region(e);
    body(context);
    region.pause();
    Label thrown = e.newLabel();
    region.handleAt(thrown);
    code.labelBinding(thrown);
    context.writeLeave();
    leaveByException(context);
    places = e.places();
    constants.set(PLACES, places);
  }

  private void split(
      ClassBuilder builder, PartPlan plan, UnitContext context, PartFrame frame, Slots slots) {
    // A method whose jumps turn out to be too far is written twice, and its parts with it.
    PartCompiler.Shared shared = new PartCompiler.Shared(builder, plan, frame, () -> parts++);
    context.setParts(new PartCompiler(shared, context, slots));
  }

  /** What was thrown goes on into the caller. */
  private static void leaveByException(UnitContext context) {
    context.writePlace();
    Emitter e = context.emitter();
    e.call(
        Invocation.class,
        "leave",
        RuntimeException.class,
        Throwable.class,
        CodeUnit.class,
        Span.class);
    e.code.athrow();
  }

  /** The variables that may become unbound again. */
  private Set<String> neverSure() {
    Set<String> names = new HashSet<>();
    Trees.addUnbound(statements(unit.tree()), names);
    Set<String> mangled = new HashSet<>();
    for (String name : names) {
      mangled.add(unit.scope().mangle(name));
    }
    return mangled;
  }

  static List<Statement> statements(Node tree) {
    return switch (tree) {
      case Module m -> m.body();
      case Statement.FunctionDef f -> f.body();
      case Statement.ClassDef c -> c.body();
      default -> List.of();
    };
  }

  // ---- generators
  // ----------------------------------------------------------------------------------

  private byte[] generator() {
    return ClassFile.of()
        .build(
            UnitConstants.SELF,
            builder -> {
              builder.withFlags(ClassFile.ACC_FINAL);
              builder.withSuperclass(UnitConstants.desc(GeneratorBody.class));
              constructor(builder, GeneratorBody.class);
              builder.withMethodBody(
                  "resume",
                  MethodTypeDesc.of(
                      OBJECT, GENERATOR, TASK, ARRAY, UnitConstants.desc(long[].class), OBJECT),
                  ClassFile.ACC_PROTECTED,
                  code -> generatorBody(builder, code));
              intMethod(builder, "objectCount", () -> objectCount);
              intMethod(builder, "numberCount", () -> numberCount);
              builder.withMethodBody(
                  "lines",
                  MethodTypeDesc.of(UnitConstants.desc(int[].class)),
                  ClassFile.ACC_PROTECTED,
                  code -> {
                    constants.load(code, constants.add(lines, int[].class));
                    code.areturn();
                  });
              builder.withMethodBody(
                  "kinds",
                  MethodTypeDesc.of(UnitConstants.desc(String.class)),
                  ClassFile.ACC_PROTECTED,
                  code -> {
                    code.loadConstant(numberKinds);
                    code.areturn();
                  });
              constants.define(builder);
            });
  }

  /** A letter for each variable: what its number is when it is kept beside the objects. */
  private String kindsOf(Map<String, NumberKind> kinds) {
    StringBuilder letters = new StringBuilder();
    for (String name : unit.scope().locals()) {
      NumberKind kind = kinds.get(name);
      letters.append(kind == null ? 'o' : kind == NumberKind.LONG ? 'l' : 'd');
    }
    return letters.toString();
  }

  private static void intMethod(ClassBuilder builder, String name, IntSupplier value) {
    builder.withMethodBody(
        name,
        MethodTypeDesc.of(UnitConstants.desc(int.class)),
        ClassFile.ACC_PROTECTED,
        code -> {
          code.loadConstant(value.getAsInt());
          code.ireturn();
        });
  }

  private void generatorBody(ClassBuilder builder, CodeBuilder code) {
    int generator = 1;
    int task = 2;
    int objects = 3;
    int numbers = 4;
    int sent = 5;
    int function = code.allocateLocal(TypeKind.REFERENCE);
    int place = code.allocateLocal(TypeKind.INT);
    int globals = code.allocateLocal(TypeKind.REFERENCE);
    Emitter e = new Emitter(code, constants, place);
    code.aload(generator);
    e.callVirtual(PyGenerator.class, "function", PyFunction.class);
    code.astore(function);
    code.iconst_0();
    code.istore(place);
    code.aload(function);
    e.callVirtual(PyFunction.class, "globals", PyModule.class);
    code.astore(globals);
    Slots slots = new Slots(objects, numbers);
    Frame frame = new Frame(e, slots);
    Set<String> neverSure = neverSure();
    NumberGuesses guesses = NumberGuesses.of(unit, ModuleGuesses.of(unit));
    Map<String, NumberKind> kinds = guesses.variables(unit, neverSure);
    numberKinds = kindsOf(kinds);
    Variables variables = new Variables(e, unit, function, frame, globals, kinds, Set.of());
    neverSure.forEach(variables::neverSure);
    int parameters = unit.signature().names().length;
    variables.declare(parameters);
    UnitContext context =
        new UnitContext(
            unit,
            e,
            variables,
            guesses,
            new UnitContext.Locals(task, generator, sent, place),
            PLACES);
    if (plan != null) {
      frame.reserve();
      split(builder, plan, context, new PartFrame(unit, kinds), slots);
    }
    Label dispatch = e.newLabel();
    Label start = e.newLabel();
    code.goto_(dispatch);
    Region region = new Region(e);
    e.bind(start);
    e.at(unit.span());
    variables.beginGenerator(parameters);
    body(context);
    region.pause();
    code.labelBinding(dispatch);
    context.yields().writeDispatch(start, parameters);
    Label thrown = e.newLabel();
    region.handleAt(thrown);
    code.labelBinding(thrown);
    leaveByException(context);
    places = e.places();
    constants.set(PLACES, places);
    objectCount = frame.objectCount();
    numberCount = frame.numberCount();
    lines = context.yields().lines();
  }

  // ---- bodies
  // --------------------------------------------------------------------------------------

  private void body(UnitContext context) {
    Emitter e = context.emitter();
    switch (unit.tree()) {
      case Expression.Lambda l -> {
        context.expressions().value(l.body());
        context.statements().returnValue();
      }
      case Expression.ListComprehension c ->
          collect(context, PyList.class, c.clauses(), c.element(), null);
      case Expression.SetComprehension c ->
          collect(context, PySet.class, c.clauses(), c.element(), null);
      case Expression.DictComprehension c ->
          collect(context, PyDict.class, c.clauses(), c.key(), c.value());
      case Expression.GeneratorExpression c -> {
        loops(
            context,
            c.clauses(),
            0,
            () -> {
              context.expressions().value(c.element());
              context.yields().yieldValue(c.element().span());
              e.code.pop();
            });
        e.none();
        context.writeReturn();
      }
      default -> {
        if (unit.kind() == CodeUnit.Kind.CLASS) {
          classBody(context);
          return;
        }
        if (unit.scope().hasAnnotations()) {
          context.variables().loadGlobals();
          e.call(Annotations.class, "begin", void.class, PyModule.class);
        }
        if (context.statements().block(statements(unit.tree()))) {
          e.none();
          context.writeReturn();
        }
      }
    }
  }

  /** Returns the cell {@code __class__} for the methods, if they need it. */
  private void classBody(UnitContext context) {
    Emitter e = context.emitter();
    Variables variables = context.variables();
    variables.loadNamespace();
    variables.loadGlobals();
    e.own(unit, CodeUnit.class);
    e.call(ClassNamespace.class, "begin", void.class, Object.class, PyModule.class, CodeUnit.class);
    if (!context.statements().block(statements(unit.tree()))) {
      return;
    }
    variables.loadClassCell();
    context.writeReturn();
  }

  private void collect(
      UnitContext context,
      Class<?> type,
      List<ComprehensionClause> clauses,
      Expression element,
      @Nullable Expression value) {
    Emitter e = context.emitter();
    Variables variables = context.variables();
    Variables.Temporary container = variables.newTemporary();
    e.allocate(type);
    e.init(type);
    variables.store(container);
    loops(
        context,
        clauses,
        0,
        () -> {
          // the container is loaded last: the element may suspend
          if (value != null) {
            context.expressions().all(element, value);
            variables.load(container, type);
            e.code.dup_x2();
            e.code.pop();
            e.at(element.span());
            e.callVirtual(type, "put", void.class, Object.class, Object.class);
            return;
          }
          context.expressions().value(element);
          variables.load(container, type);
          e.code.swap();
          if (type == PySet.class) {
            e.at(element.span());
            e.callVirtual(type, "add", boolean.class, Object.class);
            e.code.pop();
          } else {
            e.callVirtual(type, "append", void.class, Object.class);
          }
        });
    variables.load(container, type);
    context.writeReturn();
  }

  private void loops(
      UnitContext context, List<ComprehensionClause> clauses, int index, Runnable inner) {
    if (index == clauses.size()) {
      inner.run();
      return;
    }
    ComprehensionClause clause = clauses.get(index);
    if (index == 0) {
      context.variables().read(".0", clause.iterable().span());
    } else {
      context.expressions().value(clause.iterable());
    }
    Emitter e = context.emitter();
    StatementCompiler.LoopBody body =
        () -> {
          Label skip = e.newLabel();
          for (Expression condition : clause.conditions()) {
            context.expressions().jumpIfFalse(condition, skip);
          }
          loops(context, clauses, index + 1, inner);
          e.bind(skip);
          return true;
        };
    StatementCompiler statements = context.statements();
    if (clause.isAsync()) {
      statements.iterateAsync(unit.span(), index == 0, clause.target(), body, List.of());
    } else {
      statements.iterate(unit.span(), index == 0, null, clause.target(), body, List.of());
    }
  }
}
