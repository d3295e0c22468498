package org.pyconc.compiler;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;

/**
 * Writes parts of a large unit as methods of their own: HotSpot does not compile methods of more
 * than 8000 bytes, and the JVM has none of more than 64 KB. A part takes the variables that it uses
 * from a {@link PartFrame} and puts them back however it ends; its result says how it ended.
 */
final class PartCompiler {
  /** What the names of parts begin with; {@code runtime.CallStack} knows it. */
  static final String NAME = "part";

  private static final int ENDED = 0;
  private static final int RETURNED = 1;
  private static final int BROKE = 2;
  private static final int CONTINUED = 3;

  private static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          ConstantDescs.CD_int,
          UnitConstants.desc(PyFunction.class),
          UnitConstants.desc(Task.class),
          ConstantDescs.CD_Object.arrayType(),
          ConstantDescs.CD_long.arrayType());

  /** The locals of the JVM in a part, whose parameters come first. */
  private static final int FUNCTION = 0;

  private static final int TASK = 1;
  private static final Slots SLOTS = new Slots(2, 3);

  private final Shared shared;
  private final UnitContext caller;
  private final Slots slots;
  private final @Nullable List<Statement> current;

  /** What all parts of one unit have in common. */
  static final class Shared {
    private final ClassBuilder builder;
    private final PartPlan plan;
    private final PartFrame frame;
    private final IntSupplier numbers;

    /**
     * @param numbers for the names of parts: no two the same in a class
     */
    Shared(ClassBuilder builder, PartPlan plan, PartFrame frame, IntSupplier numbers) {
      this.builder = builder;
      this.plan = plan;
      this.frame = frame;
      this.numbers = numbers;
    }
  }

  /** What is known of a part when it has been written. */
  private static final class Outcome {
    private List<String> names = List.of();
    private boolean ends;
    private boolean returns;
    private boolean breaks;
    private boolean continues;
  }

  /** Calls parts from the method that begins the unit. */
  PartCompiler(Shared shared, UnitContext caller, Slots slots) {
    this(shared, caller, slots, null);
  }

  private PartCompiler(
      Shared shared, UnitContext caller, Slots slots, @Nullable List<Statement> current) {
    this.shared = shared;
    this.caller = caller;
    this.slots = slots;
    this.current = current;
  }

  /** The statements from that one on which are to be called as a part here, or null. */
  @Nullable List<Statement> at(Statement statement) {
    List<Statement> part = shared.plan.at(statement);
    return part == current ? null : part;
  }

  /** Writes a part and its call; tells whether what follows can be reached. */
  boolean call(List<Statement> statements) {
    Emitter e = caller.emitter();
    CodeBuilder code = e.code;
    Variables variables = caller.variables();
    String name = NAME + shared.numbers.getAsInt();
    Outcome outcome = new Outcome();
    shared.builder.withMethodBody(
        name,
        TYPE,
        ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
        body -> write(body, statements, outcome));
    shared.frame.save(e, variables, outcome.names, slots);
    Label begin = e.newLabel();
    Label end = e.newLabel();
    Label thrown = e.newLabel();
    Label after = e.newLabel();
    code.labelBinding(begin);
    variables.loadFunction();
    code.aload(caller.task());
    code.aload(slots.objects());
    code.aload(slots.numbers());
    code.invokestatic(UnitConstants.SELF, name, TYPE);
    code.labelBinding(end);
    int result = code.allocateLocal(TypeKind.INT);
    code.istore(result);
    shared.frame.restore(e, variables, outcome.names, slots);
    code.goto_(after);
    code.exceptionCatchAll(begin, end, thrown);
    code.labelBinding(thrown);
    int exception = e.newLocal();
    code.astore(exception);
    shared.frame.restore(e, variables, outcome.names, slots);
    code.aload(slots.numbers());
    code.loadConstant(shared.frame.place());
    code.laload();
    code.l2i();
    code.istore(caller.placeLocal());
    code.aload(exception);
    code.athrow();
    e.bind(after);
    goOn(outcome, result);
    return outcome.ends;
  }

  /** Does what a part has ended with. */
  private void goOn(Outcome outcome, int result) {
    Emitter e = caller.emitter();
    StatementCompiler statements = caller.statements();
    if (outcome.returns) {
      Label next = unless(result, RETURNED);
      e.code.aload(slots.objects());
      e.code.loadConstant(shared.frame.result());
      e.code.aaload();
      statements.returnValue();
      e.bind(next);
    }
    if (outcome.breaks) {
      Label next = unless(result, BROKE);
      statements.leaveLoop(true);
      e.bind(next);
    }
    if (outcome.continues) {
      Label next = unless(result, CONTINUED);
      statements.leaveLoop(false);
      e.bind(next);
    }
    if (!outcome.ends) {
      e.code.aconst_null();
      e.code.athrow(); // never reached
    }
  }

  private Label unless(int result, int kind) {
    Label next = caller.emitter().newLabel();
    caller.emitter().code.iload(result);
    caller.emitter().code.loadConstant(kind);
    caller.emitter().code.if_icmpne(next);
    return next;
  }

  private void write(CodeBuilder code, List<Statement> statements, Outcome outcome) {
    int place = code.allocateLocal(TypeKind.INT);
    int globals = code.allocateLocal(TypeKind.REFERENCE);
    Emitter e = caller.emitter().forPart(code, place);
    Variables variables = caller.variables().forPart(e, FUNCTION, globals);
    Label restore = e.newLabel();
    Label start = e.newLabel();
    Label returned = e.newLabel();
    Label broke = e.newLabel();
    Label continued = e.newLabel();
    Label thrown = e.newLabel();
    UnitContext context =
        caller.forPart(
            e,
            variables,
            new UnitContext.Locals(TASK, place),
            () -> {
              outcome.returns = true;
              int value = e.newLocal();
              code.astore(value);
              code.aload(SLOTS.objects());
              code.loadConstant(shared.frame.result());
              code.aload(value);
              code.aastore();
              code.goto_(returned);
            });
    context.setParts(new PartCompiler(shared, context, SLOTS, statements));
    code.aload(FUNCTION);
    e.callVirtual(PyFunction.class, "globals", PyModule.class);
    code.astore(globals);
    code.goto_(restore);
    e.bind(start);
    e.at(statements.get(0).span());
    Region region = new Region(e);
    StatementCompiler compiler = context.statements();
    compiler.enterPart(broke, continued, caller.statements().isInLoop());
    outcome.ends = compiler.block(statements);
    caller.variables().restore(variables.snapshot());
    region.pause();
    if (outcome.ends) {
      leave(e, variables, ENDED);
    }
    outcome.breaks = compiler.isLeft(broke);
    outcome.continues = compiler.isLeft(continued);
    leaveAt(e, variables, outcome.returns, returned, RETURNED);
    leaveAt(e, variables, outcome.breaks, broke, BROKE);
    leaveAt(e, variables, outcome.continues, continued, CONTINUED);
    region.handleAt(thrown);
    code.labelBinding(thrown);
    int exception = e.newLocal();
    code.astore(exception);
    shared.frame.save(e, variables, variables.shared(), SLOTS);
    code.aload(SLOTS.numbers());
    code.loadConstant(shared.frame.place());
    code.iload(place);
    code.i2l();
    code.lastore();
    code.aload(exception);
    code.athrow();
    code.labelBinding(restore);
    shared.frame.restore(e, variables, variables.shared(), SLOTS);
    code.goto_(start);
    outcome.names = variables.shared();
  }

  private void leaveAt(Emitter e, Variables variables, boolean isUsed, Label label, int result) {
    if (isUsed) {
      e.code.labelBinding(label);
      leave(e, variables, result);
    }
  }

  private void leave(Emitter e, Variables variables, int result) {
    // what follows uses no variable that has not been used before
    shared.frame.save(e, variables, variables.shared(), SLOTS);
    e.code.loadConstant(result);
    e.code.ireturn();
  }
}
