package org.pyconc.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.grammar.tree.Module;

/** {@code pyconc run FILE [ARGUMENT...]}: what {@code python3 FILE [ARGUMENT...]} does. */
final class RunCommand {
  private static final int CANNOT_OPEN = 2;
  private static final int FAILED = 1;

  private final StandardStreams streams;

  RunCommand(StandardStreams streams) {
    this.streams = streams;
  }

  /**
   * Runs the program in {@code file}, or in {@code file/__main__.py}, and returns its exit status.
   *
   * @param arguments what the program finds in {@code sys.argv}, {@code file} first
   */
  int run(String file, List<String> arguments) {
    File program = new File(absolute(file));
    if (program.isDirectory()) {
      File main = new File(program, "__main__.py");
      if (!main.isFile()) {
        return fail("can't find '__main__' module in '" + program + "'", FAILED);
      }
      program = main;
    }
    try {
      SourceText source = SourceDecoder.decode(program.getPath(), read(program));
      return execute(Parser.parseModule(source), source, arguments);
    } catch (IOException error) {
      return fail("can't open file '" + program + "': " + reason(error), CANNOT_OPEN);
    } catch (SyntaxError error) {
      streams.err().print(SyntaxErrorReport.of(error));
      return FAILED;
    }
  }

  private int execute(Module module, SourceText source, List<String> arguments) {
    return 0;
  }

  private static byte[] read(File file) throws IOException {
    return Files.readAllBytes(file.toPath());
  }

  /** As CPython makes it absolute: in front of the path, and without looking into it. */
  private static String absolute(String file) {
    if (file.startsWith("/")) {
      return file;
    }
    String folder = System.getProperty("user.dir");
    if (file.isEmpty() || file.equals(".")) {
      return folder;
    }
    return folder + "/" + (file.startsWith("./") ? file.substring(2) : file);
  }

  private static String reason(IOException error) {
    return switch (error) {
      case NoSuchFileException missing -> "[Errno 2] No such file or directory";
      case AccessDeniedException denied -> "[Errno 13] Permission denied";
      default -> {
        String message = error.getMessage();
        // The JDK puts "path: " in front of what the operating system says.
        int words = message == null ? -1 : message.lastIndexOf(": ");
        yield message == null ? "unreadable" : message.substring(words < 0 ? 0 : words + 2);
      }
    };
  }

  private int fail(String message, int status) {
    streams.err().print("pyconc: " + message + "\n");
    return status;
  }
}
