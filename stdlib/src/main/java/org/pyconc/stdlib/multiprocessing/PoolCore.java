package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Change;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Kind;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Outcome;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Slot;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Stop;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Work;
import org.pyconc.transfer.Message;

/** What is behind a pool: its workers and tasks. A thread of its process collects the results. */
final class PoolCore {
  /** Whether it takes tasks, finishes those it has, or gives them up. */
  enum State {
    RUN,
    CLOSE,
    TERMINATE
  }

  private final MessageQueue tasks = new MessageQueue(0, null);
  private final MessageQueue results = new MessageQueue(0, null);
  private final EventFlag collected = new EventFlag(null);
  private final List<ProcessObject> workers = new ArrayList<>();

  /** The workers of a pool of threads. */
  private final List<Task> threads = new ArrayList<>();

  private final boolean hasThreads;
  private final Map<Long, PoolJob> jobs = new HashMap<>();
  private int size;
  private int feeders;
  private @Nullable PoolWorker work;
  private State state = State.RUN;
  private long lastJob;

  /** The function of the last task, and its message if it has one of its own. */
  private @Nullable Object lastFunction;

  private @Nullable Object lastNamed;

  /** What says how workers are started. */
  Object context = PySingleton.NONE;

  private boolean isStopSent;

  PoolCore(boolean hasThreads) {
    this.hasThreads = hasThreads;
  }

  State state() {
    return state;
  }

  int workerCount() {
    return hasThreads ? threads.size() : workers.size();
  }

  /** The processes that work. */
  PyList workers() {
    return PyList.of(workers.toArray());
  }

  // ---- workers -------------------------------------------------------------------------------

  void open(int processes, Object initializer, Object initialArguments, long mostTasks) {
    size = processes;
    work =
        new PoolWorker(
            tasks, results, initializer, initialArguments, mostTasks, !hasThreads, new Slot());
    addWorkers();
    service("Pool (_handle_results)", this::collect);
  }

  /** What to do when the program has no way to the pool any more: it is ended. */
  Runnable whenForgotten() {
    MessageQueue to = results;
    return () -> to.put(new Forgotten(), Deadline.NEVER);
  }

  private record Forgotten() {}

  private static void service(String name, Runnable body) {
    Task task = Task.require().process().newTask(name, body);
    task.setService(true);
    task.start();
  }

  private void addWorkers() {
    PoolWorker target = work;
    if (hasThreads && target != null) {
      addThreads(target);
      return;
    }
    ProcessTable table = ProcessTable.current();
    while (target != null && workers.size() < size) {
      ProcessObject worker = ProcessTypes.worker(target.another(), context);
      ProcessTypes.launch(worker, table, true, new Bootstrap(table.defaultKey));
      workers.add(worker);
      KernelProcess process = worker.process;
      if (process != null) {
        process.onExit(ended -> results.put(new Change(), Deadline.NEVER));
      }
    }
  }

  private void addThreads(PoolWorker target) {
    while (threads.size() < size) {
      Task task =
          Task.require()
              .process()
              .newTask(
                  "Thread-" + (threads.size() + 1) + " (worker)",
                  () -> {
                    guarded(() -> target.call(PyObject.NO_ARGUMENTS, PyObject.NO_KEYWORDS));
                    results.put(new Change(), Deadline.NEVER);
                  });
      task.setService(true);
      threads.add(task);
      task.start();
    }
  }

  /**
   * Fails the tasks of workers that have ended, and replaces these while there may be work to do.
   * Who ends meanwhile is left to the next change: a worker must not be forgotten before its task.
   */
  private void maintain() {
    List<ProcessObject> ended = new ArrayList<>();
    for (ProcessObject worker : workers) {
      if (hasEnded(worker)) {
        ended.add(worker);
        guarded(() -> failTaskOf(worker));
      }
    }
    boolean hasMore = state == State.RUN || (state == State.CLOSE && tasks.size() > 1);
    if (hasMore) {
      workers.removeAll(ended);
      threads.removeIf(Task::isDone);
      addWorkers();
    }
  }

  private static boolean hasEnded(ProcessObject worker) {
    KernelProcess process = worker.process;
    return process == null || process.hasEnded();
  }

  // ---- results -------------------------------------------------------------------------------

  private void collect() {
    while (!isDone()) {
      Object message = results.get(Deadline.NEVER);
      switch (message) {
        case Outcome outcome -> guarded(() -> deliver(outcome));
        case Change change -> maintain();
        case Forgotten f -> terminate();
        case null, default -> {}
      }
      stopWorkersIfDone();
    }
    collected.set();
  }

