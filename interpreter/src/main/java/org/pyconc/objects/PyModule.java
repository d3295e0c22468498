package org.pyconc.objects;

/**
 * A module of one process: its namespace holds the global variables of the code in it.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html">Modules in the data model</a>
 */
public final class PyModule extends Namespace {
  private final PyModule builtins;

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

  public PyModule builtins() {
    return builtins;
  }

  public String name() {
    return own("__name__") instanceof String s ? s : "?";
  }

  @Override
  public PyType type() {
    return BuiltinTypes.MODULE;
  }
}
