package org.pyconc.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Cell;
import org.pyconc.objects.ClassVersion;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Shape;
import org.pyconc.runtime.CallStack;

/**
 * Making classes: metaclass, method resolution order, {@code __set_name__}, {@code
 * __init_subclass__}.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation">
 *     Customizing class creation</a>
 * @see <a href="https://www.python.org/download/releases/2.3/mro/">The C3 method resolution
 *     order</a>
 */
public final class Classes {
  private Classes() {}

  /** What a class statement does before its body runs: bases resolved, metaclass, namespace. */
  public record Preparation(
      String name,
      PyTuple bases,
      @Nullable PyTuple originalBases,
      Object metaclass,
      Object namespace,
      Object[] keywordValues,
      String[] keywords) {}

  /**
   * Begins a class statement.
   *
   * @param keywordValues the keyword arguments of the class header, {@code metaclass} among them
   */
  public static Preparation prepare(
      String name, Object[] bases, Object[] keywordValues, String[] keywords) {
    PyTuple original = PyTuple.of(bases);
    PyTuple resolved = resolveBases(original);
    Object metaclass = null;
    List<Object> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < keywords.length; i++) {
      if (keywords[i].equals("metaclass")) {
        metaclass = keywordValues[i];
      } else {
        names.add(keywords[i]);
        values.add(keywordValues[i]);
      }
    }
    if (metaclass == null) {
      metaclass = resolved.size() == 0 ? BuiltinTypes.TYPE : PyType.of(resolved.get(0));
    }
    if (metaclass instanceof PyType meta) {
      metaclass = mostDerived(meta, resolved);
    }
    Object[] restValues = values.toArray();
    String[] restNames = names.toArray(new String[0]);
    Object namespace = new PyDict();
    Object hook =
        metaclass == BuiltinTypes.TYPE ? null : Attributes.findQuietly(metaclass, "__prepare__");
    if (hook != null) {
      Object[] arguments = new Object[restValues.length + 2];
      arguments[0] = name;
      arguments[1] = resolved;
      System.arraycopy(restValues, 0, arguments, 2, restValues.length);
      namespace = Calls.call(hook, arguments, restNames);
      if (PyType.of(namespace).lookup("__getitem__") == null) {
        throw Errors.typeError(
            (metaclass instanceof PyType t ? t.name() : "<metaclass>")
                + ".__prepare__() must return a mapping, not "
                + PyType.of(namespace).name());
      }
    }
    return new Preparation(
        name,
        resolved,
        resolved == original ? null : original,
        metaclass,
        namespace,
        restValues,
        restNames);
  }

  /** Ends a class statement after its body has filled the namespace. */
  public static Object finish(Preparation p, @Nullable Cell classCell) {
    PyTuple original = p.originalBases();
    if (original != null) {
      Items.set(p.namespace(), "__orig_bases__", original);
    }
    Object[] arguments = new Object[p.keywordValues().length + 3];
    arguments[0] = p.name();
    arguments[1] = p.bases();
    arguments[2] = p.namespace();
    System.arraycopy(p.keywordValues(), 0, arguments, 3, p.keywordValues().length);
    if (classCell != null) {
      Items.set(p.namespace(), "__classcell__", classCell);
    }
    Object made = Calls.call(p.metaclass(), arguments, p.keywords());
    if (classCell != null && classCell.value != made && made instanceof PyType) {
      throw wrongCell(p.name(), classCell.value, made);
    }
    return made;
  }

  private static PyException wrongCell(String name, @Nullable Object found, Object made) {
    String defining = " defining " + Text.javaRepr(name) + " as " + Text.javaRepr(made);
    return found == null
        ? Errors.runtimeError(
            "__class__ not set" + defining + ". Was __classcell__ propagated to type.__new__?")
        : Errors.typeError("__class__ set to " + Text.javaRepr(found) + defining);
  }

  private static PyTuple resolveBases(PyTuple bases) {
    List<Object> resolved = null;
    for (int i = 0; i < bases.size(); i++) {
      Object base = bases.get(i);
      Object hook = base instanceof PyType ? null : Attributes.findQuietly(base, "__mro_entries__");
      if (hook != null) {
        if (resolved == null) {
          resolved = new ArrayList<>(Arrays.asList(bases.items()).subList(0, i));
        }
        if (!(Calls.call1(hook, bases) instanceof PyTuple entries)) {
          throw Errors.typeError("__mro_entries__ must return a tuple");
        }
        resolved.addAll(Arrays.asList(entries.items()));
      } else if (resolved != null) {
        resolved.add(base);
      }
    }
    return resolved == null ? bases : PyTuple.of(resolved.toArray());
  }

  private static PyType mostDerived(PyType meta, PyTuple bases) {
    PyType winner = meta;
    for (Object base : bases.items()) {
      PyType candidate = PyType.of(base);
      if (candidate.isSubtypeOf(winner)) {
        winner = candidate;
      } else if (!winner.isSubtypeOf(candidate)) {
        throw Errors.typeError(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                + " of the metaclasses of all its bases");
      }
    }
    return winner;
  }

  /**
   * {@code type.__new__(meta, name, bases, namespace, **keywords)}, left to the metaclass of a base
   * where that is more derived.
   *
   * @param arguments all positional arguments, with the metaclass
   */
  public static Object construct(
      PyType meta,
      String name,
      PyTuple bases,
      PyDict namespace,
      PyTuple arguments,
      Object[] keywordValues,
      String[] keywords) {
    PyType winner = mostDerived(meta, bases);
    if (winner != meta) {
      Object constructor = winner.lookup("__new__");
      if (constructor != null && constructor != BuiltinTypes.TYPE.ownAttribute("__new__")) {
        Object[] all = new Object[4 + keywordValues.length];
        System.arraycopy(arguments.items(), 0, all, 0, 4);
        all[0] = winner;
        System.arraycopy(keywordValues, 0, all, 4, keywordValues.length);
        return Calls.call(Attributes.bindOnClass(constructor, winner), all, keywords);
      }
    }
    return create(winner, name, bases, namespace, keywordValues, keywords);
  }

  /** {@code type.__base__}: the base whose instances this class's are like. */
  public static PyType bestBase(PyType type) {
    PyType[] bases = type.bases();
    for (PyType base : bases) {
      if (base.layout() == type.layout() && base != BuiltinTypes.OBJECT) {
        return base;
      }
    }
    return bases[0];
  }

  /** Assignment to {@code __bases__}. */
  public static void replaceBases(PyType type, PyTuple tuple) {
    if (tuple.size() == 0) {
      throw Errors.typeError(
          "can only assign non-empty tuple to " + type.name() + ".__bases__, not ()");
    }
    for (Object each : tuple.items()) {
      if (!(each instanceof PyType base)) {
        throw Errors.typeError(
            type.name()
                + ".__bases__ must be tuple of classes, not '"
                + PyType.of(each).name()
                + "'");
      }
      if (base.isSubtypeOf(type)) {
        throw Errors.typeError("a __bases__ item causes an inheritance cycle");
      }
    }
    PyType[] bases = toBases(tuple);
    PyType old = bestBase(type);
    PyType best = bases[0];
    for (PyType base : bases) {
      if (base.isSubtypeOf(best) || best == BuiltinTypes.OBJECT) {
        best = base;
      }
    }
    boolean bothPlain = old == BuiltinTypes.OBJECT && best == BuiltinTypes.INT;
    boolean isFreedOtherwise =
        !bothPlain && (old.isNative() != best.isNative() || old.isNative() && old != best);
    if (isFreedOtherwise || layout(bases) != type.layout()) {
      throw Errors.typeError(
          "__bases__ assignment: '"
              + best.name()
              + (isFreedOtherwise ? "' deallocator" : "' object layout")
              + " differs from '"
              + old.name()
              + "'");
    }
    PyType[] oldBases = type.bases();
    IdentityHashMap<PyType, PyType[]> oldOrders = new IdentityHashMap<>();
    try {
      order(type, bases, oldOrders);
    } catch (PyException e) {
      oldOrders.forEach((t, mro) -> t.setBases(t == type ? oldBases : t.bases(), mro));
      throw e;
    }
  }

  /** Orders a class with new bases, and all below it, anew; tells of the orders before. */
  private static void order(PyType type, PyType[] bases, IdentityHashMap<PyType, PyType[]> before) {
    PyType[] mro = withItself(type, resolutionOrder(bases));
    before.putIfAbsent(type, type.mro());
    type.setBases(bases, mro);
    customOrder(type);
    for (PyType subclass : type.subclasses()) {
      order(subclass, subclass.bases(), before);
    }
  }

  private static PyType[] withItself(PyType type, PyType[] rest) {
    PyType[] order = new PyType[rest.length + 1];
    order[0] = type;
    System.arraycopy(rest, 0, order, 1, rest.length);
    return order;
  }

  /** {@code type.__new__} of the metaclass itself. */
  public static PyType create(
      PyType meta,
      String name,
      PyTuple baseTuple,
      Object namespace,
      Object[] keywordValues,
      String[] keywords) {
    if (name.indexOf('\0') >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    PyType[] bases = toBases(baseTuple);
    PyType winner = mostDerived(meta, PyTuple.of((Object[]) bases));
    PyType layout = layout(bases);
    PyType[] order = resolutionOrder(bases);
    PyDict attributes = namespace instanceof PyDict d ? d.copy() : toDict(namespace);
    Object slots = attributes.get("__slots__");
    boolean slotsOnly = slots != null && !mayHaveAttributes(bases, slots);
    Object qualified = attributes.remove("__qualname__");
    if (qualified != null && !Text.isText(PyPayloadInstance.unwrap(qualified))) {
      throw Errors.typeError("type __qualname__ must be a str, not " + PyType.of(qualified).name());
    }
    String qualifiedName = qualified == null ? name : Text.java(qualified);
    Object cell = attributes.remove("__classcell__");
    if (cell != null && !(cell instanceof Cell)) {
      throw Errors.typeError(
          "__classcell__ must be a nonlocal cell, not " + Text.javaRepr(PyType.of(cell)));
    }
    Object patternKind = attributes.remove("__abc_tpflags__");
    PyType type =
        new PyType(
            name,
            qualifiedName,
            winner,
            bases,
            order,
            layout,
            slotsOnly,
            new ClassVersion(),
            new Shape(),
            new Shape());
    for (int i = attributes.next(0); i >= 0; i = attributes.next(i + 1)) {
      if (attributes.keyAt(i) instanceof String key) {
        type.setOwn(key, implicitDescriptor(key, attributes.valueAt(i)));
      } else {
        PyDict others = type.otherKeys() instanceof PyDict d ? d : new PyDict();
        others.put(attributes.keyAt(i), attributes.valueAt(i));
        type.setOtherKeys(others);
      }
    }
    if (patternKind instanceof Long kind) {
      PyType ignored = type.withPatternKind(kind.intValue());
    }
    if (type.own("__module__") == null) {
      type.setOwn("__module__", CallStack.moduleName());
    }
    if (!slotsOnly) {
      InstanceDictionary.define(type);
    }
    if (attributes.get("__eq__") != null && attributes.get("__hash__") == null) {
      type.setOwn("__hash__", PySingleton.NONE);
    }
    if (slots != null) {
      Slots.define(type, slots);
    }
    if (type.ownAttribute("__doc__") == null) {
      type.setOwn("__doc__", PySingleton.NONE);
    }
    if (cell instanceof Cell c) {
      c.value = type;
    }
    customOrder(type);
    tellNames(type, attributes);
    Object hook = type.lookupAfter(type, "__init_subclass__");
    if (hook != null) {
      Calls.call(Attributes.bindOnClass(hook, type), keywordValues, keywords);
    }
    return type;
  }

  /** Asks a metaclass that has its own {@code mro} for the resolution order. */
  private static void customOrder(PyType type) {
    Object hook = type.type() == BuiltinTypes.TYPE ? null : type.type().lookup("mro");
    if (hook == null || hook == BuiltinTypes.TYPE.ownAttribute("mro")) {
      return;
    }
    Object[] order = Iteration.toArray(Calls.callUnbound(hook, type));
    PyType[] types = new PyType[order.length];
    for (int i = 0; i < order.length; i++) {
      if (!(order[i] instanceof PyType each)) {
        throw Errors.typeError("mro() returned a non-class ('" + PyType.of(order[i]).name() + "')");
      }
      if (!type.layout().isSubtypeOf(each.layout())) {
        throw Errors.typeError(
            "mro() returned base with unsuitable layout ('" + each.name() + "')");
      }
      types[i] = each;
    }
    type.setBases(type.bases(), types);
  }

  private static boolean mayHaveAttributes(PyType[] bases, Object slots) {
    for (PyType base : bases) {
      if (base.lookup("__dict__") != null) {
        return true;
      }
    }
    return Slots.names(slots).contains("__dict__");
  }

  private static Object implicitDescriptor(String key, Object value) {
    if (value instanceof PyFunction f) {
      if (key.equals("__new__")) {
        return new PyStaticMethod(f);
      }
      if (key.equals("__init_subclass__") || key.equals("__class_getitem__")) {
        return new PyClassMethod(f);
      }
    }
    return value;
  }

  private static void tellNames(PyType type, PyDict attributes) {
    for (int i = attributes.next(0); i >= 0; i = attributes.next(i + 1)) {
      Object value = attributes.valueAt(i);
      Object hook = value instanceof PyInstance p ? p.type().lookup("__set_name__") : null;
      if (hook != null) {
        tellName(type, value, hook, attributes.keyAt(i));
      }
    }
  }

  private static void tellName(PyType type, Object value, Object hook, Object name) {
    try {
      Calls.call2(Attributes.bind(hook, value, PyType.of(value)), type, name);
    } catch (PyException e) {
      PyException wrapped =
          Errors.runtimeError(
              "Error calling __set_name__ on '"
                  + PyType.of(value).name()
                  + "' instance "
                  + Text.javaRepr(name)
                  + " in '"
                  + type.name()
                  + "'");
      wrapped.value().setCause(e.value());
      wrapped.value().setContext(e.value());
      throw wrapped;
    }
  }

  private static PyDict toDict(Object mapping) {
    PyDict dict = new PyDict();
    PyIterator keys = Iteration.iterator(Calls.method(mapping, "keys"));
    for (Object key = keys.next(); key != null; key = keys.next()) {
      dict.put(key, Items.get(mapping, key));
    }
    return dict;
  }

  private static PyType[] toBases(PyTuple tuple) {
    if (tuple.size() == 0) {
      return new PyType[] {BuiltinTypes.OBJECT};
    }
    PyType[] bases = new PyType[tuple.size()];
    for (int i = 0; i < bases.length; i++) {
      if (!(tuple.get(i) instanceof PyType base)) {
        throw Errors.typeError("bases must be types");
      }
      if (!base.isSubclassable()) {
        throw Errors.typeError("type '" + base.fullName() + "' is not an acceptable base type");
      }
      bases[i] = base;
    }
    return bases;
  }

  private static PyType layout(PyType[] bases) {
    PyType layout = BuiltinTypes.OBJECT;
    if (bases.length > 1) {
      Slots.checkBases(bases);
    }
    for (PyType base : bases) {
      PyType candidate = base.layout();
      if (candidate.isSubtypeOf(layout)) {
        layout = candidate;
      } else if (!layout.isSubtypeOf(candidate)) {
        throw Errors.typeError("multiple bases have instance lay-out conflict");
      }
    }
    return layout;
  }

  /** The C3 linearisation of the classes behind a new class with these bases. */
  public static PyType[] resolutionOrder(PyType[] bases) {
    for (int i = 0; i < bases.length; i++) {
      for (int j = i + 1; j < bases.length; j++) {
        if (bases[i] == bases[j]) {
          throw Errors.typeError("duplicate base class " + bases[i].name());
        }
      }
    }
    if (bases.length == 1) {
      return bases[0].mro();
    }
    List<List<PyType>> sequences = new ArrayList<>();
    for (PyType base : bases) {
      sequences.add(new ArrayList<>(Arrays.asList(base.mro())));
    }
    sequences.add(new ArrayList<>(Arrays.asList(bases)));
    List<PyType> order = new ArrayList<>();
    while (true) {
      sequences.removeIf(List::isEmpty);
      if (sequences.isEmpty()) {
        return order.toArray(new PyType[0]);
      }
      PyType next = goodHead(sequences);
      if (next == null) {
        StringBuilder names = new StringBuilder();
        for (List<PyType> sequence : sequences) {
          PyType head = sequence.get(0);
          if (names.indexOf(head.name()) < 0) {
            names.append(names.isEmpty() ? "" : ", ").append(head.name());
          }
        }
        throw Errors.typeError(
            "Cannot create a consistent method resolution\norder (MRO) for bases " + names);
      }
      order.add(next);
      for (List<PyType> sequence : sequences) {
        if (sequence.get(0) == next) {
          sequence.remove(0);
        }
      }
    }
  }

  private static @Nullable PyType goodHead(List<List<PyType>> sequences) {
    for (List<PyType> sequence : sequences) {
      PyType head = sequence.get(0);
      boolean inTail = false;
      for (List<PyType> other : sequences) {
        inTail |= other.indexOf(head) > 0;
      }
      if (!inTail) {
        return head;
      }
    }
    return null;
  }

  /** Why an abstract class has no instances. */
  static String abstractMessage(PyType type, Object abstracts) {
    Object[] names = Iteration.toArray(abstracts);
    Arrays.sort(names, (a, b) -> Text.java(a).compareTo(Text.java(b)));
    StringBuilder text = new StringBuilder();
    for (Object name : names) {
      text.append(text.isEmpty() ? "" : ", ").append(Text.java(name));
    }
    return "Can't instantiate abstract class "
        + type.name()
        + " with abstract method"
        + (names.length == 1 ? " " : "s ")
        + text;
  }
}
