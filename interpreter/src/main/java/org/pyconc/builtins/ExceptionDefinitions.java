package org.pyconc.builtins;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.TypeBuilder;

/** Which class defines which exception type. */
final class ExceptionDefinitions {
  private ExceptionDefinitions() {}

  /** Defines the type if it is an exception. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "BaseException" -> BaseExceptionMethods.define(b);
      case "KeyError" -> SimpleExceptionMethods.defineKeyError(b);
      case "StopIteration" -> SimpleExceptionMethods.defineStopIteration(b);
      case "SystemExit" -> SimpleExceptionMethods.defineSystemExit(b);
      case "NameError" -> SimpleExceptionMethods.defineNameError(b);
      case "AttributeError" -> SimpleExceptionMethods.defineAttributeError(b);
      case "ImportError" -> SimpleExceptionMethods.defineImportError(b);
      case "OSError" -> OsErrorMethods.define(b);
      case "SyntaxError" -> SyntaxErrorMethods.define(b);
      case "UnicodeDecodeError" -> UnicodeErrorMethods.defineDecode(b);
      case "UnicodeEncodeError" -> UnicodeErrorMethods.defineEncode(b);
      case "UnicodeTranslateError" -> UnicodeErrorMethods.defineTranslate(b);
      case "BaseExceptionGroup" -> ExceptionGroupMethods.define(b);
      case "UnionType" -> UnionMethods.define(b);
      default -> {
        if (!b.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
          return false;
        }
      }
    }
    return true;
  }
}
