package org.pyconc.stdlib.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.NumberConversion;

/**
 * Reads a pickle. It names functions and classes, which are found by importing modules, and says
 * with which arguments they are called; that is the only code that runs.
 */
final class PickleReader {
  /** What programs can decide themselves. */
  interface Hooks {
    /** The class or function of that name. */
    Object findClass(String module, String name, int protocol);

    /** What an id stands for that {@code persistent_id} has given. */
    Object persistentLoad(Object id);
  }

  /**
   * How old pickles and large data are read.
   *
   * @param encoding of the strs of Python 2; {@code bytes} to leave them as they are
   * @param buffers an iterator of data that is not in the pickle, or null
   */
  record Options(String encoding, String errors, @Nullable Object buffers) {}

  private final PickleInput in;
  private final Hooks hooks;
  private final Options options;
  private final UnpickleStack stack = new UnpickleStack();
  private final UnpickleMemo memo;
  private final ObjectReader objects;
  private int protocol;

  PickleReader(PickleInput in, Hooks hooks, Options options, UnpickleMemo memo) {
    this.in = in;
    this.hooks = hooks;
    this.options = options;
    this.memo = memo;
    this.objects = new ObjectReader(in, stack, hooks);
  }

  /** Reads one pickle. */
  Object load() {
    int code = next();
    while (code != Opcodes.STOP) {
      if (!readNumber(code) && !readText(code) && !readContainer(code)) {
        readObject(code);
      }
      code = next();
    }
    in.skipPeeked();
    return stack.pop();
  }

  private int next() {
    int code = in.next();
    if (code < 0) {
      throw PickleErrors.outOfInput();
    }
    return code;
  }

