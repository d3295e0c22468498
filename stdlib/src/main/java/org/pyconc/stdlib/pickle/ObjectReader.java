package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.SlotDescriptor;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;

/** Finds what a pickle names, makes objects and gives them their state. */
final class ObjectReader {
  private final PickleInput in;
  private final UnpickleStack stack;
  private final PickleReader.Hooks hooks;
  private int protocol;

  ObjectReader(PickleInput in, UnpickleStack stack, PickleReader.Hooks hooks) {
    this.in = in;
    this.stack = stack;
    this.hooks = hooks;
  }

  void setProtocol(int newProtocol) {
    protocol = newProtocol;
  }

  private String line() {
    return Text.java(Codecs.decode(in.line(), "utf-8", "strict"));
  }

  void readGlobal() {
    String module = line();
    stack.push(hooks.findClass(module, line(), protocol));
  }

  void readStackGlobal() {
    Object name = stack.pop();
    Object module = stack.pop();
    if (!Text.isText(name) || !Text.isText(module)) {
      throw PickleErrors.unpickling("STACK_GLOBAL requires str");
    }
    stack.push(hooks.findClass(Text.java(module), Text.java(name), protocol));
  }

  void readInst() {
    Object[] arguments = stack.popMark();
    String module = line();
    stack.push(instantiate(hooks.findClass(module, line(), protocol), arguments));
  }

  void readObj() {
    Object[] all = stack.popMark();
    if (all.length == 0) {
      throw PickleErrors.unpickling("unpickling stack underflow");
    }
    Object[] arguments = new Object[all.length - 1];
    System.arraycopy(all, 1, arguments, 0, arguments.length);
    stack.push(instantiate(all[0], arguments));
  }

  private static Object instantiate(Object cls, Object[] arguments) {
    return arguments.length == 0
            && cls instanceof PyType type
            && Attributes.findQuietly(cls, "__getinitargs__") == null
        ? make(type, arguments, null)
        : Calls.call(cls, arguments);
  }

  void readReduce() {
    Object arguments = stack.pop();
    Object function = stack.pop();
    if (!(PyPayloadInstance.unwrap(arguments) instanceof PyTuple t)) {
      throw Errors.typeError("argument list must be a tuple");
    }
    stack.push(Calls.call(function, t.items().clone()));
  }

  void readNew(boolean hasKeywords) {
    String code = hasKeywords ? "NEWOBJ_EX" : "NEWOBJ";
    Object keywords = hasKeywords ? stack.pop() : null;
    Object arguments = stack.pop();
    Object cls = stack.pop();
    if (!(cls instanceof PyType type)) {
      throw PickleErrors.unpickling(
          code + " class argument must be a type, not " + PyType.of(cls).name());
    }
    if (!(PyPayloadInstance.unwrap(arguments) instanceof PyTuple positional)) {
      throw PickleErrors.unpickling(
          code + " args argument must be a tuple, not " + PyType.of(arguments).name());
    }
    if (keywords != null && !(PyPayloadInstance.unwrap(keywords) instanceof PyDict)) {
      throw PickleErrors.unpickling(
          code + " kwargs argument must be a dict, not " + PyType.of(keywords).name());
    }
    stack.push(make(type, positional.items(), keywords));
  }

