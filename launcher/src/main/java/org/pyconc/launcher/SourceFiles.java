package org.pyconc.launcher;

import java.io.File;
import java.io.IOException;
import org.pyconc.runtime.HostErrors;

/** Names of files and errors with them, in the words of CPython. */
final class SourceFiles {
  /** EIO: what errors are that say no more. */
  private static final int UNKNOWN = 5;

  private SourceFiles() {}

  /** As CPython makes it absolute: in front of the path, and without looking into it. */
  static String absolute(String file) {
    if (file.startsWith("/")) {
      return file;
    }
    String folder = System.getProperty("user.dir");
    if (file.isEmpty() || file.equals(".")) {
      return folder;
    }
    return folder + "/" + (file.startsWith("./") ? file.substring(2) : file);
  }

  /** {@code can't open file '...': [Errno 2] No such file or directory}. */
  static String cannotOpen(File file, IOException error) {
    return "can't open file '" + file + "': " + reason(error);
  }

  /** {@code can't write the timeline '...': [Errno 21] Is a directory}. */
  static String cannotWrite(String what, String name, Exception error) {
    String reason =
        error instanceof IOException problem && !name.isEmpty()
            ? reason(problem)
            : reason(HostErrors.NO_SUCH_FILE); // a name that no file can have
    return "can't write the " + what + " '" + name + "': " + reason;
  }

  /** What the operating system says. */
  static String reason(IOException error) {
    int number = HostErrors.number(error);
    if (number != UNKNOWN) {
      return reason(number);
    }
    String message = error.getMessage();
    // The JDK puts "path: " in front of what the operating system says.
    int words = message == null ? -1 : message.lastIndexOf(": ");
    return message == null ? "unreadable" : message.substring(words < 0 ? 0 : words + 2);
  }

  /** {@code [Errno 28] No space left on device}. */
  static String reason(int number) {
    return "[Errno " + number + "] " + HostErrors.words(number);
  }
}
