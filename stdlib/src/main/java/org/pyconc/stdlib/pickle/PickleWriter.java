package org.pyconc.stdlib.pickle;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Invocation;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;

/** Writes values as a pickle, byte by byte as CPython does. */
final class PickleWriter {
  static final int HIGHEST_PROTOCOL = 5;
  static final int DEFAULT_PROTOCOL = 4;
  private static final int BATCH = 1000;

  private final int protocol;
  private final PickleOutput out;
  private final PickleMemo memo;
  private final ObjectWriter objects;
  private boolean isFast;

  /** A method of the pickler or null. */
  private @Nullable Object persistentId;

  private @Nullable Object reducerOverride;

  PickleWriter(int protocol, boolean fixImports, PickleOutput out, PickleMemo memo) {
    this.protocol = protocol;
    this.out = out;
    this.memo = memo;
    this.objects = new ObjectWriter(this, fixImports && protocol < 3);
  }

  void setHooks(@Nullable Object newPersistentId, @Nullable Object newReducerOverride) {
    persistentId = newPersistentId;
    reducerOverride = newReducerOverride;
  }

  /** Looks for reductions of classes in this mapping, not in that of {@code copyreg}. */
  void setDispatchTable(@Nullable Object table) {
    objects.setDispatchTable(table);
  }

  void setFast(boolean fast) {
    isFast = fast;
  }

  int protocol() {
    return protocol;
  }

  PickleOutput out() {
    return out;
  }

  /** Writes a whole pickle. */
  void dump(Object value) {
    if (protocol >= 2) {
      out.write(Opcodes.PROTO, protocol);
    }
    out.setFraming(protocol >= 4);
    save(value);
    out.write(Opcodes.STOP);
    out.endFrame();
    out.setFraming(false);
    out.flush();
  }

  void save(Object value) {
    out.boundary();
    if (!savesPersistently(value) && !saveSmall(value)) {
      int known = memo.get(value);
      if (known != PickleMemo.UNKNOWN) {
        writeGet(known);
      } else {
        saveLarge(value);
      }
    }
  }

