package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/**
 * Global variables that a program keeps in a dict of its own, as {@code exec(source, dict)} does.
 * It has no names of its own in its shape, so that nothing is cached for it.
 */
public final class DictGlobals extends PyModule {
  private final PyDict dict;
  private final PyModule standardBuiltins;

  /**
   * @param builtins where names are looked up unless the dict has {@code __builtins__}
   */
  public DictGlobals(PyDict dict, PyModule builtins) {
    super(new Shape(), builtins);
    this.dict = dict;
    this.standardBuiltins = builtins;
  }

  @Override
  public PyModule builtins() {
    Object own = dict.get("__builtins__");
    if (own == null || own == standardBuiltins) {
      return standardBuiltins;
    }
    if (own instanceof PyModule m) {
      return m;
    }
    if (PyPayloadInstance.unwrap(own) instanceof PyDict d) {
      return d instanceof NamespaceDict n && n.namespace() == standardBuiltins
          ? standardBuiltins
          : new DictGlobals(d, standardBuiltins);
    }
    return standardBuiltins;
  }

  @Override
  public PyDict dictionary() {
    return dict;
  }

  @Override
  public @Nullable Object own(String name) {
    return dict.get(name);
  }

  @Override
  public void setOwn(String name, Object value) {
    dict.put(name, value);
  }

  @Override
  public boolean deleteOwn(String name) {
    return dict.remove(name) != null;
  }
}
