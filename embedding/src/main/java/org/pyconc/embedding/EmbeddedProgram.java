package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pyconc.embedding.Message.Answer;
import org.pyconc.embedding.Message.Question;
import org.pyconc.embedding.Message.Work;
import org.pyconc.embedding.files.ContextFileSystem;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.grammar.SourceText;
import org.pyconc.kernel.CoroutineFactory;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.KillSignal;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyList;
import org.pyconc.operations.Raising;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.runtime.TaskState;

/** The program of one context. Its processes start with the first use and end with the context. */
final class EmbeddedProgram {
  private static final long THREAD_END_MILLIS = 3000;

  private final PyconcLanguage language;
  private final TruffleLanguage.Env env;
  private final HostTypes hostTypes;
  private final HostErrors hostErrors;
  private final TimeLimit timeLimit;
  private final MainThread mainThread = new MainThread();
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
  private final Set<KernelProcess> watched = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** The conversation that a thread of the host is in. */
  private final ThreadLocal<@Nullable Conversation> conversation = new ThreadLocal<>();

  private volatile boolean hasEscaped;
  private volatile @Nullable TruffleContext closeable;

  // Guarded by this.
  private @Nullable Program program;
  private @Nullable ContextProcesses programsOfHost;
  private boolean isClosed;

  EmbeddedProgram(PyconcLanguage language, TruffleLanguage.Env env) {
    this.language = language;
    this.env = env;
    this.hostTypes = new HostTypes(env);
    this.hostErrors = new HostErrors(this);
    this.timeLimit =
        new TimeLimit(env.getOptions().get(Options.MAX_TIME), this::isBusy, this::endForTime);
  }

  PyconcLanguage language() {
    return language;
  }

  TruffleLanguage.Env env() {
    return env;
  }

  HostTypes hostTypes() {
    return hostTypes;
  }

  HostErrors hostErrors() {
    return hostErrors;
  }

  @Nullable Source source(SourceText text) {
    return language.source(text);
  }

  /** The names of the main module. */
  Object scope() {
    return callMain(state -> Heap.current(this).toHost(Program.mainModule(state)));
  }

  // ---- the host asks the program -------------------------------------------------------------

  /** Does the work in the main process of the program. */
  <T> T callMain(Function<ProcessState, T> work) {
    return callIn(mainProcess(), work);
  }

  /**
   * Does the work in a process of the program, on one of its threads.
   *
   * @throws GuestException if the work raises an exception
   */
  @SuppressWarnings("unchecked")
  <T> T callIn(KernelProcess process, Function<ProcessState, T> work) {
    if (Task.current() != null) {
      return work.apply(ProcessState.current());
    }
    Function<ProcessState, @Nullable Object> guarded = state -> guarded(state, work);
    Conversation outer = conversation.get();
    try {
      if (outer != null && outer.isTaskListening(process)) {
        return (T)
            Objects.requireNonNull(
                outer.ask(outer.isTooDeep() ? state -> guarded(state, this::tooDeep) : guarded));
      }
      return (T) Objects.requireNonNull(converse(process, guarded, outer));
    } catch (GuestException e) {
      throw e.onThisThread();
    } catch (Conversation.Ended e) {
      throw GuestException.ended();
    }
  }

  private Object tooDeep(ProcessState state) {
    throw Errors.of(
        ExceptionTypes.RECURSION_ERROR,
        "maximum recursion depth exceeded: too many calls of the host inside each other");
  }

  private @Nullable Object converse(
      KernelProcess process,
      Function<ProcessState, @Nullable Object> work,
      @Nullable Conversation outer) {
    Conversation inner = new Conversation(this, process);
    begin(inner);
    conversation.set(inner);
    if (timeLimit.begin()) {
      closeable();
    }
    try {
      if (process == mainProcess()) {
        mainThread.submit(process, inner, work);
      } else {
        MainThread.submitElsewhere(process, inner, new Work(work));
      }
      return inner.awaitAnswer();
    } finally {
      conversations.remove(inner);
      conversation.set(outer);
      timeLimit.finish();
    }
  }