  /** {@code type.__new__(type, *arguments, **keywords)}. */
  private static Object make(PyType type, Object[] arguments, @Nullable Object keywords) {
    boolean hasKeywords =
        keywords != null && PyPayloadInstance.unwrap(keywords) instanceof PyDict d && d.size() > 0;
    if (arguments.length == 0
        && !hasKeywords
        && type.traits().isPlainNew()
        && type.allocator() != null) {
      return Calls.allocate(type);
    }
    Object create = Attributes.load(type, "__new__");
    Object[] all = Calls.prepend(type, arguments);
    if (keywords == null
        || !hasKeywords
        || !(PyPayloadInstance.unwrap(keywords) instanceof PyDict dict)) {
      return Calls.call(create, all);
    }
    Object[] values = java.util.Arrays.copyOf(all, all.length + dict.size());
    String[] names = new String[dict.size()];
    int count = 0;
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (!Text.isText(PyPayloadInstance.unwrap(dict.keyAt(i)))) {
        throw Errors.typeError("keywords must be strings");
      }
      names[count] = Text.java(dict.keyAt(i));
      values[all.length + count++] = dict.valueAt(i);
    }
    return Calls.call(create, values, names);
  }

  void readBuild() {
    Object state = stack.popAbove(1)[0];
    Object made = stack.top();
    Object setter = Attributes.findQuietly(made, "__setstate__");
    if (setter != null) {
      Object ignored = Calls.call1(setter, state);
      return;
    }
    Object attributes = state;
    Object slots = PySingleton.NONE;
    if (PyPayloadInstance.unwrap(state) instanceof PyTuple pair && pair.size() == 2) {
      attributes = pair.get(0);
      slots = pair.get(1);
    }
    if (attributes != PySingleton.NONE) {
      if (!(PyPayloadInstance.unwrap(attributes) instanceof PyDict dict)) {
        throw PickleErrors.unpickling("state is not a dictionary");
      }
      setAttributes(made, dict);
    }
    if (slots != PySingleton.NONE) {
      if (!(PyPayloadInstance.unwrap(slots) instanceof PyDict dict)) {
        throw PickleErrors.unpickling("slot state is not a dictionary");
      }
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Attributes.store(made, Attributes.name(dict.keyAt(i)), dict.valueAt(i));
      }
    }
  }

  private static void setAttributes(Object made, PyDict state) {
    boolean isDirect = made instanceof PyInstance i && hasOwnDictionary(i.type());
    Object dict = isDirect ? PySingleton.NONE : Attributes.load(made, "__dict__");
    for (int i = state.next(0); i >= 0; i = state.next(i + 1)) {
      Object key = state.keyAt(i);
      if (isDirect && key instanceof String name && made instanceof PyInstance instance) {
        instance.setOwn(name, state.valueAt(i));
      } else {
        Items.set(isDirect ? Attributes.load(made, "__dict__") : dict, key, state.valueAt(i));
      }
    }
  }

  /** Whether instances keep attributes of any name, none of them in a slot. */
  private static boolean hasOwnDictionary(PyType type) {
    return !type.isNative()
        && !type.hasSlotsOnly()
        && type.lookup("__slots__") == null
        && !(type.lookup("__dict__") instanceof SlotDescriptor);
  }

  /** Adds items to a list, or to what has a method for that. */
  static void append(Object list, Object[] items) {
    if (list instanceof PyList l) {
      l.appendAll(items, items.length);
      return;
    }
    Object extend = items.length > 1 ? Attributes.findQuietly(list, "extend") : null;
    if (extend != null) {
      Object ignored = Calls.call1(extend, PyList.of(items));
      return;
    }
    Object append = Attributes.load(list, "append");
    for (Object item : items) {
      Object ignored = Calls.call1(append, item);
    }
  }

  static void setItems(Object dict, Object[] items) {
    boolean isPlain = dict instanceof PyDict d && d.type() == BuiltinTypes.DICT;
    for (int i = 0; i < items.length; i += 2) {
      if (isPlain) {
        ((PyDict) dict).put(items[i], items[i + 1]);
      } else {
        Items.set(dict, items[i], items[i + 1]);
      }
    }
  }

  static void add(Object set, Object[] items) {
    Object add = null;
    for (Object item : items) {
      if (set instanceof PySet s && !s.isFrozen()) {
        s.add(item);
      } else {
        add = add == null ? Attributes.load(set, "add") : add;
        Object ignored = Calls.call1(add, item);
      }
    }
  }

  void readExtension(long code) {
    if (code <= 0) {
      throw PickleErrors.unpickling("EXT specifies code <= 0");
    }
    Object copyreg = ModuleLoader.current().importModule("copyreg", true);
    Object known =
        Attributes.findQuietly(copyreg, "_inverted_registry") instanceof PyDict registry
            ? registry.get(code)
            : null;
    if (known == null) {
      throw Errors.valueError("unregistered extension code " + code);
    }
    if (!(known instanceof PyTuple pair)
        || pair.size() != 2
        || !Text.isText(pair.get(0))
        || !Text.isText(pair.get(1))) {
      throw Errors.valueError("_inverted_registry[" + code + "] isn't a 2-tuple of strings");
    }
    stack.push(hooks.findClass(Text.java(pair.get(0)), Text.java(pair.get(1)), protocol));
  }
}
