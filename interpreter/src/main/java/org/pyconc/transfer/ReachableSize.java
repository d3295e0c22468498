package org.pyconc.transfer;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.FrameVariables;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.ProcessState;

/**
 * How much memory the objects take that a process can reach from its modules and from the frames
 * that the interpreter is running: bytes of the JVM's heap, as objects of their kind and length
 * usually take. What other processes can reach too counts for each of them; what only native
 * objects hold, such as messages that wait in queues, does not count.
 */
public final class ReachableSize {
  private static final int OBJECT = 32;
  private static final int STRING = 48;
  private static final int NUMBER = 16;
  private static final int REFERENCE = 4;
  private static final int DICT_ENTRY = 40;
  private static final int SET_ENTRY = 24;
  private static final int CONTAINER = 48;

  private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
  private final ArrayDeque<Object> waiting = new ArrayDeque<>();
  private final long limit;
  private long size;

  private ReachableSize(long limit) {
    this.limit = limit;
  }

  /**
   * The size in bytes. To be called on the thread that runs the process.
   *
   * @param limit where to stop: when it is passed, the size is anything above it
   */
  public static long of(ProcessState state, long limit) {
    ReachableSize measured = new ReachableSize(limit);
    PyDict modules = state.modules();
    for (int i = modules.next(0); i >= 0; i = modules.next(i + 1)) {
      if (modules.valueAt(i) instanceof PyModule m && !m.isNative()) {
        measured.add(m);
      }
    }
    for (Task task : state.process().tasks()) {
      for (Activation a = (Activation) task.activation; a != null; a = a.outer()) {
        measured.add(a.function().globals());
        FrameVariables.each(a, measured::add);
      }
    }
    return measured.run();
  }

  private long run() {
    for (Object next = waiting.poll(); next != null && size <= limit; next = waiting.poll()) {
      expand(next);
    }
    return size;
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean b -> {}
      case Long l -> size += l >= Byte.MIN_VALUE && l <= Byte.MAX_VALUE ? 0 : NUMBER;
      case Double d -> size += NUMBER;
      case String s -> {
        if (isNew(s)) {
          size += STRING + s.length();
        }
      }
      case WideString w -> {
        if (isNew(w)) {
          size += STRING + (long) Integer.BYTES * w.length();
        }
      }
      case BigInteger i -> size += STRING + i.bitLength() / Byte.SIZE;
      case PyType t when t.isNative() -> {}
      case PyModule m when m.isNative() -> {}
      case PyObject o -> {
        if (isNew(o)) {
          size += own(o);
          waiting.add(o);
        }
      }
      default -> {}
    }
  }

  private boolean isNew(Object value) {
    return seen.put(value, true) == null;
  }

  private static long own(PyObject object) {
    return switch (object) {
      case PyList l -> CONTAINER + (long) REFERENCE * l.size();
      case PyTuple t -> OBJECT + (long) REFERENCE * t.size();
      case PyDict d -> CONTAINER + (long) DICT_ENTRY * d.size();
      case PySet s -> CONTAINER + (long) SET_ENTRY * s.size();
      case PyBytes b -> OBJECT + b.size();
      case PyByteArray b -> OBJECT + b.size();
      case PyInstance i -> OBJECT + (long) REFERENCE * i.shape.size();
      default -> OBJECT;
    };
  }

  private void expand(Object object) {
    switch (object) {
      case Cell c -> add(c.value);
      case PyModule m -> Parts.attributes(m, (label, part) -> add(part));
      case PyGenerator g -> add(g.suspendedVariables());
      case PyList l -> {
        for (int i = 0; i < l.size(); i++) {
          add(l.get(i));
        }
      }
      case PyTuple t -> {
        for (int i = 0; i < t.size(); i++) {
          add(t.get(i));
        }
      }
      case PyDict d -> {
        for (int i = d.next(0); i >= 0; i = d.next(i + 1)) {
          add(d.keyAt(i));
          add(d.valueAt(i));
        }
      }
      case Refillable r when object instanceof PyInstance i -> {
        // Has no other way to say what it holds than to fill a copy.
        if (r.emptyCopy(i.type()) instanceof Refillable copy) {
          copy.refill(
              i,
              part -> {
                size += REFERENCE;
                add(part);
                return part;
              });
        }
        Parts.each(object, (label, part) -> add(part));
      }
      default -> Parts.each(object, (label, part) -> add(part));
    }
  }
}
