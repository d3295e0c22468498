package org.pyconc.javac;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Record#hashCode} as {@code int plain(R self)}. */
record PlainHashCode(MethodTypeDesc type, Components components) implements PlainCode.Body {
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

  static @Nullable PlainHashCode of(InvokeDynamicInstruction call) {
    Components components = Components.of(call);
    return components == null ? null : new PlainHashCode(call.typeSymbol(), components);
  }

  @Override
  public void write(CodeBuilder code) {
    code.iconst_0();
    for (Components.Component component : components.all()) {
      code.bipush(31).imul();
      components.load(code, 0, component);
      ClassDesc box = component.box();
      if (box == null) {
        code.invokestatic(OBJECTS, "hashCode", OF_OBJECT);
      } else {
        code.invokestatic(
            box, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, component.type()));
      }
      code.iadd();
    }
    code.ireturn();
  }
}
