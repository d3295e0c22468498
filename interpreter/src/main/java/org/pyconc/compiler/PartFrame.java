package org.pyconc.compiler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pyconc.compiler.Variables.Unboxed;
import org.pyconc.scope.CodeUnit;

/**
 * Where the methods that a unit was split into hand each other its variables: objects in one array,
 * numbers in another, in the same order as in a generator's {@link Frame}.
 */
final class PartFrame {
  private final Map<String, Integer> objects = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  PartFrame(CodeUnit unit, Map<String, NumberKind> kinds) {
    for (String name : unit.scope().locals()) {
      objects.put(name, objects.size());
      if (kinds.containsKey(name)) {
        numbers.put(name, numbers.size());
      }
    }
  }

  /** The place for what a part returns: behind the variables. */
  int result() {
    return objects.size();
  }

  /** The place for the number of the place in the source where a part has failed. */
  int place() {
    return numbers.size();
  }

  /** Writes code that stores the variables into the arrays. */
  void save(Emitter e, Variables variables, List<String> names, Slots slots) {
    for (String name : names) {
      slots.store(e, variables.objectLocal(name), null, slot(objects, name));
      Unboxed number = variables.unboxed(name);
      if (number != null) {
        slots.store(e, number.number(), number.kind(), slot(numbers, name));
      }
    }
  }

  /** Writes code that loads the variables from the arrays. */
  void restore(Emitter e, Variables variables, List<String> names, Slots slots) {
    for (String name : names) {
      slots.load(e, variables.objectLocal(name), null, slot(objects, name));
      Unboxed number = variables.unboxed(name);
      if (number != null) {
        slots.load(e, number.number(), number.kind(), slot(numbers, name));
      }
    }
  }

  private static int slot(Map<String, Integer> slots, String name) {
    return Objects.requireNonNull(slots.get(name));
  }
}
