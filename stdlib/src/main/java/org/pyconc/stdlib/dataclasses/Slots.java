package org.pyconc.stdlib.dataclasses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;

/** {@code @dataclass(slots=True)}: slots cannot be added to a class, so there is a new one. */
final class Slots {
  private static final String SLOTS = "__slots__";

  private Slots() {}

  /** The class once more, with a slot for each field that no class above has one for. */
  static PyType added(PyType type, Decorator.Options options) {
    if (type.own(SLOTS) != null) {
      throw Errors.typeError(type.name() + " already specifies __slots__");
    }
    Object names = Calls.call1(BuiltinTypes.DICT, Attributes.load(type, "__dict__"));
    if (!(names instanceof PyDict namespace)) {
      throw Errors.typeError("__dict__ of a class is no mapping");
    }
    Set<Object> inherited = inherited(type);
    List<Object> slots = new ArrayList<>();
    for (PyInstance field : Fields.ordinary(type)) {
      String name = Fields.name(field);
      if (!inherited.contains(name)) {
        slots.add(name);
      }
      namespace.remove(name);
    }
    if (options.weakrefSlot() && !inherited.contains("__weakref__")) {
      slots.add("__weakref__");
    }
    namespace.put(SLOTS, PyTuple.of(slots.toArray()));
    namespace.remove("__dict__");
    namespace.remove("__weakref__");
    if (options.frozen()) {
      addState(type, namespace);
    }
    Object made =
        Calls.call3(PyType.of(type), type.name(), Attributes.load(type, "__bases__"), namespace);
    if (!(made instanceof PyType result)) {
      throw Errors.typeError("the metaclass of " + type.name() + " makes no class");
    }
    Attributes.store(result, "__qualname__", Attributes.load(type, "__qualname__"));
    return result;
  }

  /** Instances that do not change can still be copied. */
  private static void addState(PyType type, PyDict namespace) {
    for (String name : new String[] {"__getstate__", "__setstate__"}) {
      if (namespace.get(name) == null) {
        namespace.put(name, DataclassMethod.of(type, name));
      }
    }
  }

  private static Set<Object> inherited(PyType type) {
    Set<Object> all = new HashSet<>();
    PyType[] order = type.mro();
    for (int i = 1; i < order.length - 1; i++) {
      Object slots = order[i].own(SLOTS);
      if (slots instanceof String one) {
        all.add(one);
      } else if (slots instanceof PyIterator) {
        throw Errors.typeError("Slots of '" + order[i].name() + "' cannot be determined");
      } else if (slots != null) {
        PyIterator names = Iteration.iterator(slots);
        for (Object name = names.next(); name != null; name = names.next()) {
          all.add(name);
        }
      }
    }
    return all;
  }
}
