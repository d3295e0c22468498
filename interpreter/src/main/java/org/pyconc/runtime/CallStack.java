package org.pyconc.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Coroutine;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.scope.CodePlace;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;

/**
 * Where the code of a task is. Costs nothing until somebody asks: compiled code is found on the
 * JVM's stack, the line numbers of which are those of the places in a code unit, interpreted code
 * through its {@link Activation}s.
 */
public final class CallStack {
  /** The method that runs an interpreted unit, and the one that steps through a generator. */
  private static final String INTERPRETED = "org.pyconc.ast.InterpretedBody";

  /** What the names of methods begin with that are parts of another one of their class. */
  private static final String PART = "part";

  private static final String INTERPRETED_RUN = "runActivated";

  /** The method that runs a greenlet: the end of its stack. */
  private static final String GREENLET = "org.pyconc.stdlib.greenlet.Trampoline";

  private static final String GREENLET_RUN = "runBody";

  private static final Set<StackWalker.Option> OPTIONS =
      EnumSet.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES);

  private static final StackWalker WALKER = StackWalker.getInstance(OPTIONS);

  /** The method that resumes a generator without those that wait for it. */
  private static final String CHAIN = "org.pyconc.objects.GeneratorChain";

  private static final String CHAIN_RESUME = "resumeEnd";

  private final Executor executor;
  private @Nullable Activation next;
  private @Nullable Object nextChain;
  private final boolean onlyProgram;

  /** The class whose part is what was found last: the methods that called it belong to it. */
  private @Nullable Class<?> partOf;

  private final List<CodePlace> found = new ArrayList<>(2);
  private final List<@Nullable Activation> activations = new ArrayList<>(2);

  /**
   * @param onlyProgram whether the innermost place that is not in the library is enough
   */
  private CallStack(Task task, boolean onlyProgram) {
    this.executor = ProcessState.of(task).program().executor();
    this.next = (Activation) task.activation;
    this.nextChain = task.chain;
    this.onlyProgram = onlyProgram;
  }

  /** Compiled code is about to make something that will ask where it was made. */
  public static void begin(Task task, CodePlace place) {
    task.making = place;
    task.makingDepth = task.depth;
  }

  /** What {@link #begin} announced has been made. */
  public static void end(Task task) {
    task.making = null;
  }

  /** The innermost place of the running task that is not in the library; null if there is none. */
  public static @Nullable CodePlace here() {
    Task task = Task.current();
    if (task == null) {
      return null;
    }
    if (task.makingDepth == task.depth
        && task.making instanceof CodePlace place
        && !place.isInLibrary()) {
      return place;
    }
    return of(task);
  }

  /** The innermost place of a task that runs here or is suspended. */
  public static @Nullable CodePlace of(Task task) {
    if (task.activation instanceof Activation a && a.isInnermostOf(task)) {
      CodePlace place = new CodePlace(a.code, a.place());
      if (!place.isInLibrary()) {
        return place;
      }
    }
    if (!(task.process().attachment instanceof ProcessState)) {
      return null;
    }
    List<CodePlace> places = new CallStack(task, true).walk(task);
    return places.isEmpty() || places.getLast().isInLibrary() ? null : places.getLast();
  }

  /** The places where the running task is, the innermost first. */
  public static List<CodePlace> all() {
    Task task = Task.require();
    return new CallStack(task, false).walk(task);
  }

  /** {@code __name__} of the module whose code runs: where a class that a call makes belongs. */
  public static Object moduleName() {
    List<CodePlace> places = Task.current() == null ? List.of() : all();
    Object name = places.isEmpty() ? null : globals(places.getFirst().code()).own("__name__");
    return name == null ? "__main__" : name;
  }

  /**
   * The frame of the code that runs in a task, with those that called it; null if there is none.
   */
  public static @Nullable PyFrame frame(Task task) {
    CallStack stack = new CallStack(task, false);
    return stack.frames(stack.walk(task), task);
  }

  /**
   * What a coroutine that is being made remembers of those who make it: a tuple of file, line and
   * name of each, the innermost first.
   *
   * @param most how many
   */
  public static PyTuple origin(Task task, int most) {
    List<Object> callers = new ArrayList<>();
    for (PyFrame f = frame(task); f != null && callers.size() < most; f = f.back()) {
      CodeUnit code = f.code();
      callers.add(
          PyTuple.of(
              WideString.of(code.source().name()), (long) f.line(), WideString.of(code.name())));
    }
    return PyTuple.of(callers.toArray());
  }

  /**
   * The frame in which a suspended coroutine of the running task is; null if that cannot be seen.
   *
   * @param innermost the activation that belonged to the task when it was suspended
   * @param chain the same for {@link Task#chain}
   */
  public static @Nullable PyFrame frame(
      Coroutine suspended, @Nullable Object innermost, @Nullable Object chain) {
    StackWalker walker = suspended.stackWalker(OPTIONS);
    Task task = Task.require();
    CallStack stack = new CallStack(task, false);
    stack.next = (Activation) innermost;
    stack.nextChain = chain;
    return stack.frames(walker == null ? stack.rest() : walker.walk(stack::places), null);
  }

  private @Nullable PyFrame frames(List<CodePlace> places, @Nullable Task watched) {
    PyFrame frame = null;
    for (int i = places.size() - 1; i >= 0; i--) {
      Activation activation = activations.get(i);
      CodeUnit code = places.get(i).code();
      PyModule globals = activation == null ? globals(code) : activation.function.globals();
      PyFrame known = activation == null ? null : activation.known();
      if (known != null) {
        known.setOuter(frame);
        frame = known;
      } else {
        frame =
            new PyFrame(
                code,
                globals,
                places.get(i).span().line(),
                frame,
                activation == null ? null : activation::locals);
        if (activation != null) {
          activation.setKnown(frame);
        }
      }
      frame.setLine(places.get(i).span().line());
      if (watched != null) {
        int height = places.size() - i;
        frame.setCurrentLine(() -> line(watched, code, height));
      }
    }
    return frame;
  }

  /** Where the code at that height of the stack is now; 0 if there is other code by now. */
  private static int line(Task task, CodeUnit code, int height) {
    List<CodePlace> places =
        task == Task.current() ? new CallStack(task, false).walk(task) : List.of();
    int index = places.size() - height;
    return index >= 0 && places.get(index).code() == code ? places.get(index).span().line() : 0;
  }

  /** The frame of a traceback's entry; it has the globals of the module with that file. */
  public static PyFrame frame(PyTraceback entry) {
    Activation activation = entry.activation() instanceof Activation a ? a : null;
    CodeUnit code = entry.code();
    return new PyFrame(
        code,
        activation == null ? globals(code) : activation.function.globals(),
        entry.place().line(),
        null,
        activation == null ? null : activation::locals);
  }

  /** What a traceback's entry for running code keeps, so that it can tell the variables. */
  public static @Nullable Object kept(CodeUnit code) {
    Task task = code.keepsLocals() ? Task.current() : null;
    return task != null && task.activation instanceof Activation a && a.code == code ? a : null;
  }

  private static PyModule globals(CodeUnit code) {
    ProcessState state = ProcessState.current();
    String file = code.source().name();
    PyModule found = Session.mainModule(state);
    PyDict modules = state.modules();
    for (int i = modules.next(0); i >= 0; i = modules.next(i + 1)) {
      if (modules.valueAt(i) instanceof PyModule m && file.equals(m.own("__file__"))) {
        found = m;
      }
    }
    return found;
  }

  /** Where an exception was raised, or null. */
  public static @Nullable CodePlace of(PyBaseException exception) {
    CodePlace innermost = null;
    for (PyTraceback t = exception.traceback(); t != null; t = t.next()) {
      CodePlace place = new CodePlace(t.code(), t.place());
      if (!place.isInLibrary()) {
        innermost = place;
      }
    }
    return innermost;
  }

  private List<CodePlace> walk(Task task) {
    StackWalker walker = task == Task.current() ? WALKER : task.stackWalker(OPTIONS);
    return walker == null ? rest() : walker.walk(this::places);
  }

  private List<CodePlace> places(Stream<StackFrame> frames) {
    for (Iterator<StackFrame> all = frames.iterator(); !isEnough() && all.hasNext(); ) {
      StackFrame frame = all.next();
      Class<?> owner = frame.getDeclaringClass();
      if (owner.isHidden()) {
        boolean isPart = frame.getMethodName().startsWith(PART);
        CodePlace place = executor.placeOf(owner, frame.getLineNumber());
        if (place != null && owner != partOf) {
          found.add(place);
          activations.add(null);
        }
        if (place != null) {
          partOf = isPart ? owner : null;
        }
      } else if (frame.getMethodName().equals(INTERPRETED_RUN)
          && owner.getName().equals(INTERPRETED)) {
        addInterpreted();
      } else if (frame.getMethodName().equals(CHAIN_RESUME) && owner.getName().equals(CHAIN)) {
        addWaiting();
      } else if (frame.getMethodName().equals(GREENLET_RUN) && owner.getName().equals(GREENLET)) {
        break; // what is below does not belong to the greenlet
      }
    }
    return found;
  }

  private boolean isEnough() {
    return onlyProgram && !found.isEmpty() && !found.getLast().isInLibrary();
  }

  private void addInterpreted() {
    Activation activation = next;
    if (activation != null) {
      found.add(new CodePlace(activation.code, activation.place()));
      activations.add(activation);
      next = activation.outer();
    }
  }

  private void addWaiting() {
    if (nextChain instanceof PyGenerator running) {
      for (PyGenerator waiting : running.waiting()) {
        found.add(new CodePlace(waiting.code(), waiting.place()));
        activations.add(null);
      }
      nextChain = running.outerChain();
    }
  }

  /** Without a stack to look at: what the interpreter runs. */
  private List<CodePlace> rest() {
    while (next != null && !isEnough()) {
      addInterpreted();
    }
    return found;
  }
}
