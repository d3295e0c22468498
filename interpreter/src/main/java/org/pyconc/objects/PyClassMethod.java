package org.pyconc.objects;

/** A {@code classmethod} object: the descriptor around a function. */
public final class PyClassMethod extends PyInstance {
  private Object function;

  public PyClassMethod(Object function) {
    this(BuiltinTypes.CLASS_METHOD, function);
  }

  public PyClassMethod(PyType type, Object function) {
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
