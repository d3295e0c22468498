package org.pyconc.stdlib.select;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Iteration;
import org.pyconc.runtime.NativeModule;

/**
 * Waiting for several descriptors.
 *
 * @see <a href="https://docs.python.org/3.11/library/select.html">select</a>
 */
public final class SelectModule implements NativeModule {
  private static final Object[] CONSTANTS = {
    "POLLIN",
    1,
    "POLLPRI",
    2,
    "POLLOUT",
    4,
    "POLLERR",
    8,
    "POLLHUP",
    16,
    "POLLNVAL",
    32,
    "POLLRDNORM",
    64,
    "POLLRDBAND",
    128,
    "POLLWRNORM",
    256,
    "POLLWRBAND",
    512,
    "POLLMSG",
    1024,
    "POLLRDHUP",
    8192,
    "PIPE_BUF",
    4096,
    "EPOLLIN",
    1,
    "EPOLLPRI",
    2,
    "EPOLLOUT",
    4,
    "EPOLLERR",
    8,
    "EPOLLHUP",
    16,
    "EPOLLRDNORM",
    64,
    "EPOLLRDBAND",
    128,
    "EPOLLWRNORM",
    256,
    "EPOLLWRBAND",
    512,
    "EPOLLMSG",
    1024,
    "EPOLLRDHUP",
    8192,
    "EPOLLEXCLUSIVE",
    1 << 28,
    "EPOLLONESHOT",
    1 << 30,
    "EPOLLET",
    1L << 31,
    "EPOLL_CLOEXEC",
    524288,
  };

  @Override
  public String name() {
    return "select";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (int i = 0; i < CONSTANTS.length; i += 2) {
      b.constant((String) CONSTANTS[i], ((Number) CONSTANTS[i + 1]).longValue());
    }
    b.constant("error", ExceptionTypes.OS_ERROR);
    b.function(
        "select(rlist, wlist, xlist, timeout=None, /)",
        "Waits until one of the descriptors is ready.",
        SelectModule::select);
    b.function("poll()", "An object that waits for descriptors.", PollTypes::newPoll);
    b.type(PollTypes.EPOLL);
  }

  /** A number of the program. */
  public static double seconds(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case Long l -> l;
      case Double d -> d;
      case Boolean b -> b ? 1 : 0;
      case BigInteger i -> throw Errors.overflow("timestamp too large to convert to C _PyTime_t");
      default -> throw Errors.typeError("timeout must be a float or None");
    };
  }

  private static List<Watched> watch(Object[] files, int events) {
    List<Watched> all = new ArrayList<>(files.length);
    for (Object each : files) {
      all.add(Watched.get(Watched.number(each), events));
    }
    return all;
  }

  private static Object[] list(Object value, int position) {
    if (!Iteration.isIterable(value)) {
      throw Errors.typeError("arguments 1-3 must be sequences");
    }
    return Iteration.toArray(value);
  }

  private static Object select(Object readers, Object writers, Object others, Object timeout) {
    double seconds = -1;
    if (timeout != PySingleton.NONE) {
      seconds = seconds(timeout);
      if (seconds < 0) {
        throw Errors.valueError("timeout must be non-negative");
      }
    }
    Object[] readFiles = list(readers, 1);
    Object[] writeFiles = list(writers, 2);
    List<Watched> reading = watch(readFiles, PollTypes.IN);
    List<Watched> writing = watch(writeFiles, PollTypes.OUT);
    watch(list(others, 3), 0);
    List<Watched> all = new ArrayList<>(reading);
    all.addAll(writing);
    long deadline = seconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(seconds);
    if (all.isEmpty() && deadline != Deadline.NEVER) {
      Task.sleep((long) (seconds * 1e9));
    }
    Task.passTurn();
    while (true) {
      PyList canRead = ready(readFiles, reading, Pollable.READ);
      PyList canWrite = ready(writeFiles, writing, Pollable.WRITE);
      if (canRead.size() + canWrite.size() > 0 || Deadline.isPast(deadline)) {
        return PyTuple.of(canRead, canWrite, new PyList());
      }
      Polling.awaitAny(all, deadline);
    }
  }

  private static PyList ready(Object[] files, List<Watched> watched, int operation) {
    List<Object> found = new ArrayList<>(files.length);
    for (int i = 0; i < files.length; i++) {
      if ((watched.get(i).target().ready(operation) & operation) != 0) {
        found.add(files[i]);
      }
    }
    return PyList.of(found.toArray());
  }
}
