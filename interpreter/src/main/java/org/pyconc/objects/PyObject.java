package org.pyconc.objects;

import org.pyconc.operations.Calls;

/** Any value of the language that is not one of Java's own small values. */
public abstract class PyObject {

  /** No arguments. */
  public static final Object[] NO_ARGUMENTS = {};

  /** No keyword arguments. */
  public static final String[] NO_KEYWORDS = {};

  /** The class of this object, what {@code type(x)} gives. */
  public abstract PyType type();

  /**
   * Calls this object.
   *
   * @param arguments the positional arguments followed by the values of the keyword arguments; the
   *     callee may keep the array
   * @param keywords the names of the last arguments
   */
  public Object call(Object[] arguments, String[] keywords) {
    return Calls.callThroughType(this, arguments, keywords);
  }

  /** Calls this object without arguments. */
  public Object call0() {
    return call(NO_ARGUMENTS, NO_KEYWORDS);
  }

  /** Calls this object with one positional argument. */
  public Object call1(Object a) {
    return call(new Object[] {a}, NO_KEYWORDS);
  }

  /** Calls this object with two positional arguments. */
  public Object call2(Object a, Object b) {
    return call(new Object[] {a, b}, NO_KEYWORDS);
  }

  /** Calls this object with three positional arguments. */
  public Object call3(Object a, Object b, Object c) {
    return call(new Object[] {a, b, c}, NO_KEYWORDS);
  }

  /** Calls this object with four positional arguments. */
  public Object call4(Object a, Object b, Object c, Object d) {
    return call(new Object[] {a, b, c, d}, NO_KEYWORDS);
  }
}
