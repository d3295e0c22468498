package org.pyconc.stdlib.select;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * {@code poll} and {@code epoll}.
 *
 * @see <a href="https://docs.python.org/3.11/library/select.html#polling-objects">Polling
 *     Objects</a>
 */
final class PollTypes {
  static final int IN = 1;
  static final int OUT = 4;
  static final int ERROR = 8;
  static final int HANG_UP = 16;
  static final int NOT_OPEN = 32;
  private static final int ONE_SHOT = 1 << 30;

  static final PyType POLL =
      new PyType("select.poll", BuiltinTypes.OBJECT, false, PollObject::new, PollTypes::definePoll);

  static final PyType EPOLL =
      new PyType(
          "select.epoll", BuiltinTypes.OBJECT, true, EpollObject::new, PollTypes::defineEpoll);

  private PollTypes() {}

  /** Descriptors by number. */
  private static final class PollObject extends PyInstance implements Transferable {
    final Map<Integer, Integer> events = new LinkedHashMap<>();

    PollObject(PyType type) {
      super(type);
    }

    @Override
    public Object copy(Copier copier) {
      if (!copier.isFork()) {
        throw Copier.refuse(this, "cannot pickle 'select.poll' object");
      }
      PollObject copy = new PollObject(type());
      copy.events.putAll(events);
      copier.register(this, copy);
      return copy;
    }
  }

  /** What is behind the descriptor of an epoll. Shared by the processes that have it. */
  static final class EpollFile extends KernelObject {
    /** Guarded by this. */
    final Map<Integer, Watched> watched = new LinkedHashMap<>();

    EpollFile() {
      super(null);
    }

    synchronized List<Watched> all() {
      watched.values().removeIf(Watched::isGone);
      return new ArrayList<>(watched.values());
    }

    @Override
    public String describe() {
      return "epoll";
    }
  }

  private static final class EpollObject extends PyInstance implements Transferable {
    int descriptor = -1;

    EpollObject(PyType type) {
      super(type);
    }

    EpollFile file() {
      if (descriptor < 0) {
        throw Errors.valueError("I/O operation on closed epoll object");
      }
      return Descriptors.current().get(descriptor, EpollFile.class);
    }

    void close() {
      int number = descriptor;
      descriptor = -1;
      if (number >= 0) {
        Descriptors.current().close(number);
      }
    }

    @Override
    public Object copy(Copier copier) {
      if (!copier.isFork()) {
        throw Copier.refuse(this, "cannot pickle 'select.epoll' object");
      }
      EpollObject copy = new EpollObject(copier.copyType(type()));
      copy.descriptor = descriptor;
      copier.register(this, copy);
      copier.copyAttributes(this, copy);
      return copy;
    }
  }

  // ---- poll ----------------------------------------------------------------------------------

  static Object newPoll() {
    return new PollObject(POLL);
  }

  private static void definePoll(TypeBuilder b) {
    b.method(
        "register(self, fd, eventmask=7, /)",
        "Adds a descriptor.",
        (self, fd, mask) -> {
          ((PollObject) self).events.put(Watched.number(fd), mask(mask));
          return PySingleton.NONE;
        });
    b.method(
        "modify(self, fd, eventmask, /)",
        "Changes what a descriptor is waited for.",
        (self, fd, mask) -> {
          Map<Integer, Integer> events = ((PollObject) self).events;
          int number = Watched.number(fd);
          if (!events.containsKey(number)) {
            throw HostErrors.of(HostErrors.NO_SUCH_FILE);
          }
          events.put(number, mask(mask));
          return PySingleton.NONE;
        });
    b.method(
        "unregister(self, fd, /)",
        "Removes a descriptor.",
        (self, fd) -> {
          int number = Watched.number(fd);
          if (((PollObject) self).events.remove(number) == null) {
            throw Errors.keyError((long) number);
          }
          return PySingleton.NONE;
        });
    b.method("poll(self, timeout=None, /)", "Waits; milliseconds.", PollTypes::poll);
  }

  private static int mask(Object value) {
    if (Items.index(value) instanceof Long l && l >= 0) {
      if (l > 0xffff) {
        throw Errors.overflow("Python int too large to convert to C unsigned short");
      }
      return (int) (long) l;
    }
    throw Errors.valueError("value must be positive");
  }

  private static Object poll(Object self, Object timeout) {
    List<Watched> all = new ArrayList<>();
    List<Object> found = new ArrayList<>();
    for (Map.Entry<Integer, Integer> each : ((PollObject) self).events.entrySet()) {
      Watched one = Watched.find(each.getKey(), each.getValue());
      if (one == null) {
        found.add(PyTuple.of((long) each.getKey(), (long) NOT_OPEN));
      } else {
        all.add(one);
      }
    }
    double milliseconds = timeout == PySingleton.NONE ? -1 : SelectModule.seconds(timeout);
    long deadline =
        !found.isEmpty()
            ? Deadline.NOW
            : milliseconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(milliseconds / 1000);
    wait(all, deadline, true, Integer.MAX_VALUE, found);
    return PyList.of(found.toArray());
  }

