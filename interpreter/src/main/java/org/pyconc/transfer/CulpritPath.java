package org.pyconc.transfer;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyObject;

/** Finds the way to what could not be copied, for the message: {@code args[0].x}. */
final class CulpritPath {
  private static final int MOST_STEPS = 100_000;

  private record Step(@Nullable Step before, String label, Object value) {}

  private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
  private final ArrayDeque<Step> waiting = new ArrayDeque<>();
  private final Object culprit;

  private CulpritPath(Object culprit) {
    this.culprit = culprit;
  }

  /** The shortest way from the root, without the root itself; empty if there is none. */
  static String find(Object root, Object culprit) {
    return new CulpritPath(culprit).search(root);
  }

  private String search(Object root) {
    add(null, "", root);
    int steps = 0;
    for (Step step = waiting.poll(); step != null; step = waiting.poll()) {
      if (step.value == culprit) {
        return text(step);
      }
      if (++steps > MOST_STEPS) {
        break;
      }
      expand(step);
    }
    return "";
  }

  private static String text(Step step) {
    StringBuilder path = new StringBuilder();
    for (Step s = step; s != null; s = s.before) {
      path.insert(0, s.label);
    }
    return path.toString();
  }

  private void add(@Nullable Step before, String label, @Nullable Object value) {
    if (value instanceof PyObject && seen.put(value, true) == null) {
      waiting.add(new Step(before, label, value));
    }
  }

  private void expand(Step step) {
    Parts.each(step.value, (label, part) -> add(step, label, part));
  }
}
