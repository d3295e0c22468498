package org.pyconc.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.BuiltinsModule;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.TreeReader;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.ProcessSpec;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitGraph;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Shape;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.ForkingCode;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeAnalyzer;

/** One run of a program: a kernel, the code that all its processes share, the standard streams. */
public final class Program implements AutoCloseable {
  /** The reason with which Ctrl-C interrupts a task. */
  public static final Object CTRL_C = "SIGINT";

  private static final int SIGINT = 2;
  private static final int INTERRUPTED = 130;

  /** Nobody reads the output: what a program ends with that SIGPIPE killed. */
  private static final int ABANDONED = 128 + 13;

  /** The last output could not be written. */
  private static final int UNWRITTEN = 120;

  /** EX_SOFTWARE of sysexits.h: no process of the program could ever go on. */
  private static final int DEADLOCKED = 70;

  private final StandardFiles files;
  private final ModuleProvider modules;
  private final Executor executor;
  private final List<String> arguments;
  private final Kernel kernel;
  private HostAccess hostAccess = HostAccess.ALL;
  private volatile @Nullable MainCode mainCode;
  private volatile boolean mainRunsAgain;
  private Limits limits = Limits.NONE;

  /** Processes that {@code os.fork} made. Guarded by itself. */
  private final Set<KernelProcess> forked = new HashSet<>();

  private @Nullable Map<String, String> environment;
  private List<String> searchPath = List.of();
  private volatile boolean isDialogue;
  private @Nullable Path folder;
  private ProgramStarter programStarter = ProcessBuilder::start;
  private final PyModule builtins = BuiltinsModule.create();
  private final ConcurrentHashMap<String, CodeUnit> code = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Shape> shapes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Class<?>, Object> states = new ConcurrentHashMap<>();

  /**
   * @param arguments {@code sys.argv}
   */
  public Program(
      StandardFiles files, ModuleProvider modules, Executor executor, List<String> arguments) {
    this(files, modules, executor, arguments, KernelOptions.defaults());
  }

  /**
   * @param arguments {@code sys.argv}
   * @param options of the kernel, whose interrupt handler is replaced
   */
  public Program(
      StandardFiles files,
      ModuleProvider modules,
      Executor executor,
      List<String> arguments,
      KernelOptions options) {
    this.files = files;
    this.modules = modules;
    this.executor = executor;
    this.arguments = new ArrayList<>(arguments);
    this.kernel =
        new Kernel(
            options
                .withInterruptHandler(Program::interrupted)
                .withOnDeadlock(this::deadlocked)
                .withPlaceOf(CallStack::of)
                .withOnUncaught((task, thrown) -> internalError(thrown)));
  }

  /** What a native module keeps for all processes of the program; guards itself. */
  public <T> T state(Class<T> type, Supplier<T> make) {
    return type.cast(states.computeIfAbsent(type, key -> make.get()));
  }

  /** Nothing can go on: says why, and ends the program. */
  private void deadlocked(WaitGraph graph) {
    KernelProcess main = kernel.mainProcess();
    if (main == null) {
      return;
    }
    for (KernelProcess process : kernel.processes()) {
      if (process.attachment instanceof ProcessState state) {
        state.out().flushQuietly();
        state.err().flushQuietly();
      }
    }
    byte[] bytes = DeadlockReport.of(graph).getBytes(StandardCharsets.UTF_8);
    files.err().write(bytes, bytes.length);
    if (isDialogue) {
      interruptMain();
      return;
    }
    main.exit(DEADLOCKED);
    for (KernelProcess process : kernel.processes()) {
      process.exit(DEADLOCKED); // copies of the main process, which has ended
    }
  }

  /** From now on a deadlock ends what the main thread does, and the program goes on. */
  void setDialogue() {
    isDialogue = true;
  }

