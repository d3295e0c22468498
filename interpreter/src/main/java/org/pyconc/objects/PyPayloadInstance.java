package org.pyconc.objects;

/**
 * An instance of a program's own subclass of a builtin type ({@code class Stack(list)}): an
 * instance with attributes around a plain value of the builtin type.
 */
public final class PyPayloadInstance extends PyInstance {
  private final Object payload;

  public PyPayloadInstance(PyType type, Object payload) {
    super(type);
    this.payload = payload;
  }

  /** The value of the builtin type that this instance behaves like. */
  public Object payload() {
    return payload;
  }

  /**
   * {@code value} itself, or what is inside if it is an instance of a subclass of a builtin type.
   */
  public static Object unwrap(Object value) {
    return value instanceof PyPayloadInstance p ? p.payload : value;
  }
}
