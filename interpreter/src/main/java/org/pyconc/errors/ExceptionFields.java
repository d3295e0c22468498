package org.pyconc.errors;

/** Where the exception types keep their attributes: see PyBaseException.field. */
public final class ExceptionFields {
  private ExceptionFields() {}

  public static final int NAME_ERROR_NAME = 0;

  /** The module whose names may be suggested; programs do not see it. */
  public static final int NAME_ERROR_GLOBALS = 1;

  public static final int ATTRIBUTE_ERROR_NAME = 0;
  public static final int ATTRIBUTE_ERROR_OBJECT = 1;

  public static final int IMPORT_MESSAGE = 0;
  public static final int IMPORT_NAME = 1;
  public static final int IMPORT_PATH = 2;

  public static final int STOP_VALUE = 0;

  public static final int EXIT_CODE = 0;

  public static final int OS_ERRNO = 0;
  public static final int OS_MESSAGE = 1;
  public static final int OS_FILENAME = 2;
  public static final int OS_FILENAME2 = 3;
  public static final int OS_CHARACTERS_WRITTEN = 4;

  public static final int SYNTAX_MESSAGE = 0;
  public static final int SYNTAX_FILENAME = 1;
  public static final int SYNTAX_LINE = 2;
  public static final int SYNTAX_OFFSET = 3;
  public static final int SYNTAX_TEXT = 4;
  public static final int SYNTAX_END_LINE = 5;
  public static final int SYNTAX_END_OFFSET = 6;
  public static final int SYNTAX_PRINT_FILE_AND_LINE = 7;

  public static final int UNICODE_ENCODING = 0;
  public static final int UNICODE_OBJECT = 1;
  public static final int UNICODE_START = 2;
  public static final int UNICODE_END = 3;
  public static final int UNICODE_REASON = 4;

  public static final int GROUP_MESSAGE = 0;
  public static final int GROUP_EXCEPTIONS = 1;
}
