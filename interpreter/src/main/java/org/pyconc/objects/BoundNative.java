package org.pyconc.objects;

/** A method of a native class together with its receiver: {@code [].append}. */
public final class BoundNative extends PyObject {
  private final Object self;
  private final PyObject function;
  private final Native code;

  public BoundNative(Object self, NativeMethod method) {
    this.self = self;
    this.function = method;
    this.code = method.code();
  }

  /** A class method together with its class. */
  public BoundNative(PyType type, NativeFunction function) {
    this.self = type;
    this.function = function;
    this.code = function.code();
  }

  public Object self() {
    return self;
  }

  /** The {@link NativeMethod}, or for a class method the {@link NativeFunction}. */
  public PyObject function() {
    return function;
  }

  public Native code() {
    return code;
  }

  @Override
  public PyType type() {
    return function instanceof NativeMethod m && m.isWrapper()
        ? BuiltinTypes.METHOD_WRAPPER
        : BuiltinTypes.BUILTIN_FUNCTION;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = self;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return function.call(all, keywords);
  }

  @Override
  public Object call0() {
    return function.call1(self);
  }

  @Override
  public Object call1(Object a) {
    return function.call2(self, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return function.call3(self, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return function.call4(self, a, b, c);
  }
}
