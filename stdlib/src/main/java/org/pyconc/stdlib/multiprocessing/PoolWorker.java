package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Raising;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Kind;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Outcome;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Slot;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Stop;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Work;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Message;
import org.pyconc.transfer.Transferable;

/** What the processes of a pool do: take tasks and send back what came of them. */
final class PoolWorker extends PyObject implements Transferable {
  private final MessageQueue tasks;
  private final MessageQueue results;
  private final Object initializer;
  private final Object initialArguments;
  private final long mostTasks;
  private final boolean isProcess;
  private final Slot slot;

  /** The function that the last task named, and the message it came in. */
  private @Nullable Object lastFunction;

  private @Nullable Object lastNamed;

  /**
   * @param mostTasks after how many tasks a worker ends
   * @param isProcess whether it is a process; a thread uses what it is given and gives what it has
   */
  PoolWorker(
      MessageQueue tasks,
      MessageQueue results,
      Object initializer,
      Object initialArguments,
      long mostTasks,
      boolean isProcess,
      Slot slot) {
    this.tasks = tasks;
    this.results = results;
    this.initializer = initializer;
    this.initialArguments = initialArguments;
    this.mostTasks = mostTasks;
    this.isProcess = isProcess;
    this.slot = slot;
  }

  /** Another worker of the same pool. */
  PoolWorker another() {
    return new PoolWorker(
        tasks, results, initializer, initialArguments, mostTasks, isProcess, new Slot());
  }

  Slot slot() {
    return slot;
  }

  @Override
  public Object copy(Copier copier) {
    return new PoolWorker(
        tasks,
        results,
        copier.copy(initializer),
        copier.copy(initialArguments),
        mostTasks,
        isProcess,
        slot);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.OBJECT;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    if (initializer != PySingleton.NONE) {
      Calls.call(initializer, Iteration.toArray(initialArguments));
    }
    for (long done = 0; done < mostTasks; done++) {
      Object message = tasks.get(Deadline.NEVER);
      if (message instanceof Stop) {
        tasks.put(message, Deadline.NEVER);
        break;
      }
      if (message instanceof Work work) {
        slot.work = work;
        results.put(outcome(work), Deadline.NEVER);
        slot.work = null;
      }
    }
    return PySingleton.NONE;
  }

  private Outcome outcome(Work work) {
    Object value;
    try {
      value = work(work);
    } catch (PyException e) {
      return failure(work, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return failure(work, Raising.translate(e));
    }
    if (!isProcess) {
      return new Outcome(work, true, value, "");
    }
    try {
      return new Outcome(work, true, Message.pack(value), "");
    } catch (PyException refused) {
      return encodingError(work, value, refused.value());
    }
  }

  private Object work(Work work) {
    PyTuple task = (PyTuple) Message.unpack(work.packed);
    Object function = work.function == null ? task.get(0) : named(work.function);
    int first = work.function == null ? 1 : 0;
    Object[] items = Iteration.toArray(task.get(first));
    switch (work.kind) {
      case APPLY -> {
        return CallWith.call(function, items, task.get(first + 1) instanceof PyDict d ? d : null);
      }
      case MAP -> {
        Object[] all = new Object[items.length];
        for (int i = 0; i < all.length; i++) {
          all[i] = Calls.call1(function, items[i]);
        }
        return PyTuple.of(all);
      }
      case STARMAP -> {
        Object[] all = new Object[items.length];
        for (int i = 0; i < all.length; i++) {
          all[i] = Calls.call(function, Iteration.toArray(items[i]));
        }
        return PyTuple.of(all);
      }
    }
    throw new IllegalStateException(work.kind.toString());
  }

  /** The function that many tasks name, which is looked up once. */
  private Object named(Object packed) {
    Object known = lastFunction;
    if (known == null || packed != lastNamed) {
      known = Message.unpack(packed);
      lastFunction = known;
      lastNamed = packed;
    }
    return known;
  }

  private Outcome failure(Work work, PyException thrown) {
    PyBaseException exception = thrown.value();
    if (!exception.type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
      throw thrown; // SystemExit ends the worker
    }
    if (!isProcess) {
      return new Outcome(work, false, exception, "");
    }
    String traceback = "\n\"\"\"\n" + TracebackPrinter.formatFromLibrary(exception) + "\"\"\"";
    try {
      return new Outcome(work, false, Message.pack(exception), traceback);
    } catch (PyException refused) {
      return encodingError(work, exception, refused.value());
    }
  }

  private Outcome encodingError(Work work, Object value, PyBaseException reason) {
    Object shown =
        work.kind != Kind.APPLY && value instanceof PyTuple t ? PyList.of(t.items()) : value;
    PyBaseException error = PoolTypes.encodingError(reason, shown);
    return new Outcome(work, false, Message.pack(error), "");
  }
}
