package org.pyconc.objects;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A module of one process: its namespace holds the global variables of the code in it.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html">Modules in the data
 *     model</a>
 */
public sealed class PyModule extends Namespace permits DictGlobals {
  private final PyModule builtins;
  private @Nullable NamespaceDict dictionary;
  private boolean isInitializing;
  private boolean isNative;
  private PyType type = BuiltinTypes.MODULE;
  private @Nullable Consumer<PyModule> rest;

  /** A module whose code sees the names of {@code builtins} behind its own. */
  public PyModule(Shape shape, PyModule builtins) {
    super(shape);
    this.builtins = builtins;
  }

  private PyModule() {
    super(new Shape());
    this.builtins = this;
  }

  /** The module that holds the builtin functions and types. */
  public static PyModule newBuiltins() {
    return new PyModule();
  }

  /** Whether it is written in Java. */
  public boolean isNative() {
    return isNative;
  }

  public void setNative(boolean newValue) {
    isNative = newValue;
  }

  public PyModule builtins() {
    return builtins;
  }

  /**
   * Leaves names of a native module for later: they are added when one that is not there is asked
   * for, or all are.
   */
  public void setRest(@Nullable Consumer<PyModule> adder) {
    rest = adder;
  }

  /** What is left for later, or null. */
  public @Nullable Consumer<PyModule> rest() {
    return rest;
  }

  /** Adds what was left for later. */
  public void complete() {
    Consumer<PyModule> adder = rest;
    if (adder != null) {
      rest = null;
      adder.accept(this);
    }
  }

  @Override
  public @Nullable Object own(String attribute) {
    Object value = super.own(attribute);
    if (value == null && rest != null) {
      complete();
      value = super.own(attribute);
    }
    return value;
  }

  /** Whether there is a value by now, without adding what was left for later. */
  public boolean isBound(String attribute) {
    return (rest == null ? own(attribute) : super.own(attribute)) != null;
  }

  @Override
  public boolean deleteOwn(String attribute) {
    complete();
    return super.deleteOwn(attribute);
  }

  /** {@code __dict__}, the same at every call. */
  public PyDict dictionary() {
    complete();
    NamespaceDict dict = dictionary;
    if (dict == null) {
      dict = new NamespaceDict(this);
      dictionary = dict;
    }
    return dict;
  }

  /** Whether the code of the module has begun and not ended: a circular import may see that. */
  @Override
  public Object attributes() {
    return dictionary();
  }

  public boolean isInitializing() {
    return isInitializing;
  }

  public void setInitializing(boolean initializing) {
    isInitializing = initializing;
  }

  /** The module becomes an instance of a subclass of module. */
  public void setType(PyType newType) {
    type = newType;
  }

  public String name() {
    return own("__name__") instanceof String s ? s : "?";
  }

  @Override
  public PyType type() {
    return type;
  }
}
