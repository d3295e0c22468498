package org.pyconc.stdlib.traceback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionText;
import org.pyconc.errors.TracebackFrames;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;

/**
 * Printing and formatting of exceptions.
 *
 * @see <a href="https://docs.python.org/3.11/library/traceback.html">traceback</a>
 */
public final class TracebackModule implements NativeModule {
  @Override
  public String name() {
    return "traceback";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(FrameSummary.TYPE);
    b.function(
        "format_exc(limit=None, chain=True)",
        "Like print_exc() but return a string.",
        (limit, chain) -> WideString.of(format(handled(), limit, chain)));
    b.function(
        "print_exc(limit=None, file=None, chain=True)",
        "Shorthand for 'print_exception(*sys.exc_info(), limit, file)'.",
        (limit, file, chain) -> print(format(handled(), limit, chain), file));
    b.functionN(
        "format_exception(exc, /, value=<unrepresentable>, tb=<unrepresentable>, limit=None,"
            + " chain=True)",
        "Format a stack trace and the exception information.",
        a -> lines(format(exception(a[0], a[1], a[2]), a[3], a[4])));
    b.functionN(
        "print_exception(exc, /, value=<unrepresentable>, tb=<unrepresentable>, limit=None,"
            + " file=None, chain=True)",
        "Print exception up to 'limit' stack trace entries from 'tb' to 'file'.",
        a -> print(format(exception(a[0], a[1], a[2]), a[3], a[5]), a[4]));
    b.function(
        "format_exception_only(exc, /, value=<unrepresentable>)",
        "Format the exception part of a traceback.",
        (exc, value) -> {
          PyBaseException e = exception(exc, value, PySingleton.NONE);
          return lines(e == null ? "NoneType: None\n" : ExceptionText.format(e));
        });
    b.function(
        "format_tb(tb, limit=None)",
        "A shorthand for 'format_list(extract_tb(tb, limit))'.",
        (tb, limit) -> strings(entries(tb, limit)));
    b.function(
        "print_tb(tb, limit=None, file=None)",
        "Print up to 'limit' stack trace entries from the traceback 'tb'.",
        (tb, limit, file) -> print(String.join("", entries(tb, limit)), file));
    b.function(
        "extract_tb(tb, limit=None)",
        "Return the entries of a traceback.",
        (tb, limit) -> {
          PyList list = new PyList();
          PyTraceback entry = tb instanceof PyTraceback t ? t : null;
          for (; entry != null; entry = entry.next()) {
            list.append(new FrameSummary(entry));
          }
          return list;
        });
    b.function(
        "format_list(extracted_list)",
        "Format a list of tuples or FrameSummary objects for printing.",
        TracebackModule::formatList);
  }

  private static @Nullable PyBaseException handled() {
    return TaskState.current().handled();
  }

  /** The exception that the arguments name in the new form (exc) or the old (type, value, tb). */
  private static @Nullable PyBaseException exception(Object exc, Object value, Object traceback) {
    if (exc instanceof PyBaseException e) {
      return e;
    }
    if (value == Unset.UNSET && exc != PySingleton.NONE) {
      throw Errors.typeError("Exception expected for value, " + PyType.of(exc).name() + " found");
    }
    if (value instanceof PyBaseException e) {
      if (traceback instanceof PyTraceback t && e.traceback() == null) {
        e.setTraceback(t);
      }
      return e;
    }
    return null;
  }

  private static String format(@Nullable PyBaseException e, Object limit, Object chain) {
    if (e == null) {
      return "NoneType: None\n";
    }
    if (limit == PySingleton.NONE) {
      return TracebackPrinter.format(e, Truth.isTrue(chain));
    }
    PyTraceback traceback = e.traceback();
    String frames = traceback == null ? "" : String.join("", entries(traceback, limit));
    return (traceback == null ? "" : "Traceback (most recent call last):\n" + frames)
        + ExceptionText.format(e);
  }

  private static List<String> entries(Object traceback, Object limit) {
    if (!(traceback instanceof PyTraceback t)) {
      return List.of();
    }
    List<String> all = TracebackFrames.formatEach(t);
    if (!(limit instanceof Long l)) {
      return all;
    }
    int count = (int) Math.min(Math.abs(l), all.size());
    return l >= 0 ? all.subList(0, count) : all.subList(all.size() - count, all.size());
  }

  private static PyList strings(List<String> texts) {
    PyList list = new PyList();
    for (String text : texts) {
      list.append(WideString.of(text));
    }
    return list;
  }

  private static PyList lines(String text) {
    PyList list = new PyList();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      // an entry's source and carets stay together with its place
      while (end < text.length() && text.startsWith("    ", end)) {
        end = text.indexOf('\n', end) + 1;
      }
      list.append(WideString.of(text.substring(start, end)));
      start = end;
    }
    return list;
  }

  private static Object formatList(Object extracted) {
    PyList list = new PyList();
    for (Object each : Iteration.toArray(extracted)) {
      if (each instanceof FrameSummary s) {
        list.append(WideString.of(TracebackFrames.format(s.entry().code(), s.entry().place())));
      }
    }
    return list;
  }

  private static Object print(String text, Object file) {
    ProcessState state = ProcessState.current();
    Object stream = file;
    if (stream == PySingleton.NONE) {
      Object replaced = state.sysAttribute("stderr");
      stream = replaced == null ? state.err() : replaced;
    }
    if (stream != PySingleton.NONE) {
      Calls.method(stream, "write", WideString.of(text));
    }
    return PySingleton.NONE;
  }
}