  /** From now on the end of its process ends the conversation. */
  private void begin(Conversation begun) {
    conversations.add(begun);
    KernelProcess process = begun.process();
    if (watched.add(process)) {
      process.onExit(
          ended -> {
            watched.remove(ended);
            for (Conversation each : conversations) {
              if (each.process() == ended) {
                each.end();
              }
            }
          });
    }
  }

  /** The outermost work of a conversation is done. */
  void finished(Conversation done) {
    conversations.remove(done);
    mainThread.finished(done);
  }

  private <T> T guarded(ProcessState state, Function<ProcessState, T> work) {
    try {
      return work.apply(state);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw GuestException.of(Raising.translate(e).value(), Heap.current(this));
    } finally {
      state.out().flushQuietly();
      state.err().flushQuietly();
    }
  }

  // ---- the program asks the host -------------------------------------------------------------

  /**
   * Has a thread of the host do something: the one that waits for this thread of the program, or
   * another one.
   */
  Object onHost(Heap heap, HostOperation operation) {
    if (Task.current() == null) {
      return perform(operation, heap);
    }
    Conversation current = TaskState.current().host instanceof Conversation c ? c : null;
    Answer answer;
    if (current != null && current.isHostListening()) {
      answer = current.tell(operation);
    } else {
      Conversation helping = new Conversation(this, heap.process());
      begin(helping);
      try {
        answer = helping.tellHelper(operation);
      } finally {
        conversations.remove(helping);
      }
    }
    Throwable failure = answer.failure();
    if (failure instanceof Conversation.Ended) {
      throw new KillSignal();
    }
    if (failure != null) {
      throw hostErrors.translate(failure, heap);
    }
    return Objects.requireNonNull(answer.value());
  }

  private Object perform(HostOperation operation, Heap heap) {
    try {
      return operation.perform();
    } catch (Exception e) {
      throw hostErrors.translate(e, heap);
    }
  }

  /** Does what a thread of the program asks for that nobody of the host waits for. */
  Answer assist(Conversation helping, Question question) {
    TruffleContext context = env.getContext();
    Object before;
    try {
      before = context.enter(null);
    } catch (RuntimeException closed) {
      return new Answer(question, null, new Conversation.Ended());
    }
    conversation.set(helping);
    try {
      return question.answer();
    } finally {
      conversation.remove();
      context.leave(null, before);
    }
  }

  /** PermissionError unless the program may look up classes of the host. */
  void requireHostClasses() {
    if (!env.isHostLookupAllowed()) {
      throw HostAccess.refused("classes of the host", "allowHostClassLookup");
    }
  }

  /** From now on the host may call the program at any time: waiting for ever is no deadlock. */
  void setEscaped() {
    if (!hasEscaped) {
      hasEscaped = true;
      Task.require().process().kernel().openExternalSource();
    }
  }

  // ---- beginning and end ---------------------------------------------------------------------

  private KernelProcess mainProcess() {
    return Objects.requireNonNull(running().kernel().mainProcess());
  }

  private synchronized Program running() {
    if (isClosed) {
      throw GuestException.ended();
    }
    if (program == null) {
      program = start();
    }
    return program;
  }

  private Program start() {
    StandardFiles files =
        new StandardFiles(
            env.in(), false, new ContextOutput(env.out()), new ContextOutput(env.err()));
    Program started =
        new Program(
            files, new JavaModules(this), language.executor(), arguments(), kernelOptions());
    HostAccess access =
        new HostAccess(
            env.isFileIOAllowed(), env.isSocketIOAllowed(), env.isCreateProcessAllowed());
    started.setHostAccess(access);
    ContextProcesses starter = new ContextProcesses(env, started.kernel());
    started.setProgramStarter(starter);
    programsOfHost = starter;
    if (access.files()) {
      started.setFolder(new ContextFileSystem(env).folder());
    }
    started.setEnvironment(env.getEnvironment());
    limitStatements(started);
    started.setLimits(Options.limits(env.getOptions()));
    long heap = env.getOptions().get(Options.MAX_HEAP);
    if (heap > 0) {
      HeapLimit.start(started.kernel(), heap);
    }
    started.start(
        "",
        state -> {
          if (!access.files()) {
            state.setPath(new PyList()); // modules are the library's only
          }
          mainThread.serve(state);
        });
    return started;
  }