  private boolean readNumber(int code) {
    switch (code) {
      case Opcodes.NONE -> stack.push(PySingleton.NONE);
      case Opcodes.NEWTRUE -> stack.push(true);
      case Opcodes.NEWFALSE -> stack.push(false);
      case Opcodes.BININT -> stack.push((long) (int) in.little(4));
      case Opcodes.BININT1 -> stack.push(in.little(1));
      case Opcodes.BININT2 -> stack.push(in.little(2));
      case Opcodes.LONG1 -> stack.push(bigInteger(in.one()));
      case Opcodes.LONG4 -> {
        int length = (int) in.little(4);
        if (length < 0) {
          throw PickleErrors.unpickling("LONG pickle has negative byte count");
        }
        stack.push(bigInteger(length));
      }
      case Opcodes.BINFLOAT -> stack.push(Double.longBitsToDouble(in.big()));
      case Opcodes.INT -> stack.push(oldInt(line()));
      case Opcodes.LONG -> stack.push(oldLong(line()));
      case Opcodes.FLOAT -> stack.push(oldFloat(line()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String line() {
    return new String(in.line(), StandardCharsets.ISO_8859_1);
  }

  private Object bigInteger(int length) {
    byte[] little = in.take(length);
    if (length == 0) {
      return 0L;
    }
    byte[] big = new byte[length];
    for (int i = 0; i < length; i++) {
      big[i] = little[length - 1 - i];
    }
    return Integers.normalise(new BigInteger(big));
  }

  private static Object oldInt(String line) {
    if (line.equals("00") || line.equals("01")) {
      return line.equals("01");
    }
    try {
      return NumberConversion.toInt(line, 10L);
    } catch (PyException e) {
      throw Errors.valueError("could not convert string to int");
    }
  }

  private static Object oldLong(String line) {
    String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line + "\n";
    return NumberConversion.toInt(digits, 10L);
  }

  private static Object oldFloat(String line) {
    return NumberConversion.toFloat(line + "\n");
  }

  private boolean readText(int code) {
    switch (code) {
      case Opcodes.SHORT_BINUNICODE -> stack.push(utf8(in.take(in.one())));
      case Opcodes.BINUNICODE -> stack.push(utf8(in.take(in.little(4))));
      case Opcodes.BINUNICODE8 -> stack.push(utf8(in.take(size("BINUNICODE"))));
      case Opcodes.SHORT_BINBYTES -> stack.push(new PyBytes(in.take(in.one())));
      case Opcodes.BINBYTES -> stack.push(new PyBytes(in.take(in.little(4))));
      case Opcodes.BINBYTES8 -> stack.push(new PyBytes(in.take(size("BINBYTES"))));
      case Opcodes.BYTEARRAY8 -> stack.push(new PyByteArray(in.take(size("BYTEARRAY8"))));
      case Opcodes.UNICODE -> stack.push(RawUnicodeEscape.decode(in.line()));
      case Opcodes.SHORT_BINSTRING -> stack.push(oldText(in.take(in.one())));
      case Opcodes.BINSTRING -> stack.push(oldText(in.take(in.little(4))));
      case Opcodes.STRING -> stack.push(oldText(QuotedBytes.parse(in.line())));
      default -> {
        return false;
      }
    }
    return true;
  }

  private long size(String what) {
    long size = in.little(8);
    if (size < 0) {
      throw Errors.overflow(
          what + " exceeds system's maximum size of " + Long.MAX_VALUE + " bytes");
    }
    return size;
  }

  private static Object utf8(byte[] bytes) {
    return Codecs.decode(bytes, "utf-8", "surrogatepass");
  }

  private Object oldText(byte[] bytes) {
    return options.encoding().equals("bytes")
        ? new PyBytes(bytes)
        : Codecs.decode(bytes, options.encoding(), options.errors());
  }

  private boolean readContainer(int code) {
    switch (code) {
      case Opcodes.MARK -> stack.mark();
      case Opcodes.EMPTY_TUPLE -> stack.push(PyTuple.EMPTY);
      case Opcodes.TUPLE1 -> stack.push(PyTuple.of(stack.popSome(1)));
      case Opcodes.TUPLE2 -> stack.push(PyTuple.of(stack.popSome(2)));
      case Opcodes.TUPLE3 -> stack.push(PyTuple.of(stack.popSome(3)));
      case Opcodes.TUPLE -> stack.push(PyTuple.of(stack.popMark()));
      case Opcodes.EMPTY_LIST -> stack.push(new PyList());
      case Opcodes.LIST -> stack.push(PyList.of(stack.popMark()));
      case Opcodes.APPEND -> {
        Object[] item = stack.popAbove(1);
        ObjectReader.append(stack.top(), item);
      }
      case Opcodes.APPENDS -> {
        Object[] items = stack.popMarkAbove();
        if (items.length > 0) {
          ObjectReader.append(stack.top(), items);
        }
      }
      case Opcodes.EMPTY_DICT -> stack.push(new PyDict());
      case Opcodes.DICT -> {
        Object[] items = stack.popMark();
        requirePairs(items, "DICT");
        PyDict dict = new PyDict();
        ObjectReader.setItems(dict, items);
        stack.push(dict);
      }
      case Opcodes.SETITEM -> setItems(stack.popAbove(2));
      case Opcodes.SETITEMS -> setItems(stack.popMarkAbove());
      case Opcodes.EMPTY_SET -> stack.push(new PySet());
      case Opcodes.ADDITEMS -> {
        Object[] items = stack.popMarkAbove();
        if (items.length > 0) {
          ObjectReader.add(stack.top(), items);
        }
      }
      case Opcodes.FROZENSET -> {
        PySet set = new PySet(true);
        for (Object item : stack.popMark()) {
          set.add(item);
        }
        stack.push(set);
      }
      case Opcodes.POP -> stack.drop();
      case Opcodes.POP_MARK -> stack.popMark();
      case Opcodes.DUP -> stack.push(stack.top());
      default -> {
        return readMemo(code);
      }
    }
    return true;
  }

  private void setItems(Object[] items) {
    requirePairs(items, "SETITEMS");
    if (items.length > 0) {
      ObjectReader.setItems(stack.top(), items);
    }
  }

  private static void requirePairs(Object[] items, String code) {
    if (items.length % 2 != 0) {
      throw PickleErrors.unpickling("odd number of items for " + code);
    }
  }

  private boolean readMemo(int code) {
    switch (code) {
      case Opcodes.MEMOIZE -> memo.put(memo.count(), stack.top());
      case Opcodes.PUT -> {
        long index = lineNumber();
        Object top = stack.top();
        if (index < 0) {
          throw Errors.valueError("negative PUT argument");
        }
        memo.put(index, top);
      }
      case Opcodes.BINPUT -> memo.put(in.one(), stack.top());
      case Opcodes.LONG_BINPUT -> memo.put(in.little(4), stack.top());
      case Opcodes.GET -> stack.push(memo.get(lineNumber()));
      case Opcodes.BINGET -> stack.push(memo.get(in.one()));
      case Opcodes.LONG_BINGET -> stack.push(memo.get(in.little(4)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private long lineNumber() {
    return NumberConversion.toInt(line() + "\n", 10L) instanceof Long l ? l : Long.MAX_VALUE;
  }

  private void readObject(int code) {
    switch (code) {
      case Opcodes.PROTO -> {
        protocol = in.one();
        if (protocol > PickleWriter.HIGHEST_PROTOCOL) {
          throw Errors.valueError("unsupported pickle protocol: " + protocol);
        }
        objects.setProtocol(protocol);
      }
      case Opcodes.FRAME -> in.require(size("FRAME length"));
      case Opcodes.GLOBAL -> objects.readGlobal();
      case Opcodes.STACK_GLOBAL -> objects.readStackGlobal();
      case Opcodes.INST -> objects.readInst();
      case Opcodes.OBJ -> objects.readObj();
      case Opcodes.REDUCE -> objects.readReduce();
      case Opcodes.NEWOBJ -> objects.readNew(false);
      case Opcodes.NEWOBJ_EX -> objects.readNew(true);
      case Opcodes.BUILD -> objects.readBuild();
      case Opcodes.EXT1 -> objects.readExtension(in.little(1));
      case Opcodes.EXT2 -> objects.readExtension(in.little(2));
      case Opcodes.EXT4 -> objects.readExtension((int) in.little(4));
      case Opcodes.PERSID -> {
        byte[] id = in.line();
        for (byte each : id) {
          if (each < 0) {
            throw PickleErrors.unpickling("persistent IDs in protocol 0 must be ASCII strings");
          }
        }
        stack.push(hooks.persistentLoad(new String(id, StandardCharsets.US_ASCII)));
      }
      case Opcodes.BINPERSID -> stack.push(hooks.persistentLoad(stack.pop()));
      case Opcodes.NEXT_BUFFER -> stack.push(nextBuffer());
      case Opcodes.READONLY_BUFFER -> stack.push(readOnly(stack.pop()));
      default -> throw PickleErrors.unpickling("invalid load key, '" + key(code) + "'.");
    }
  }

  private static String key(int code) {
    if (code >= ' ' && code <= '~' && code != '\'' && code != '\\') {
      return String.valueOf((char) code);
    }
    return "\\x" + Character.forDigit(code >> 4, 16) + Character.forDigit(code & 15, 16);
  }

  private Object nextBuffer() {
    Object buffers = options.buffers();
    if (buffers == null) {
      throw PickleErrors.unpickling(
          "pickle stream refers to out-of-band data but no *buffers* argument was given");
    }
    Object next = Iteration.next(buffers);
    if (next == null) {
      throw PickleErrors.unpickling("not enough out-of-band buffers");
    }
    return next;
  }

  private static Object readOnly(Object buffer) {
    return buffer instanceof PyByteArray b
        ? Calls.method(new org.pyconc.objects.PyMemoryView(b, 0, 1, b.size()), "toreadonly")
        : buffer;
  }

  /** What has been made so far, beginning with the number 0. */
  static final class UnpickleMemo {
    private static final int DENSE = 1 << 16;

    private @Nullable Object[] made = new Object[32];
    private @Nullable PyDict far;
    private int count;

    /** How many there are, which is the next number. */
    int count() {
      return count;
    }

    void put(long index, Object value) {
      if (index >= made.length && index > DENSE && index > 2L * made.length) {
        PyDict others = far == null ? new PyDict() : far;
        far = others; // such a number comes from no pickler
        count += others.containsKey(index) ? 0 : 1;
        others.put(index, value);
        return;
      }
      int at = (int) index;
      if (at >= made.length) {
        made = Arrays.copyOf(made, Math.max(at + 1, made.length * 2));
      }
      count += made[at] == null ? 1 : 0;
      made[at] = value;
    }

    Object get(long index) {
      Object found = index >= 0 && index < made.length ? made[(int) index] : null;
      if (found == null && far != null) {
        found = far.get(index);
      }
      if (found == null) {
        throw PickleErrors.unpickling("Memo value not found at index " + index);
      }
      return found;
    }
  }
}
