package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A {@code Thread}. */
final class ThreadObject extends PyInstance implements Transferable {
  boolean isInitialised;
  Object name = PySingleton.NONE;
  Object target = PySingleton.NONE;
  Object arguments = PyTuple.EMPTY;
  @Nullable PyDict keywords;
  boolean isDaemon;

  /** Whether it has given up what it was to call. */
  boolean hasRun;

  /** Runs it, once it was started. */
  @Nullable Task task;

  /** What {@code sys.stderr} was when it was made, unless that was the standard one. */
  @Nullable Object stderr;

  private boolean hasEnded;

  /** In the child of a fork: it ran in the parent and does not here. */
  boolean wasLeftBehind;

  ThreadObject(PyType type) {
    super(type);
  }

  boolean isStarted() {
    return task != null || wasLeftBehind;
  }

  boolean isAlive() {
    Task running = task;
    return running != null && !hasEnded && !running.isDone();
  }

  boolean hasStopped() {
    return isStarted() && !isAlive();
  }

  /**
   * The main thread has nothing more to do: for the others it is over, although its task waits for
   * them.
   */
  void end() {
    hasEnded = true;
    Task running = task;
    if (running != null) {
      running.exitQueue().wakeAll();
    }
  }

  /** Waits for its end. */
  void join(long deadline) {
    Task running = task;
    if (running != null && isAlive()) {
      Task.await(running.exitQueue(), () -> !isAlive(), deadline);
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'_thread.lock' object");
    }
    ThreadObject copy = new ThreadObject(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.isInitialised = isInitialised;
    copy.name = copier.copy(name);
    copy.target = copier.copy(target);
    copy.arguments = copier.copy(arguments);
    copy.keywords = (PyDict) copier.copyOrNull(keywords);
    copy.isDaemon = isDaemon;
    copy.hasRun = hasRun;
    copy.stderr = copier.copyOrNull(stderr);
    copy.wasLeftBehind = isStarted();
    return copy;
  }
}
