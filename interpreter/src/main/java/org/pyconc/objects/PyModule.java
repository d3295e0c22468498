package org.pyconc.objects;

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

  /** {@code __dict__}, the same at every call. */
  public PyDict dictionary() {
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
