package org.pyconc.errors;

import org.pyconc.builtins.TypeDefinitions;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyType;

/**
 * The exception types.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html">Built-in Exceptions</a>
 */
public final class ExceptionTypes {
  private ExceptionTypes() {}

  public static final PyType BASE_EXCEPTION =
      new PyType(
          "BaseException",
          BuiltinTypes.OBJECT,
          true,
          PyBaseException::new,
          b -> TypeDefinitions.define("BaseException", b));
  public static final PyType EXCEPTION = type("Exception", BASE_EXCEPTION);
  public static final PyType GENERATOR_EXIT = type("GeneratorExit", BASE_EXCEPTION);
  public static final PyType KEYBOARD_INTERRUPT = type("KeyboardInterrupt", BASE_EXCEPTION);
  public static final PyType SYSTEM_EXIT = typeWithFields("SystemExit", BASE_EXCEPTION);
  public static final PyType BASE_EXCEPTION_GROUP =
      typeWithFields("BaseExceptionGroup", BASE_EXCEPTION);
  public static final PyType EXCEPTION_GROUP =
      PyType.ofBases(
          "ExceptionGroup",
          BASE_EXCEPTION_GROUP,
          EXCEPTION,
          b -> TypeDefinitions.define("ExceptionGroup", b));
  public static final PyType ARITHMETIC_ERROR = type("ArithmeticError", EXCEPTION);
  public static final PyType FLOATING_POINT_ERROR = type("FloatingPointError", ARITHMETIC_ERROR);
  public static final PyType OVERFLOW_ERROR = type("OverflowError", ARITHMETIC_ERROR);
  public static final PyType ZERO_DIVISION_ERROR = type("ZeroDivisionError", ARITHMETIC_ERROR);
  public static final PyType ASSERTION_ERROR = type("AssertionError", EXCEPTION);
  public static final PyType ATTRIBUTE_ERROR = typeWithFields("AttributeError", EXCEPTION);
  public static final PyType BUFFER_ERROR = type("BufferError", EXCEPTION);
  public static final PyType EOF_ERROR = type("EOFError", EXCEPTION);
  public static final PyType IMPORT_ERROR = typeWithFields("ImportError", EXCEPTION);
  public static final PyType MODULE_NOT_FOUND_ERROR = type("ModuleNotFoundError", IMPORT_ERROR);
  public static final PyType LOOKUP_ERROR = type("LookupError", EXCEPTION);
  public static final PyType INDEX_ERROR = type("IndexError", LOOKUP_ERROR);
  public static final PyType KEY_ERROR = type("KeyError", LOOKUP_ERROR);
  public static final PyType MEMORY_ERROR = type("MemoryError", EXCEPTION);
  public static final PyType NAME_ERROR = typeWithFields("NameError", EXCEPTION);
  public static final PyType UNBOUND_LOCAL_ERROR = type("UnboundLocalError", NAME_ERROR);
  public static final PyType OS_ERROR = typeWithFields("OSError", EXCEPTION);
  public static final PyType BLOCKING_IO_ERROR = type("BlockingIOError", OS_ERROR);
  public static final PyType CHILD_PROCESS_ERROR = type("ChildProcessError", OS_ERROR);
  public static final PyType CONNECTION_ERROR = type("ConnectionError", OS_ERROR);
  public static final PyType BROKEN_PIPE_ERROR = type("BrokenPipeError", CONNECTION_ERROR);
  public static final PyType CONNECTION_ABORTED_ERROR =
      type("ConnectionAbortedError", CONNECTION_ERROR);
  public static final PyType CONNECTION_REFUSED_ERROR =
      type("ConnectionRefusedError", CONNECTION_ERROR);
  public static final PyType CONNECTION_RESET_ERROR =
      type("ConnectionResetError", CONNECTION_ERROR);
  public static final PyType FILE_EXISTS_ERROR = type("FileExistsError", OS_ERROR);
  public static final PyType FILE_NOT_FOUND_ERROR = type("FileNotFoundError", OS_ERROR);
  public static final PyType INTERRUPTED_ERROR = type("InterruptedError", OS_ERROR);
  public static final PyType IS_A_DIRECTORY_ERROR = type("IsADirectoryError", OS_ERROR);
  public static final PyType NOT_A_DIRECTORY_ERROR = type("NotADirectoryError", OS_ERROR);
  public static final PyType PERMISSION_ERROR = type("PermissionError", OS_ERROR);
  public static final PyType PROCESS_LOOKUP_ERROR = type("ProcessLookupError", OS_ERROR);
  public static final PyType TIMEOUT_ERROR = type("TimeoutError", OS_ERROR);
  public static final PyType REFERENCE_ERROR = type("ReferenceError", EXCEPTION);
  public static final PyType RUNTIME_ERROR = type("RuntimeError", EXCEPTION);
  public static final PyType NOT_IMPLEMENTED_ERROR = type("NotImplementedError", RUNTIME_ERROR);
  public static final PyType RECURSION_ERROR = type("RecursionError", RUNTIME_ERROR);
  public static final PyType STOP_ASYNC_ITERATION = type("StopAsyncIteration", EXCEPTION);
  public static final PyType STOP_ITERATION = typeWithFields("StopIteration", EXCEPTION);
  public static final PyType SYNTAX_ERROR = typeWithFields("SyntaxError", EXCEPTION);
  public static final PyType INDENTATION_ERROR = type("IndentationError", SYNTAX_ERROR);
  public static final PyType TAB_ERROR = type("TabError", INDENTATION_ERROR);
  public static final PyType SYSTEM_ERROR = type("SystemError", EXCEPTION);
  public static final PyType TYPE_ERROR = type("TypeError", EXCEPTION);
  public static final PyType VALUE_ERROR = type("ValueError", EXCEPTION);
  public static final PyType UNICODE_ERROR = type("UnicodeError", VALUE_ERROR);
  public static final PyType UNICODE_DECODE_ERROR =
      typeWithFields("UnicodeDecodeError", UNICODE_ERROR);
  public static final PyType UNICODE_ENCODE_ERROR =
      typeWithFields("UnicodeEncodeError", UNICODE_ERROR);
  public static final PyType UNICODE_TRANSLATE_ERROR =
      typeWithFields("UnicodeTranslateError", UNICODE_ERROR);
  public static final PyType WARNING = type("Warning", EXCEPTION);
  public static final PyType BYTES_WARNING = type("BytesWarning", WARNING);
  public static final PyType DEPRECATION_WARNING = type("DeprecationWarning", WARNING);
  public static final PyType ENCODING_WARNING = type("EncodingWarning", WARNING);
  public static final PyType FUTURE_WARNING = type("FutureWarning", WARNING);
  public static final PyType IMPORT_WARNING = type("ImportWarning", WARNING);
  public static final PyType PENDING_DEPRECATION_WARNING =
      type("PendingDeprecationWarning", WARNING);
  public static final PyType RESOURCE_WARNING = type("ResourceWarning", WARNING);
  public static final PyType RUNTIME_WARNING = type("RuntimeWarning", WARNING);
  public static final PyType SYNTAX_WARNING = type("SyntaxWarning", WARNING);
  public static final PyType UNICODE_WARNING = type("UnicodeWarning", WARNING);
  public static final PyType USER_WARNING = type("UserWarning", WARNING);

