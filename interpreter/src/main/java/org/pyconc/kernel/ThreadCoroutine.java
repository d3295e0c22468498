package org.pyconc.kernel;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine on a thread of its own. Exactly one thread of a stack of coroutines runs at any time;
 * the volatile flags hand over control and make the plain fields visible.
 */
final class ThreadCoroutine implements Coroutine {
  private final CoroutineScope scope;
  private final Runnable body;
  private final @Nullable Scheduler scheduler;
  private final @Nullable KernelProcess owner;
  private @Nullable Thread thread;

  /** The coroutine inside which this one was resumed. */
  private @Nullable ThreadCoroutine parent;

  private @Nullable Thread resumer;

  /** The coroutine whose thread goes on when this one is resumed. */
  private ThreadCoroutine leaf = this;

  private boolean mounted;
  private boolean dropped;
  private boolean done;
  private @Nullable Throwable failure;

  /** Set when the own thread may go on after a suspend. */
  private volatile boolean going;

  /** Set when the resumer may go on. */
  private volatile boolean returned;

  private ThreadCoroutine(
      CoroutineScope scope,
      Runnable body,
      @Nullable Scheduler scheduler,
      @Nullable KernelProcess owner) {
    this.scope = scope;
    this.body = body;
    this.scheduler = scheduler;
    this.owner = owner;
  }

  static ThreadCoroutine create(CoroutineScope scope, Runnable body) {
    Scheduler scheduler = Scheduler.current();
    Task task = scheduler == null ? null : scheduler.current;
    return new ThreadCoroutine(scope, body, scheduler, task == null ? null : task.process());
  }

  /** For a task, which may be created by another thread than its scheduler's. */
  static ThreadCoroutine createFor(Scheduler scheduler, Runnable body) {
    return new ThreadCoroutine(CoroutineScope.PROCESS, body, scheduler, null);
  }

  static @Nullable ThreadCoroutine current() {
    if (CarrierThread.current() instanceof SchedulerThread own) {
      return own.coroutine;
    }
    ThreadBinding binding = ThreadBinding.current();
    return binding == null ? null : binding.coroutine;
  }

  @Override
  public void resume() {
    if (done) {
      throw new IllegalStateException("coroutine is done");
    }
    if (mounted) {
      throw new IllegalStateException("coroutine is already running");
    }
    parent = current();
    resumer = Thread.currentThread();
    returned = false;
    mounted = true;
    if (thread == null) {
      start();
    } else {
      ThreadCoroutine next = leaf;
      leaf = this;
      next.going = true;
      LockSupport.unpark(next.thread);
    }
    awaitReturn();
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw sneaky(thrown);
    }
  }

  private void awaitReturn() {
    boolean interrupted = false;
    while (!returned) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    Thread made = null;
    long stackSize = 0;
    if (scheduler != null) {
      stackSize = scheduler.kernel.options().coroutineStackSize();
      ThreadMaker maker = scheduler.kernel.options().threadMaker();
      made = maker == null ? null : maker.make("coroutine", this::runBound, stackSize);
    }
    if (made == null) {
      made = new SchedulerThread("coroutine", this::runBody, stackSize, scheduler, this);
    }
    thread = made;
    if (owner != null) {
      owner.adopt(this);
    }
    made.start();
  }

  private void runBound() {
    ThreadBinding.bind(scheduler, this);
    runBody();
  }

  private void runBody() {
    try {
      body.run();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    if (owner != null) {
      owner.disown(this);
    }
    done = true;
    returnToResumer();
  }

  private void returnToResumer() {
    Thread waiting = resumer;
    resumer = null;
    parent = null;
    mounted = false;
    returned = true;
    LockSupport.unpark(waiting);
  }

  /** Called on this coroutine's own thread. */
  void suspendUpTo(CoroutineScope wanted) {
    ThreadCoroutine target = this;
    while (target.scope != wanted) {
      ThreadCoroutine outer = target.parent;
      if (outer == null) {
        throw new IllegalStateException("not in scope " + wanted);
      }
      target = outer;
    }
    checkDropped();
    target.leaf = this;
    going = false;
    target.returnToResumer();
    while (!going) {
      LockSupport.park(this);
      // Nobody interrupts a coroutine's thread on purpose; a left-over flag would make this spin.
      Thread.interrupted();
    }
    checkDropped();
  }

  private void checkDropped() {
    for (ThreadCoroutine c = this; c != null; c = c.parent) {
      if (c.dropped) {
        throw new KillSignal();
      }
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }

  /** Another thread's stack cannot be seen. */
  @Override
  public @Nullable StackWalker stackWalker(Set<StackWalker.Option> options) {
    return null;
  }

  @Override
  public void drop() {
    dropped = true;
    if (done || mounted) {
      return;
    }
    if (thread == null) {
      done = true;
      return;
    }
    try {
      resume();
    } catch (KillSignal expected) {
      // It has unwound.
    } catch (Throwable thrownWhileUnwinding) {
      // Nobody is left who could be told.
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