  /** An error of pyconc itself has ended a thread of the program. */
  private void internalError(Throwable thrown) {
    StringBuilder text = new StringBuilder("pyconc: internal error: ").append(thrown).append('\n');
    if (System.getenv("PYCONC_DEBUG") == null) {
      text.append("pyconc: set PYCONC_DEBUG=1 to see where, and please report it\n");
    } else {
      for (StackTraceElement element : thrown.getStackTrace()) {
        text.append("    at ").append(element).append('\n');
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    files.err().write(bytes, bytes.length);
  }

  private static void interrupted(Task task, Object reason) {
    SignalHandling handling = ProcessState.of(task).signalHandling();
    if (handling != null && (reason == CTRL_C || reason instanceof KernelProcess.Signal)) {
      handling.deliver(reason instanceof KernelProcess.Signal s ? s.number() : SIGINT);
      return;
    }
    if (reason == CTRL_C) {
      throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, PyObject.NO_ARGUMENTS);
    }
    if (reason instanceof Runnable action) {
      action.run();
    }
  }

  public StandardFiles files() {
    return files;
  }

  /** What of the host the program may use. */
  public HostAccess hostAccess() {
    return hostAccess;
  }

  /** To be called before the program runs. */
  public void setHostAccess(HostAccess access) {
    hostAccess = access;
  }

  /** How much it may have at a time. */
  public Limits limits() {
    return limits;
  }

  /** To be called before the program runs. */
  public void setLimits(Limits newLimits) {
    limits = newLimits;
  }

  /** The environment variables that the main process begins with. */
  Map<String, String> environment() {
    Map<String, String> own = environment;
    return own == null ? System.getenv() : own;
  }

  /** To be called before the program runs: other environment variables than the JVM's. */
  public void setEnvironment(Map<String, String> variables) {
    environment = variables;
  }

  /**
   * To be called before the program runs: folders in which modules are looked for behind the
   * program's own.
   */
  public void setSearchPath(List<String> folders) {
    searchPath = folders;
  }

  public ProgramStarter programStarter() {
    return programStarter;
  }

  /** To be called before the program runs. */
  public void setProgramStarter(ProgramStarter starter) {
    programStarter = starter;
  }

  /** The working folder that the main process begins with. */
  Path folder() {
    Path own = folder;
    return own == null ? Path.of(System.getProperty("user.dir", "/")).toAbsolutePath() : own;
  }

  /**
   * To be called before the program runs: another working folder than the JVM's. All files that the
   * program names are of its file system.
   */
  public void setFolder(Path path) {
    folder = path;
  }

  public ModuleProvider modules() {
    return modules;
  }

  public Executor executor() {
    return executor;
  }

  public List<String> arguments() {
    return arguments;
  }

  public Kernel kernel() {
    return kernel;
  }

  /** The module of the builtin functions and types. */
  public PyModule builtins() {
    return builtins;
  }

  /** The shape that every process's copy of a module starts with. */
  Shape moduleShape(String name) {
    return shapes.computeIfAbsent(name, key -> new Shape());
  }

  /** The code of a file, read once. */
  CodeUnit codeOf(Path file) throws IOException, SyntaxError {
    CodeUnit known = code.get(file.toString());
    return known != null
        ? known
        : analyze(SourceDecoder.decode(file.toString(), Files.readAllBytes(file)));
  }

  /** The code of a module of the library, read once. */
  CodeUnit codeOf(LibrarySource source) throws SyntaxError {
    CodeUnit known = code.get(source.text().name());
    if (known != null) {
      return known;
    }
    byte[] made = source.tree().read();
    long checksum = source.checksum();
    Module tree = made == null ? null : TreeReader.read(made, checksum);
    CodeUnit unit = analyze(tree == null ? Parser.parseModule(source.text()) : tree, source.text());
    executor.usePrecompiled(unit, source.classes()::read, checksum);
    return unit;
  }

  private CodeUnit analyze(SourceText source) throws SyntaxError {
    return analyze(Parser.parseModule(source), source);
  }

  private CodeUnit analyze(Module tree, SourceText source) throws SyntaxError {
    CodeUnit unit = ScopeAnalyzer.module(tree, source, executor);
    code.put(source.name(), unit);
    SyntaxWarnings.report(unit);
    return unit;
  }

  /** Runs the code of a module in its namespace. */
  public static void runModule(CodeUnit unit, PyModule module) {
    PyFunction function = moduleFunction(unit, module);
    unit.body().run(function, Task.require(), PyObject.NO_ARGUMENTS);
  }

  private static PyFunction moduleFunction(CodeUnit unit, PyModule module) {
    PyFunction function =
        new PyFunction(unit, module, new Cell[0], PyObject.NO_ARGUMENTS, new @Nullable Object[0]);
    String doc = unit.doc();
    module.setOwn("__doc__", doc == null ? PySingleton.NONE : WideString.of(doc));
    return function;
  }

  /**
   * Runs a file as the main module in a new main process and waits for its end.
   *
   * @param folder where the program's own modules are looked for first
   * @return the exit status
   */
  public int run(CodeUnit unit, String folder) throws InterruptedException {
    return run(folder, state -> runMain(unit, null, state));
  }

  /**
   * Runs a module, or {@code __main__} of a package, that is looked for in {@code folder} and in
   * the library, in a new main process and waits for its end. Its file becomes the first argument.
   *
   * @return the exit status: 1 also if there is no such module
   */
  public int runNamed(String module, String folder) throws InterruptedException {
    return run(
        folder,
        state -> {
          ModuleLoader.MainCode found = locate(module, state);
          String file = found.code().source().name();
          arguments.set(0, file);
          if (state.sysAttribute("argv") instanceof PyList argv && argv.size() > 0) {
            argv.set(0, WideString.of(file));
          }
          runMain(found.code(), found.packageName(), state);
        });
  }

  private static ModuleLoader.MainCode locate(String module, ProcessState state) {
    try {
      return ModuleLoader.current().locate(module);
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.IMPORT_ERROR)) {
        throw e;
      }
      state.err().writeQuietly("pyconc: " + Text.javaStr(e.value()) + "\n");
      throw Errors.of(ExceptionTypes.SYSTEM_EXIT, new Object[] {1L});
    }
  }

  /**
   * Starts a main process that does something else than running a file.
   *
   * @param folder where the program's own modules are looked for first
   */
  public void start(String folder, Consumer<ProcessState> main) {
    ProcessState state = new ProcessState(this);
    PyList path = PyList.of(WideString.of(folder));
    for (String each : searchPath) {
      path.append(WideString.of(each));
    }
    state.setPath(path);
    kernel.spawn(new ProcessSpec(() -> "MainProcess", () -> runToTheEnd(main, state), null, state));
  }

  private int run(String folder, Consumer<ProcessState> main) throws InterruptedException {
    start(folder, main);
    return awaitEnd();
  }

  /** A copy of a process that {@code os.fork} made: the program ends after it. */
  public void forkedBegins(KernelProcess process) {
    synchronized (forked) {
      forked.add(process);
    }
  }

  void processEnds(KernelProcess process) {
    synchronized (forked) {
      if (forked.remove(process)) {
        forked.notifyAll();
      }
    }
  }

  /** Waits for the end of the main process and of its copies, and returns the exit status. */
  int awaitEnd() throws InterruptedException {
    int status = kernel.awaitMain();
    synchronized (forked) {
      while (!forked.isEmpty()) {
        forked.wait();
      }
    }
    return status < 0 ? 128 - status : status;
  }

  private static void runToTheEnd(Consumer<ProcessState> main, ProcessState state) {
    KernelProcess process = Task.require().process();
    state.setProcess(process);
    int status = guard(state, () -> main.accept(state));
    int threads = guard(state, state::awaitThreads);
    int atExit = guard(state, state::runExitActions);
    Forgotten.closeVariables(state);
    int flushed = flushLast(state);
    process.setExitCode(
        status != 0 ? status : threads != 0 ? threads : atExit != 0 ? atExit : flushed);
  }

  private static void runMain(CodeUnit unit, @Nullable String packageName, ProcessState state) {
    String file = unit.source().name();
    boolean isFile = !file.equals("<string>");
    Object inPackage = packageName == null ? PySingleton.NONE : packageName;
    // as in CPython, the __main__ of a package or folder is there for the main process alone
    if (isFile && !file.endsWith("/__main__.py")) {
      state.program().mainCode = new MainCode(unit, inPackage);
    }
    PyModule main = newMainModule(state, isFile ? file : null, inPackage);
    SyntaxWarnings.report(unit);
    if (unit.body() instanceof ForkingCode code) {
      code.runMain(moduleFunction(unit, main));
    } else {
      runModule(unit, main);
    }
  }

  /**
   * Goes on in a child process that {@code os.fork} made, up to the end of the main module.
   *
   * @param code the copy of what was running
   */
  public static void runForked(ProcessState state, PyGenerator code) {
    runToTheEnd(own -> ForkingCode.goOn(code), state);
  }

  /** The file of the main module, if it has one. */
  private record MainCode(CodeUnit unit, Object packageName) {}

  /**
   * Runs the file of the main module in a process that did not start from its parent's memory, as
   * {@code __mp_main__}. What it is sent names the classes of that module.
   */
  public static void runMainAgain(ProcessState state) {
    MainCode known = state.program().mainCode;
    state.program().mainRunsAgain = true;
    state.setImportsItself();
    if (known != null) {
      PyModule main = newMainModule(state, known.unit.source().name(), known.packageName);
      main.setOwn("__name__", "__mp_main__");
      state.modules().put("__mp_main__", main);
      runModule(known.unit, main);
    }
  }

  /** Whether classes of the same name in two processes may have been made in each of them. */
  public boolean mainRunsAgain() {
    return mainRunsAgain;
  }

  /** The module {@code __main__} of a process; a new one without content if there is none. */
  public static PyModule mainModule(ProcessState state) {
    if (state.modules().get("__main__") instanceof PyModule main) {
      return main;
    }
    return newMainModule(state, null, PySingleton.NONE);
  }

  /** The module {@code __main__} of a process, without content yet. */
  static PyModule newMainModule(ProcessState state, @Nullable String file, Object packageName) {
    PyModule main = new PyModule(state.program().moduleShape("__main__"), state.builtins());
    main.setOwn("__name__", "__main__");
    if (file != null) {
      main.setOwn("__file__", WideString.of(file));
    }
    main.setOwn("__builtins__", state.builtins());
    main.setOwn("__package__", packageName);
    main.setOwn("__spec__", PySingleton.NONE);
    state.modules().put("__main__", main);
    return main;
  }

  /**
   * Runs code of the language to its end: an exception that comes out is reported as CPython does.
   *
   * @return the exit status: 0, 1 after an exception, what {@code sys.exit} was given
   */
  public static int guard(ProcessState state, Runnable body) {
    try {
      body.run();
      return 0;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return report(state, Raising.translate(e).value());
    }
  }

  /** Writes what is still buffered; what cannot be written is no exception any more. */
  private static int flushLast(ProcessState state) {
    boolean written = state.out().flushQuietly();
    if (!written && !state.out().isAbandoned()) {
      ErrorReport.write(
          state,
          "Exception ignored in: "
              + Text.javaRepr(state.out())
              + "\n"
              + TracebackPrinter.format(state.out().failure().value()));
    }
    state.err().flushQuietly();
    return written ? 0 : state.out().isAbandoned() ? ABANDONED : UNWRITTEN;
  }

  private static int report(ProcessState state, PyBaseException e) {
    if (e.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
      return exitStatus(state, e);
    }
    state.out().flushQuietly();
    if (e.type().isSubtypeOf(ExceptionTypes.BROKEN_PIPE_ERROR) && state.out().isAbandoned()) {
      return ABANDONED;
    }
    if (!reportByHook(state, e)) {
      ErrorReport.write(state, TracebackPrinter.format(e));
    }
    return e.type().isSubtypeOf(ExceptionTypes.KEYBOARD_INTERRUPT) ? INTERRUPTED : 1;
  }

  /** Calls {@code sys.excepthook} if the program has set one; false if it has not. */
  private static boolean reportByHook(ProcessState state, PyBaseException e) {
    Object hook = state.sysAttribute("excepthook");
    if (hook == null || hook == state.sysAttribute("__excepthook__")) {
      return false;
    }
    try {
      PyTraceback traceback = e.traceback();
      Calls.call3(hook, e.type(), e, traceback == null ? PySingleton.NONE : traceback);
      state.out().flushQuietly();
    } catch (PyException again) {
      ErrorReport.write(
          state,
          "Error in sys.excepthook:\n"
              + TracebackPrinter.format(again.value())
              + "\nOriginal exception was:\n"
              + TracebackPrinter.format(e));
    }
    return true;
  }

  /** What a process ends with after {@code SystemExit}; a message is printed. */
  public static int exitStatus(ProcessState state, PyBaseException e) {
    PyTuple arguments = e.arguments();
    Object status =
        arguments.size() == 0
            ? PySingleton.NONE
            : arguments.size() == 1 ? arguments.get(0) : arguments;
    if (status == PySingleton.NONE) {
      return 0;
    }
    if (status instanceof Long l) {
      return (int) (l & 0xff);
    }
    if (status instanceof Boolean b) {
      return b ? 1 : 0;
    }
    state.out().flushQuietly();
    ErrorReport.write(state, Text.javaStr(status) + "\n");
    return 1;
  }

  /** Ctrl-C: KeyboardInterrupt in the main thread of every process. */
  public void interrupt() {
    for (KernelProcess process : kernel.processes()) {
      Task main = process.mainTask();
      if (main != null) {
        main.interrupt(CTRL_C);
      }
    }
  }

  /** KeyboardInterrupt in the main thread of the main process only. */
  public void interruptMain() {
    KernelProcess main = kernel.mainProcess();
    Task task = main == null ? null : main.mainTask();
    if (task != null) {
      task.interrupt(CTRL_C);
    }
  }

  @Override
  public void close() {
    kernel.close();
  }
}
