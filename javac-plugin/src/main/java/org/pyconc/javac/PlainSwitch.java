package org.pyconc.javac;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.lang.runtime.SwitchBootstraps#typeSwitch} with labels that are classes or strings, as
 * {@code int plain(T value, int restart)}: tests one label after the other.
 */
record PlainSwitch(MethodTypeDesc type, List<ConstantDesc> labels) implements PlainCode.Body {
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

  /** Null if it has labels of other kinds. */
  static @Nullable PlainSwitch of(InvokeDynamicInstruction call) {
    for (ConstantDesc label : call.bootstrapArgs()) {
      boolean isClass = label instanceof ClassDesc type && !type.isPrimitive();
      if (!isClass && !(label instanceof String)) {
        return null;
      }
    }
    return new PlainSwitch(call.typeSymbol(), call.bootstrapArgs());
  }

  @Override
  public void write(CodeBuilder code) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    Label none = code.newLabel();
    List<Label> tests = new ArrayList<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      tests.add(code.newLabel());
      cases.add(SwitchCase.of(i, tests.get(i)));
    }
    tests.add(none);
    if (labels.size() > 1) {
      code.iload(1).tableswitch(0, labels.size() - 1, none, cases);
    } else {
      code.iload(1).ifne(none);
    }
    for (int i = 0; i < labels.size(); i++) {
      code.labelBinding(tests.get(i));
      if (labels.get(i) instanceof ClassDesc label) {
        code.aload(0).instanceOf(label);
      } else {
        code.loadConstant(labels.get(i))
            .aload(0)
            .invokevirtual(ConstantDescs.CD_Object, "equals", EQUALS);
      }
      code.ifeq(tests.get(i + 1)).loadConstant(i).ireturn();
    }
    code.labelBinding(none).loadConstant(labels.size()).ireturn();
  }
}
