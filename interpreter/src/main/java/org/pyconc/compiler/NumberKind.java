package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;

/** How generated code keeps a number: as the JVM's own, beside the object for all other values. */
enum NumberKind {
  LONG(Long.class, long.class, "longValue"),
  DOUBLE(Double.class, double.class, "doubleValue");

  private final Class<?> box;
  private final Class<?> primitive;
  private final String unboxing;

  NumberKind(Class<?> box, Class<?> primitive, String unboxing) {
    this.box = box;
    this.primitive = primitive;
    this.unboxing = unboxing;
  }

  Class<?> box() {
    return box;
  }

  Class<?> primitive() {
    return primitive;
  }

  /** The method that takes the number out of its object. */
  String unboxing() {
    return unboxing;
  }

  /** What holds both: an integer among floats is one of the values that are kept as objects. */
  static @Nullable NumberKind join(@Nullable NumberKind a, @Nullable NumberKind b) {
    return a == null || b == null ? null : a == b ? a : DOUBLE;
  }
}