  /**
   * Waits until something is found.
   *
   * @param isNew whether nothing is known yet about any of them
   */
  private static void wait(
      List<Watched> all, long deadline, boolean isNew, int most, List<Object> found) {
    Task.passTurn();
    boolean looksAtAll = isNew || Deadline.isPast(deadline);
    while (true) {
      for (Watched each : all) {
        if (found.size() >= most) {
          return;
        }
        if (looksAtAll || each.mayHaveChanged()) {
          int events = each.found();
          if (events != 0) {
            found.add(PyTuple.of((long) each.number, (long) events));
            if ((each.events & ONE_SHOT) != 0) {
              each.events = 0;
            }
          }
        }
      }
      if (!found.isEmpty() || Deadline.isPast(deadline)) {
        return;
      }
      Polling.awaitAny(all, deadline);
      looksAtAll = false;
    }
  }

  // ---- epoll ---------------------------------------------------------------------------------

  private static void defineEpoll(TypeBuilder b) {
    b.staticMethod("__new__(cls, sizehint=-1, flags=0)", "", PollTypes::newEpoll);
    b.staticMethod(
        "fromfd(fd, /)",
        "The epoll of a descriptor.",
        a -> {
          EpollObject made = new EpollObject(EPOLL);
          made.descriptor = Items.toInt(a[0]);
          return made;
        });
    b.methodN("__init__(self, *args, **kwargs)", "", a -> PySingleton.NONE);
    b.method("register(self, fd, eventmask=7)", "Adds a descriptor.", PollTypes::register);
    b.method("modify(self, fd, eventmask)", "Changes what for.", PollTypes::modify);
    b.method("unregister(self, fd)", "Removes a descriptor.", PollTypes::unregister);
    b.method("poll(self, timeout=None, maxevents=-1)", "Waits; seconds.", PollTypes::pollEpoll);
    b.method(
        "close(self)",
        "Closes it.",
        self -> {
          ((EpollObject) self).close();
          return PySingleton.NONE;
        });
    b.method(
        "fileno(self)",
        "Its own descriptor.",
        self -> {
          ((EpollObject) self).file();
          return (long) ((EpollObject) self).descriptor;
        });
    b.getter("closed", "", self -> ((EpollObject) self).descriptor < 0);
    b.method("__enter__(self)", "", self -> self);
    b.method(
        "__exit__(self, exc_type=None, exc_value=None, exc_tb=None)",
        "",
        (self, type, value, traceback) -> {
          ((EpollObject) self).close();
          return PySingleton.NONE;
        });
  }

  private static Object newEpoll(Object[] a) {
    int size = Items.toInt(a[1]);
    if (size != -1 && size <= 0) {
      throw Errors.valueError("negative sizehint");
    }
    EpollObject made = new EpollObject((PyType) a[0]);
    made.descriptor = Descriptors.current().open(new EpollFile());
    return made;
  }

  private static int epollMask(Object value) {
    Object plain = PyPayloadInstance.unwrap(Items.index(value));
    if (plain instanceof BigInteger || (plain instanceof Long l && (l < 0 || l > 0xffff_ffffL))) {
      throw Errors.overflow("Python int too large to convert to C unsigned int");
    }
    return (int) Items.toLong(plain);
  }

  private static Object register(Object self, Object fd, Object mask) {
    EpollFile file = ((EpollObject) self).file();
    Watched watched = Watched.get(Watched.number(fd), epollMask(mask));
    if (watched.isFile() && watched.object != null) {
      throw HostErrors.of(HostErrors.NOT_PERMITTED);
    }
    synchronized (file) {
      Watched before = file.watched.get(watched.number);
      if (before != null && !before.isGone() && before.object == watched.object) {
        throw HostErrors.of(HostErrors.FILE_EXISTS);
      }
      file.watched.put(watched.number, watched);
    }
    return PySingleton.NONE;
  }

  private static @Nullable Watched known(EpollFile file, int number) {
    synchronized (file) {
      Watched found = file.watched.get(number);
      return found == null || found.isGone() ? null : found;
    }
  }

  private static Object modify(Object self, Object fd, Object mask) {
    EpollFile file = ((EpollObject) self).file();
    int number = Watched.number(fd);
    int events = epollMask(mask);
    Watched.get(number, 0);
    Watched known = known(file, number);
    if (known == null) {
      throw HostErrors.of(HostErrors.NO_SUCH_FILE);
    }
    known.events = events;
    return PySingleton.NONE;
  }

  private static Object unregister(Object self, Object fd) {
    EpollFile file = ((EpollObject) self).file();
    int number = Watched.number(fd);
    Watched known = known(file, number);
    synchronized (file) {
      file.watched.remove(number);
    }
    if (known == null) {
      Watched.get(number, 0);
      throw HostErrors.of(HostErrors.NO_SUCH_FILE);
    }
    return PySingleton.NONE;
  }

  private static Object pollEpoll(Object self, Object timeout, Object maxEvents) {
    EpollFile file = ((EpollObject) self).file();
    int most = Items.toInt(maxEvents);
    if (most == 0 || most < -1) {
      throw Errors.valueError("maxevents must be greater than 0, got " + most);
    }
    double seconds = timeout == PySingleton.NONE ? -1 : SelectModule.seconds(timeout);
    long deadline = seconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(seconds);
    List<Object> found = new ArrayList<>();
    wait(file.all(), deadline, false, most < 0 ? Integer.MAX_VALUE : most, found);
    return PyList.of(found.toArray());
  }
}
