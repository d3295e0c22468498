package org.pyconc.stdlib.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Tracers;
import org.pyconc.scope.CodeUnit;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Counts and times the calls of a thread: in all, and by whom. Times are in nanoseconds. */
final class CallCounter extends PyInstance implements Tracers.CallListener, Transferable {
  private static final double NANOS = 1e9;

  static final PyType TYPE =
      new PyType(
          "_tracing.Counter",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          CallCounter::define);

  /** What is known of a function, or of its calls by another one. */
  private static final class Figures {
    long calls;
    long primitive;
    long own;
    long total;

    /** How many of its calls are running. */
    int running;

    void ended(long time, long ownTime) {
      running--;
      calls++;
      own += ownTime;
      if (running == 0) {
        primitive++;
        total += time;
      }
    }
  }

  private static final class Row {
    final Figures figures = new Figures();
    final Map<Object, Figures> callers = new LinkedHashMap<>();
  }

  private static final class Call {
    final Object function;
    final Figures figures;
    final @Nullable Figures byCaller;
    final long begun;
    long inner;

    Call(Object function, Figures figures, @Nullable Figures byCaller, long begun) {
      this.function = function;
      this.figures = figures;
      this.byCaller = byCaller;
      this.begun = begun;
    }
  }

  /** By code unit; by its name for a builtin. */
  private final Map<Object, Row> rows = new LinkedHashMap<>();

  private final Map<Native, String> names = new HashMap<>();
  private final ArrayDeque<Call> running = new ArrayDeque<>();
  private boolean countsBuiltins = true;

  CallCounter() {
    super(TYPE);
  }

  @Override
  public void entered(CodeUnit code) {
    begin(code);
  }

  @Override
  public void left(CodeUnit code) {
    end(code);
  }

  @Override
  public void builtinEntered(PyObject function) {
    if (countsBuiltins) {
      begin(name(function));
    }
  }

  @Override
  public void builtinLeft(PyObject function) {
    if (countsBuiltins) {
      end(name(function));
    }
  }

  /** As CPython's profiler names it. */
  private String name(PyObject function) {
    return switch (function) {
      case NativeFunction f ->
          names.computeIfAbsent(
              f.code(), c -> "<built-in method " + f.moduleName() + "." + f.name() + ">");
      case BoundNative b when b.function() instanceof NativeMethod m -> name(m);
      case BoundNative b ->
          names.computeIfAbsent(b.code(), c -> "<built-in method " + c.name() + ">");
      case NativeMethod m -> names.computeIfAbsent(m.code(), c -> Text.repr(m).toString());
      default -> throw new IllegalArgumentException(function.toString());
    };
  }

  private void begin(Object function) {
    Row row = rows.computeIfAbsent(function, c -> new Row());
    Call caller = running.peek();
    Figures byCaller =
        caller == null ? null : row.callers.computeIfAbsent(caller.function, c -> new Figures());
    row.figures.running++;
    if (byCaller != null) {
      byCaller.running++;
    }
    running.push(new Call(function, row.figures, byCaller, System.nanoTime()));
  }

  private void end(Object function) {
    long now = System.nanoTime();
    if (!isRunning(function)) {
      return; // it began before somebody looked
    }
    Call call = running.pop();
    while (!call.function.equals(function)) { // greenlets end in any order
      end(call, now);
      call = running.pop();
    }
    end(call, now);
  }

  private boolean isRunning(Object function) {
    for (Call call : running) {
      if (call.function.equals(function)) {
        return true;
      }
    }
    return false;
  }

  private void end(Call call, long now) {
    long time = now - call.begun;
    call.figures.ended(time, time - call.inner);
    if (call.byCaller != null) {
      call.byCaller.ended(time, time - call.inner);
    }
    Call caller = running.peek();
    if (caller != null) {
      caller.inner += time;
    }
  }

  private void stop() {
    long now = System.nanoTime();
    while (!running.isEmpty()) {
      end(running.pop(), now);
    }
  }

  private static Object key(Object function) {
    if (!(function instanceof CodeUnit code)) {
      return PyTuple.of("~", 0L, function);
    }
    return PyTuple.of(
        WideString.of(code.source().name()), (long) code.firstLine(), WideString.of(code.name()));
  }

  private static PyTuple figures(Object key, Figures f, Object callers) {
    return PyTuple.of(key, f.primitive, f.calls, f.own / NANOS, f.total / NANOS, callers);
  }

  private Object all() {
    PyList all = new PyList();
    rows.forEach(
        (code, row) -> {
          List<Object> callers = new ArrayList<>();
          row.callers.forEach(
              (caller, figures) -> callers.add(figures(key(caller), figures, PySingleton.NONE)));
          all.append(figures(key(code), row.figures, PyList.of(callers.toArray())));
        });
    return all;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "start(self, builtins, /)",
        "Counts the calls of this thread from here on; those of builtins too, or only the others.",
        (self, builtins) -> {
          ((CallCounter) self).countsBuiltins = Truth.isTrue(builtins);
          Tracers.of(Task.require()).setListener((CallCounter) self);
          return PySingleton.NONE;
        });
    b.method(
        "run(self, code, globals, locals, /)",
        "exec() with these variables, as a call that is counted.",
        (self, code, globals, locals) -> {
          Object exec = Objects.requireNonNull(ProcessState.current().builtins().own("exec"));
          return Tracers.call(exec, new Object[] {code, globals, locals}, PyObject.NO_KEYWORDS);
        });
    b.method(
        "stop(self, /)",
        "Counts no more.",
        self -> {
          Tracers.of(Task.require()).setListener(null);
          ((CallCounter) self).stop();
          return PySingleton.NONE;
        });
    b.method(
        "clear(self, /)",
        "Forgets all.",
        self -> {
          ((CallCounter) self).rows.clear();
          ((CallCounter) self).running.clear();
          return PySingleton.NONE;
        });
    b.method(
        "rows(self, /)",
        "Place, primitive calls, calls, own and whole seconds and callers of each function.",
        self -> ((CallCounter) self).all());
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "a profile");
  }
}