  private boolean isDone() {
    if (state == State.RUN) {
      return false;
    }
    for (ProcessObject worker : workers) {
      if (!hasEnded(worker)) {
        return false;
      }
    }
    if (state == State.TERMINATE) {
      return true;
    }
    for (Task thread : threads) {
      if (!thread.isDone()) {
        return false;
      }
    }
    return results.isEmpty();
  }

  private void deliver(Outcome outcome) {
    Work task = outcome.work();
    task.isDone = true;
    PoolJob job = jobs.get(task.job);
    boolean isSuccess = outcome.isSuccess();
    Object value;
    try {
      value = Message.unpack(outcome.packed());
    } catch (PyException cannotBeMade) {
      isSuccess = false;
      value = cannotBeMade.value();
    }
    if (job == null || state == State.TERMINATE) {
      return;
    }
    if (value instanceof PyBaseException e && !outcome.traceback().isEmpty()) {
      PyBaseException remote = new PyBaseException(PoolTypes.REMOTE_TRACEBACK);
      remote.setArguments(PyTuple.of(WideString.of(outcome.traceback())));
      e.setCause(remote);
    }
    give(task.job, job, task.index, isSuccess, value);
  }

  private void give(long number, PoolJob job, long index, boolean isSuccess, Object value) {
    boolean isLast = true;
    try {
      isLast = job.take(index, isSuccess, value);
    } finally {
      if (isLast) {
        jobs.remove(number);
      }
    }
  }

  /** A worker that ended in the middle of a task will never tell what came of it. */
  private void failTaskOf(ProcessObject worker) {
    Work task = worker.target instanceof PoolWorker w ? w.slot().work : null;
    KernelProcess process = worker.process;
    if (task == null || task.isDone || process == null || state == State.TERMINATE) {
      return;
    }
    task.isDone = true;
    PoolJob job = jobs.get(task.job);
    if (job != null) {
      PyException lost =
          Errors.of(
              ProcessErrors.PROCESS_ERROR,
              "worker process "
                  + Text.javaStr(worker.name())
                  + " (pid "
                  + process.pid()
                  + ") ended with exit code "
                  + process.exitCode().orElse(0)
                  + " in the middle of this task");
      give(task.job, job, task.index, false, lost.value());
    }
  }

