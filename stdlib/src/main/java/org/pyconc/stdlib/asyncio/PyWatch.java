package org.pyconc.stdlib.asyncio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Mailbox;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitNode;
import org.pyconc.kernel.Waiter;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Where an event loop waits for its descriptors, for the next timer and for other threads at once.
 * The work of a round grows with what is ready, not with what is watched.
 */
final class PyWatch extends PyInstance implements Transferable {
  private final Mailbox mailbox = new Mailbox();
  private final Map<Integer, Interest> reading = new HashMap<>();
  private final Map<Integer, Interest> writing = new HashMap<>();

  /** What was reported is watched again only when the loop has dealt with it. */
  private List<Interest> unarmed = new ArrayList<>();

  private final AtomicBoolean isWoken = new AtomicBoolean();
  private final Runnable wakeUp = () -> isWoken.set(false);

  PyWatch(PyType type) {
    super(type);
  }

  /** An operation of a descriptor that is watched until it is removed. */
  private final class Interest implements Waiter, Runnable {
    final KernelObject object;
    final Pollable target;
    final int operation;
    private final AtomicBoolean isPosted = new AtomicBoolean();
    Object handle;
    private @Nullable WaitNode node;
    boolean isRemoved;

    Interest(KernelObject object, Pollable target, int operation, Object handle) {
      this.object = object;
      this.target = target;
      this.operation = operation;
      this.handle = handle;
    }

    void arm() {
      WaitNode joined = target.queue(operation).add(this);
      node = joined;
      target.arm(operation);
      if (target.hasFired(operation)) {
        joined.remove();
        post();
      }
    }

    private void post() {
      if (isPosted.compareAndSet(false, true)) {
        mailbox.post(this);
      }
    }

    @Override
    public boolean wake(WaitNode from) {
      post();
      return true;
    }

    /** In the loop: it is ready. */
    @Override
    public void run() {
      isPosted.set(false);
      unarmed.add(this);
    }

    void remove() {
      isRemoved = true;
      if (node != null) {
        node.remove();
      }
    }

    boolean isOpen() {
      return !isRemoved && object.handleCount() > 0;
    }
  }

  private Map<Integer, Interest> interests(int operation) {
    return operation == Pollable.READ ? reading : writing;
  }

  /** From now on the handle is reported whenever the operation would not wait. */
  void add(int descriptor, int operation, Object handle) {
    KernelObject object = Descriptors.current().find(descriptor);
    if (object == null) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    }
    if (!(object instanceof Pollable target)) {
      throw HostErrors.of(HostErrors.NOT_PERMITTED);
    }
    Map<Integer, Interest> all = interests(operation);
    Interest known = all.get(descriptor);
    if (known != null && known.object == object) {
      known.handle = handle;
      return;
    }
    if (known != null) {
      known.remove();
    }
    Interest made = new Interest(object, target, operation, handle);
    all.put(descriptor, made);
    unarmed.add(made);
  }

  /** The handle that was reported till now, or null. */
  @Nullable Object remove(int descriptor, int operation) {
    Interest known = interests(operation).remove(descriptor);
    if (known == null) {
      return null;
    }
    known.remove();
    return known.handle;
  }

  /** Ends the wait that the loop is in, or its next one. Any thread of the process. */
  void wake() {
    if (isWoken.compareAndSet(false, true)) {
      mailbox.post(wakeUp);
    }
  }

  /** Waits until something is ready; the handles of what is, or None. */
  Object await(long deadline) {
    boolean isWatching = !reading.isEmpty() || !writing.isEmpty();
    if (!unarmed.isEmpty()) {
      armAll();
    }
    if (mailbox.isEmpty()) {
      if (!isWatching) {
        mailbox.await(deadline);
      } else if (Deadline.isPast(deadline)) {
        Task.yieldNow(); // lets the scheduler look at the channels
      } else {
        awaitHost(deadline);
      }
    }
    PyList ready = null;
    for (Runnable each = mailbox.poll(); each != null; each = mailbox.poll()) {
      each.run();
      if (each instanceof Interest interest && interest.isOpen()) {
        ready = ready == null ? new PyList() : ready;
        ready.append(interest.handle);
      }
    }
    return ready == null ? PySingleton.NONE : ready;
  }

  private void awaitHost(long deadline) {
    ExternalSource outside = Task.require().process().kernel().openExternalSource();
    try {
      mailbox.await(deadline);
    } finally {
      outside.close();
    }
  }

  private void armAll() {
    List<Interest> all = unarmed;
    unarmed = new ArrayList<>();
    for (Interest each : all) {
      if (each.isOpen()) {
        each.arm();
      }
    }
  }

  /** The loop of another process watches nothing yet. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "cannot pickle '_asyncio.Watch' object");
    }
    PyWatch copy = new PyWatch(type());
    copier.register(this, copy);
    return copy;
  }
}
