package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of object, type, functions, descriptors, modules and exceptions. */
final class ObjectTypes {
  private ObjectTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "object" -> ObjectMethods.define(b);
      case "type" -> TypeMethods.define(b);
      case "function" -> FunctionMethods.defineFunction(b);
      case "method" -> FunctionMethods.defineMethod(b);
      case "builtin_function_or_method", "method-wrapper" ->
          NativeFunctionMethods.defineFunction(b);
      case "method_descriptor", "wrapper_descriptor" ->
          NativeFunctionMethods.defineMethodDescriptor(b);
      case "getset_descriptor" -> NativeFunctionMethods.defineGetSet(b);
      case "member_descriptor" -> NativeFunctionMethods.defineMember(b);
      case "module" -> ModuleMethods.define(b);
      case "property" -> PropertyMethods.define(b);
      case "staticmethod" -> WrapperMethods.defineStatic(b);
      case "classmethod" -> WrapperMethods.defineClass(b);
      case "super" -> SuperMethods.define(b);
      case "cell" -> CodeMethods.defineCell(b);
      case "code" -> CodeMethods.defineCode(b);
      case "traceback" -> CodeMethods.defineTraceback(b);
      case "NoneType" -> SingletonMethods.defineNone(b);
      case "ellipsis" -> SingletonMethods.defineEllipsis(b);
      case "NotImplementedType" -> SingletonMethods.defineNotImplemented(b);
      default -> {
        return ExceptionDefinitions.define(name, b);
      }
    }
    return true;
  }
}
