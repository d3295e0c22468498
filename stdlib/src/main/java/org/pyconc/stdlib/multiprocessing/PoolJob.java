package org.pyconc.stdlib.multiprocessing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.TraceRecorder;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;

/** What {@code apply_async}, {@code map_async} and {@code imap} give: results that are to come. */
abstract class PoolJob extends PyInstance {
  /** Whose job it is. */
  @Nullable Object pool;

  PoolJob(PyType type) {
    super(type);
  }

  /**
   * A result has come.
   *
   * @param value the value or the exception
   * @return whether it was the last one
   */
  abstract boolean take(long index, boolean isSuccess, Object value);

  /** One result for all, which callbacks are told. */
  static class Single extends PoolJob {
    final EventFlag done = new EventFlag(null);
    private final long arrow = TraceRecorder.callSubmitted();
    private final Object callback;
    private final Object errorCallback;
    private boolean isSuccess = true;
    private Object value = PySingleton.NONE;

    Single(PyType type, Object callback, Object errorCallback) {
      super(type);
      this.callback = callback;
      this.errorCallback = errorCallback;
    }

    boolean isSuccess() {
      return isSuccess;
    }

    void set(boolean success, Object newValue) {
      isSuccess = success;
      value = newValue;
    }

    /** The value, or throws the exception. */
    Object result() {
      TraceRecorder.callAnswered(arrow);
      if (!isSuccess && value instanceof PyBaseException e) {
        throw new PyException(e);
      }
      return value;
    }

    void complete() {
      try {
        Object toTell = isSuccess ? callback : errorCallback;
        if (toTell != PySingleton.NONE) {
          Calls.call1(toTell, value);
        }
      } finally {
        done.set();
      }
    }

    @Override
    boolean take(long index, boolean success, Object newValue) {
      set(success, newValue);
      complete();
      return true;
    }
  }

  /** The results of several chunks as one list. */
  static final class Mapped extends Single {
    private final PyList values;
    private final int chunkSize;
    private long left;

    Mapped(PyType type, int length, int chunkSize, Object callback, Object errorCallback) {
      super(type, callback, errorCallback);
      Object[] items = new Object[length];
      java.util.Arrays.fill(items, PySingleton.NONE);
      this.values = PyList.of(items);
      this.chunkSize = chunkSize;
      this.left = chunkSize == 0 ? 0 : (length + chunkSize - 1) / chunkSize;
      set(true, values);
      if (left == 0) {
        done.set();
      }
    }

    @Override
    boolean take(long index, boolean success, Object value) {
      left--;
      if (!success) {
        if (isSuccess()) {
          set(false, value);
        }
      } else if (value instanceof PyTuple chunk) {
        int start = (int) index * chunkSize;
        for (int i = 0; i < chunk.size(); i++) {
          values.set(start + i, chunk.get(i));
        }
      }
      if (left == 0) {
        complete();
        return true;
      }
      return false;
    }
  }

  /** Results one after the other. */
  static final class Stream extends PoolJob {
    private record Item(boolean isSuccess, Object value) {}

    private record End() {}

    private final boolean isOrdered;
    private final MessageQueue items = new MessageQueue(0, null);
    private final Map<Long, Item> early = new HashMap<>();
    private long next;
    private long length = -1;

    Stream(PyType type, boolean isOrdered) {
      super(type);
      this.isOrdered = isOrdered;
    }

    @Override
    boolean take(long index, boolean isSuccess, Object value) {
      Item item = new Item(isSuccess, value);
      if (isOrdered && index != next) {
        early.put(index, item);
        return false;
      }
      add(item);
      for (Item more = early.remove(next); more != null; more = early.remove(next)) {
        add(more);
      }
      return endIfComplete();
    }

    private void add(Item item) {
      next++;
      if (item.isSuccess && item.value instanceof PyTuple chunk) {
        for (int i = 0; i < chunk.size(); i++) {
          items.put(new Item(true, chunk.get(i)), Deadline.NEVER);
        }
      } else {
        items.put(item, Deadline.NEVER);
      }
    }

    /** All chunks have been sent; whether all results have come. */
    boolean setLength(long chunks) {
      length = chunks;
      return endIfComplete();
    }

    private boolean endIfComplete() {
      if (next != length) {
        return false;
      }
      items.put(new End(), Deadline.NEVER);
      return true;
    }

    /** The next value; null at the end. TimeoutError if it does not come in time. */
    @Nullable Object next(long deadline) {
      Object item = items.get(deadline);
      if (item instanceof End end) {
        items.put(end, Deadline.NEVER);
        return null;
      }
      if (!(item instanceof Item i)) {
        throw PoolTypes.timeout();
      }
      if (!i.isSuccess && i.value instanceof PyBaseException e) {
        throw new PyException(e);
      }
      return i.value;
    }
  }
}
