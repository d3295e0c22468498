package org.pyconc.objects;

/** A {@code staticmethod} object: the descriptor around a function. */
public final class PyStaticMethod extends PyInstance {
  private Object function;

  public PyStaticMethod(Object function) {
    this(BuiltinTypes.STATIC_METHOD, function);
  }

  public PyStaticMethod(PyType type, Object function) {
    super(type);
    this.function = function;
  }

  public Object function() {
    return function;
  }

  public void setFunction(Object newFunction) {
    function = newFunction;
  }
}