  /** A callback that raises an exception must not stop the others. */
  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (PyException e) {
      ErrorReport.write(
          ProcessState.current(),
          "Exception in thread Pool (_handle_results):\n" + TracebackPrinter.format(e.value()));
    }
  }

  // ---- tasks ---------------------------------------------------------------------------------

  void requireRunning() {
    if (state != State.RUN) {
      throw Errors.valueError("Pool not running");
    }
  }

  private long register(PoolJob job) {
    jobs.put(++lastJob, job);
    return lastJob;
  }

  PoolJob.Single apply(
      Object function, Object arguments, Object keywords, Object callback, Object errorCallback) {
    requireRunning();
    PoolJob.Single job = new PoolJob.Single(PoolTypes.APPLY_RESULT, callback, errorCallback);
    send(register(job), job, 0, Kind.APPLY, PyTuple.of(function, arguments, keywords));
    return job;
  }

  /** What cannot be sent is the result of its task. */
  private void send(long number, PoolJob job, long index, Kind kind, PyTuple task) {
    Work made;
    try {
      made =
          hasThreads
              ? new Work(number, index, kind, null, task)
              : packed(number, index, kind, task, named(task.get(0)));
    } catch (PyException refused) {
      give(number, job, index, false, refused.value());
      return;
    }
    tasks.put(made, Deadline.NEVER);
  }

  /** The same function is the first part of task after task. */
  private @Nullable Object named(Object function) {
    if (function != lastFunction) {
      lastNamed = Message.packNamed(function);
      lastFunction = function;
    }
    return lastNamed;
  }

  private static Work packed(
      long number, long index, Kind kind, PyTuple task, @Nullable Object function) {
    if (function != null) {
      Object[] parts = task.items();
      PyTuple rest = PyTuple.of(Arrays.copyOfRange(parts, 1, parts.length));
      try {
        return new Work(number, index, kind, function, Message.pack(rest));
      } catch (PyException refused) {
        // the whole task is refused below, by a message that names the place in it
      }
    }
    return new Work(number, index, kind, null, Message.pack(task));
  }

  PoolJob.Single map(
      Object function,
      Object iterable,
      Kind kind,
      long chunkSize,
      Object callback,
      Object errorCallback) {
    requireRunning();
    Object[] items = Iteration.toArray(iterable);
    int chunk = (int) Math.min(chunkSize, Math.max(1, items.length));
    if (chunkSize < 0) {
      int parts = Math.max(1, workerCount() * 4);
      chunk = (items.length + parts - 1) / parts;
    }
    if (items.length == 0) {
      chunk = 0;
    }
    PoolJob.Mapped job =
        new PoolJob.Mapped(PoolTypes.MAP_RESULT, items.length, chunk, callback, errorCallback);
    if (chunk == 0) {
      return job;
    }
    long number = register(job);
    long index = 0;
    for (int start = 0; start < items.length; start += chunk) {
      int count = Math.min(chunk, items.length - start);
      Object[] part = new Object[count];
      System.arraycopy(items, start, part, 0, count);
      send(number, job, index++, kind, PyTuple.of(function, PyTuple.of(part)));
    }
    return job;
  }

  /** Sends tasks while the iterable is gone through in a thread of its own. */
  PoolJob.Stream stream(Object function, Object iterable, long chunkSize, boolean isOrdered) {
    requireRunning();
    PoolJob.Stream job =
        new PoolJob.Stream(isOrdered ? PoolTypes.IMAP : PoolTypes.IMAP_UNORDERED, isOrdered);
    long number = register(job);
    feeders++;
    service(
        "Pool (_handle_tasks)",
        () -> {
          feed(number, job, function, iterable, chunkSize);
          feeders--;
          results.put(new Change(), Deadline.NEVER);
        });
    return job;
  }

  private void feed(
      long number, PoolJob.Stream job, Object function, Object iterable, long chunkSize) {
    long index = 0;
    List<Object> part = new ArrayList<>();
    try {
      PyIterator iterator = Iteration.iterator(iterable);
      for (Object item = iterator.next(); item != null; item = iterator.next()) {
        if (state == State.TERMINATE) {
          return;
        }
        part.add(item);
        if (part.size() == chunkSize) {
          send(number, job, index++, Kind.MAP, chunk(function, part));
        }
      }
    } catch (PyException e) {
      PyBaseException raised = e.value();
      if (!raised.type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
        throw e;
      }
      part.clear(); // items of a chunk that is not complete are lost
      give(number, job, index++, false, raised);
    }
    if (!part.isEmpty()) {
      send(number, job, index++, Kind.MAP, chunk(function, part));
    }
    if (job.setLength(index)) {
      jobs.remove(number);
    }
  }

  private static PyTuple chunk(Object function, List<Object> part) {
    PyTuple chunk = PyTuple.of(function, PyTuple.of(part.toArray()));
    part.clear();
    return chunk;
  }

  // ---- the end -------------------------------------------------------------------------------

  void close() {
    if (state == State.RUN) {
      state = State.CLOSE;
      results.put(new Change(), Deadline.NEVER);
      stopWorkersIfDone();
    }
  }

  /** After the last task the workers find the order to stop, which each hands on to the next. */
  private void stopWorkersIfDone() {
    if (state == State.CLOSE && feeders == 0 && !isStopSent) {
      isStopSent = true;
      tasks.put(new Stop(), Deadline.NEVER);
    }
  }

  void terminate() {
    if (state == State.TERMINATE) {
      return;
    }
    state = State.TERMINATE;
    for (ProcessObject worker : workers) {
      KernelProcess process = worker.process;
      if (process != null) {
        process.terminate(KernelProcess.SIGTERM);
      }
    }
    for (Task thread : threads) {
      thread.kill();
    }
    results.put(new Change(), Deadline.NEVER);
    joinWorkers();
  }

  Object join() {
    if (state == State.RUN) {
      throw Errors.valueError("Pool is still running");
    }
    collected.await(Deadline.NEVER);
    joinWorkers();
    return PySingleton.NONE;
  }

  private void joinWorkers() {
    for (ProcessObject worker : new ArrayList<>(workers)) {
      KernelProcess process = worker.process;
      if (process != null) {
        process.join(Deadline.NEVER);
      }
    }
    for (Task thread : new ArrayList<>(threads)) {
      if (thread != Task.current()) {
        thread.join(Deadline.NEVER);
      }
    }
  }
}
