package org.pyconc.stdlib.atexit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.CallWith;

/**
 * Functions that are called when the program ends, the latest first. Those of child processes are
 * not called, as in CPython 3.11, except in those that {@code os.fork} made.
 *
 * @see <a href="https://docs.python.org/3.11/library/atexit.html">atexit</a>
 */
public final class AtexitModule implements NativeModule {
  /** The functions of one process that are still to be called. */
  private static final class Table {
    final List<Entry> entries = new ArrayList<>();

    /** Whether this is the copy of a process, which ends as that one does. */
    boolean isForked;
  }

  private record Entry(Object function, PyTuple positional, @Nullable PyDict keywords) {}

  @Override
  public String name() {
    return "atexit";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.functionN(
        "register(func, /, *args, **kwargs)",
        "Has a function called at the end; returns it.",
        a -> register(a[0], (PyTuple) a[1], a[2]));
    b.function("unregister(func, /)", "Takes a function back.", AtexitModule::unregister);
    b.function(
        "_run_exitfuncs()",
        "Calls the functions now.",
        () -> {
          Table table = table();
          while (!table.entries.isEmpty()) {
            call(table.entries.removeLast());
          }
          return PySingleton.NONE;
        });
    b.function(
        "_clear()",
        "Takes all functions back.",
        () -> {
          table().entries.clear();
          return PySingleton.NONE;
        });
    b.function(
        "_ncallbacks()", "How many functions there are.", () -> (long) table().entries.size());
  }

  private static Table table() {
    return ProcessState.current().moduleState(Table.class, Table::new);
  }

  private static Object register(Object function, PyTuple positional, Object keywords) {
    if (!Calls.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    Entry entry = new Entry(function, positional, keywords instanceof PyDict d ? d : null);
    Table table = table();
    table.entries.add(entry);
    ProcessState state = ProcessState.current();
    if (table.isForked || state.process().parent() == null) {
      callAtEnd(state, table.entries, entry);
    }
    return function;
  }

  private static void callAtEnd(ProcessState state, List<Entry> entries, Entry entry) {
    state.atExit(
        () -> {
          if (removeSame(entries, entry)) {
            call(entry);
          }
        });
  }

  /** What the running process is to call, for a copy of it. */
  public static PyList calls() {
    PyList all = new PyList();
    for (Entry each : table().entries) {
      PyDict keywords = each.keywords;
      all.append(
          PyTuple.of(
              each.function, each.positional, keywords == null ? PySingleton.NONE : keywords));
    }
    return all;
  }

  /** Takes over, in the copy of a process, what {@link #calls} gave. */
  public static void inherit(PyList calls) {
    Table table = table();
    table.isForked = true;
    for (int i = 0; i < calls.size(); i++) {
      PyTuple call = (PyTuple) calls.get(i);
      register(call.get(0), (PyTuple) call.get(1), call.get(2));
    }
  }

  private static boolean removeSame(List<Entry> entries, Entry entry) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) == entry) {
        entries.remove(i);
        return true;
      }
    }
    return false;
  }

  private static Object unregister(Object function) {
    table().entries.removeIf(each -> Truth.isTrue(Comparison.equal(each.function, function)));
    return PySingleton.NONE;
  }

  private static void call(Entry entry) {
    try {
      CallWith.call(entry.function, entry.positional.items().clone(), entry.keywords);
    } catch (PyException e) {
      ProcessState state = ProcessState.current();
      state.out().flushQuietly();
      ErrorReport.ignored("Exception ignored in atexit callback", entry.function, e.value());
    }
  }
}
