package org.pyconc.objects;

import org.pyconc.errors.Errors;

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

  private PyObject callable() {
    if (function instanceof PyObject o) {
      return o;
    }
    throw Errors.typeError("'" + PyType.of(function).name() + "' object is not callable");
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
    return callable().call(all, keywords);
  }

  @Override
  public Object call0() {
    return callable().call1(self);
  }

  @Override
  public Object call1(Object a) {
    return callable().call2(self, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return callable().call3(self, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return callable().call4(self, a, b, c);
  }
}
