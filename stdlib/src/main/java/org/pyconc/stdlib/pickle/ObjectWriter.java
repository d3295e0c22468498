package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/** Writes what has a name, and what says how it is made. */
final class ObjectWriter {
  private static final int BATCH = 1000;
  private static final int STATE = 2;
  private static final int LIST_ITEMS = 3;
  private static final int DICT_ITEMS = 4;
  private static final int STATE_SETTER = 5;

  private final PickleWriter writer;
  private final boolean fixImports;
  private @Nullable Object dispatchTable;

  ObjectWriter(PickleWriter writer, boolean fixImports) {
    this.writer = writer;
    this.fixImports = fixImports;
  }

  void setDispatchTable(@Nullable Object table) {
    dispatchTable = table;
  }

  /** Bytes in protocols that know only text. */
  void saveOldBytes(PyBytes value) {
    if (value.size() == 0) {
      saveReduction(value, PyTuple.of(BuiltinTypes.BYTES, PyTuple.EMPTY));
      return;
    }
    Object encode = Attributes.load(ModuleLoader.current().importModule("_codecs", true), "encode");
    saveReduction(value, PyTuple.of(encode, PyTuple.of(Codecs.latin1(value.array()), "latin1")));
  }

  void saveClass(PyType type) {
    PySingleton only =
        type == BuiltinTypes.NONE_TYPE
            ? PySingleton.NONE
            : type == BuiltinTypes.ELLIPSIS_TYPE
                ? PySingleton.ELLIPSIS
                : type == BuiltinTypes.NOT_IMPLEMENTED_TYPE ? PySingleton.NOT_IMPLEMENTED : null;
    if (only != null) {
      saveReduction(type, PyTuple.of(BuiltinTypes.TYPE, PyTuple.of(only)));
    } else {
      Object reducer = reducer(type.type());
      if (reducer != null) {
        saveReduction(type, Calls.call1(reducer, type));
      } else {
        saveGlobal(type, null);
      }
    }
  }