  /** Classes of two of these families have no common subclass. */
  private static PyType typeWithFields(String name, PyType base) {
    return new PyType(name, base, true, PyBaseException::new, b -> TypeDefinitions.define(name, b));
  }

  private static PyType type(String name, PyType base) {
    return new PyType(name, base, true, null, b -> TypeDefinitions.define(name, b));
  }

  /** All of them, as the module builtins lists them. */
  public static PyType[] all() {
    return new PyType[] {
      BASE_EXCEPTION,
      EXCEPTION,
      GENERATOR_EXIT,
      KEYBOARD_INTERRUPT,
      SYSTEM_EXIT,
      BASE_EXCEPTION_GROUP,
      EXCEPTION_GROUP,
      ARITHMETIC_ERROR,
      FLOATING_POINT_ERROR,
      OVERFLOW_ERROR,
      ZERO_DIVISION_ERROR,
      ASSERTION_ERROR,
      ATTRIBUTE_ERROR,
      BUFFER_ERROR,
      EOF_ERROR,
      IMPORT_ERROR,
      MODULE_NOT_FOUND_ERROR,
      LOOKUP_ERROR,
      INDEX_ERROR,
      KEY_ERROR,
      MEMORY_ERROR,
      NAME_ERROR,
      UNBOUND_LOCAL_ERROR,
      OS_ERROR,
      BLOCKING_IO_ERROR,
      CHILD_PROCESS_ERROR,
      CONNECTION_ERROR,
      BROKEN_PIPE_ERROR,
      CONNECTION_ABORTED_ERROR,
      CONNECTION_REFUSED_ERROR,
      CONNECTION_RESET_ERROR,
      FILE_EXISTS_ERROR,
      FILE_NOT_FOUND_ERROR,
      INTERRUPTED_ERROR,
      IS_A_DIRECTORY_ERROR,
      NOT_A_DIRECTORY_ERROR,
      PERMISSION_ERROR,
      PROCESS_LOOKUP_ERROR,
      TIMEOUT_ERROR,
      REFERENCE_ERROR,
      RUNTIME_ERROR,
      NOT_IMPLEMENTED_ERROR,
      RECURSION_ERROR,
      STOP_ASYNC_ITERATION,
      STOP_ITERATION,
      SYNTAX_ERROR,
      INDENTATION_ERROR,
      TAB_ERROR,
      SYSTEM_ERROR,
      TYPE_ERROR,
      VALUE_ERROR,
      UNICODE_ERROR,
      UNICODE_DECODE_ERROR,
      UNICODE_ENCODE_ERROR,
      UNICODE_TRANSLATE_ERROR,
      WARNING,
      BYTES_WARNING,
      DEPRECATION_WARNING,
      ENCODING_WARNING,
      FUTURE_WARNING,
      IMPORT_WARNING,
      PENDING_DEPRECATION_WARNING,
      RESOURCE_WARNING,
      RUNTIME_WARNING,
      SYNTAX_WARNING,
      UNICODE_WARNING,
      USER_WARNING,
    };
  }
}
