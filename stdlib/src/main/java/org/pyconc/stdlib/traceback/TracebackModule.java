package org.pyconc.stdlib.traceback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionText;
import org.pyconc.errors.TracebackFrames;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;
import org.pyconc.scope.CodeUnit;

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

  /** What is written in the language, loaded when it is first used. */
  private static final List<String> MORE =
      List.of(
          "FrameSummary",
          "StackSummary",
          "TracebackException",
          "walk_stack",
          "walk_tb",
          "extract_tb",
          "extract_stack",
          "format_stack",
          "print_stack",
          "format_list",
          "print_list",
          "clear_frames",
          "print_last");

  @Override
  public void define(ModuleBuilder b) {
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
        a -> formatException(a[0], a[1], a[2], a[3], a[4]));
    b.functionN(
        "print_exception(exc, /, value=<unrepresentable>, tb=<unrepresentable>, limit=None,"
            + " file=None, chain=True)",
        "Print exception up to 'limit' stack trace entries from 'tb' to 'file'.",
        a -> print(joined(formatException(a[0], a[1], a[2], a[3], a[5])), a[4]));
    b.function(
        "format_exception_only(exc, /, value=<unrepresentable>)",
        "Format the exception part of a traceback.",
        (exc, value) -> only(PySingleton.orNone(exception(exc, value))));
    b.function(
        "format_tb(tb, limit=None)",
        "A shorthand for 'format_list(extract_tb(tb, limit))'.",
        (tb, limit) -> Calls.method(Calls.call2(more("extract_tb"), tb, limit), "format"));
    b.function(
        "print_tb(tb, limit=None, file=None)",
        "Print up to 'limit' stack trace entries from the traceback 'tb'.",
        (tb, limit, file) ->
            Calls.call2(more("print_list"), Calls.call2(more("extract_tb"), tb, limit), file));
    b.function("_exception_only(value)", "The last lines.", TracebackModule::only);
    b.function(
        "_line(code, lineno)",
        "A line of the text of code.",
        (code, line) -> WideString.of(lineOf((CodeUnit) code, line)));
    b.function("_places(tb)", "Frames and places of a traceback.", TracebackModule::places);
    b.functionN(
        "_carets(line, lineno, end_lineno, colno, end_colno)",
        "The carets below a line.",
        a ->
            WideString.of(
                TracebackFrames.carets(
                    Text.java(a[0]),
                    new Span(
                        (int) Items.toLong(a[1]),
                        (int) Items.toLong(a[3]),
                        (int) Items.toLong(a[2] == PySingleton.NONE ? a[1] : a[2]),
                        (int) Items.toLong(a[4])))));
    PyList all = new PyList();
    for (Object name : Iteration.toArray(b.module().dictionary())) {
      if (!Text.java(name).startsWith("_")) {
        all.append(name);
      }
    }
    for (String name : MORE) {
      all.append(name);
    }
    b.constant("__all__", all);
    b.function(
        "__getattr__(name)",
        "",
        name -> {
          if (!MORE.contains(Text.java(name))) {
            throw Errors.attributeError(
                "module 'traceback' has no attribute '" + Text.java(name) + "'",
                b.module(),
                Text.java(name));
          }
          Object found = more(Text.java(name));
          b.constant(Text.java(name), found);
          return found;
        });
  }

  private static Object more(String name) {
    Object module = ModuleLoader.current().importModule("_traceback_more", true);
    return Attributes.load(module, name);
  }

  private static String lineOf(CodeUnit code, Object number) {
    String name = code.source().name();
    boolean isNone = number == PySingleton.NONE || (name.startsWith("<") && name.endsWith(">"));
    String line = isNone ? "" : code.source().line((int) Items.toLong(number));
    return line.isBlank() ? "" : line;
  }

  private static Object places(Object traceback) {
    PyList list = new PyList();
    PyTraceback entry = traceback instanceof PyTraceback t ? t : null;
    for (; entry != null; entry = entry.next()) {
      Span at = entry.place();
      list.append(
          PyTuple.of(
              CallStack.frame(entry),
              PyTuple.of(
                  (long) at.line(),
                  (long) at.endLine(),
                  (long) at.column(),
                  (long) at.endColumn())));
    }
    return list;
  }

  /** The last lines: those of a syntax error are elements of their own, and so are notes. */
  private static Object only(Object value) {
    PyList list = new PyList();
    if (!(value instanceof PyBaseException e)) {
      list.append("NoneType: None\n");
      return list;
    }
    List<String> parts = ExceptionText.parts(e, false);
    for (String part : parts) {
      list.append(WideString.of(part));
    }
    return list;
  }

  private static @Nullable PyBaseException handled() {
    return TaskState.current().handled();
  }

  /** The exception that the arguments name in the new form (exc) or the old (type, value, tb). */
  private static @Nullable PyBaseException exception(Object exc, Object value) {
    if (value == Unset.UNSET) {
      if (exc instanceof PyBaseException || exc == PySingleton.NONE) {
        return exc instanceof PyBaseException e ? e : null;
      }
      throw Errors.typeError("Exception expected for value, " + PyType.of(exc).name() + " found");
    }
    return value instanceof PyBaseException e ? e : null;
  }

  private static Object formatException(
      Object exc, Object value, Object tb, Object limit, Object chain) {
    if ((value == Unset.UNSET) != (tb == Unset.UNSET)) {
      throw Errors.valueError("Both or neither of value and tb must be given");
    }
    PyBaseException e = exception(exc, value);
    Object traceback = tb != Unset.UNSET ? tb : e == null ? null : e.traceback();
    return Calls.call4(
        more("_format"), PySingleton.orNone(e), PySingleton.orNone(traceback), limit, chain);
  }

  private static String joined(Object lines) {
    StringBuilder out = new StringBuilder();
    for (Object line : Iteration.toArray(lines)) {
      out.append(Text.java(line));
    }
    return out.toString();
  }

  private static String format(@Nullable PyBaseException e, Object limit, Object chain) {
    if (e == null) {
      return "NoneType: None\n";
    }
    // tracebacklimit counts from the outermost entry here, but for what nobody caught
    if (limit == PySingleton.NONE
        && ProcessState.current().sysAttribute("tracebacklimit") == null) {
      return TracebackPrinter.formatPlainly(e, Truth.isTrue(chain));
    }
    return joined(Calls.call4(more("_format"), e, PySingleton.orNone(e.traceback()), limit, chain));
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
