package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A builtin function or static method: called without a receiver. */
public final class NativeFunction extends PyObject {
  private final Native code;
  private final @Nullable String moduleName;

  private NativeFunction(@Nullable String moduleName, Native code) {
    this.moduleName = moduleName;
    this.code = code;
  }

  /** A function of a module. */
  public static NativeFunction of(
      @Nullable String module, String signature, String doc, Native.F0 body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A function of a module. */
  public static NativeFunction of(
      @Nullable String module, String signature, String doc, Native.F1 body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A function of a module. */
  public static NativeFunction of(
      @Nullable String module, String signature, String doc, Native.F2 body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A function of a module. */
  public static NativeFunction of(
      @Nullable String module, String signature, String doc, Native.F3 body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A function of a module. */
  public static NativeFunction of(
      @Nullable String module, String signature, String doc, Native.F4 body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A function of a module whose body gets the bound parameters in an array. */
  public static NativeFunction ofN(
      @Nullable String module, String signature, String doc, Native.FN body) {
    return new NativeFunction(module, new Native(signature, doc, body));
  }

  /** A static method whose body gets its arguments as they come. */
  public static NativeFunction ofRaw(String signature, String doc, Native.Raw body) {
    return new NativeFunction(null, new Native(signature, doc, body));
  }

  /** Signature, documentation and body. */
  public Native code() {
    return code;
  }

  public String name() {
    return code.name();
  }

  /** The module's name, null for static methods. */
  public @Nullable String moduleName() {
    return moduleName;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.BUILTIN_FUNCTION;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    return code.call(this, arguments, keywords);
  }

  @Override
  public Object call0() {
    return code.call0(this);
  }

  @Override
  public Object call1(Object a) {
    return code.call1(this, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return code.call2(this, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return code.call3(this, a, b, c);
  }

  @Override
  public Object call4(Object a, Object b, Object c, Object d) {
    return code.call4(this, a, b, c, d);
  }
}
