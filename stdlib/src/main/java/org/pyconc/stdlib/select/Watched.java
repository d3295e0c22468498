package org.pyconc.stdlib.select;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;

/** One descriptor that is waited for, with what for. */
final class Watched implements Polling.Interest {
  /** What is always ready: a file. */
  private static final class Always implements Pollable {
    private final WaitQueue nobody = new WaitQueue(() -> "file");

    @Override
    public int ready(int wanted) {
      return wanted;
    }

    @Override
    public WaitQueue queue(int one) {
      return nobody;
    }
  }

  final int number;
  final @Nullable KernelObject object;
  private final Pollable target;

  /** In the words of {@code poll}. */
  int events;

  private Watched(int number, @Nullable KernelObject object, Pollable target, int events) {
    this.number = number;
    this.object = object;
    this.target = target;
    this.events = events;
  }

  /** A descriptor of the running process, or null if it is not open. */
  static @Nullable Watched find(int number, int events) {
    KernelObject object = Descriptors.current().find(number);
    if (object == null && number > 2) {
      return null;
    }
    Pollable target = object instanceof Pollable p ? p : new Always();
    return new Watched(number, object, target, events);
  }

  /** As {@link #find}; OSError if it is not open. */
  static Watched get(int number, int events) {
    Watched found = find(number, events);
    if (found == null) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    }
    return found;
  }

  boolean isFile() {
    return target instanceof Always;
  }

  /** Whether its last descriptor was closed. */
  boolean isGone() {
    return object != null && object.handleCount() == 0;
  }

  /** The number of an int or of an object with {@code fileno()}. */
  static int number(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    long number;
    if (plain instanceof Long l) {
      number = l;
    } else {
      Object fileno = org.pyconc.operations.Attributes.findQuietly(value, "fileno");
      if (fileno == null) {
        throw Errors.typeError("argument must be an int, or have a fileno() method.");
      }
      Object made = PyPayloadInstance.unwrap(Calls.call0(fileno));
      if (!(made instanceof Long l)) {
        throw Errors.typeError("fileno() returned a non-integer");
      }
      number = l;
    }
    if (number < 0) {
      throw Errors.valueError("file descriptor cannot be a negative integer (" + number + ")");
    }
    return Items.toInt(number);
  }

  static String typeName(Object value) {
    return PyType.of(value).name();
  }

  @Override
  public Pollable target() {
    return target;
  }

  @Override
  public int wanted() {
    return ((events & PollTypes.IN) != 0 ? Pollable.READ : 0)
        | ((events & PollTypes.OUT) != 0 ? Pollable.WRITE : 0);
  }

  /** Which of the events are there now. */
  int found() {
    int wanted = wanted();
    int ready = wanted == 0 ? 0 : target.ready(wanted);
    int found =
        ((ready & Pollable.READ) != 0 ? PollTypes.IN : 0)
            | ((ready & Pollable.WRITE) != 0 ? PollTypes.OUT : 0);
    int ends = found != 0 || wanted == 0 ? target.ends() : 0;
    if ((ends & Pollable.DRAINED) != 0) {
      found &= ~PollTypes.IN;
    }
    return found
        | ((ends & Pollable.HANG_UP) != 0 ? PollTypes.HANG_UP : 0)
        | ((ends & Pollable.BROKEN) != 0 ? PollTypes.ERROR : 0);
  }

  /** Whether a look at it may find something new. */
  boolean mayHaveChanged() {
    int wanted = wanted();
    return wanted != 0 && target.hasFired(wanted);
  }
}