  /** What {@code copyreg} or the pickler's own table has for a class, or null. */
  private @Nullable Object reducer(PyType type) {
    Object table = dispatchTable;
    if (table == null) {
      return Reductions.registered(type);
    }
    if (table instanceof PyDict dict) {
      return dict.get(type);
    }
    try {
      return Items.get(table, type);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.LOOKUP_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  void saveReduced(Object value) {
    Object reducer = reducer(PyType.of(value));
    if (reducer != null) {
      saveReduction(value, Calls.call1(reducer, value));
    } else if (PyType.of(value).isSubtypeOf(BuiltinTypes.TYPE)) {
      saveGlobal(value, null);
    } else {
      saveReduction(value, Calls.method(value, "__reduce_ex__", (long) writer.protocol()));
    }
  }

  /** Writes what {@code __reduce__} has said of a value. */
  void saveReduction(Object value, Object reduction) {
    if (Text.isText(PyPayloadInstance.unwrap(reduction))) {
      saveGlobal(value, Text.java(reduction));
      return;
    }
    if (!(PyPayloadInstance.unwrap(reduction) instanceof PyTuple recipe)) {
      throw PickleErrors.pickling("__reduce__ must return a string or tuple");
    }
    if (recipe.size() < 2 || recipe.size() > STATE_SETTER + 1) {
      throw PickleErrors.pickling("tuple returned by __reduce__ must contain 2 through 6 elements");
    }
    Object maker = recipe.get(0);
    if (!Calls.isCallable(maker)) {
      throw PickleErrors.pickling(
          "first item of the tuple returned by __reduce__ must be callable");
    }
    if (!(PyPayloadInstance.unwrap(recipe.get(1)) instanceof PyTuple arguments)) {
      throw PickleErrors.pickling(
          "second item of the tuple returned by __reduce__ must be a tuple");
    }
    Object setter = part(recipe, STATE_SETTER);
    requireIterator(part(recipe, LIST_ITEMS), "fourth");
    requireIterator(part(recipe, DICT_ITEMS), "fifth");
    if (setter != PySingleton.NONE && !Calls.isCallable(setter)) {
      throw PickleErrors.pickling(
          "sixth element of the tuple returned by __reduce__ must be a function, not "
              + PyType.of(setter).name());
    }
    saveMaking(value, maker, arguments, recipe.get(1));
    int known = writer.known(value);
    if (known != PickleMemo.UNKNOWN) { // the arguments have led back here
      writer.out().write(Opcodes.POP);
      writer.writeGet(known);
      return;
    }
    writer.memoize(value);
    if (part(recipe, LIST_ITEMS) != PySingleton.NONE) {
      saveListItems(Iteration.iterator(recipe.get(LIST_ITEMS)));
    }
    if (part(recipe, DICT_ITEMS) != PySingleton.NONE) {
      saveDictItems(Iteration.iterator(recipe.get(DICT_ITEMS)));
    }
    saveState(value, part(recipe, STATE), setter);
  }

  private static Object part(PyTuple recipe, int index) {
    return index < recipe.size() ? recipe.get(index) : PySingleton.NONE;
  }

  private static void requireIterator(Object items, String which) {
    if (items != PySingleton.NONE && PyType.of(items).lookup("__next__") == null) {
      throw PickleErrors.pickling(
          which
              + " element of the tuple returned by __reduce__ must be an iterator, not "
              + PyType.of(items).name());
    }
  }

  private void saveMaking(Object value, Object maker, PyTuple arguments, Object given) {
    String name = "";
    if (writer.protocol() >= 2 && Attributes.findQuietly(maker, "__name__") instanceof String s) {
      name = s;
    }
    switch (name) {
      case "__newobj__" -> saveNew(value, arguments);
      case "__newobj_ex__" -> saveNewWithKeywords(value, arguments);
      default -> {
        writer.save(maker);
        writer.save(given);
        writer.out().write(Opcodes.REDUCE);
      }
    }
  }

  private void saveNew(Object value, PyTuple arguments) {
    if (arguments.size() == 0) {
      throw PickleErrors.pickling("__newobj__ arglist is empty");
    }
    checkClass(value, arguments.get(0), "__newobj__", "args[0] from __newobj__ args");
    writer.save(arguments.get(0));
    Object[] rest = new Object[arguments.size() - 1];
    System.arraycopy(arguments.items(), 1, rest, 0, rest.length);
    writer.save(PyTuple.of(rest));
    writer.out().write(Opcodes.NEWOBJ);
  }

  private static void checkClass(Object value, Object cls, String maker, String which) {
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling(
          maker.equals("__newobj__")
              ? which + " is not a type"
              : which + " must be a class, not " + PyType.of(cls).name());
    }
    if (Attributes.findQuietly(value, "__class__") != cls) {
      throw PickleErrors.pickling("args[0] from " + maker + " args has the wrong class");
    }
  }

  private void saveNewWithKeywords(Object value, PyTuple arguments) {
    if (arguments.size() != 3) {
      throw PickleErrors.pickling(
          "length of the NEWOBJ_EX argument tuple must be exactly 3, not " + arguments.size());
    }
    Object cls = arguments.get(0);
    String from = " item from NEWOBJ_EX argument tuple";
    if (!(cls instanceof PyType)) {
      throw PickleErrors.pickling(
          "first" + from + " must be a class, not " + PyType.of(cls).name());
    }
    if (!(PyPayloadInstance.unwrap(arguments.get(1)) instanceof PyTuple positional)) {
      throw PickleErrors.pickling(
          "second" + from + " must be a tuple, not " + PyType.of(arguments.get(1)).name());
    }
    if (!(PyPayloadInstance.unwrap(arguments.get(2)) instanceof PyDict keywords)) {
      throw PickleErrors.pickling(
          "third" + from + " must be a dict, not " + PyType.of(arguments.get(2)).name());
    }
    checkClass(value, cls, "__newobj_ex__", "");
    if (writer.protocol() >= 4) {
      writer.save(cls);
      writer.save(arguments.get(1));
      writer.save(arguments.get(2));
      writer.out().write(Opcodes.NEWOBJ_EX);
      return;
    }
    Object partial =
        Attributes.load(ModuleLoader.current().importModule("functools", true), "partial");
    Object[] all = new Object[2 + positional.size() + keywords.size()];
    all[0] = Attributes.load(cls, "__new__");
    all[1] = cls;
    System.arraycopy(positional.items(), 0, all, 2, positional.size());
    String[] names = new String[keywords.size()];
    int count = 0;
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      names[count] = Text.java(keywords.keyAt(i));
      all[2 + positional.size() + count++] = keywords.valueAt(i);
    }
    writer.save(Calls.call(partial, all, names));
    writer.save(PyTuple.EMPTY);
    writer.out().write(Opcodes.REDUCE);
  }