  /** {@code sys.argv}. */
  private List<String> arguments() {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(List.of(env.getApplicationArguments()));
    return all;
  }

  /**
   * Where a tool watches, all threads are inside the context, and each coroutine has one: a tool
   * sees the stack of a thread.
   */
  private KernelOptions kernelOptions() {
    KernelOptions options = KernelOptions.defaults();
    return language.isTraced() && env.isCreateThreadAllowed() ? watched(options) : options;
  }

  /** As {@link #kernelOptions} where a tool watches. */
  KernelOptions watched(KernelOptions options) {
    return options
        .withCoroutines(CoroutineFactory.THREADS)
        .withThreadMaker(
            (name, body, stackSize) -> {
              Thread thread = env.newTruffleThreadBuilder(body).stackSize(stackSize).build();
              thread.setName("pyconc " + name);
              threads.add(thread);
              return thread;
            });
  }

  /** Whether anything runs or waits but the main thread for the next call. */
  private boolean isBusy() {
    Program running;
    synchronized (this) {
      running = program;
    }
    if (!conversations.isEmpty()) {
      return true;
    }
    KernelProcess main = running == null ? null : running.kernel().mainProcess();
    return running != null
        && main != null
        && (running.kernel().processCount() > 1 || main.tasks().size() > 1);
  }

  /** The context as one that can be closed; to be asked for on a thread that is inside. */
  private TruffleContext closeable() {
    TruffleContext known = closeable;
    if (known == null) {
      known =
          env.lookup(
                  Objects.requireNonNull(env.getInstruments().get(LimitsInstrument.ID)),
                  LimitsInstrument.Closer.class)
              .enteredContext();
      closeable = known;
    }
    return known;
  }

  private void limitStatements(Program started) {
    StatementCount count = language.statementCount();
    int most = env.getOptions().get(Options.MAX_STATEMENTS);
    if (count != null && most > 0) {
      TruffleContext closing = closeable();
      count.limit(
          started.kernel(),
          most,
          () ->
              closing.closeResourceExhausted(
                  null,
                  "The program ran more than " + most + " statements (pyconc.MaxStatements)"));
    }
  }

  private void endForTime() {
    String limit = env.getOptions().get(Options.MAX_TIME).toString().substring(2);
    closeable()
        .closeResourceExhausted(null, "The program ran longer than " + limit + " (pyconc.MaxTime)");
  }

  /** Ends what runs; the main process lives on with what it has in memory. */
  void stop() {
    Program running;
    synchronized (this) {
      running = program;
    }
    if (running == null) {
      return;
    }
    for (Conversation each : conversations) {
      Task task = each.task();
      if (task != null) {
        task.interrupt(
            (Runnable)
                () -> {
                  if (each.isActive()) {
                    throw new Stopped();
                  }
                });
      }
    }
    endOthers(running.kernel());
  }

  /**
   * Ends all processes but the main one, and of that all threads that nobody of the host waits for.
   */
  void endOthers(Kernel kernel) {
    Set<Task> talking = ConcurrentHashMap.newKeySet();
    for (Conversation each : conversations) {
      Task task = each.task();
      if (task != null) {
        talking.add(task);
      }
    }
    KernelProcess main = kernel.mainProcess();
    for (KernelProcess process : kernel.processes()) {
      if (process != main) {
        process.kill();
        continue;
      }
      for (Task task : process.tasks()) {
        if (!task.isMain() && !talking.contains(task)) {
          task.kill();
        }
      }
    }
  }

  /** Threads of the context must have ended before it does. */
  void awaitThreads() {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(THREAD_END_MILLIS);
    for (Thread thread : threads) {
      try {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        thread.join(Math.max(1, left)); // all of them together get this time
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all processes. */
  void close() {
    Program running;
    synchronized (this) {
      isClosed = true;
      running = program;
    }
    timeLimit.close();
    if (running != null) {
      running.close();
      StatementCount count = language.statementCount();
      if (count != null) {
        count.forget(running.kernel());
      }
      awaitThreads();
      if (programsOfHost != null) {
        programsOfHost.close();
      }
      for (Conversation each : conversations) {
        each.end();
      }
    }
  }
}
