package org.pyconc.objects;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Declares the content of a native module: functions by signature, one-line documentation and Java
 * body; types; constants. Runs once for each process that imports the module.
 */
public final class ModuleBuilder {
  private final PyModule module;
  private final String name;
  private @Nullable String pythonPrefix;
  private @Nullable Native last;

  public ModuleBuilder(PyModule module, String name) {
    this.module = module;
    this.name = name;
  }

  /** The module that is being filled. */
  public PyModule module() {
    return module;
  }

  /** A function without parameters. */
  public ModuleBuilder function(String signature, String doc, Native.F0 body) {
    return add(NativeFunction.of(name, signature, doc, body));
  }

  /** A function with one parameter. */
  public ModuleBuilder function(String signature, String doc, Native.F1 body) {
    return add(NativeFunction.of(name, signature, doc, body));
  }

  /** A function with two parameters. */
  public ModuleBuilder function(String signature, String doc, Native.F2 body) {
    return add(NativeFunction.of(name, signature, doc, body));
  }

  /** A function with three parameters. */
  public ModuleBuilder function(String signature, String doc, Native.F3 body) {
    return add(NativeFunction.of(name, signature, doc, body));
  }

  /** A function with four parameters. */
  public ModuleBuilder function(String signature, String doc, Native.F4 body) {
    return add(NativeFunction.of(name, signature, doc, body));
  }

  /** A function whose body gets the bound parameters in an array. */
  public ModuleBuilder functionN(String signature, String doc, Native.FN body) {
    return add(NativeFunction.ofN(name, signature, doc, body));
  }

  /**
   * The functions that follow are functions of Python in CPython: messages about their arguments
   * have the words for such.
   *
   * @param prefix what stands before their names: a class with a dot, or nothing
   */
  public ModuleBuilder asPython(String prefix) {
    pythonPrefix = prefix;
    return this;
  }

  /**
   * What the function declared last does for exactly one argument: the same as its body, with less
   * work.
   */
  public ModuleBuilder shortcut(Native.F1 body) {
    Objects.requireNonNull(last).shortcut(body);
    return this;
  }

  /** The same for two arguments. */
  public ModuleBuilder shortcut(Native.F2 body) {
    Objects.requireNonNull(last).shortcut(body);
    return this;
  }

  private ModuleBuilder add(NativeFunction function) {
    last = function.code();
    if (pythonPrefix != null) {
      function.code().asPython(pythonPrefix + function.name());
    }
    return constant(function.name(), function);
  }

  /** A type under its own name. */
  public ModuleBuilder type(PyType type) {
    return constant(type.simpleName(), type);
  }

  /** Any other value. */
  public ModuleBuilder constant(String constantName, Object value) {
    module.setOwn(constantName, value);
    return this;
  }
}
