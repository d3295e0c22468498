package org.pyconc.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/**
 * {@code __slots__}: the only attributes that instances may have. They are kept like others; a
 * class whose instances have nothing else refuses further names.
 */
public final class Slots {
  private Slots() {}

  private static boolean hasVariableSize(PyType layout) {
    return layout == BuiltinTypes.INT
        || layout == BuiltinTypes.TUPLE
        || layout == BuiltinTypes.BYTES
        || layout == BuiltinTypes.TYPE;
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || !isStart(name.codePointAt(0))) {
      return false;
    }
    return name.codePoints()
        .allMatch(
            c ->
                isStart(c)
                    || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  private static boolean isStart(int codePoint) {
    return codePoint == '_' || Character.isUnicodeIdentifierStart(codePoint);
  }

  /** The names in the value of {@code __slots__}. */
  static List<String> names(Object slots) {
    List<String> names = new ArrayList<>();
    if (PyPayloadInstance.unwrap(slots) instanceof String s) {
      names.add(s);
      return names;
    }
    PyIterator iterator = Iteration.iterator(slots);
    for (Object name = iterator.next(); name != null; name = iterator.next()) {
      if (!(PyPayloadInstance.unwrap(name) instanceof String s)) {
        throw Errors.typeError(
            "__slots__ items must be strings, not '" + PyType.of(name).name() + "'");
      }
      names.add(s);
    }
    return names;
  }

  /** Refuses two base classes that have slots of their own. */
  static void checkBases(PyType[] bases) {
    PyType first = null;
    for (PyType base : bases) {
      PyType slotted = slotted(base);
      if (first == null || (slotted != null && slotted.isSubtypeOf(first))) {
        first = slotted == null ? first : slotted;
      } else if (slotted != null && !first.isSubtypeOf(slotted)) {
        throw Errors.typeError("multiple bases have instance lay-out conflict");
      }
    }
  }

  private static @Nullable PyType slotted(PyType type) {
    for (PyType each : type.mro()) {
      if (!each.isNative()) {
        for (Object value : each.slots) {
          if (value instanceof SlotDescriptor) {
            return each;
          }
        }
      }
    }
    return null;
  }

  private static boolean isInherited(PyType type, String name) {
    for (PyType base : type.bases()) {
      if (base.lookup(name) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether instances of the two classes have the same slots. */
  public static boolean areSame(PyType a, PyType b) {
    return all(a).equals(all(b));
  }

  private static Set<String> all(PyType type) {
    Set<String> found = new TreeSet<>();
    for (PyType each : type.mro()) {
      if (!each.isNative()) {
        for (String name : each.ownNames()) {
          if (each.own(name) instanceof SlotDescriptor) {
            found.add(name);
          }
        }
      }
    }
    return found;
  }

  /** Adds a descriptor for every slot to the class. */
  static void define(PyType type, Object slots) {
    List<String> all = names(slots);
    if (!all.isEmpty() && hasVariableSize(type.layout())) {
      throw Errors.typeError(
          "nonempty __slots__ not supported for subtype of '" + type.layout().name() + "'");
    }
    for (String name : all) {
      if (!isIdentifier(name)) {
        throw Errors.typeError("__slots__ must be identifiers");
      }
      if (name.equals("__dict__") || name.equals("__weakref__")) {
        if (isInherited(type, name) || all.indexOf(name) != all.lastIndexOf(name)) {
          throw Errors.typeError(
              name.equals("__dict__")
                  ? "__dict__ slot disallowed: we already got one"
                  : "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
        }
        continue;
      }
      Object before = type.ownAttribute(name);
      if (before != null && !(before instanceof SlotDescriptor d && d.owner() == type)) {
        throw Errors.valueError("'" + name + "' in __slots__ conflicts with class variable");
      }
      String mangled = name;
      if (name.startsWith("__") && !name.endsWith("__")) {
        mangled = "_" + type.simpleName().replaceFirst("^_+", "") + name;
      }
      type.setOwn(mangled, new SlotDescriptor(type, mangled));
    }
  }
}
