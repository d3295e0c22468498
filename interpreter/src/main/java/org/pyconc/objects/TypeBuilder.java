package org.pyconc.objects;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Declares the attributes of a native class. A method's signature names its receiver {@code self}
 * first. Special methods ({@code __add__} ...) are declared like any other; a binary one returns
 * NotImplemented for operands it does not know.
 */
public final class TypeBuilder {
  private final PyType type;
  private @Nullable String pythonName;
  private @Nullable Native last;

  TypeBuilder(PyType type) {
    this.type = type;
  }

  /** The class that is being filled. */
  public PyType type() {
    return type;
  }

  /**
   * The methods that follow are functions of Python in CPython: messages about their arguments have
   * the words for such.
   *
   * @param className what the messages call the class
   */
  public TypeBuilder asPython(String className) {
    pythonName = className;
    return this;
  }

  public TypeBuilder doc(String text) {
    return constant("__doc__", text);
  }

  /** A method that takes its receiver only. */
  public TypeBuilder method(String signature, String doc, Native.F1 body) {
    return add(new Native(signature, doc, body));
  }

  /** A method with one parameter beside the receiver. */
  public TypeBuilder method(String signature, String doc, Native.F2 body) {
    return add(new Native(signature, doc, body));
  }

  /** A method with two parameters beside the receiver. */
  public TypeBuilder method(String signature, String doc, Native.F3 body) {
    return add(new Native(signature, doc, body));
  }

  /** A method with three parameters beside the receiver. */
  public TypeBuilder method(String signature, String doc, Native.F4 body) {
    return add(new Native(signature, doc, body));
  }

  /** A method whose body gets receiver and bound parameters in an array. */
  public TypeBuilder methodN(String signature, String doc, Native.FN body) {
    return add(new Native(signature, doc, body));
  }

  /** A method whose body gets its arguments as they come. */
  public TypeBuilder rawMethod(String signature, String doc, Native.Raw body) {
    return add(new Native(signature, doc, body));
  }

  /**
   * What the method or static method declared last does for exactly one argument, the receiver
   * included: the same as its body, with less work.
   */
  public TypeBuilder shortcut(Native.F1 body) {
    Objects.requireNonNull(last).shortcut(body);
    return this;
  }

  /** The same for two arguments. */
  public TypeBuilder shortcut(Native.F2 body) {
    Objects.requireNonNull(last).shortcut(body);
    return this;
  }

  private TypeBuilder add(Native code) {
    last = code;
    if (pythonName != null) {
      code.asPython(pythonName + "." + code.name());
    }
    return constant(code.name(), new NativeMethod(type, code));
  }

  /**
   * A method of a builtin type whose body gets an instance of a program's subclass as it is: for
   * methods that return their receiver or look at its class.
   */
  public TypeBuilder wholeMethod(String signature, String doc, Native.F1 body) {
    return addWhole(new Native(signature, doc, body));
  }

  /** Like {@link #wholeMethod(String, String, Native.F1)}, with one parameter. */
  public TypeBuilder wholeMethod(String signature, String doc, Native.F2 body) {
    return addWhole(new Native(signature, doc, body));
  }

  /** Like {@link #methodN}; the receiver, and that of its shortcuts, comes as it is. */
  public TypeBuilder wholeMethodN(String signature, String doc, Native.FN body) {
    return addWhole(new Native(signature, doc, body));
  }

  private TypeBuilder addWhole(Native code) {
    last = code;
    return constant(code.name(), new NativeMethod(type, code, false));
  }

  /** A static method; {@code __new__(cls, ...)} is one. */
  public TypeBuilder staticMethod(String signature, String doc, Native.FN body) {
    NativeFunction function = NativeFunction.ofN(null, signature, doc, body);
    last = function.code();
    return constant(function.name(), new PyStaticMethod(function));
  }

  /** A static method whose body gets its arguments as they come. */
  public TypeBuilder rawStaticMethod(String signature, String doc, Native.Raw body) {
    NativeFunction function = NativeFunction.ofRaw(signature, doc, body);
    return constant(function.name(), new PyStaticMethod(function));
  }

  /** A class method; the first bound parameter is the class. */
  public TypeBuilder classMethod(String signature, String doc, Native.FN body) {
    NativeFunction function = NativeFunction.ofN(null, signature, doc, body);
    return constant(function.name(), new PyClassMethod(function));
  }

  /** The class takes parameters in annotations: {@code Queue[int]}. */
  public TypeBuilder generic() {
    return classMethod(
        "__class_getitem__(cls, item, /)",
        "",
        a -> new PyGenericAlias(a[0], a[1] instanceof PyTuple t ? t : PyTuple.of(a[1])));
  }

  /** An attribute that can only be read. */
  public TypeBuilder getter(String name, String doc, Native.F1 getter) {
    return constant(name, new GetSet(type, name, doc, getter, null).asProperty(pythonName != null));
  }

  /** An attribute that can be read and set; deletion passes {@link Unset#UNSET} to the setter. */
  public TypeBuilder getSet(String name, String doc, Native.F1 getter, Native.F2 setter) {
    return constant(name, new GetSet(type, name, doc, getter, setter));
  }

  /** The same for what CPython has a property for: it cannot be deleted, and messages say so. */
  public TypeBuilder property(String name, String doc, Native.F1 getter, Native.F2 setter) {
    return constant(name, new GetSet(type, name, doc, getter, setter).asProperty(true));
  }

  /** Any other attribute. */
  public TypeBuilder constant(String name, Object value) {
    type.setOwn(name, value);
    return this;
  }
}
