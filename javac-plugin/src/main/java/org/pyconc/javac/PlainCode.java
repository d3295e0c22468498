package org.pyconc.javac;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code invokedynamic} calls by calls of static methods that are added to the class. A
 * call of which it does not know everything stays as it is.
 */
final class PlainCode {
  /** What a call does, written out. Equal ones share a method. */
  sealed interface Body permits PlainSwitch, PlainEquals, PlainHashCode {
    MethodTypeDesc type();

    void write(CodeBuilder code);
  }

  private PlainCode() {}

  /** The class with plain code; the same array if there is nothing to replace. */
  static byte[] in(byte[] bytes, ClassHierarchyResolver classes) {
    ClassFile context = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(classes));
    ClassModel model = context.parse(bytes);
    Map<Body, String> methods = new LinkedHashMap<>();
    CodeTransform calls =
        (code, element) -> {
          Body body = element instanceof InvokeDynamicInstruction call ? bodyOf(call) : null;
          if (body == null) {
            code.with(element);
          } else {
            String name = methods.computeIfAbsent(body, any -> "plain$" + methods.size());
            code.invokestatic(
                model.thisClass().asSymbol(),
                name,
                body.type(),
                model.flags().has(AccessFlag.INTERFACE));
          }
        };
    ClassTransform transform =
        ClassTransform.transformingMethods(
                method -> method.code().isPresent() && hasCall(method.code().get()),
                MethodTransform.transformingCode(calls))
            .andThen(
                ClassTransform.endHandler(
                    builder ->
                        methods.forEach(
                            (body, name) ->
                                builder.withMethodBody(
                                    name,
                                    body.type(),
                                    ClassFile.ACC_PRIVATE
                                        | ClassFile.ACC_STATIC
                                        | ClassFile.ACC_SYNTHETIC,
                                    body::write))));
    byte[] result = context.transformClass(model, transform);
    return methods.isEmpty() ? bytes : result;
  }

  private static boolean hasCall(Iterable<?> code) {
    for (Object element : code) {
      if (element instanceof InvokeDynamicInstruction call && bodyOf(call) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Body bodyOf(InvokeDynamicInstruction call) {
    var bootstrap = call.invokedynamic().bootstrap().bootstrapMethod().reference();
    return switch (bootstrap.owner().asInternalName()) {
      case "java/lang/runtime/SwitchBootstraps" ->
          bootstrap.name().equalsString("typeSwitch") ? PlainSwitch.of(call) : null;
      case "java/lang/runtime/ObjectMethods" ->
          switch (call.name().stringValue()) {
            case "equals" -> PlainEquals.of(call);
            case "hashCode" -> PlainHashCode.of(call);
            default -> null;
          };
      default -> null;
    };
  }
}
