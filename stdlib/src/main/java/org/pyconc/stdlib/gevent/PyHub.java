package org.pyconc.stdlib.gevent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.Timer;
import org.pyconc.kernel.WaitDelegate;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.TaskState;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.stdlib.socket.SocketWaits;
import org.pyconc.transfer.Copier;

/**
 * The greenlet of a thread that runs its event loop: whoever has to wait switches to it.
 *
 * @see <a href="https://www.gevent.org/api/gevent.hub.html">gevent.hub</a>
 */
public final class PyHub extends PyGreenlet implements WaitDelegate {
  final EventLoop loop;

  /** The greenlets that wait for sockets. */
  private final Set<ChannelWait> channelWaits = new LinkedHashSet<>();

  /** Whether all that waits lets other greenlets run. */
  boolean everythingCooperates;

  @Override
  protected String functionName() {
    return "hub";
  }

  PyHub(PyType type) {
    super(type, PyGreenlet.mainOfThread());
    this.loop = new EventLoop(this);
    Task.require().setWaitDelegate(this);
  }

  /** A child process has a hub of its own, made when it needs one. */
  @Override
  public Object copy(Copier copier) {
    return PySingleton.NONE;
  }

  @Override
  protected boolean copiesAsParent() {
    return false;
  }

  /** The hub of the running thread, or null if it has none yet, or none any more. */
  static @Nullable PyHub existing() {
    return TaskState.current().hub instanceof PyHub hub && !hub.isDead() ? hub : null;
  }

  /** The hub of the running thread, made when there is none. */
  static PyHub ofThread() {
    TaskState state = TaskState.current();
    if (state.hub instanceof PyHub hub && !hub.isDead()) {
      return hub;
    }
    Object module = ModuleLoader.current().importModule("gevent.hub", true);
    Object made = Calls.call0(Attributes.load(module, "Hub"));
    if (!(made instanceof PyHub hub)) {
      throw Errors.typeError("Hub() did not make a hub");
    }
    state.hub = hub;
    return hub;
  }

  /** Replaces the thread's hub; null for none. */
  static void replace(@Nullable PyHub hub) {
    TaskState.current().hub = hub;
  }

  /**
   * Leaves the running greenlet until somebody switches to it. Where the loop would only resume
   * another greenlet next, that one is resumed without going through the hub.
   */
  Object switchOut() {
    PyGreenlet self = PyGreenlet.current();
    if (self == this) {
      throw Errors.of(
          GeventTypes.BLOCKING_SWITCH_OUT,
          "Impossible to call blocking function in the event loop callback");
    }
    PyGreenlet next = loop.takeResumption();
    if (next != null) {
      return next == self ? PySingleton.NONE : next.switchTo();
    }
    return switchTo();
  }

  /** Goes on with this greenlet after everybody who is ready now has had a turn. */
  void yieldTurn() {
    Callback turn = new Callback(PyGreenlet.current());
    loop.add(turn);
    boolean done = false;
    try {
      switchOut();
      done = true;
    } finally {
      if (!done) {
        turn.stop();
      }
    }
  }

  // ---- waits of the kernel -------------------------------------------------------------------

  @Override
  public boolean takesWaits() {
    PyGreenlet running = PyGreenlet.current();
    return running != this && !isDead() && (everythingCooperates || running.cooperative > 0);
  }

  /**
   * Once all waits let others run, locks belong to greenlets; those of the main one to its thread.
   */
  @Override
  public Object owner(Task task) {
    if (!everythingCooperates) {
      return task;
    }
    PyGreenlet running = PyGreenlet.current();
    return running.isMain() ? task : running;
  }

  @Override
  public void passTurn() {
    yieldTurn();
  }

  @Override
  public void await(Wait wait) {
    Resumption resumption = new Resumption(PyGreenlet.current());
    wait.whenOver(() -> loop.mailbox.post(resumption));
    if (wait.isOver()) {
      return;
    }
    loop.retain();
    try {
      switchOut();
    } finally {
      resumption.greenlet = null;
      loop.release();
    }
  }

  /**
   * Waits until one of the operations may be tried again, or for no reason. Only one greenlet may
   * wait for an operation of a socket: two that read would each get parts of what was sent.
   *
   * @return false if the deadline came first
   */
  boolean awaitSocket(SocketWaits.Users users, Pollable target, int wanted, long deadline) {
    PyGreenlet running = PyGreenlet.current();
    Object other = users.find(wanted);
    if (other != null) {
      throw Errors.of(
          GeventTypes.CONCURRENT_USE,
          "This socket is already used by another greenlet: "
              + Text.repr(Attributes.load(other, "switch")));
    }
    users.enter(wanted, running);
    try {
      return awaitChannel(running, target, wanted, deadline);
    } finally {
      users.leave(wanted);
    }
  }

  private boolean awaitChannel(PyGreenlet running, Pollable target, int wanted, long deadline) {
    ChannelWait wait = new ChannelWait(loop, target, running);
    ExternalSource outside = Task.require().process().kernel().openExternalSource();
    wait.join(wanted);
    channelWaits.add(wait);
    Timer timer = null;
    loop.retain();
    try {
      target.arm(wanted);
      if (target.hasFired(wanted)) {
        return true;
      }
      if (deadline != Deadline.NEVER) {
        timer = loop.timers.add(deadline, wait::expire);
      }
      switchOut();
      return !wait.hasExpired();
    } finally {
      wait.leave();
      channelWaits.remove(wait);
      loop.release();
      outside.close();
      if (timer != null) {
        timer.cancel();
      }
    }
  }

  /**
   * Raises the error, soon, in the greenlets that wait for one of these operations of the target.
   */
  void cancelWaits(Pollable target, Object error, int operations) {
    for (ChannelWait wait : channelWaits) {
      PyGreenlet greenlet = wait.waitingFor(target, operations);
      if (greenlet != null) {
        loop.add(new Callback(Attributes.load(greenlet, "throw"), new Object[] {error}));
      }
    }
  }

  /** The greenlets that wait for sockets, for a time, or for their turn. */
  List<PyGreenlet> knownGreenlets() {
    List<PyGreenlet> found = loop.greenlets();
    for (ChannelWait wait : channelWaits) {
      PyGreenlet greenlet = wait.greenlet();
      if (greenlet != null) {
        found.add(greenlet);
      }
    }
    return found;
  }

  private static final class Resumption implements Runnable {
    private @Nullable PyGreenlet greenlet;

    Resumption(PyGreenlet greenlet) {
      this.greenlet = greenlet;
    }

    @Override
    public void run() {
      PyGreenlet waiting = greenlet;
      if (waiting != null) {
        waiting.switchTo();
      }
    }
  }

  /** Waits for the given time. */
  void sleep(double seconds, boolean ref) {
    PyTimer timer = new PyTimer(loop, seconds, 0, ref);
    timer.resume(PyGreenlet.current());
    try {
      switchOut();
    } finally {
      timer.stop();
    }
  }
}
