package org.pyconc.errors;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.runtime.ProcessState;

/**
 * The text of an exception that nobody caught: tracebacks, chained exceptions, exception groups.
 *
 * @see <a href="https://docs.python.org/3.11/library/traceback.html">traceback</a>
 */
public final class TracebackPrinter {
  private static final String CAUSE =
      "\nThe above exception was the direct cause of the following exception:\n\n";
  private static final String CONTEXT =
      "\nDuring handling of the above exception, another exception occurred:\n\n";
  private static final int MOST_GROUP_MEMBERS = 15;
  private static final int MOST_GROUP_DEPTH = 10;

  private final StringBuilder out = new StringBuilder();
  private final Set<PyBaseException> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;
  private boolean needsClosing;
  private @Nullable PyBaseException fromLibrary;

  private boolean suggests = true;

  /** How many entries of a traceback are shown. */
  private int limit = TracebackFrames.LIMIT;

  private TracebackPrinter() {}

  /** Traceback and message with the exceptions that led to it; ends with a line feed. */
  public static String format(PyBaseException exception) {
    TracebackPrinter printer = new TracebackPrinter();
    printer.limit = limit();
    printer.print(exception, true);
    return printer.out.toString();
  }

  /**
   * {@code sys.tracebacklimit} of the running process.
   *
   * @see <a href="https://docs.python.org/3.11/library/sys.html#sys.tracebacklimit">
   *     sys.tracebacklimit</a>
   */
  private static int limit() {
    Task task = Task.current();
    Object set = task == null ? null : ProcessState.of(task).sysAttribute("tracebacklimit");
    return switch (set) {
      case Long l -> (int) Math.max(0, Math.min(l, Integer.MAX_VALUE));
      case BigInteger big -> big.signum() < 0 ? 0 : Integer.MAX_VALUE;
      case null, default -> TracebackFrames.LIMIT;
    };
  }

  /**
   * As {@link #format(PyBaseException)} for what came out of a call by the library, which CPython
   * shows in the traceback: there is one even if no line of the program is in it.
   */
  public static String formatFromLibrary(PyBaseException exception) {
    TracebackPrinter printer = new TracebackPrinter();
    printer.fromLibrary = exception;
    printer.print(exception, true);
    return printer.out.toString();
  }

  /**
   * As the module traceback does it, which does not say what may have been meant.
   *
   * @param chain whether to show the exceptions that led to it
   */
  public static String formatPlainly(PyBaseException exception, boolean chain) {
    TracebackPrinter printer = new TracebackPrinter();
    printer.suggests = false;
    printer.print(exception, chain);
    return printer.out.toString();
  }

  /** An exception, and what says how the one before led to it. */
  private record Link(PyBaseException exception, @Nullable String toNext) {}

  private void print(PyBaseException exception, boolean chain) {
    List<Link> links = new ArrayList<>();
    PyBaseException current = exception;
    String toNext = null;
    while (current != null) {
      seen.add(current);
      links.add(new Link(current, toNext));
      PyBaseException previous = null;
      if (chain) {
        PyBaseException cause = current.cause();
        PyBaseException context = current.context();
        if (cause != null) {
          previous = cause;
          toNext = CAUSE;
        } else if (context != null && !current.suppressContext()) {
          previous = context;
          toNext = CONTEXT;
        }
      }
      current = previous != null && !seen.contains(previous) ? previous : null;
    }
    for (int i = links.size() - 1; i >= 0; i--) {
      printOne(links.get(i).exception(), chain);
      String message = links.get(i).toNext();
      if (message != null) {
        emit(message, '|');
      }
    }
  }

  private void printOne(PyBaseException exception, boolean chain) {
    PyTraceback traceback = limit == 0 ? null : exception.traceback();
    if (!(exception.field(ExceptionFields.GROUP_EXCEPTIONS) instanceof PyTuple members)
        || !exception.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
      if (traceback != null || exception == fromLibrary) {
        emit("Traceback (most recent call last):\n", '|');
      }
      if (traceback != null) {
        emit(TracebackFrames.format(traceback, limit), '|');
      }
      emit(ExceptionText.format(exception, suggests), '|');
      return;
    }
    if (depth > MOST_GROUP_DEPTH) {
      emit("... (max_group_depth is " + MOST_GROUP_DEPTH + ")\n", '|');
      return;
    }
    boolean isTop = depth == 0;
    if (isTop) {
      depth++;
    }
    if (traceback != null) {
      emit("Exception Group Traceback (most recent call last):\n", isTop ? '+' : '|');
      emit(TracebackFrames.format(traceback, limit), '|');
    }
    emit(ExceptionText.format(exception, suggests), '|');
    printMembers(members, chain);
    if (isTop) {
      depth = 0;
    }
  }

  private void printMembers(PyTuple members, boolean chain) {
    int count = Math.min(members.size(), MOST_GROUP_MEMBERS + 1);
    needsClosing = false;
    for (int i = 0; i < count; i++) {
      boolean isLast = i == count - 1;
      if (isLast) {
        needsClosing = true; // a group inside may draw the closing line for this one too
      }
      boolean isCut = i >= MOST_GROUP_MEMBERS;
      out.append("  ".repeat(depth)).append(i == 0 ? "+-" : "  ");
      out.append("+---------------- ").append(isCut ? "..." : String.valueOf(i + 1));
      out.append(" ----------------\n");
      depth++;
      if (isCut) {
        int rest = members.size() - MOST_GROUP_MEMBERS;
        emit("and " + rest + " more exception" + (rest > 1 ? "s" : "") + "\n", '|');
      } else if (members.get(i) instanceof PyBaseException member) {
        print(member, chain);
      }
      if (isLast && needsClosing) {
        out.append("  ".repeat(depth)).append("+------------------------------------\n");
        needsClosing = false;
      }
      depth--;
    }
  }

  /** Adds lines with the margin of the group that we are in. */
  private void emit(String text, char margin) {
    if (depth == 0) {
      out.append(text);
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      end = end == 0 ? text.length() : end;
      out.append("  ".repeat(depth)).append(margin).append(' ').append(text, start, end);
      start = end;
    }
  }
}