  private boolean savesPersistently(Object value) {
    Object hook = persistentId;
    if (hook == null) {
      return false;
    }
    Object id = Calls.call1(hook, value);
    if (id == PySingleton.NONE) {
      return false;
    }
    if (protocol > 0) {
      persistentId = null;
      try {
        save(id);
      } finally {
        persistentId = hook;
      }
      out.write(Opcodes.BINPERSID);
    } else {
      String text = Text.javaStr(id);
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) > 0x7f) {
          throw PickleErrors.pickling("persistent IDs in protocol 0 must be ASCII strings");
        }
      }
      out.writeText(Opcodes.PERSID, text + "\n");
    }
    return true;
  }

  /** Values that are written anew each time. */
  private boolean saveSmall(Object value) {
    switch (value) {
      case Long l -> saveLong(l);
      case Boolean b -> saveBoolean(b);
      case Double d -> saveDouble(d);
      case BigInteger b -> saveBig(b);
      case PySingleton s when s == PySingleton.NONE -> out.write(Opcodes.NONE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void saveBoolean(boolean value) {
    if (protocol >= 2) {
      out.write(value ? Opcodes.NEWTRUE : Opcodes.NEWFALSE);
    } else {
      out.writeText(Opcodes.INT, value ? "01\n" : "00\n");
    }
  }

  private void saveLong(long value) {
    if (value != (int) value) {
      saveBig(BigInteger.valueOf(value));
    } else if (protocol == 0) {
      out.writeText(Opcodes.INT, value + "\n");
    } else if (value >>> 8 == 0) {
      out.write(Opcodes.BININT1, (int) value);
    } else if (value >>> 16 == 0) {
      out.write(Opcodes.BININT2, value, 2);
    } else {
      out.write(Opcodes.BININT, value, 4);
    }
  }

  private void saveBig(BigInteger value) {
    if (protocol < 2) {
      out.writeText(Opcodes.LONG, NumberText.integer(value) + "L\n");
      return;
    }
    byte[] big = value.toByteArray();
    byte[] little = new byte[big.length];
    for (int i = 0; i < big.length; i++) {
      little[i] = big[big.length - 1 - i];
    }
    boolean isShort = little.length < 256;
    out.write(isShort ? Opcodes.LONG1 : Opcodes.LONG4, little.length, isShort ? 1 : 4);
    out.write(little);
  }

  private void saveDouble(double value) {
    if (protocol > 0) {
      out.writeBig(Opcodes.BINFLOAT, Double.doubleToRawLongBits(value));
    } else {
      out.writeText(Opcodes.FLOAT, NumberText.real(value) + "\n");
    }
  }

  private void saveLarge(Object value) {
    switch (value) {
      case String s -> saveText(s);
      case WideString w -> saveText(w);
      case PyBytes b -> saveBytes(b);
      default -> {
        Task task = Invocation.descend(" while pickling an object");
        try {
          saveNested(value);
        } finally {
          Invocation.ascend(task);
        }
      }
    }
  }

  private void saveNested(Object value) {
    switch (value) {
      case PyTuple t -> saveTuple(t);
      case PyList l -> saveList(l);
      case PyDict d when d.type() == BuiltinTypes.DICT -> saveDict(d);
      case PySet s when protocol >= 4 -> saveSet(s);
      case PyByteArray b when protocol >= 5 -> {
        out.writeData(Opcodes.BYTEARRAY8, 8, b.toArray());
        memoize(b);
      }
      default -> {
        if (!overrides(value)) {
          saveObject(value);
        }
      }
    }
  }

  private void saveObject(Object value) {
    switch (value) {
      case PyType t -> objects.saveClass(t);
      case PyFunction f -> objects.saveGlobal(f, null);
      case NativeFunction f -> objects.saveGlobal(f, null);
      default -> objects.saveReduced(value);
    }
  }

  private boolean overrides(Object value) {
    if (reducerOverride == null) {
      return false;
    }
    Object reduced = Calls.call1(reducerOverride, value);
    if (reduced == PySingleton.NOT_IMPLEMENTED) {
      return false;
    }
    objects.saveReduction(value, reduced);
    return true;
  }

  /** Numbers an object that has just been written. */
  void memoize(Object value) {
    if (isFast) {
      return;
    }
    int number = memo.put(value);
    if (protocol >= 4) {
      out.write(Opcodes.MEMOIZE);
    } else if (protocol == 0) {
      out.writeText(Opcodes.PUT, number + "\n");
    } else if (number < 256) {
      out.write(Opcodes.BINPUT, number);
    } else {
      out.write(Opcodes.LONG_BINPUT, number, 4);
    }
  }

  /** The number of an object that has been written, or {@link PickleMemo#UNKNOWN}. */
  int known(Object value) {
    return memo.get(value);
  }

  void writeGet(int number) {
    if (protocol == 0) {
      out.writeText(Opcodes.GET, number + "\n");
    } else if (number < 256) {
      out.write(Opcodes.BINGET, number);
    } else {
      out.write(Opcodes.LONG_BINGET, number, 4);
    }
  }

  private void saveText(Object text) {
    if (protocol == 0) {
      out.writeText(Opcodes.UNICODE, RawUnicodeEscape.encode(text) + "\n");
    } else {
      byte[] utf8 = Codecs.encode(text, "utf-8", "surrogatepass").array();
      if (utf8.length < 256 && protocol >= 4) {
        out.writeData(Opcodes.SHORT_BINUNICODE, 1, utf8);
      } else {
        out.writeData(Opcodes.BINUNICODE, 4, utf8);
      }
    }
    memoize(text);
  }

  private void saveBytes(PyBytes value) {
    byte[] content = value.array();
    if (protocol < 3) {
      objects.saveOldBytes(value);
      return;
    }
    if (content.length < 256) {
      out.writeData(Opcodes.SHORT_BINBYTES, 1, content);
    } else {
      out.writeData(Opcodes.BINBYTES, 4, content);
    }
    memoize(value);
  }

  private void saveTuple(PyTuple tuple) {
    int size = tuple.size();
    if (size == 0) {
      if (protocol > 0) {
        out.write(Opcodes.EMPTY_TUPLE);
      } else {
        out.write(Opcodes.MARK, Opcodes.TUPLE);
      }
      return;
    }
    boolean isShort = size <= 3 && protocol >= 2;
    if (!isShort) {
      out.write(Opcodes.MARK);
    }
    for (Object item : tuple.items()) {
      save(item);
    }
    int known = memo.get(tuple); // an element may have led back here
    if (known != PickleMemo.UNKNOWN) {
      if (isShort || protocol == 0) {
        for (int i = isShort ? 0 : -1; i < size; i++) {
          out.write(Opcodes.POP);
        }
      } else {
        out.write(Opcodes.POP_MARK);
      }
      writeGet(known);
      return;
    }
    out.write(isShort ? Opcodes.TUPLE1 + size - 1 : Opcodes.TUPLE);
    memoize(tuple);
  }

  private void saveList(PyList list) {
    if (protocol > 0) {
      out.write(Opcodes.EMPTY_LIST);
    } else {
      out.write(Opcodes.MARK, Opcodes.LIST);
    }
    memoize(list);
    int size = list.size();
    if (protocol == 0 || size == 1) {
      for (int i = 0; i < list.size(); i++) {
        save(list.get(i));
        out.write(Opcodes.APPEND);
      }
      return;
    }
    int done = 0;
    while (done < list.size()) {
      int end = done + BATCH;
      out.write(Opcodes.MARK);
      for (; done < end && done < list.size(); done++) {
        save(list.get(done));
      }
      out.write(Opcodes.APPENDS);
    }
  }

  private void saveDict(PyDict dict) {
    if (protocol > 0) {
      out.write(Opcodes.EMPTY_DICT);
    } else {
      out.write(Opcodes.MARK, Opcodes.DICT);
    }
    memoize(dict);
    int size = dict.size();
    boolean isSingle = protocol == 0 || size == 1;
    int inBatch = 0;
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (!isSingle && inBatch == 0) {
        out.write(Opcodes.MARK);
      }
      save(dict.keyAt(i));
      save(dict.valueAt(i));
      if (dict.size() != size) {
        throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "dictionary changed size during iteration");
      }
      inBatch++;
      if (isSingle) {
        out.write(Opcodes.SETITEM);
      } else if (inBatch == BATCH) {
        out.write(Opcodes.SETITEMS);
        inBatch = 0;
      }
    }
    endBatch(isSingle || size == 0, inBatch, Opcodes.SETITEMS);
  }

  /** A last batch that is full is followed by an empty one, as CPython writes it. */
  private void endBatch(boolean isNone, int inBatch, int code) {
    if (!isNone) {
      if (inBatch == 0) {
        out.write(Opcodes.MARK);
      }
      out.write(code);
    }
  }

  private void saveSet(PySet set) {
    if (set.isFrozen()) {
      saveFrozenSet(set);
      return;
    }
    out.write(Opcodes.EMPTY_SET);
    memoize(set);
    int size = set.size();
    int inBatch = 0;
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      if (inBatch == 0) {
        out.write(Opcodes.MARK);
      }
      save(set.elementAt(i));
      if (set.size() != size) {
        throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "set changed size during iteration");
      }
      if (++inBatch == BATCH) {
        out.write(Opcodes.ADDITEMS);
        inBatch = 0;
      }
    }
    endBatch(size == 0, inBatch, Opcodes.ADDITEMS);
  }

  private void saveFrozenSet(PySet set) {
    out.write(Opcodes.MARK);
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      save(set.elementAt(i));
    }
    int known = memo.get(set);
    if (known != PickleMemo.UNKNOWN) {
      out.write(Opcodes.POP_MARK);
      writeGet(known);
      return;
    }
    out.write(Opcodes.FROZENSET);
    memoize(set);
  }
}
