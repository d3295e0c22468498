package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Channel;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.Descriptors;
import org.pyconc.stdlib.support.Timeouts;

/**
 * {@code multiprocessing.connection.wait}.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/multiprocessing.html#multiprocessing.connection.wait">
 *     wait</a>
 */
final class ObjectWait {
  private record Item(Object object, WaitQueue queue, BooleanSupplier isReady) {}

  private final List<Item> items = new ArrayList<>();

  /** Those that only the host knows to be ready. */
  private final List<Pollable> fromHost = new ArrayList<>();

  private ObjectWait() {}

  /** Those of the objects that are ready, once there are any. */
  static PyList await(Object objects, Object timeout) {
    ObjectWait wait = new ObjectWait();
    for (Object each : Iteration.toArray(objects)) {
      wait.add(each);
    }
    return wait.await(Timeouts.deadline(timeout));
  }

  private void add(Object object) {
    if (object instanceof ConnectionObject connection && connection.reader != null) {
      Channel channel = Objects.requireNonNull(ConnectionType.source(connection));
      items.add(new Item(object, channel.readable(), channel::isReadable));
      return;
    }
    KernelObject found = Descriptors.current().find(number(object));
    if (!(found instanceof Pollable target)) {
      // As poll() has it, files are always ready, and what is not open is so with an error.
      items.add(new Item(object, new WaitQueue(() -> "file"), () -> true));
      return;
    }
    if (found instanceof WatchedEnd) {
      items.add(
          new Item(object, target.queue(Pollable.READ), () -> target.ready(Pollable.READ) != 0));
      return;
    }
    fromHost.add(target);
    items.add(new Item(object, target.queue(Pollable.READ), () -> target.hasFired(Pollable.READ)));
  }

  private static int number(Object object) {
    Object plain = PyPayloadInstance.unwrap(object);
    if (!(plain instanceof Long)) {
      Object fileno = Attributes.findQuietly(object, "fileno");
      plain = fileno == null ? plain : PyPayloadInstance.unwrap(Calls.call0(fileno));
    }
    if (!(plain instanceof Long number)) {
      throw Errors.valueError("Invalid file object: " + Text.javaRepr(object));
    }
    if (number < 0) {
      throw Errors.valueError("Invalid file descriptor: " + number);
    }
    return Items.toInt(number);
  }

  private PyList await(long deadline) {
    PyList ready = ready();
    if (ready.size() > 0) {
      return ready;
    }
    List<WaitQueue> queues = new ArrayList<>();
    for (Item each : items) {
      queues.add(each.queue);
    }
    @Nullable ExternalSource outside =
        fromHost.isEmpty() ? null : Task.require().process().kernel().openExternalSource();
    try {
      do {
        for (Pollable each : fromHost) {
          each.arm(Pollable.READ);
        }
        if (!Task.awaitAny(queues, this::anyReady, deadline)) {
          return ready();
        }
        ready = ready();
      } while (ready.size() == 0);
      return ready;
    } finally {
      if (outside != null) {
        outside.close();
      }
    }
  }

  private boolean anyReady() {
    for (Item each : items) {
      if (each.isReady.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private PyList ready() {
    PyList found = new PyList();
    for (Item each : items) {
      if (isReady(each)) {
        found.append(each.object);
      }
    }
    return found;
  }

  /** What the host says now, not what it said when a wake-up came. */
  private boolean isReady(Item item) {
    for (Pollable each : fromHost) {
      if (each.queue(Pollable.READ) == item.queue) {
        return each.ready(Pollable.READ) != 0;
      }
    }
    return item.isReady.getAsBoolean();
  }
}
