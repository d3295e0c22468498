package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Integers;

/**
 * The objects of one process of a program: what they are for the host, and the other way. Objects
 * of the host are everywhere the same; those of the language belong to a process.
 */
record Heap(EmbeddedProgram program, KernelProcess process) {
  /** That of the running process. */
  static Heap current(EmbeddedProgram program) {
    return new Heap(program, Task.require().process());
  }

  /** Does the work in the process; the result as the host takes it. */
  Object ask(Supplier<Object> work) {
    return program.callIn(process, state -> toHost(work.get()));
  }

  /** Does the work in the process; the result, which is no value of the language, as it is. */
  <T> T tell(Supplier<T> work) {
    return program.callIn(process, state -> work.get());
  }

  /** A value of the language for the host. */
  Object toHost(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case Long l when l == l.intValue() -> l.intValue(); // what Java's generic code expects
      case Long l -> l;
      case Double d -> d;
      case String s -> s;
      case WideString w -> w.toUtf16();
      case HostObject h -> h.value();
      case HostError e -> e.thrown();
      default -> wrap(value);
    };
  }

  private Object wrap(Object value) {
    program.setEscaped();
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyList l -> new GuestSequence(this, value, l);
      case PyTuple t -> new GuestSequence(this, value, t);
      case PyRange r when r.isSmall() -> new GuestSequence(this, value, r);
      case PyDict d -> new GuestDictionary(this, value, d);
      case BigInteger big when value == big && hostNumber(big) instanceof Object n -> n;
      case BigInteger big -> new GuestInteger(this, value, big);
      case Long l -> new GuestInteger(this, value, BigInteger.valueOf(l));
      case String s -> new GuestText(this, value, s);
      case WideString w -> new GuestText(this, value, w.toUtf16());
      case PyBytes b -> new GuestBytes(this, value);
      case PyByteArray b -> new GuestBytes(this, value);
      case PyBaseException e -> new GuestThrowable(this, e);
      default -> GuestMoment.of(this, value);
    };
  }

  /**
   * A large int as the host's own number: where any object would do the host's rules make a float
   * of a number of ours that fits into one. Null if the application does not take such numbers.
   */
  private @Nullable Object hostNumber(BigInteger big) {
    Object number = program.env().asGuestValue(big);
    return InteropLibrary.getUncached().fitsInBigInteger(number) ? number : null;
  }

  /** A value of the host, or of another language, for the program. On a thread of the host. */
  Object toGuest(Object value) {
    return switch (value) {
      case PyObject o -> o;
      case Boolean b -> b;
      case Long l -> l;
      case Integer i -> (long) i;
      case Double d -> d;
      case String s -> WideString.of(s);
      case GuestObject o when o.heap.equals(this) -> o.value;
      case GuestException e when equals(e.heap()) && e.value() != null -> e.value();
      default -> convert(value);
    };
  }

  private Object convert(Object value) {
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      if (interop.isNull(value)) {
        return PySingleton.NONE;
      }
      if (interop.isBoolean(value)) {
        return interop.asBoolean(value);
      }
      if (interop.isString(value)) {
        return WideString.of(interop.asString(value));
      }
      if (interop.isNumber(value)) {
        Object number = number(value, interop);
        if (number != null) {
          return number;
        }
      }
      if (interop.isException(value)) {
        return program.hostErrors().of(value);
      }
      return new HostObject(program, value, program.hostTypes().of(value));
    } catch (UnsupportedMessageException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object number(Object value, InteropLibrary interop)
      throws UnsupportedMessageException {
    if (value instanceof Float) {
      return interop.asDouble(value);
    }
    if (interop.fitsInLong(value)) {
      return interop.asLong(value);
    }
    if (interop.fitsInBigInteger(value)) {
      return Integers.normalise(interop.asBigInteger(value));
    }
    return interop.fitsInDouble(value) ? (Object) interop.asDouble(value) : null;
  }

  Object[] toGuest(Object[] values) {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = toGuest(values[i]);
    }
    return converted;
  }

  Object[] toHost(Object[] values) {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = toHost(values[i]);
    }
    return converted;
  }
}
