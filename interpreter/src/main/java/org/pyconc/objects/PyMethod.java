package org.pyconc.objects;

/** A function of a program together with its receiver: a bound method. */
public final class PyMethod extends PyObject {
  private final Object self;
  private final Object function;

  public PyMethod(Object self, Object function) {
    this.self = self;
    this.function = function;
  }

  public Object self() {
    return self;
  }

  /** Usually a {@link PyFunction}; any callable can be bound. */
  public Object function() {
    return function;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.METHOD;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = self;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return ((PyObject) function).call(all, keywords);
  }

  @Override
  public Object call0() {
    return ((PyObject) function).call1(self);
  }

  @Override
  public Object call1(Object a) {
    return ((PyObject) function).call2(self, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return ((PyObject) function).call3(self, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return ((PyObject) function).call4(self, a, b, c);
  }
}
