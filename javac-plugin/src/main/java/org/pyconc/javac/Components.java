package org.pyconc.javac;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record consists of, as a call of {@link java.lang.runtime.ObjectMethods} says. */
record Components(ClassDesc owner, List<Component> all) {
  record Component(String name, ClassDesc type) {
    /** The class that boxes its values; null for references. */
    @Nullable ClassDesc box() {
      return switch (type.descriptorString()) {
        case "Z" -> ConstantDescs.CD_Boolean;
        case "B" -> ConstantDescs.CD_Byte;
        case "C" -> ConstantDescs.CD_Character;
        case "S" -> ConstantDescs.CD_Short;
        case "I" -> ConstantDescs.CD_Integer;
        case "J" -> ConstantDescs.CD_Long;
        case "F" -> ConstantDescs.CD_Float;
        case "D" -> ConstantDescs.CD_Double;
        default -> null;
      };
    }
  }

  /** Null if the call is not as javac makes it. */
  static @Nullable Components of(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments = call.bootstrapArgs();
    if (arguments.size() < 2 || !(arguments.getFirst() instanceof ClassDesc owner)) {
      return null;
    }
    List<Component> all = new ArrayList<>();
    for (ConstantDesc argument : arguments.subList(2, arguments.size())) {
      if (!(argument instanceof DirectMethodHandleDesc getter)
          || getter.kind() != DirectMethodHandleDesc.Kind.GETTER) {
        return null;
      }
      all.add(new Component(getter.methodName(), getter.invocationType().returnType()));
    }
    return new Components(owner, all);
  }

  /** Loads a component of the record that a local variable holds. */
  void load(CodeBuilder code, int variable, Component component) {
    code.aload(variable).getfield(owner, component.name, component.type);
  }
}