  private void saveState(Object value, Object state, Object setter) {
    if (state == PySingleton.NONE) {
      return;
    }
    if (setter == PySingleton.NONE) {
      writer.save(state);
      writer.out().write(Opcodes.BUILD);
      return;
    }
    writer.save(setter);
    writer.save(value);
    writer.save(state);
    writer.out().write(Opcodes.TUPLE2);
    writer.out().write(Opcodes.REDUCE);
    writer.out().write(Opcodes.POP);
  }

  private void saveListItems(PyIterator items) {
    saveItems(items, 1, Opcodes.APPEND, Opcodes.APPENDS);
  }

  private void saveDictItems(PyIterator items) {
    saveItems(items, 2, Opcodes.SETITEM, Opcodes.SETITEMS);
  }

  private void saveItems(PyIterator items, int width, int single, int several) {
    PickleOutput out = writer.out();
    if (writer.protocol() == 0) {
      for (Object item = items.next(); item != null; item = items.next()) {
        saveItem(item, width);
        out.write(single);
      }
      return;
    }
    int inBatch;
    do {
      Object first = items.next();
      if (first == null) {
        return;
      }
      Object item = items.next();
      if (item == null) {
        saveItem(first, width);
        out.write(single);
        return;
      }
      out.write(Opcodes.MARK);
      saveItem(first, width);
      inBatch = 1;
      while (item != null) {
        saveItem(item, width);
        inBatch++;
        item = inBatch == BATCH ? null : items.next();
      }
      out.write(several);
    } while (inBatch == BATCH);
  }

  private void saveItem(Object item, int width) {
    if (width == 1) {
      writer.save(item);
      return;
    }
    if (!(item instanceof PyTuple pair) || pair.size() != 2) {
      throw Errors.typeError("dict items iterator must return 2-tuples");
    }
    writer.save(pair.get(0));
    writer.save(pair.get(1));
  }

  /**
   * Writes where a function or class is found.
   *
   * @param given its name, null to take {@code __qualname__}
   */
  void saveGlobal(Object value, @Nullable String given) {
    String name = given == null ? GlobalNames.nameOf(value) : given;
    String module = GlobalNames.moduleOf(value, name);
    Object parent = GlobalNames.check(value, module, name);
    PickleOutput out = writer.out();
    if (writer.protocol() >= 2) {
      Object code = GlobalNames.extensionCode(module, name);
      if (code != null) {
        long number = Items.toLong(code);
        int bytes = number <= 0xff ? 1 : number <= 0xffff ? 2 : 4;
        out.write(
            bytes == 1 ? Opcodes.EXT1 : bytes == 2 ? Opcodes.EXT2 : Opcodes.EXT4, number, bytes);
        return;
      }
    }
    if (writer.protocol() >= 4) {
      writer.save(WideString.of(module));
      writer.save(WideString.of(name));
      out.write(Opcodes.STACK_GLOBAL);
    } else if (!(parent instanceof PyModule)) {
      Object getattr = Attributes.load(ProcessState.current().builtins(), "getattr");
      String last = name.substring(name.lastIndexOf('.') + 1);
      saveReduction(value, PyTuple.of(getattr, PyTuple.of(parent, last)));
      return;
    } else {
      OldNames.Name old =
          fixImports ? OldNames.toOld(module, name) : new OldNames.Name(module, name);
      String text = old.module() + "\n" + old.name() + "\n";
      out.write(Opcodes.GLOBAL);
      out.write(Codecs.encode(WideString.of(text), "utf-8", "strict").array());
    }
    writer.memoize(value);
  }
}
