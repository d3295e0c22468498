package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;

/**
 * Two arrays in which code keeps variables outside of the JVM's locals: objects in one, numbers in
 * the other, a long each.
 *
 * @param objects the local with the array of objects
 * @param numbers the local with the array of numbers
 */
record Slots(int objects, int numbers) {
  /**
   * Writes code that stores a local of the JVM.
   *
   * @param kind null for an object
   * @param slot the index in the array of its kind
   */
  void store(Emitter e, int local, @Nullable NumberKind kind, int slot) {
    e.code.aload(kind == null ? objects : numbers);
    e.code.loadConstant(slot);
    if (kind == null) {
      e.code.aload(local);
      e.code.aastore();
      return;
    }
    e.load(kind, local);
    e.toBits(kind);
    e.code.lastore();
  }

  /** Writes code that loads a local of the JVM. */
  void load(Emitter e, int local, @Nullable NumberKind kind, int slot) {
    e.code.aload(kind == null ? objects : numbers);
    e.code.loadConstant(slot);
    if (kind == null) {
      e.code.aaload();
      e.code.astore(local);
      return;
    }
    e.code.laload();
    e.fromBits(kind);
    e.store(kind, local);
  }

  /** Writes code that forgets an object. */
  void clear(Emitter e, int slot) {
    e.code.aload(objects);
    e.code.loadConstant(slot);
    e.code.aconst_null();
    e.code.aastore();
  }
}
