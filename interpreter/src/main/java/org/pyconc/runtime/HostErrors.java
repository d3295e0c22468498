package org.pyconc.runtime;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;

/** What the host's refusals are in the language: OSError with Linux's numbers and words. */
public final class HostErrors {
  public static final int NOT_PERMITTED = 1;
  public static final int NO_SUCH_FILE = 2;
  public static final int IO_ERROR = 5;
  public static final int BAD_DESCRIPTOR = 9;
  public static final int PERMISSION_DENIED = 13;
  public static final int FILE_EXISTS = 17;
  public static final int NOT_A_DIRECTORY = 20;
  public static final int IS_A_DIRECTORY = 21;
  public static final int INVALID = 22;
  public static final int TOO_MANY_OPEN = 24;
  public static final int ILLEGAL_SEEK = 29;
  public static final int BROKEN_PIPE = 32;
  public static final int NOT_EMPTY = 39;
  public static final int LOOP = 40;

  private record Known(int number, String words) {}

  /** What the JDK passes on as the C library's words. */
  private static final Known[] KNOWN = {
    new Known(NOT_PERMITTED, "Operation not permitted"),
    new Known(NO_SUCH_FILE, "No such file or directory"),
    new Known(6, "No such device or address"),
    new Known(PERMISSION_DENIED, "Permission denied"),
    new Known(BAD_DESCRIPTOR, "Bad file descriptor"),
    new Known(11, "Resource temporarily unavailable"),
    new Known(16, "Device or resource busy"),
    new Known(FILE_EXISTS, "File exists"),
    new Known(18, "Invalid cross-device link"),
    new Known(NOT_A_DIRECTORY, "Not a directory"),
    new Known(IS_A_DIRECTORY, "Is a directory"),
    new Known(INVALID, "Invalid argument"),
    new Known(TOO_MANY_OPEN, "Too many open files"),
    new Known(26, "Text file busy"),
    new Known(27, "File too large"),
    new Known(28, "No space left on device"),
    new Known(ILLEGAL_SEEK, "Illegal seek"),
    new Known(30, "Read-only file system"),
    new Known(31, "Too many links"),
    new Known(BROKEN_PIPE, "Broken pipe"),
    new Known(36, "File name too long"),
    new Known(NOT_EMPTY, "Directory not empty"),
    new Known(LOOP, "Too many levels of symbolic links"),
    new Known(98, "Address already in use"),
    new Known(99, "Cannot assign requested address"),
    new Known(101, "Network is unreachable"),
    new Known(104, "Connection reset"),
    new Known(107, "Transport endpoint is not connected"),
    new Known(110, "Connection timed out"),
    new Known(111, "Connection refused"),
    new Known(113, "No route to host"),
  };

  private HostErrors() {}

  /** The words that belong to a number. */
  public static String words(int number) {
    return ErrorWords.of(number);
  }

  /** An OSError with its usual words. */
  public static PyException of(int number) {
    return Errors.osError(number, words(number));
  }

  /** An OSError about a file. */
  public static PyException of(int number, Object fileName) {
    return Errors.osError(number, words(number), fileName);
  }

  /**
   * The OSError for a failure of the host.
   *
   * @param fileName what it is about, as the program has named it
   */
  public static PyException of(IOException failure, @Nullable Object fileName) {
    int number = number(failure);
    return fileName == null ? of(number) : of(number, fileName);
  }

  /** The number (errno) of a failure of the host. */
  public static int number(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> NO_SUCH_FILE;
      case FileAlreadyExistsException e -> FILE_EXISTS;
      case AccessDeniedException e -> PERMISSION_DENIED;
      case DirectoryNotEmptyException e -> NOT_EMPTY;
      case NotDirectoryException e -> NOT_A_DIRECTORY;
      case FileSystemLoopException e -> LOOP;
      case NotLinkException e -> INVALID;
      case ClosedChannelException e -> BAD_DESCRIPTOR;
      case FileSystemException e -> numberOf(e.getReason());
      default -> numberOf(failure.getMessage());
    };
  }

  private static int numberOf(@Nullable String message) {
    if (message != null) {
      String text = message.toLowerCase(Locale.ROOT);
      for (Known each : KNOWN) {
        if (text.contains(each.words.toLowerCase(Locale.ROOT))) {
          return each.number;
        }
      }
    }
    return IO_ERROR;
  }
}
