package org.pyconc.javac;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Record#equals} as {@code boolean plain(R self, Object other)}. */
record PlainEquals(MethodTypeDesc type, Components components) implements PlainCode.Body {
  private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc OF_OBJECTS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  static @Nullable PlainEquals of(InvokeDynamicInstruction call) {
    Components components = Components.of(call);
    return components == null ? null : new PlainEquals(call.typeSymbol(), components);
  }

  @Override
  public void write(CodeBuilder code) {
    Label different = code.newLabel();
    Label sameClass = code.newLabel();
    code.aload(1).instanceOf(components.owner()).ifne(sameClass).iconst_0().ireturn();
    code.labelBinding(sameClass).aload(1).checkcast(components.owner()).astore(2);
    for (Components.Component component : components.all()) {
      components.load(code, 0, component);
      components.load(code, 2, component);
      ClassDesc box = component.box();
      if (box == null) {
        code.invokestatic(OBJECTS, "equals", OF_OBJECTS).ifeq(different);
      } else {
        MethodTypeDesc compare =
            MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type());
        code.invokestatic(box, "compare", compare).ifne(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }
}
